import type { TimeFrame } from '../time/day.ts'
import { type CountRow, countRows, isCount } from './count-rows.ts'
import { type Check, type CheckFinding, type CheckRows, finding } from './finding.ts'
import { codesOfTally, tallyYears } from './tally-grid.ts'
import { judgeSlip, logByChance, type SlipJudgement } from './typing-slips.ts'

/**
 * Logarithms of how much better a mistake must explain a number than chance does. Chosen on the tuning
 * seeds of `tests/bench/checks-seeded.ts` so that fewer than one clean cell in 500 is doubted.
 */
export const thresholds = { slip: 2.8, swap: 4.8 } as const
/** Nothing within so many standard deviations of what is expected is worth a look. */
const near = 2.2

/**
 * Mistyped counts (domain §7): a digit inserted, dropped or changed with its neighbour, ×10, ÷10, 千円 for
 * 円, and two cells that hold each other's value. 35,339 typed as 353,439 spread to 123 places of a report
 * (product, accidents).
 *
 * Each number has two explanations, a slip or chance, given the same month of earlier years at the level
 * of this one and the months beside it (`expected-counts.ts`); it is doubted when the slip explains it
 * better by far. So small counts, of which nothing can be said, are left alone by themselves.
 */
export const checkSlips: Check = (rows, frame) => {
  const found: CheckFinding[] = []
  let above: CountRow | null = null
  for (const row of countRows(rows, frame)) {
    const beside = above !== null && above.party === row.party ? above : null
    found.push(...slipsOf(row, beside))
    above = row
  }
  return [...mostLikely(found), ...slipsOfYears(rows, frame)]
}

const strength = new WeakMap<CheckFinding, { readonly log: number; readonly cells: readonly string[] }>()

/** Of several explanations of one cell the best: a swap explains two. */
function mostLikely(found: readonly CheckFinding[]): readonly CheckFinding[] {
  const taken = new Set<string>()
  const kept = new Set<CheckFinding>()
  const logOf = (one: CheckFinding): number => strength.get(one)?.log ?? 0
  for (const one of found.toSorted((a, b) => logOf(b) - logOf(a))) {
    const cells = strength.get(one)?.cells ?? []
    if (cells.some((cell) => taken.has(cell))) continue
    kept.add(one)
    for (const cell of cells) taken.add(cell)
  }
  return found.filter((one) => kept.has(one))
}

function slipsOf(row: CountRow, above: CountRow | null): readonly CheckFinding[] {
  const found: CheckFinding[] = []
  for (let at = 0; at < 12; at += 1) {
    const value = row.counts[at] ?? null
    if (value === null) continue
    const expected = row.model.expected(at)
    if (expected === null) continue
    const distance = (value - expected.mean) ** 2 / expected.variance
    if (row.isAsked(at) && distance > near * near) {
      const judged = judgeSlip(value, expected.mean, expected.variance)
      if (judged !== null && judged.log > thresholds.slip)
        found.push(toldSlip(row, at, expected.mean, judged))
    }
    if (distance < 0.5) continue
    if (at < 11) found.push(...swapped(row, at, row, at + 1))
    if (above !== null) found.push(...swapped(row, at, above, at))
  }
  return found
}

function toldSlip(row: CountRow, at: number, mean: number, judged: SlipJudgement): CheckFinding {
  const { party, fiscalYear, statistic, codes } = row
  const cell = row.cells[at] ?? null
  const value = row.counts[at] ?? 0
  const lastYear = row.lastYear[at] ?? null
  const told = finding(
    judged.kind === 'unit' ? 'unitSlip' : 'digitSlip',
    { party, fiscalYear, statistic, month: cell?.month ?? null, rowId: cell?.id ?? null },
    {
      value,
      expected: lastYear ?? Math.round(mean),
      likely: judged.likely,
      codes,
      against: lastYear === null ? 'neighbours' : 'lastYear',
    },
    // Later months move the estimate, but not what was looked at.
    [value, lastYear],
  )
  strength.set(told, { log: judged.log - thresholds.slip, cells: cell === null ? [] : [cell.id] })
  return told
}

/** Two cells beside each other: each holds what is expected of the other. */
function swapped(one: CountRow, at: number, other: CountRow, otherAt: number): readonly CheckFinding[] {
  const [a, b] = [one.counts[at] ?? null, other.counts[otherAt] ?? null]
  if (a === null || b === null || a === b || !one.isAsked(at) || !other.isAsked(otherAt)) return []
  const here = one.model.expected(at, one === other ? otherAt : at)
  const there = other.model.expected(otherAt, one === other ? at : otherAt)
  if (here === null || there === null) return []
  // Both must come nearer to what is expected of them.
  if (Math.abs(b - here.mean) >= Math.abs(a - here.mean)) return []
  if (Math.abs(a - there.mean) >= Math.abs(b - there.mean)) return []
  const log =
    logByChance(b, here.mean, here.variance) +
    logByChance(a, there.mean, there.variance) -
    logByChance(a, here.mean, here.variance) -
    logByChance(b, there.mean, there.variance)
  if (log <= thresholds.swap) return []
  const [cell, beside] = [one.cells[at] ?? null, other.cells[otherAt] ?? null]
  const { party, fiscalYear, statistic, codes } = one
  const place = { party, fiscalYear, statistic, month: cell?.month ?? null, rowId: cell?.id ?? null }
  const name = one === other ? (beside?.month ?? '') : other.statistic
  const told = finding('swappedCells', place, { value: a, other: name, otherValue: b, codes }, [a, b])
  const cells = [cell, beside].flatMap((row) => (row === null ? [] : [row.id]))
  strength.set(told, { log: log - thresholds.swap, cells })
  return [told]
}

/** A year's own value knows only the one before it; half as much again is nothing to ask about. */
const yearly = { dispersion: 1.3, relative: 0.12 }

function slipsOfYears(rows: CheckRows, frame: TimeFrame): readonly CheckFinding[] {
  const before = valuesOfYears(rows.tallies)
  return tallyYears(rows, frame).flatMap(({ party, fiscalYear, rows: own }) =>
    own.flatMap((row) => {
      const { value, statistic, month, id } = row
      const codes = codesOfTally(row)
      const last = before.get([party, fiscalYear - 1, statistic, codes].join(' ')) ?? null
      if (month !== null || value === null || last === null || last <= 0 || !isCount(statistic)) return []
      const judged = judgeSlip(value, last, yearly.dispersion * last + yearly.relative * last * last)
      if (judged === null || judged.log <= thresholds.slip) return []
      const parameters = { value, expected: last, likely: judged.likely, codes, against: 'lastYear' }
      const rule = judged.kind === 'unit' ? 'unitSlip' : 'digitSlip'
      return [finding(rule, { party, fiscalYear, statistic, rowId: id }, parameters, [value, last])]
    }),
  )
}

const knownYears = new WeakMap<CheckRows['tallies'], ReadonlyMap<string, number>>()

function valuesOfYears(tallies: CheckRows['tallies']): ReadonlyMap<string, number> {
  const known = knownYears.get(tallies)
  if (known !== undefined) return known
  const values = new Map<string, number>()
  for (const row of tallies) {
    if (row.month !== null || !row.adopted || row.value === null) continue
    values.set([row.party, row.fiscalYear, row.statistic, codesOfTally(row)].join(' '), row.value)
  }
  knownYears.set(tallies, values)
  return values
}
