import { historyScreen, historyWords, wordsOf } from '../words/history.ts'
import { fieldSpecs } from './fields.ts'
import type { HistoryNames, NamedImage } from './image.ts'
import { textOf } from './show.ts'

/** Of which record an entry tells: 「相談 No.349」, 「令和７年１月　相談延べ件数　就労準備支援」. */
export function subjectOf(table: string, image: NamedImage, names: HistoryNames): string {
  const { columns } = image
  const what = wordsOf(historyWords.tables, table)
  const shown = (field: string): string | null =>
    fieldSpecs[table]?.find((spec) => spec.field === field)?.show(image, names) ?? null
  const join = (...parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== '').join('　')
  switch (table) {
    case 'consultation':
    case 'coordination':
    case 'referral':
      return historyScreen.numbered(what, Number(columns.key))
    case 'tally':
      // What tells cells apart comes first: the name of the party is long.
      return join(shown('month'), shown('statistic'), shown('by'), shown('party'))
    case 'report':
      return join(shown('month'), shown('form'), shown('party'))
    case 'party_form':
    case 'form_sheet':
      return join(what, shown('party'), shown('form'))
    case 'case_file':
      return `${what} ${columns.code}`
    case 'case_episode':
      return join(what, shown('case'))
    case 'activity':
      return join(what, textOf(columns.title ?? null), shown('held') ?? shown('planned'))
    case 'code_item':
      return join(shown('codeList'), textOf(columns.label ?? null))
    case 'confirmation':
    case 'late_arrival':
      return join(what, shown('month'), shown('form'), shown('party') ?? historyScreen.whole)
    case 'submission':
      return join(what, shown('month'), shown('form'), shown('recipient'))
    case 'finding_acknowledgement':
      return join(what, textOf(columns.place_words ?? null))
    case 'book_receipt':
    case 'collection_issue':
      return join(what, textOf(columns.file_name ?? null))
    case 'known_figure':
      return join(what, textOf(columns.occasion ?? null))
    case 'setting':
      return shown('name') ?? what
    case 'year_change':
      return join(what, historyScreen.year(Number(columns.fiscal_year)))
    case 'paper':
      return join(what, historyScreen.template(String(columns.template)))
    default: {
      const given = Object.values(image.children)
        .flat()
        .flatMap((row) => (typeof row.name === 'string' ? [row.name] : []))
      return join(what, given.at(-1) ?? textOf(columns.name ?? columns.label ?? columns.text ?? null))
    }
  }
}
