import type { Cell } from '../cell/cell.ts'
import { missingCell } from '../paper/assemble/cells.ts'
import { codeLabel } from '../paper/assemble/code-labels.ts'
import { statisticLabel } from '../paper/assemble/labels.ts'
import { filterWithinScope, withinScope } from '../paper/assemble/scope.ts'
import type { StatisticResult } from '../statistics/definition.ts'
import { exploreTable } from '../words/explore.ts'
import { tableWords } from '../words/papers.ts'
import { cellAtKeys, type ExploreMaterial } from './page.ts'
import { recutAge } from './recut.ts'

/** One year of the table and its answers. */
export interface YearColumn {
  readonly year: number
  readonly label: string
  readonly part: string
  readonly place: number
  readonly recut: number | null
  readonly result: StatisticResult | null
  readonly recutResult: StatisticResult | null
  readonly cells: ReadonlyMap<string, Cell>
  readonly breakMark: string | null
  readonly breakNote: string | null
  readonly provisional: boolean
}

/** One line of the table: what it shows of each year. */
export interface YearLine {
  readonly id: string
  readonly label: string
  readonly indent: number
  readonly bold: boolean
  readonly keys: readonly string[]
  readonly of: 'main' | 'recut'
  cell(column: YearColumn): Cell | null
}

/** The total, the codes of the breakdown, and the 参考 line where it is asked for. */
export function linesOf(material: ExploreMaterial, codes: readonly string[]): readonly YearLine[] {
  const { definition, plan, facts } = material
  const breakdown = plan.down
  const age = plan.years.some((one) => one.recut !== null)
    ? recutAge(definition, plan.frame.fiscalYear)
    : null
  return [
    {
      id: 'total',
      label: breakdown === null ? statisticLabel(definition) : tableWords.grandTotal,
      indent: 0,
      bold: true,
      keys: [],
      of: 'main',
      cell: (column) => column.result?.total ?? null,
    },
    ...(breakdown === null
      ? []
      : codes.map(
          (code): YearLine => ({
            id: `code.${code}`,
            label: codeLabel(facts, breakdown, code),
            indent: 1,
            bold: false,
            keys: [code],
            of: 'main',
            cell: (column) => {
              const cell = cellAtKeys(column.cells, code)
              return cell === null ? null : withinScope(cell, definition, column.year, breakdown, code)
            },
          }),
        )),
    ...(age === null
      ? []
      : [
          {
            id: 'recut',
            label: exploreTable.recut(age),
            indent: 0,
            bold: false,
            keys: [],
            of: 'recut' as const,
            cell: (column: YearColumn) => {
              const where = [{ field: 'age', operator: '<=', age } as const]
              return column.recutResult === null
                ? filterWithinScope(column.result?.total ?? missingCell, definition, column.year, where)
                : column.recutResult.total
            },
          },
        ]),
  ]
}
