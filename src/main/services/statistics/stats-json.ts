import type { Cell, Parts } from '../../../shared/cell/cell.ts'
import { rawNumber } from '../../../shared/cell/write.ts'
import { measureOf } from '../../../shared/paper/assemble/measure.ts'
import type { StatisticDefinition, StatisticResult } from '../../../shared/statistics/definition.ts'
import type { Day, Period } from '../../../shared/time/day.ts'
import { noteWords } from '../../../shared/words/statistics.ts'

/** A cell for scripts (architecture §6). `value` is the number as a paper prints it, null where there is none. */
export interface StatsCell {
  readonly state: Cell['state']
  readonly value: number | null
  readonly parts: Parts
  readonly flags: readonly string[]
  /** Of a quotient: what stands behind `value`. */
  readonly numerator?: number
  readonly denominator?: number
  /** Of a number that is known only within bounds; `value` is null then. */
  readonly low?: number
  readonly high?: number
}

/** What `stats` prints with `--json`: stable, others script against it. */
export interface StatsJson {
  readonly statistic: string
  readonly fiscalYear: number
  readonly period: Period
  readonly asOf: Day
  readonly unit: string
  readonly total: StatsCell
  readonly by: readonly { readonly keys: readonly string[]; readonly cell: StatsCell }[]
  readonly notes: readonly { readonly code: string; readonly text: string }[]
}

export function statsJson(definition: StatisticDefinition, result: StatisticResult): StatsJson {
  const { frame } = result.query
  return {
    statistic: definition.code,
    fiscalYear: frame.fiscalYear,
    period: frame.period,
    asOf: frame.asOf,
    unit: definition.unit,
    total: statsCell(result.total, definition),
    by: result.rows.map((row) => ({ keys: row.keys, cell: statsCell(row.cell, definition) })),
    notes: result.notes.map((note) => ({ code: note.code, text: noteWords(note) })),
  }
}

function statsCell(cell: Cell, definition: StatisticDefinition): StatsCell {
  const { state, parts, flags } = cell
  const base = { state, value: rawNumber(cell, measureOf(definition)), parts, flags }
  if (cell.state !== 'value') return base
  const { quantity } = cell
  if (quantity.kind === 'fraction') {
    return { ...base, numerator: quantity.numerator, denominator: quantity.denominator }
  }
  return quantity.kind === 'range' ? { ...base, low: quantity.low, high: quantity.high } : base
}
