import { compose } from '../../../src/shared/answers/compose.ts'
import { tokenise } from '../../../src/shared/answers/tokenise.ts'
import { type Vocabulary, vocabularyOf } from '../../../src/shared/answers/vocabulary.ts'
import { filterText } from '../../../src/shared/explore/address.ts'
import { codeFacts } from '../../../src/shared/paper/assemble/code-facts.ts'
import type { TimeFrame } from '../../../src/shared/time/day.ts'
import { codeLists } from '../../samples/code-book.ts'

export const window: TimeFrame = {
  fiscalYear: 2024,
  period: { from: '2024-04', to: '2025-03' },
  asOf: '2025-03-31',
}

const named = (code: string, name: string) => ({ code, names: [{ name, from: null, to: null }] })

/** The city's own lists, two parties and one venue, asked in May of 令和７年. */
export const vocabulary: Vocabulary = vocabularyOf({
  facts: {
    codes: codeFacts({
      lists: codeLists,
      venues: [named('hall', '田無公民館')],
      parties: [named('north', '北相談センター'), named('south', '南相談センター')],
      programmes: [],
      day: '2025-03-31',
    }),
  },
  today: '2025-05-20',
  window,
})

/** A question as it is understood, in one line. */
export function understood(question: string, frame: TimeFrame = window): string {
  const { chips, unread } = tokenise(question, vocabulary)
  const left = unread.length === 0 ? '' : ` 読めない:${unread.join('|')}`
  const composed = compose(chips, { ...vocabulary, window: frame })
  switch (composed.kind) {
    case 'empty':
      return `なし${left}`
    case 'ask':
      return `どれ: ${composed.options
        .map((term) => {
          if (term.kind === 'subject') return term.statistics.join('+')
          if (term.kind === 'filter') return term.filters.map(filterText).join('&')
          if (term.kind === 'year') return String(term.fiscalYear)
          return term.kind === 'period' ? `${term.from}..${term.to}` : term.kind
        })
        .join(' / ')}${left}`
    case 'impossible':
      return `できない: ${composed.reason}${left}`
    case 'query': {
      const { query, instead } = composed
      const { period, asOf } = query.frame
      const time =
        query.frame === frame
          ? ''
          : ` ${period.from}..${period.to} ${asOf === '2025-03-31' ? '' : asOf}`.trimEnd()
      const where = query.where.map(filterText).join(' ')
      return [
        `${query.statistic}${time}`,
        where,
        query.party === null ? '' : `of ${query.party}`,
        instead ?? '',
        left.trim(),
      ]
        .filter((part) => part !== '')
        .join(' ')
    }
  }
}
