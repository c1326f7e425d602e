import type { BoardRow } from '../reports/board.ts'
import type { FormCode } from '../statistics/rows.ts'
import type { Day, FiscalYear, Month } from '../time/day.ts'
import { type ConfirmablePeriod, endOfPeriod, periodKey } from './period.ts'

/** Why a period cannot be 確定 now. */
export type Obstacle = 'notChecked' | 'monthsOpen' | 'errors' | 'notOver'

/** 入力中 → 確認済 → 確定 (domain §8). */
export type Standing = 'open' | 'checked' | 'confirmed'

/** Periods that are 確定, as `periodKey`. */
export type ConfirmedPeriods = ReadonlySet<string>

/** The months for which a party owes a form. */
export const expectedMonths = (row: Pick<BoardRow, 'cells'>): readonly Month[] =>
  row.cells.filter(({ state }) => state !== 'notExpected').map(({ month }) => month)

const cellOf = (row: Pick<BoardRow, 'cells'>, month: Month) => row.cells.find((cell) => cell.month === month)

/** The months of a year that still keep it from being 確定. */
export const openMonthsOf = (row: Pick<BoardRow, 'cells'>): readonly Month[] =>
  expectedMonths(row).filter((month) => cellOf(row, month)?.state !== 'confirmed')

/**
 * Where a month or a year of a party's form stands. A year is 確認済 with its last month, and 確定 only by an
 * action of its own: its own values (年の実人数) are looked at then.
 */
export function standingOf(
  row: Pick<BoardRow, 'cells' | 'party' | 'form'>,
  fiscalYear: FiscalYear,
  month: Month | null,
  confirmed: ConfirmedPeriods,
): Standing {
  const { party, form } = row
  if (month !== null) {
    const state = cellOf(row, month)?.state
    return state === 'confirmed' ? 'confirmed' : state === 'checked' ? 'checked' : 'open'
  }
  if (confirmed.has(periodKey({ party, form, fiscalYear, month }))) return 'confirmed'
  const states = expectedMonths(row).map((one) => cellOf(row, one)?.state)
  return states.every((state) => state === 'checked' || state === 'confirmed') ? 'checked' : 'open'
}

/** What stands against 確定 of a period that is not 確定 yet; the first that has to be seen to. */
export function obstacleOf(
  row: Pick<BoardRow, 'cells' | 'party' | 'form'>,
  period: Pick<ConfirmablePeriod, 'fiscalYear' | 'month'>,
  errors: number,
  today: Day,
): Obstacle | null {
  if (endOfPeriod(period) >= today) return 'notOver'
  if (period.month === null ? openMonthsOf(row).length > 0 : cellOf(row, period.month)?.state !== 'checked') {
    return period.month === null ? 'monthsOpen' : 'notChecked'
  }
  return errors > 0 ? 'errors' : null
}

/**
 * The forms of which 全体 is 確定 when some more parties are: every party that owes the form in the period is
 * 確定 then, and 全体 is not yet.
 */
export function completedForms(
  rows: readonly Pick<BoardRow, 'cells' | 'party' | 'form'>[],
  period: Pick<ConfirmablePeriod, 'fiscalYear' | 'month'>,
  confirmed: ConfirmedPeriods,
): readonly FormCode[] {
  const { month } = period
  const owing = rows.filter((row) => month === null || expectedMonths(row).includes(month))
  const forms = [...new Set(owing.map(({ form }) => form))]
  const has = (party: string | null, form: FormCode): boolean =>
    confirmed.has(periodKey({ party, form, ...period }))
  return forms.filter(
    (form) =>
      !has(null, form) && owing.filter((row) => row.form === form).every(({ party }) => has(party, form)),
  )
}
