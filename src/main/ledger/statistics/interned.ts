/** Codes as small numbers, in the order in which they were first met. */
export class Interned {
  readonly codes: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(code: string): number {
    const known = this.#numbers.get(code)
    if (known !== undefined) return known
    const number = this.codes.length
    this.codes.push(code)
    this.#numbers.set(code, number)
    return number
  }
}

/** One code for each row: `codes[values[row]]`. */
export interface Column {
  readonly codes: readonly string[]
  readonly values: Uint16Array
}

/** Any number of codes for each row: `values` from `offsets[row]` to `offsets[row + 1]`. */
export interface Choices {
  readonly codes: readonly string[]
  readonly offsets: Uint32Array
  readonly values: Uint16Array
}

/** The column with each code replaced; two codes that become one share a number. */
export function mapColumn(column: Column, replace: (code: string) => string): Column {
  const interned = new Interned()
  const numbers = Uint16Array.from(column.codes, (code) => interned.numberOf(replace(code)))
  // Nearly always no two become one, and every row keeps its number.
  if (interned.codes.length === numbers.length) return { codes: interned.codes, values: column.values }
  const values = new Uint16Array(column.values.length)
  for (let row = 0; row < values.length; row += 1) values[row] = numbers[column.values[row] ?? 0] ?? 0
  return { codes: interned.codes, values }
}
