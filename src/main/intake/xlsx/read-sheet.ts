import type { Sheet, SheetCell } from '../../../shared/intake/book.ts'
import type { Findings } from '../findings.ts'
import type { GridRow, Room } from '../grid.ts'
import { hasUnknownCharacters } from '../texts.ts'
import { readXml } from '../xml/read-xml.ts'
import type { ZipEntry } from '../zip/archive.ts'
import type { Budget } from '../zip/inflate.ts'
import type { BookContext } from './cell-value.ts'
import { computeSums, type FormulaBudget } from './compute.ts'
import { clearMerged } from './merges.ts'
import { SheetListener } from './sheet.ts'

export interface SheetSource {
  readonly name: string
  readonly hidden: boolean
  readonly entry: ZipEntry
}

/** Counters that all sheets of a book share. */
export interface SheetMeans {
  readonly context: BookContext
  readonly findings: Findings
  readonly room: Room
  readonly budget: Budget
  readonly formulas: FormulaBudget
}

export function readSheet(source: SheetSource, means: SheetMeans): Sheet {
  const { name, hidden, entry } = source
  const listener = new SheetListener(name, entry.name, means.context, means.findings, means.room)
  readXml(entry, means.budget, listener)
  const { rows, merges } = listener
  computeSums(rows, listener.pending, means.formulas, name, means.findings)
  clearMerged(rows, merges)
  const filled = trimmed(rows)
  const columnCount = filled.reduce((most, row) => Math.max(most, row.cells.length), 0)
  noteUnknownCharacters(name, filled, means.findings)
  if (filled.length === 0) means.findings.note('emptySheet', name)
  if (hidden) means.findings.note('hiddenSheet', name)
  return {
    name,
    hidden,
    rows: filled,
    merges,
    hiddenColumns: hiddenWithin(listener.hiddenColumns, columnCount),
    columnCount,
  }
}

/** Under a merge cells became empty: rows end with their last value again, and hold one. */
function trimmed(rows: readonly GridRow[]): readonly GridRow[] {
  const filled = rows.filter((row) => {
    while (row.cells.length > 0 && row.cells.at(-1) === null) row.cells.pop()
    return row.cells.length > 0
  })
  return filled
}

function hiddenWithin(
  ranges: readonly { readonly from: number; readonly to: number }[],
  columnCount: number,
): readonly number[] {
  const hidden = new Set<number>()
  for (const { from, to } of ranges) {
    for (let column = from; column <= Math.min(to, columnCount); column++) hidden.add(column)
  }
  return [...hidden].sort((left, right) => left - right)
}

/** Texts are shared objects: each is looked at once. */
export function noteUnknownCharacters(sheet: string, rows: readonly GridRow[], findings: Findings): void {
  const seen = new Map<SheetCell, boolean>()
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries()) {
      if (cell?.kind !== 'text') continue
      let unknown = seen.get(cell)
      if (unknown === undefined) {
        unknown = hasUnknownCharacters(cell.text)
        seen.set(cell, unknown)
      }
      if (unknown) findings.note('unknownCharacters', sheet, row.number, index + 1)
    }
  }
}
