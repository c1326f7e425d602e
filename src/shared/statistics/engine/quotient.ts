import type { Cell, Parts } from '../../cell/cell.ts'
import { ok, type Result } from '../../contract/errors.ts'
import type { Month } from '../../time/day.ts'
import { divide, isAdditive } from '../algebra.ts'
import type { StatisticResult } from '../definition.ts'
import type { StatisticContext, StatisticFrameRows } from './context.ts'
import { evaluateCounted } from './counted.ts'
import type { RecordCounter } from './counter.ts'
import { coverageOf } from './coverage.ts'
import { NoteCollector } from './notes.ts'
import { planQuery, type QueryPlan } from './plan.ts'
import { isOver } from './slices.ts'
import { tallyCells } from './tally-cells.ts'
import type { Excluded } from './workspace.ts'

/**
 * Σnumerator ÷ Σdenominator, row by row. A party's month that has only one of the two is left out of
 * both (33/178, not 33/187: worked case 4), and the parts say how many months remain.
 */
export function evaluateQuotient(
  plan: QueryPlan,
  rows: StatisticFrameRows,
  counter: RecordCounter,
  context: StatisticContext,
): Result<StatisticResult> {
  const { quotient } = plan.definition
  if (quotient === null) throw new Error(`no quotient: ${plan.definition.code}`)
  const above = partPlan(plan, quotient.numerator, rows, context)
  if (!above.ok) return above
  const below = partPlan(plan, quotient.denominator, rows, context)
  if (!below.ok) return below
  const excluded = oneSided(above.value, below.value, rows, context)
  const numerator = evaluateCounted(above.value, rows, counter, context, excluded.test)
  const denominator = evaluateCounted(below.value, rows, counter, context, excluded.test)
  const notes = new NoteCollector()
  if (excluded.count > 0) notes.add('commonMonthsOnly', { leftOut: excluded.count })
  notes.addAll([...numerator.notes, ...denominator.notes])
  const divided = (one: Cell, other: Cell): Cell =>
    quotientOf(one, other, plan.definition.measure === 'rate' ? one.parts : commonParts(one, other))
  const found = new Map(denominator.rows.map((row) => [row.keys.join('\u0001'), row.cell]))
  return ok({
    query: plan.query,
    total: divided(numerator.total, denominator.total),
    rows: numerator.rows.flatMap(({ keys, cell }) => {
      const other = found.get(keys.join('\u0001'))
      return other === undefined ? [] : [{ keys, cell: divided(cell, other) }]
    }),
    notes: notes.list(),
  })
}

function partPlan(
  plan: QueryPlan,
  statistic: string,
  rows: StatisticFrameRows,
  context: StatisticContext,
): Result<QueryPlan> {
  // A denominator of the whole city (population) knows no parties.
  return planQuery({ ...plan.query, statistic }, rows, context)
}

/** The months that stand behind both. (The population behind a rate is one number for the year.) */
const commonParts = (numerator: Cell, denominator: Cell): Parts => ({
  reported: Math.min(numerator.parts.reported, denominator.parts.reported),
  expected: Math.max(numerator.parts.expected, denominator.parts.expected),
})

/** Where one of the two is not there, neither is the quotient. */
function quotientOf(numerator: Cell, denominator: Cell, parts: Parts): Cell {
  if (numerator.state === 'blank') return { ...numerator, parts }
  return denominator.state === 'blank' ? { ...denominator, parts } : divide(numerator, denominator, parts)
}

/** Months that a party told by tally with only one of the two numbers. */
function oneSided(
  above: QueryPlan,
  below: QueryPlan,
  rows: StatisticFrameRows,
  context: StatisticContext,
): { readonly test: Excluded; readonly count: number } {
  const additive = [above, below].every((plan) => isAdditive(plan.definition.measure, 'months'))
  const left = new Set<string>()
  if (additive) {
    const hasAbove = reports(above, rows, context)
    const hasBelow = reports(below, rows, context)
    for (const party of above.parties) {
      for (const month of above.months) {
        const told = isOver(month, above.query.frame.asOf)
        if (told && hasAbove(party, month) !== hasBelow(party, month)) {
          left.add(`${party} ${month}`)
        }
      }
    }
  }
  return { test: (party, month) => left.has(`${party} ${month}`), count: left.size }
}

/** Whether a party's month has a number: records always do, a tally only where it was entered. */
function reports(
  plan: QueryPlan,
  rows: StatisticFrameRows,
  { codes }: StatisticContext,
): (party: string, month: Month) => boolean {
  const coverage = coverageOf(rows, plan.definition.form)
  const cells = tallyCells(rows.tallies, plan.definition.code, [], codes)
  return (party, month) =>
    coverage.modeOf(party, month) !== 'tally' || (cells.month(party, month, [])?.parts.reported ?? 0) > 0
}
