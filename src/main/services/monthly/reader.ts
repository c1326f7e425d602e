import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { MonthlyPlace } from '../../../shared/contract/schemas/monthly.ts'
import { cutsOf, layoutLines, usualLines } from '../../../shared/monthly/lines.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readConfirmations } from '../../ledger/repositories/confirmations.ts'
import { historyState } from '../../ledger/repositories/history-list.ts'
import {
  changedMonthlyCells,
  partyKey,
  readFormItems,
  readMonthlyCells,
} from '../../ledger/repositories/monthly.ts'
import type { ReaderHandlers } from '../contexts.ts'
import { readCodeLabels } from '../statistics/code-labels.ts'
import { readCounted } from './counted.ts'
import { readMonthlyParties, readMonths, sheetFormOf } from './months.ts'

/** `monthly.*` that read: the sheet of a party's form for a year, and what changed in it. */
export const monthlyReader = {
  'monthly.parties': ({ fiscalYear }, { ledger }) => ({ parties: readMonthlyParties(ledger, fiscalYear) }),
  'monthly.sheet': (place, { ledger, now }) =>
    ledger.snapshot(() => {
      const { party, form, fiscalYear } = place
      const today = dayInJapan(now())
      const key = partyKey(ledger, party)
      const belongs = sheetOf(ledger, place)
      const cells = readMonthlyCells(ledger, key, fiscalYear).filter(belongs.has)
      const previous = readMonthlyCells(ledger, key, fiscalYear - 1).filter(belongs.has)
      const chosen = readFormItems(ledger, key, form)
      const end = lastDayOf(fiscalYearPeriod(fiscalYear).to)
      const allLabels = readCodeLabels(ledger, end < today ? end : today)
      // What the year holds stands on its sheet, whatever was chosen: no number may be out of sight.
      const items = layoutLines(
        [...(chosen?.items ?? [...usualLines(form), ...previous]), ...cells],
        allLabels,
      ).map(({ statistic, keys }) => ({ statistic, keys: { ...keys } }))
      const months = readMonths(ledger, party, form, fiscalYear)
      const cuts = new Set(
        [...usualLines(form), ...items].flatMap((item) => [
          ...cutsOf(item.statistic),
          ...Object.keys(item.keys),
        ]),
      )
      return {
        ...place,
        name: belongs.name,
        today,
        sequence: historyState(ledger).sequence,
        months,
        yearConfirmed: readConfirmations(ledger, fiscalYear).some(
          (row) => row.month === null && row.form === form && (row.party === null || row.party === party),
        ),
        itemsRevision: chosen?.revision ?? 0,
        items,
        cells: [...cells],
        previous: previous.map(({ id: _id, revision: _revision, ...cell }) => cell),
        counted: readCounted(ledger, place, months, items, today),
        labels: Object.fromEntries(
          [...cuts].map((cut) => [cut, (allLabels[cut] ?? []).map((label) => ({ ...label }))]),
        ),
      }
    }),
  'monthly.changes': (place, { ledger }) =>
    ledger.snapshot(() => {
      const { party, form, fiscalYear, since } = place
      const key = partyKey(ledger, party)
      const belongs = sheetOf(ledger, place)
      const { cells, removed } = changedMonthlyCells(ledger, key, fiscalYear, since)
      return {
        sequence: historyState(ledger).sequence,
        months: readMonths(ledger, party, form, fiscalYear),
        cells: cells.filter(belongs.has),
        removed: [...removed],
        itemsRevision: readFormItems(ledger, key, form)?.revision ?? 0,
      }
    }),
} satisfies Pick<ReaderHandlers, 'monthly.parties' | 'monthly.sheet' | 'monthly.changes'>

/** Which cells of a party stand on this sheet. @throws AppFailure `unknownParty` {party} */
function sheetOf(reader: LedgerReader, { party, form, fiscalYear }: MonthlyPlace) {
  const own = readMonthlyParties(reader, fiscalYear).filter((row) => row.party === party)
  const here = own.find((row) => row.form === form)
  if (here === undefined) throw new AppFailure(appError('unknownParty', { party }, 'party'))
  const forms = own.map((row) => row.form)
  return {
    name: here.name,
    has: ({ statistic }: { readonly statistic: string }): boolean => {
      const definition = findStatistic(statistic)
      return definition !== null && sheetFormOf(forms, definition.form) === form
    },
  }
}
