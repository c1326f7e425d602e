import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { MonthlyCell, MonthlyChange, MonthlyPlace } from '../../../shared/contract/schemas/monthly.ts'
import { cellId, lineId } from '../../../shared/monthly/entry.ts'
import { isEnterable } from '../../../shared/monthly/lines.ts'
import { findBreakdown } from '../../../shared/statistics/catalogue/breakdowns.ts'
import { findSource, findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { Month } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import {
  type CellPlace,
  findMonthlyCell,
  partyKey,
  readMonthlyCells,
  saveFormItems,
  saveMonthlyCell,
} from '../../ledger/repositories/monthly.ts'
import { saveReport } from '../../ledger/repositories/reports.ts'
import { act } from '../act.ts'
import type { WriterHandlers } from '../contexts.ts'
import { assertMode, assertMonthOpen, assertYearOpen } from '../guards/month-guard.ts'
import { readMonths } from './months.ts'

/** `monthly.*` that write: each one action in the history, all or nothing. */
export const monthlyWriter = {
  'monthly.save': (input, context) =>
    act(context, `monthly.${input.how}`, input, (write, at) => {
      const party = partyKey(write, input.party)
      assertPlaces(write, input, input.cells)
      const find = cellFinder(write, party, input)
      const cells = input.cells.flatMap((change) => {
        const { statistic, keys, month, seen, ...entry } = change
        const place = { party, fiscalYear: input.fiscalYear, statistic, keys, month }
        const current = find(place)
        if ((current?.revision ?? 0) !== seen) {
          throw new AppFailure(
            appError('conflict', {
              table: 'tally',
              id: current?.id ?? '',
              seen,
              current: current?.revision ?? 0,
            }),
          )
        }
        const empty = entry.state === 'blank' && entry.comment === '' && entry.flags.length === 0
        return current === null && empty ? [] : [saveMonthlyCell(write, place, entry, current)]
      })
      return { at, cells }
    }),
  'monthly.declareZero': (input, context) =>
    act(context, 'monthly.report', input, (write, at) => {
      const { party, form, month, zeroDeclared, revision } = input
      assertMonthOpen(write, party, form, month)
      assertMode(write, party, form, month, 'records')
      const state = reportAt(write, input, month)?.state ?? 'missing'
      saveReport(write, { party, form, month }, { state, zeroDeclared }, revision)
      return { at, revision: reportAt(write, input, month)?.revision ?? 0 }
    }),
  'monthly.setItems': (input, context) =>
    act(context, 'monthly.setItems', input, (write, at) => {
      const wrong = input.items.find((item) => !isLine(item))
      if (wrong !== undefined)
        throw new AppFailure(appError('invalidValue', { value: wrong.statistic }, 'items'))
      const party = partyKey(write, input.party)
      return { at, revision: saveFormItems(write, party, input.form, input.items, input.revision) }
    }),
} satisfies Pick<WriterHandlers, 'monthly.save' | 'monthly.declareZero' | 'monthly.setItems'>

/** From here on a whole year is read at once: a pasted range must not ask for each of its cells. */
const manyCells = 20

function cellFinder(
  reader: LedgerReader,
  party: number,
  { cells, fiscalYear }: { readonly cells: readonly unknown[]; readonly fiscalYear: number },
): (place: CellPlace) => MonthlyCell | null {
  if (cells.length < manyCells) return (place) => findMonthlyCell(reader, place)
  const all = readMonthlyCells(reader, party, fiscalYear)
  const byId = new Map(all.map((cell) => [cellId(lineId(cell), cell.month), cell]))
  return (place) => byId.get(cellId(lineId(place), place.month)) ?? null
}

const reportAt = (reader: LedgerReader, { party, form, fiscalYear }: MonthlyPlace, month: Month) =>
  readMonths(reader, party, form, fiscalYear).find((row) => row.month === month)

/** A statistic that may be entered, cut by breakdowns that it has. */
function isLine({ statistic, keys }: Pick<MonthlyChange, 'statistic' | 'keys'>): boolean {
  const names = Object.keys(keys)
  const known = findStatistic(statistic)?.breakdowns ?? []
  const cuts = names.every((name) => {
    const kind = findBreakdown(name)?.kind
    return known.includes(name) && kind !== 'time' && kind !== 'party'
  })
  return isEnterable(statistic) && names.length <= 2 && cuts
}

/**
 * Refuses what no cell can hold, a month that is 確定 (by the sheet's form and by the statistic's own), and a
 * statistic that the party tells by records in that month. The year's own value is shut with the year.
 */
function assertPlaces(reader: LedgerReader, input: MonthlyPlace, cells: readonly MonthlyChange[]): void {
  const { party, form, fiscalYear } = input
  for (const cell of cells) {
    const place = `${cell.statistic} ${cell.month ?? fiscalYear}`
    const inYear = cell.month === null || fiscalYearOf(cell.month) === fiscalYear
    if (!isLine(cell) || !inYear || (cell.state === 'value') !== (cell.value !== null)) {
      throw new AppFailure(appError('invalidValue', { value: place }, 'cells'))
    }
  }
  const forms = new Map(
    cells.map(({ statistic }) => [statistic, findStatistic(statistic)?.form ?? form] as const),
  )
  const checked = new Set<string>()
  for (const { statistic, month } of cells) {
    const own = forms.get(statistic) ?? form
    const key = `${own} ${month} ${findSource(statistic)?.kind === 'entered'}`
    if (checked.has(key)) continue
    checked.add(key)
    if (month === null) {
      for (const one of new Set([form, own])) assertYearOpen(reader, party, one, fiscalYear)
      continue
    }
    for (const one of new Set([form, own])) assertMonthOpen(reader, party, one, month)
    if (findSource(statistic)?.kind !== 'entered') assertMode(reader, party, own, month, 'tally')
  }
}
