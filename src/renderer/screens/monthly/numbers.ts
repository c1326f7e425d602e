import type { Entry } from '../../../shared/monthly/entry.ts'
import type { YearTotal } from '../../../shared/monthly/year-total.ts'
import type { Sheet } from './sheet.ts'

/** The number of an entry that counts; null for a state, and for what is offered and not adopted. */
export const numberOf = (entry: Entry): number | null =>
  entry.adopted && entry.state === 'value' ? entry.value : null

/** Twelve numbers of a line: this year's (what the records count included) and last year's. */
export function courses(
  sheet: Sheet,
  row: number,
): {
  readonly current: readonly (number | null)[]
  readonly previous: readonly (number | null)[]
} {
  const columns = [...sheet.months.keys()]
  return {
    current: columns.map((column) => {
      const counted = sheet.isCounted({ row, column }) ? sheet.countedAt({ row, column }) : null
      if (counted !== null) {
        return counted.state === 'value' && counted.quantity.kind === 'integer'
          ? counted.quantity.integer
          : null
      }
      return numberOf(sheet.at({ row, column }).entry)
    }),
    previous: columns.map((column) => numberOf(sheet.previousAt({ row, column }))),
  }
}

/** 「+1」「−2」「0」. */
export function signed(difference: number): string {
  if (difference === 0) return '0'
  return difference > 0 ? `+${difference}` : `−${-difference}`
}

/** This year against the last over the months that both have: 「同じ 9月分」. */
export function sameMonths(
  current: readonly (number | null)[],
  previous: readonly (number | null)[],
): { readonly months: number; readonly difference: number } {
  const pairs = current.flatMap((value, at) => {
    const before = previous[at] ?? null
    return value === null || before === null ? [] : [value - before]
  })
  return { months: pairs.length, difference: pairs.reduce((sum, one) => sum + one, 0) }
}

/** The plain number of a year's total; null where it is none. */
export function totalNumber(total: YearTotal): number | null {
  const { cell } = total
  return cell.state === 'value' && cell.quantity.kind === 'integer' ? cell.quantity.integer : null
}

/** Σ of the 内訳 of a total by one breakdown, as far as they are numbers; null where it has none. */
export function partsSum(sheet: Sheet, row: number, column: number): number | null {
  const line = sheet.line(row)
  if (Object.keys(line.keys).length > 0) return null
  const parts = sheet.lines.flatMap((other, at) =>
    other.statistic === line.statistic && Object.keys(other.keys).length === 1 ? [{ other, at }] : [],
  )
  const [first] = parts
  const cut = first === undefined ? undefined : Object.keys(first.other.keys)[0]
  if (cut === undefined) return null
  const values = parts
    .filter(({ other }) => cut in other.keys)
    .flatMap(({ at }) => numberOf(sheet.at({ row: at, column }).entry) ?? [])
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0)
}
