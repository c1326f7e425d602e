import type { Cell } from '../cell/cell.ts'
import { measureOf } from '../paper/assemble/measure.ts'
import type { NoteBook } from '../paper/assemble/notes.ts'
import type { TableColumn } from '../paper/model.ts'
import { compareCells } from '../statistics/comparisons.ts'
import { exploreTable } from '../words/explore.ts'
import { growthWords } from '../words/papers.ts'
import { type PlacedCell, placedGrowth } from './cells.ts'
import { cellAtKeys, cellsByKeys, type ExploreMaterial, resultAt } from './page.ts'
import type { YearColumn, YearLine } from './year-lines.ts'

/** One comparison of two neighbouring years, for every line of the table. */
export interface Growth {
  readonly at: number
  /** Cells of the year before: its own column, or the same months (前年同期). */
  readonly previous: (line: YearLine) => Cell | null
  readonly previousYear: number
  readonly broken: string | null
  readonly samePeriod: boolean
}

const growthColumn: Omit<TableColumn, 'heads'> = { align: 'right', width: 11, breakBefore: false }

/** The growth that can be told: of the last year, and where a break forbids that, of the last pair before it. */
export function growthOfYears(material: ExploreMaterial, columns: readonly YearColumn[]): readonly Growth[] {
  const { plan } = material
  const at = columns.length - 1
  const own = columns[at]
  const before = columns[at - 1]
  if (own === undefined || before === undefined) return []
  if (own.breakMark !== null) {
    const earlier = columns[at - 2]
    const pair: readonly Growth[] =
      before.breakMark === null && earlier !== undefined ? [pairOf(at - 1, columns)] : []
    return [...pair, { ...pairOf(at, columns), broken: own.breakMark }]
  }
  if (plan.samePeriod === null) return [pairOf(at, columns)]
  const same = resultAt(material, plan.samePeriod)
  const cells = cellsByKeys(same)
  return [
    {
      ...pairOf(at, columns),
      previous: (line) =>
        line.of === 'recut'
          ? null
          : line.keys.length === 0
            ? (same?.total ?? null)
            : cellAtKeys(cells, ...line.keys),
      samePeriod: true,
    },
  ]
}

const pairOf = (at: number, columns: readonly YearColumn[]): Growth => ({
  at,
  previous: (line) => {
    const column = columns[at - 1]
    return column === undefined || line.of === 'recut' ? null : line.cell(column)
  },
  previousYear: columns[at - 1]?.year ?? 0,
  broken: null,
  samePeriod: false,
})

export function growthHeads(growth: Growth, columns: readonly YearColumn[]): readonly TableColumn[] {
  const label = exploreTable.growthOf(columns[growth.at]?.label ?? '')
  if (growth.broken !== null) return [{ heads: [label], align: 'center', width: 11, breakBefore: false }]
  const group = growth.samePeriod ? `${label}\n${exploreTable.samePeriod}` : label
  return [
    { heads: [group, growthWords.difference], ...growthColumn },
    { heads: [group, growthWords.rate], ...growthColumn },
  ]
}

export function comparedOf(
  growth: Growth,
  line: YearLine,
  columns: readonly YearColumn[],
  { definition }: ExploreMaterial,
): ReturnType<typeof compareCells> | null {
  const column = columns[growth.at]
  if (column === undefined || growth.broken !== null || line.of === 'recut') return null
  const current = line.cell(column)
  const previous = growth.previous(line)
  if (current === null || previous === null) return null
  return compareCells(
    definition,
    { cell: current, fiscalYear: column.year },
    { cell: previous, fiscalYear: growth.previousYear },
  )
}

export function growthCellsOf(
  growth: Growth,
  line: YearLine,
  columns: readonly YearColumn[],
  material: ExploreMaterial,
  book: NoteBook,
): readonly PlacedCell[] {
  if (growth.broken !== null) {
    return [{ cell: { kind: 'broken', text: growth.broken }, source: null }]
  }
  const compared = comparedOf(growth, line, columns, material)
  const column = columns[growth.at]
  const current = column === undefined ? null : line.cell(column)
  const previous = growth.previous(line)
  if (compared === null || current === null || previous === null) return [nothing, nothing]
  const { comparison } = compared
  const mark = comparison.kind === 'broken' ? book.mark(comparison.note) : ''
  return placedGrowth(compared, { current, previous }, measureOf(material.definition), mark)
}

export const nothing: PlacedCell = { cell: { kind: 'empty' }, source: null }
