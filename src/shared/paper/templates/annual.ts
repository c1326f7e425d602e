import { findStatistic } from '../../statistics/catalogue/catalogue.ts'
import { breakdownTable } from '../assemble/breakdown-table.ts'
import { definitionBlocks } from '../assemble/definitions.ts'
import { noteBook } from '../assemble/notes.ts'
import { answer } from '../assemble/query.ts'
import { resultNotes } from '../assemble/result-notes.ts'
import type { TextBlock } from '../assemble/text-block.ts'
import type { PaperTemplate } from '../template.ts'
import { analysisSection } from './annual/analysis.ts'
import { effectStatistics, mainStatistics, outreachStatistics } from './annual/contents.ts'
import { outreachBlocks } from './annual/outreach.ts'
import { overviewBlocks } from './annual/overview.ts'
import { type Book, bookOf, statisticsTable } from './annual/place.ts'
import { annualQueries } from './annual/queries.ts'
import { crossBlocks, usageBlocks } from './annual/usage.ts'

/**
 * 年報（事業報告）: 事業概要 → 実績数値 → 利用状況 → 分析 → 支援効果 → 広報・啓発 → 統計表 → 定義
 * (documents §1). Every sentence about results is built from the ledger's numbers by rule.
 */
export const annualTemplate: PaperTemplate = {
  code: 'annual',
  queries: annualQueries,
  compose: (input) => {
    const book = bookOf(input, noteBook())
    const overview = overviewBlocks(input)
    const main = mainBlocks(book)
    const usage = usageBlocks(book)
    const analysis = analysisSection(book)
    const blocks = [
      ...overview,
      ...main,
      ...usage,
      ...analysis.blocks,
      ...effectBlocks(book),
      ...outreachBlocks(book),
      ...crossBlocks(book),
      ...definitionBlocks(
        [...mainStatistics, ...effectStatistics, ...outreachStatistics].map(([statistic]) => statistic),
        input.draft.settings.frame.fiscalYear,
        book.noteBook,
      ),
    ]
    return {
      fields: Object.fromEntries(analysis.fields.map((field) => [field.name, field])),
      blocks,
      orientation: 'portrait',
      pageNumbers: 'nOfN',
    }
  },
}

const mainBlocks = (book: Book): readonly TextBlock[] => [
  { kind: 'heading', id: 'main', level: 1, text: '実績数値' },
  statisticsTable(book, { id: 'main.table', title: '主な実績', statistics: mainStatistics }),
]

/** ５ 支援効果: what the support led to, as far as someone counted it. */
function effectBlocks(book: Book): readonly TextBlock[] {
  const { input } = book
  const year = input.draft.settings.frame.fiscalYear
  const definition = findStatistic('referral.events')
  const result = answer(input.results, 'referral.events', year, { by: ['destination'] })
  const destinations: readonly TextBlock[] =
    definition === null || result === null
      ? []
      : [
          {
            kind: 'ready',
            block: breakdownTable({
              id: 'effect.destinations',
              title: `${definition.label}（つなぎ先別）`,
              facts: input.facts,
              definition,
              breakdown: 'destination',
              frame: input.draft.settings.frame,
              years: [{ year, result }],
              notes: resultNotes([result]),
              noteBook: book.noteBook,
              source: book.source,
            }),
          },
        ]
  return [
    { kind: 'heading', id: 'effect', level: 1, text: '支援効果' },
    statisticsTable(book, { id: 'effect.table', title: '支援の成果', statistics: effectStatistics }),
    ...destinations,
  ]
}
