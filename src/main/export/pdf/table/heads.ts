import type { TableColumn } from '../../../../shared/paper/model.ts'

/** A cell of a table's head, merged over equal neighbours and down to the last level. */
export interface HeadCell {
  readonly text: string
  readonly column: number
  readonly level: number
  readonly columnSpan: number
  readonly levelSpan: number
}

/** Levels of the head: the deepest column's number of head lines. */
export const headLevels = (columns: readonly TableColumn[]): number =>
  Math.max(1, ...columns.map((column) => column.heads.length))

/**
 * Merges the heads of columns: outer heads that are equal under equal outer heads become one cell; a
 * column's own head reaches down to the rows. A group never crosses a break in the series.
 */
export function mergeHeads(columns: readonly TableColumn[]): HeadCell[] {
  const levels = headLevels(columns)
  const cells: HeadCell[] = []
  for (let level = 0; level < levels; level++) {
    for (let column = 0; column < columns.length; ) {
      const heads = columns[column]?.heads ?? []
      const text = heads[level]
      if (text === undefined) {
        column++
        continue
      }
      const own = level === heads.length - 1
      let end = column + 1
      if (!own) while (end < columns.length && shares(columns, column, end, level)) end++
      cells.push({
        text,
        column,
        level,
        columnSpan: end - column,
        levelSpan: own ? levels - level : 1,
      })
      column = end
    }
  }
  return cells
}

function shares(columns: readonly TableColumn[], first: number, next: number, level: number): boolean {
  const a = columns[first]?.heads ?? []
  const b = columns[next]
  if (!b || b.breakBefore || b.heads.length - 1 <= level) return false
  return a.slice(0, level + 1).every((head, index) => head === b.heads[index])
}
