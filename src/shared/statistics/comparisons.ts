import type { Cell } from '../cell/cell.ts'
import { addMonths, isMonth } from '../time/calendar.ts'
import { inheritedFlags, isAdditive, seriesOf, sumOverMonths } from './algebra.ts'
import { breakBetween, findStatistic, referenceBetween } from './catalogue/catalogue.ts'
import type { StatisticDefinition, StatisticQuery, StatisticResult } from './definition.ts'

/** No rate of growth stands on a base under this (documents §3). */
export const smallestBase = 10

/** How a number stands to the one before it (domain §3, documents §3). */
export type Comparison =
  /** Across 不可: no growth at all; the footnote says why. */
  | { readonly kind: 'broken'; readonly validFrom: number; readonly note: string }
  /** A number is missing, only bounds are known, or the months differ and cannot be made the same. */
  | { readonly kind: 'refused'; readonly reason: 'missing' | 'range' | 'monthsDiffer' }
  /** 皆増: from 0; 皆減: to 0. */
  | { readonly kind: 'fromNothing' | 'toNothing'; readonly difference: number }
  | {
      readonly kind: 'change'
      readonly difference: number
      /** difference ÷ base, or null on a base under 10 (and where the base is 0: both are). */
      readonly rate: { readonly numerator: number; readonly denominator: number } | null
    }
  /** Shares, means and rates differ by the exact fraction; times `per` these are ポイント for shares. */
  | { readonly kind: 'points'; readonly numerator: number; readonly denominator: number }

export interface ComparedCell {
  readonly comparison: Comparison
  /** 参考 only: the definition changed between the two, and may be compared with a caveat. */
  readonly reference: boolean
  /** 約 or 速報 on either side. */
  readonly flags: Cell['flags']
}

/** Compares two cells of one statistic, of two fiscal years. The cells stand for the same months. */
export function compareCells(
  definition: StatisticDefinition,
  current: { readonly cell: Cell; readonly fiscalYear: number },
  previous: { readonly cell: Cell; readonly fiscalYear: number },
): ComparedCell {
  const broken = breakBetween(definition, previous.fiscalYear, current.fiscalYear)
  const reference = referenceBetween(definition, previous.fiscalYear, current.fiscalYear) !== null
  const flags = inheritedFlags([current.cell, previous.cell])
  const comparison: Comparison =
    broken === null
      ? difference(current.cell, previous.cell)
      : { kind: 'broken', validFrom: broken.validFrom, note: broken.breakNote }
  return { comparison, reference, flags }
}

/**
 * Two cells of the same months and one definition, by their numbers alone: 皆増, 皆減, no rate on a base
 * under {@link smallestBase}, points for quotients (documents §3).
 */
function difference(current: Cell, previous: Cell): Comparison {
  if (current.state !== 'value' || previous.state !== 'value') return { kind: 'refused', reason: 'missing' }
  const complete = (cell: Cell): boolean => cell.parts.reported >= cell.parts.expected
  // Unchecked months (速報) are all there; months without a report are not.
  const whole = (cell: Cell): boolean => complete(cell) || cell.flags.includes('provisional')
  if (!whole(current) || !whole(previous)) return { kind: 'refused', reason: 'monthsDiffer' }
  const now = current.quantity
  const before = previous.quantity
  if (now.kind === 'range' || before.kind === 'range') return { kind: 'refused', reason: 'range' }
  if (now.kind === 'fraction' || before.kind === 'fraction') {
    const [a, b] = now.kind === 'fraction' ? [now.numerator, now.denominator] : [now.integer, 1]
    const [c, d] = before.kind === 'fraction' ? [before.numerator, before.denominator] : [before.integer, 1]
    return { kind: 'points', numerator: a * d - c * b, denominator: b * d }
  }
  const change = now.integer - before.integer
  if (before.integer === 0 && now.integer > 0) return { kind: 'fromNothing', difference: change }
  if (now.integer === 0 && before.integer > 0) return { kind: 'toNothing', difference: change }
  const rate = before.integer < smallestBase ? null : { numerator: change, denominator: before.integer }
  return { kind: 'change', difference: change, rate }
}

