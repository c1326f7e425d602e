import type { CellRange } from '../../../shared/intake/book.ts'
import { lastColumn, lastRow, readReference } from './reference.ts'

/** One term of a simple sum: a number, a cell, or the ranges of a SUM, added or taken away. */
export interface SumTerm {
  readonly sign: 1 | -1
  readonly constant: number
  /** Cells named alone (`A1+B1`): a text in one of them is an error in Excel, in a SUM it is skipped. */
  readonly kind: 'constant' | 'cell' | 'sum'
  readonly ranges: readonly CellRange[]
}

interface Shift {
  readonly rows: number
  readonly columns: number
}

const unmoved: Shift = { rows: 0, columns: 0 }

/**
 * Reads a formula as a simple sum over cells of its own sheet: `SUM(E4:G4)`, `SUM(A1,B2:B9)`, `A1+B1-C1`,
 * `SUM(A1:A3)-B1`. Null for everything else: other functions, other sheets, products, names.
 * `shift` moves the references that are not fixed by `$` (formulas shared by neighbours).
 */
export function readSum(formula: string, shift: Shift = unmoved): readonly SumTerm[] | null {
  const text = formula.replaceAll(/\s+/g, '').replace(/^=/, '')
  if (text === '' || text.length > 2_000) return null
  const terms: SumTerm[] = []
  const pattern = /([+-]?)(?:SUM\(([^()]*)\)|(\$?[A-Z]{1,3}\$?\d{1,7})|(\d+(?:\.\d+)?))/giy
  while (pattern.lastIndex < text.length) {
    const begin = pattern.lastIndex
    const found = pattern.exec(text)
    if (found === null || (begin > 0 && found[1] === '')) return null
    const sign = found[1] === '-' ? -1 : 1
    const [, , list, cell, constant] = found
    if (constant !== undefined) {
      terms.push({ sign, kind: 'constant', constant: Number(constant), ranges: [] })
      continue
    }
    const ranges = (list ?? cell ?? '').split(',').map((written) => readShifted(written, shift))
    if (ranges.some((range) => range === null)) return null
    terms.push({
      sign,
      kind: list === undefined ? 'cell' : 'sum',
      constant: 0,
      ranges: ranges.filter((range) => range !== null),
    })
  }
  return terms.every((term) => term.kind === 'constant') ? null : terms
}

function readShifted(written: string, shift: Shift): CellRange | null {
  const ends = written.split(':')
  if (ends.length > 2) return null
  const from = shifted(ends[0] ?? '', shift)
  const to = shifted(ends[1] ?? ends[0] ?? '', shift)
  if (from === null || to === null) return null
  return {
    fromRow: Math.min(from.row, to.row),
    fromColumn: Math.min(from.column, to.column),
    toRow: Math.max(from.row, to.row),
    toColumn: Math.max(from.column, to.column),
  }
}

function shifted(written: string, shift: Shift): { readonly row: number; readonly column: number } | null {
  const reference = readReference(written)
  if (reference === null) return null
  const row = reference.row + (/\$\d/.test(written) ? 0 : shift.rows)
  const column = reference.column + (written.startsWith('$') ? 0 : shift.columns)
  return row >= 1 && row <= lastRow && column >= 1 && column <= lastColumn ? { row, column } : null
}
