import type { SheetCell, SheetRow } from './book.ts'

/** A cell as a person reads it; '' for a hole, an empty text and a formula that nobody computed. */
export function cellText(cell: SheetCell | null | undefined): string {
  if (cell === null || cell === undefined) return ''
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return cell.percent === true ? `${Number((cell.value * 100).toPrecision(15))}%` : String(cell.value)
    case 'day':
      return cell.monthOnly === true ? cell.day.slice(0, 7) : cell.day
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE'
    case 'error':
      return cell.text
    case 'formula':
      return ''
  }
}

/** Whether nothing stands in the cell that a person would see. A formula without a value is not blank. */
export const isBlankCell = (cell: SheetCell | null | undefined): boolean =>
  cell === null || cell === undefined || (cell.kind === 'text' && cell.text.trim() === '')

/** The cell of a row by its column, 1-based. */
export const cellAt = (row: SheetRow, column: number): SheetCell | null => row.cells[column - 1] ?? null

/** As it may stand in a problem or a reading: one line, at most 60 characters. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

/** 〃, 同上: the value of the row above. */
export const isDitto = (text: string): boolean =>
  text.length <= 6 && /^[\s　]*(?:〃|″|〟|々|"|”|同上|同)[\s　]*$/.test(text)

/** －, －－, なし: nothing was told, and nobody knows what is meant. */
export const isLoneDash = (text: string): boolean =>
  text.length <= 6 && /^[\s　]*(?:[-−‐‑‒–—―ー─━－]{1,3}|なし|無し|無)[\s　]*$/.test(text)
