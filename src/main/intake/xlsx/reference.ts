/** 1-based. */
export interface CellReference {
  readonly row: number
  readonly column: number
}

export const lastRow = 1_048_576
export const lastColumn = 16_384

/** The column of `AB12` or `AB`; 0 where there is none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~0x20
    if (letter < 0x41 || letter > 0x5a) return at === 0 || at > 3 ? 0 : column
    column = column * 26 + letter - 0x40
  }
  return reference.length > 3 ? 0 : column
}

/** `B12` → row 12, column 2; null for what is no cell of a sheet. */
export function readReference(text: string): CellReference | null {
  const parts = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text)
  if (parts === null) return null
  const column = columnOf(parts[1] ?? '')
  const row = Number(parts[2])
  return column <= lastColumn && row <= lastRow ? { row, column } : null
}

/** 28 → `AB`. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(0x41 + ((rest - 1) % 26)) + name
  }
  return name
}

/** `A1:C3` or `A1`, ends in order; null for anything else. */
export function readRange(text: string): {
  readonly fromRow: number
  readonly fromColumn: number
  readonly toRow: number
  readonly toColumn: number
} | null {
  const [first = '', second = first, ...more] = text.split(':')
  const from = readReference(first)
  const to = readReference(second)
  if (from === null || to === null || more.length > 0) return null
  return {
    fromRow: Math.min(from.row, to.row),
    fromColumn: Math.min(from.column, to.column),
    toRow: Math.max(from.row, to.row),
    toColumn: Math.max(from.column, to.column),
  }
}
