import type { LedgerRows, TallyRow } from '../statistics/rows.ts'
import { addMonths, lastDayOf, monthOf } from '../time/calendar.ts'
import type { Month, TimeFrame } from '../time/day.ts'
import { fiscalYearPeriod } from '../time/fiscal-year.ts'

/** Entered numbers of one party and fiscal year: what the checks compare. */
export interface TallyYear {
  readonly party: string
  readonly fiscalYear: number
  /** Adopted rows of the frame; what was carried over and not adopted is no number (domain: product, words). */
  readonly rows: readonly TallyRow[]
  /** The number entered for a statistic, month (null: the year) and codes; null where there is none. */
  value(statistic: string, month: Month | null, codes?: string): number | null
  /** Whether a number was entered, or a state that says nothing took place; blank and unknown are not told. */
  isTold(statistic: string, month: Month, codes: string): boolean
}

const knownCodes = new WeakMap<TallyRow['keys'], string>()

/** Codes of a tally as one text, in a fixed order: '' for a total. */
export function codesOfTally({ keys }: Pick<TallyRow, 'keys'>): string {
  const known = knownCodes.get(keys)
  if (known !== undefined) return known
  const codes = Object.entries(keys)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([breakdown, code]) => `${breakdown}=${code}`)
    .join('&')
  knownCodes.set(keys, codes)
  return codes
}

/** The grids of the frame that was asked for last: every check asks for the same. */
const lastGrids = new WeakMap<
  LedgerRows['tallies'],
  { readonly frame: TimeFrame; readonly years: readonly TallyYear[] }
>()

/** Tallies of the frame, a grid for each party and year. The year's own value belongs to a whole year only. */
export function tallyYears(rows: Pick<LedgerRows, 'tallies'>, frame: TimeFrame): readonly TallyYear[] {
  const last = lastGrids.get(rows.tallies)
  if (last?.frame === frame) return last.years
  const isIn = insideOf(frame)
  const inFrame = rows.tallies.filter((row) => row.adopted && isIn(row))
  const groups = Map.groupBy(inFrame, (row) => `${row.fiscalYear} ${row.party}`)
  const years = [...groups.values()].flatMap((own) => tallyYear(own) ?? [])
  lastGrids.set(rows.tallies, { frame, years })
  return years
}

const placeOf = (statistic: string, month: Month | null, codes: string): string =>
  `${statistic} ${month ?? 'year'} ${codes}`

function tallyYear(own: readonly TallyRow[]): TallyYear | null {
  const first = own[0]
  if (first === undefined) return null
  const values = new Map<string, number | null>()
  const told = new Set<string>()
  for (const row of own) {
    const place = placeOf(row.statistic, row.month, codesOfTally(row))
    values.set(place, row.value)
    if (!['blank', 'unknown', 'suppressed'].includes(row.state)) told.add(place)
  }
  return {
    party: first.party,
    fiscalYear: first.fiscalYear,
    rows: own,
    value: (statistic, month, codes = '') => values.get(placeOf(statistic, month, codes)) ?? null,
    isTold: (statistic, month, codes) => told.has(placeOf(statistic, month, codes)),
  }
}

/** Whether a value lies inside the frame; asked of every value, so that its bounds are made once. */
function insideOf({ period, asOf }: TimeFrame): (row: TallyRow) => boolean {
  const over = lastDayOf(monthOf(asOf)) <= asOf ? monthOf(asOf) : addMonths(monthOf(asOf), -1)
  const last = over < period.to ? over : period.to
  return ({ month, fiscalYear }) => {
    if (month !== null) return month >= period.from && month <= last
    const year = fiscalYearPeriod(fiscalYear)
    return year.from >= period.from && year.to <= last
  }
}
