import { findStatistic } from '../../../statistics/catalogue/catalogue.ts'
import { missingCell } from '../../assemble/cells.ts'
import { statisticLabel } from '../../assemble/labels.ts'
import { measureOf } from '../../assemble/measure.ts'
import type { NoteBook } from '../../assemble/notes.ts'
import { answer } from '../../assemble/query.ts'
import { resultNotes } from '../../assemble/result-notes.ts'
import { sourceOfFrame } from '../../assemble/source.ts'
import type { TextBlock } from '../../assemble/text-block.ts'
import { type YearRow, yearTable } from '../../assemble/year-table.ts'
import type { TemplateInput } from '../../template.ts'
import { annualYears } from './queries.ts'

/** Everything at hand while the yearbook is put together. */
export interface Book {
  readonly input: TemplateInput
  readonly noteBook: NoteBook
  /** Of the last three, those of which the ledger has anything. */
  readonly years: readonly number[]
  readonly source: string
}

export function bookOf(input: TemplateInput, noteBook: NoteBook): Book {
  const { frame } = input.draft.settings
  return {
    input,
    noteBook,
    years: annualYears(frame.fiscalYear).filter(
      (year) => year === frame.fiscalYear || answer(input.results, 'consultation.events', year) !== null,
    ),
    source: sourceOfFrame(frame),
  }
}

/** Statistics × years under one title. */
export function statisticsTable(
  book: Book,
  table: {
    readonly id: string
    readonly title: string
    readonly statistics: readonly (readonly [statistic: string, indent: 0 | 1])[]
  },
): TextBlock {
  const { input, years } = book
  const { frame } = input.draft.settings
  const results = table.statistics.map(([statistic]) => answer(input.results, statistic, frame.fiscalYear))
  return {
    kind: 'ready',
    block: yearTable({
      id: table.id,
      title: table.title,
      frame,
      years,
      rows: table.statistics.flatMap((line) => statisticRow(book, line)),
      notes: resultNotes(results),
      noteBook: book.noteBook,
      source: book.source,
    }),
  }
}

function statisticRow(
  { input, years }: Book,
  [statistic, indent]: readonly [statistic: string, indent: 0 | 1],
): readonly YearRow[] {
  const definition = findStatistic(statistic)
  if (definition === null) return []
  return [
    {
      id: statistic,
      label: statisticLabel(definition),
      indent,
      bold: false,
      definition,
      measure: measureOf(definition),
      cells: years.map((year) => answer(input.results, statistic, year)?.total ?? missingCell),
    },
  ]
}
