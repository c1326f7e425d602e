import type { MonthlyCell } from '../../../../shared/contract/schemas/monthly.ts'
import { isEntered } from '../../../../shared/monthly/entry.ts'
import { coversMonth } from '../../../../shared/organisation/forms.ts'
import { findStatistic } from '../../../../shared/statistics/catalogue/catalogue.ts'
import type { FormCode } from '../../../../shared/statistics/rows.ts'
import { addMonths } from '../../../../shared/time/calendar.ts'
import type { FiscalYear, Month } from '../../../../shared/time/day.ts'
import type { LedgerReader } from '../../../ledger/ledger.ts'
import type { LedgerWriter } from '../../../ledger/mutate.ts'
import { findMonthlyCell, readMonthlyCells, saveMonthlyCell } from '../../../ledger/repositories/monthly.ts'
import { partyFormRows } from '../../../ledger/repositories/settings-rows.ts'

/** Values of a form that a party told by tally, to be offered in the next year. */
export interface FormValues {
  readonly party: string
  readonly partyKey: number
  readonly form: FormCode
  readonly values: readonly MonthlyCell[]
  /** Cells of the next year that hold something already: they are left alone. */
  readonly there: number
}

/** Entered values of a year by party and form, of forms that are told by tally when the year ends. */
export function valuesToOffer(reader: LedgerReader, old: FiscalYear): readonly FormValues[] {
  const last: Month = `${old + 1}-03` as Month
  const forms = partyFormRows(reader).filter(
    (form) => form.mode === 'tally' && coversMonth({ from: form.from_month, to: form.to_month }, last),
  )
  return forms.flatMap((row): FormValues[] => {
    const ofForm = (cell: MonthlyCell): boolean => findStatistic(cell.statistic)?.form === row.form
    const values = readMonthlyCells(reader, row.party_key, old).filter(
      (cell) => ofForm(cell) && isEntered(cell),
    )
    if (values.length === 0) return []
    const there = readMonthlyCells(reader, row.party_key, old + 1).filter(ofForm).length
    return [{ party: row.party, partyKey: row.party_key, form: row.form, values, there }]
  })
}

/**
 * Offers values in the year after, 未採用: they print, sum and confirm as 未入力 until someone adopts them.
 * What stands there already stays. Gives how many were written.
 */
export function offerValues(
  write: LedgerWriter,
  values: readonly MonthlyCell[],
  party: number,
  old: FiscalYear,
): number {
  let written = 0
  for (const cell of values) {
    const place = {
      party,
      fiscalYear: old + 1,
      statistic: cell.statistic,
      keys: cell.keys,
      month: cell.month === null ? null : addMonths(cell.month, 12),
    }
    if (findMonthlyCell(write, place) !== null) continue
    // Flags and comments belong to the old year's report.
    saveMonthlyCell(
      write,
      place,
      { state: cell.state, value: cell.value, flags: [], adopted: false, comment: '' },
      null,
    )
    written += 1
  }
  return written
}