export interface YearOnYear {
  readonly total: ComparedCell
  readonly rows: readonly { readonly keys: readonly string[]; readonly compared: ComparedCell }[]
  /** Months of the current year that the total rests on, where it had to be cut to the common ones. */
  readonly commonMonths: readonly string[] | null
  /** The two sums over these months, which `total` compares; null where it was not cut. */
  readonly common: { readonly current: Cell; readonly previous: Cell } | null
}

/**
 * A result against the same one a year (or more) earlier, cut alike. Months pair with months of the other
 * year. Where months are missing on one side and both results are cut by month alone, an additive
 * statistic is compared over the months that both have (worked case 4); otherwise the total is refused.
 */
export function yearOnYear(result: StatisticResult, previous: StatisticResult): YearOnYear {
  const definition = findStatistic(result.query.statistic)
  if (definition === null || previous.query.statistic !== result.query.statistic) {
    throw new RangeError('two results of one statistic are compared')
  }
  const years = previous.query.frame.fiscalYear - result.query.frame.fiscalYear
  const earlier = new Map(previous.rows.map((row) => [row.keys.join('\u0001'), row.cell]))
  const compare = (current: Cell, before: Cell): ComparedCell =>
    compareCells(
      definition,
      { cell: current, fiscalYear: result.query.frame.fiscalYear },
      { cell: before, fiscalYear: previous.query.frame.fiscalYear },
    )
  const rows = result.rows.flatMap(({ keys, cell }) => {
    const before = earlier.get(keys.map((key) => shifted(key, years)).join('\u0001'))
    return before === undefined ? [] : [{ keys, cell, before, compared: compare(cell, before) }]
  })
  const byMonth = result.query.by.length === 1 && result.query.by[0] === 'month'
  const total = compare(result.total, previous.total)
  const refused = total.comparison.kind === 'refused' && total.comparison.reason === 'monthsDiffer'
  const pairs = refused && byMonth && isAdditive(definition.measure, 'months') ? rows.filter(bothThere) : []
  const sum = (cells: readonly Cell[]): Cell => sumOverMonths(seriesOf('events', cells))
  const common =
    pairs.length === 0
      ? null
      : { current: sum(pairs.map(({ cell }) => cell)), previous: sum(pairs.map(({ before }) => before)) }
  return {
    total: common === null ? total : compare(common.current, common.previous),
    rows: rows.map(({ keys, compared }) => ({ keys, compared })),
    commonMonths: common === null ? null : pairs.flatMap((row) => row.keys[0] ?? []),
    common,
  }
}

const bothThere = ({ cell, before }: { readonly cell: Cell; readonly before: Cell }): boolean =>
  [cell, before].every((one) => one.state === 'value' && one.parts.reported >= one.parts.expected)

/** A month, quarter, half or year so many years later; any other code stays. */
function shifted(key: string, years: number): string {
  if (isMonth(key)) return addMonths(key, years * 12)
  const part = /^(\d{4})(-[QH][1-4])?$/.exec(key)
  return part === null ? key : `${Number(part[1]) + years}${part[2] ?? ''}`
}

/**
 * 参考: the same query within the ages of the definition before the break (「旧対象年齢（29歳以下）に限る」),
 * or null where the year lies before the break, or the statistic knows no ages. The old scope may have had
 * other limits (economic status): that caveat is the definition's own (worked case 6).
 */
export function oldScopeRecut(query: StatisticQuery): StatisticQuery | null {
  const definition = findStatistic(query.statistic)
  if (definition === null || !definition.breakdowns.includes('ageBand')) return null
  const { versions } = definition
  const broken = versions.findLastIndex(
    (version) => version.comparability === 'broken' && version.validFrom <= query.frame.fiscalYear,
  )
  const high = versions[broken - 1]?.ages.high ?? null
  if (broken < 1 || high === null) return null
  return { ...query, where: [...query.where, { field: 'age', operator: '<=', age: high }] }
}
