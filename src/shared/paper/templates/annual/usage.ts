import { findStatistic } from '../../../statistics/catalogue/catalogue.ts'
import { tableWords } from '../../../words/papers.ts'
import { breakdownTable } from '../../assemble/breakdown-table.ts'
import { breakdownLabel } from '../../assemble/code-labels.ts'
import { crossTable } from '../../assemble/cross-table.ts'
import { statisticLabel } from '../../assemble/labels.ts'
import { answer } from '../../assemble/query.ts'
import { resultNotes } from '../../assemble/result-notes.ts'
import type { TextBlock } from '../../assemble/text-block.ts'
import { timeTable } from '../../assemble/time-table.ts'
import { crossTables, monthlyStatistics, usageTables } from './contents.ts'
import type { Book } from './place.ts'

/** ３ 利用状況: by month, and by method, caller, age band and route with the years before. */
export function usageBlocks(book: Book): readonly TextBlock[] {
  return [
    { kind: 'heading', id: 'usage', level: 1, text: '利用状況' },
    { kind: 'heading', id: 'usage.month', level: 2, text: '月別' },
    monthTable(book),
    ...usageTables.flatMap(([statistic, breakdown]) => codeTable(book, statistic, breakdown)),
  ]
}

function monthTable(book: Book): TextBlock {
  const { input } = book
  const year = input.draft.settings.frame.fiscalYear
  const rows = monthlyStatistics.flatMap((statistic, index) => {
    const definition = findStatistic(statistic)
    const result = answer(input.results, statistic, year, { by: ['month'] })
    return definition === null || result === null
      ? []
      : [
          {
            id: statistic,
            label: statisticLabel(definition),
            indent: index === 2 ? 1 : 0,
            bold: false,
            definition,
            result,
          },
        ]
  })
  return {
    kind: 'ready',
    block: timeTable({
      id: 'usage.month.table',
      title: '相談の状況（月別）',
      facts: input.facts,
      breakdown: 'month',
      head: tableWords.item,
      rows,
      notes: [personsOverMonths, ...resultNotes(rows.map((row) => row.result))],
      noteBook: book.noteBook,
      source: book.source,
    }),
  }
}

const personsOverMonths = '相談実人数の期間計は、期間中に相談のあった者の数であり、月ごとの数の合計ではない。'

function codeTable(book: Book, statistic: string, breakdown: string): readonly TextBlock[] {
  const { input } = book
  const definition = findStatistic(statistic)
  if (definition === null) return []
  const years = book.years.map((year) => ({
    year,
    result: answer(input.results, statistic, year, { by: [breakdown] }),
  }))
  const label = breakdownLabel(breakdown)
  return [
    { kind: 'heading', id: `usage.${breakdown}`, level: 2, text: `${label}別` },
    {
      kind: 'ready',
      block: breakdownTable({
        id: `usage.${breakdown}.table`,
        title: `${statisticLabel(definition)}（${label}別）`,
        facts: input.facts,
        definition,
        breakdown,
        frame: input.draft.settings.frame,
        years,
        notes: resultNotes(years.map(({ result }) => result)),
        noteBook: book.noteBook,
        source: book.source,
      }),
    },
  ]
}

/** ７ 統計表: two breakdowns crossed, of the book's year. */
export function crossBlocks(book: Book): readonly TextBlock[] {
  const tables = crossTables.flatMap(([statistic, down, across]) => crossBlock(book, statistic, down, across))
  return tables.length === 0 ? [] : [{ kind: 'heading', id: 'tables', level: 1, text: '統計表' }, ...tables]
}

function crossBlock(book: Book, statistic: string, down: string, across: string): readonly TextBlock[] {
  const { input } = book
  const year = input.draft.settings.frame.fiscalYear
  const definition = findStatistic(statistic)
  const both = answer(input.results, statistic, year, { by: [down, across] })
  const downOnly = answer(input.results, statistic, year, { by: [down] })
  const acrossOnly = answer(input.results, statistic, year, { by: [across] })
  if (definition === null || both === null || downOnly === null || acrossOnly === null) return []
  return [
    {
      kind: 'ready',
      block: crossTable({
        id: `tables.${statistic}.${down}.${across}`,
        title: `${statisticLabel(definition)}（${breakdownLabel(down)}、${breakdownLabel(across)}別）`,
        facts: input.facts,
        definition,
        down,
        across,
        fiscalYear: year,
        both,
        downOnly,
        acrossOnly,
        previous: null,
        notes: resultNotes([both]),
        noteBook: book.noteBook,
        source: book.source,
      }),
    },
  ]
}
