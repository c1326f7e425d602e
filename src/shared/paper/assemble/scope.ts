import type { Cell } from '../../cell/cell.ts'
import { stateCell } from '../../cell/construct.ts'
import { versionIn } from '../../statistics/catalogue/catalogue.ts'
import type { Filter, StatisticDefinition } from '../../statistics/definition.ts'
import type { FiscalYear } from '../../time/day.ts'

/** Youngest age of the bands of 10 and 5 years by their codes: `30s`, `30-34`, `80plus`, `30-39`. */
const lowestAge = (code: string): number | null => {
  const digits = /^\D*(\d{1,3})/.exec(code)?.[1]
  return digits === undefined ? null : Number(digits)
}

/**
 * Nobody of an age outside the scope of that year's definition could be counted: a 0 there is 該当項目なし
 * (－), never a count. A number that is there all the same is printed.
 */
export function withinScope(
  cell: Cell,
  definition: StatisticDefinition,
  year: FiscalYear,
  breakdown: string,
  code: string,
): Cell {
  if (!breakdown.startsWith('ageBand')) return cell
  const high = versionIn(definition, year)?.ages.high ?? null
  const low = lowestAge(code)
  const outside = high !== null && low !== null && low > high
  return outside && isZero(cell) ? stateCell('notApplicable', { parts: cell.parts }) : cell
}

/** The same for a filter by age: the re-cut of 令和６年度 says nothing about years with the old scope. */
export function filterWithinScope(
  cell: Cell,
  definition: StatisticDefinition,
  year: FiscalYear,
  where: readonly Filter[],
): Cell {
  const byAge = where.some((filter) => filter.field === 'age')
  const limited = (versionIn(definition, year)?.ages.high ?? null) !== null
  return byAge && limited ? stateCell('notApplicable', { parts: cell.parts }) : cell
}

export const isZero = (cell: Cell): boolean =>
  cell.state === 'value' && cell.quantity.kind === 'integer' && cell.quantity.integer === 0
