import { findStatistic } from '../../../statistics/catalogue/catalogue.ts'
import { formatFiscalYear } from '../../../time/format.ts'
import { missingCell } from '../../assemble/cells.ts'
import { measureOf } from '../../assemble/measure.ts'
import type { NoteBook } from '../../assemble/notes.ts'
import { answer, type Results } from '../../assemble/query.ts'
import { filterWithinScope } from '../../assemble/scope.ts'
import { sourceOfFrame } from '../../assemble/source.ts'
import type { TextBlock } from '../../assemble/text-block.ts'
import { yearChart } from '../../assemble/year-chart.ts'
import { type YearRow, yearTable } from '../../assemble/year-table.ts'
import type { PaperSettings } from '../../draft.ts'
import { type figureRows, figureRowsIn } from './figure-rows.ts'
import { figureYears } from './queries.ts'

/**
 * 「取組の実績」 (optional): the table of the last three years and the chart of 相談延べ件数. It stands under
 * ３（３） without a number of its own, so that the numbers of the city's paper stay as they are.
 */
export function figureBlocks(
  settings: PaperSettings,
  results: Results,
  noteBook: NoteBook,
): readonly TextBlock[] {
  const { frame } = settings
  const years = figureYears(frame.fiscalYear).filter((year) => hasAnswer(results, year))
  const source = sourceOfFrame(frame)
  const rows = figureRowsIn(frame.fiscalYear)
  const table = yearTable({
    id: 'figures.table',
    title: titleOf(years),
    frame,
    years,
    rows: rows.flatMap((row, index) => yearRow(row, index, years, results)),
    notes: [personsNote, ...(rows.some((row) => row.where.length > 0) ? [recutNote] : [])],
    noteBook,
    source,
  })
  const definition = findStatistic('consultation.events')
  if (definition === null) return [{ kind: 'ready', block: table }]
  const chart = yearChart({
    id: 'figures.chart',
    title: `${definition.label}の推移`,
    frame,
    years,
    definition,
    cells: years.map((year) => answer(results, definition.code, year)?.total ?? missingCell),
    noteBook,
    source,
  })
  return [
    {
      kind: 'paragraph',
      id: 'figures.lead',
      level: 2,
      text: '取組の実績は、次のとおりである。',
    },
    { kind: 'ready', block: table },
    { kind: 'ready', block: chart },
  ]
}

const personsNote =
  '相談実人数は、対象期間に相談のあった者の数であり、月ごとの数の合計ではない。匿名の相談は含まない。'
const recutNote =
  '（参考）29歳以下は、相談延べ件数を旧対象年齢に限って数えたものである。経済状況による限定はしていない。年齢不明の相談は、30歳以上にも29歳以下にも含まない。'

const hasAnswer = (results: Results, year: number): boolean =>
  answer(results, 'consultation.events', year) !== null

function titleOf(years: readonly number[]): string {
  const first = years[0]
  const last = years.at(-1)
  if (first === undefined || last === undefined) return 'ひきこもり支援の実績'
  const span =
    first === last ? formatFiscalYear(first) : `${formatFiscalYear(first)}から${formatFiscalYear(last)}まで`
  return `ひきこもり支援の実績（${span}）`
}

function yearRow(
  row: (typeof figureRows)[number],
  index: number,
  years: readonly number[],
  results: Results,
): readonly YearRow[] {
  const definition = findStatistic(row.statistic)
  if (definition === null) return []
  return [
    {
      id: `${row.statistic}/${index}`,
      label: row.label,
      indent: row.indent,
      bold: false,
      definition,
      measure: measureOf(definition),
      cells: years.map((year) =>
        filterWithinScope(
          answer(results, row.statistic, year, { where: row.where })?.total ?? missingCell,
          definition,
          year,
          row.where,
        ),
      ),
    },
  ]
}
