import { definitionBlocks } from '../assemble/definitions.ts'
import { noteBook } from '../assemble/notes.ts'
import type { TextBlock } from '../assemble/text-block.ts'
import type { TableBlock } from '../model.ts'
import type { PaperTemplate } from '../template.ts'
import { choiceTables } from './tables/blocks.ts'
import { tableChoices } from './tables/choices.ts'
import { tablesQueries } from './tables/queries.ts'

/** More columns than this need the long side of the paper. */
const widestPortrait = 9

/** 統計表: any statistic × up to two breakdowns × years, with the definitions of what is printed. */
export const tablesTemplate: PaperTemplate = {
  code: 'tables',
  queries: tablesQueries,
  compose: (input) => {
    const { draft } = input
    const book = noteBook()
    const choices = tableChoices(draft.settings)
    const tables = choices.flatMap((choice, position) => choiceTables(choice, position, input, book))
    return {
      fields: {},
      blocks: [
        ...tables.map((block): TextBlock => ({ kind: 'ready', block })),
        ...definitionBlocks(
          choices.map((choice) => choice.statistic),
          draft.settings.frame.fiscalYear,
          book,
        ),
      ],
      orientation: tables.some(isWide) ? 'landscape' : 'portrait',
      pageNumbers: 'nOfN',
    }
  },
}

const isWide = (table: TableBlock): boolean => table.columns.length > widestPortrait
