import type { Cell } from '../../src/shared/cell/cell.ts'
import { calculate } from '../../src/shared/statistics/calculate.ts'
import type { Filter, StatisticQuery, StatisticResult } from '../../src/shared/statistics/definition.ts'
import type { StatisticContext } from '../../src/shared/statistics/engine/context.ts'
import type { LedgerRows } from '../../src/shared/statistics/rows.ts'
import type { Day, Month } from '../../src/shared/time/day.ts'
import { plainContext } from './code-book.ts'

export interface QueryChoice {
  readonly by?: readonly string[]
  readonly where?: readonly Filter[]
  readonly party?: string | null
  readonly fiscalYear?: number
  readonly from?: Month
  readonly to?: Month
  readonly asOf?: Day
}

/** A query over the whole of FY2024 as of its last day, unless said otherwise. */
export function queryOf(statistic: string, choice: QueryChoice = {}): StatisticQuery {
  const fiscalYear = choice.fiscalYear ?? 2024
  return {
    statistic,
    frame: {
      fiscalYear,
      period: {
        from: choice.from ?? (`${fiscalYear}-04` as Month),
        to: choice.to ?? (`${fiscalYear + 1}-03` as Month),
      },
      asOf: choice.asOf ?? (`${fiscalYear + 1}-03-31` as Day),
    },
    by: choice.by ?? [],
    where: choice.where ?? [],
    party: choice.party ?? null,
  }
}

/** The answer, or the error's code as a thrown Error. */
export function ask(
  rows: LedgerRows,
  statistic: string,
  choice: QueryChoice = {},
  context: StatisticContext = plainContext,
): StatisticResult {
  const answer = calculate(queryOf(statistic, choice), rows, context)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

/** Short for tests: 12, '30/34', '92–133', or the state; '33 (11/12)' where months are missing. */
export function short(cell: Cell): number | string {
  const { reported, expected } = cell.parts
  const missing = reported < expected ? ` (${reported}/${expected})` : ''
  if (cell.state !== 'value') return `${cell.state}${missing}`
  const { quantity } = cell
  if (quantity.kind === 'integer') return missing === '' ? quantity.integer : `${quantity.integer}${missing}`
  if (quantity.kind === 'range') return `${quantity.low}–${quantity.high}${missing}`
  return `${quantity.numerator}/${quantity.denominator}${missing}`
}

/** Rows of a single breakdown without zeros: `{ phone: 122 }`. */
export function shortRows(result: StatisticResult): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    result.rows
      .map((row) => [row.keys.join('/'), short(row.cell)] as const)
      .filter(([, value]) => value !== 0),
  )
}
