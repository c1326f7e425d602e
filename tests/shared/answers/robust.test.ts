import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compose } from '../../../src/shared/answers/compose.ts'
import { termLabel } from '../../../src/shared/answers/label.ts'
import { propose } from '../../../src/shared/answers/propose.ts'
import { settle } from '../../../src/shared/answers/settle.ts'
import { tokenise } from '../../../src/shared/answers/tokenise.ts'
import { planQuery } from '../../../src/shared/statistics/engine/plan.ts'
import { plainContext } from '../../samples/code-book.ts'
import { understood, vocabulary } from './support.ts'

/** Pieces of real questions in any order, and rubbish between them. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...vocabulary.words.map((word) => word.text)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '令和6年度',
      'R6',
      '30歳以上',
      '40代',
      '11月',
      '11月末現在',
      '上半期',
      '4月から9月',
      '令和6年',
      '昨年度',
      '合計',
      '月ごと',
      'の',
      'は？',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
)
const question = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))

const frames = {
  programmes: [],
  parties: ['north', 'south'].map((code) => ({
    code,
    names: [],
    corporation: code,
    programme: 'now',
    contractFrom: '2015-04-01' as const,
    contractTo: null,
  })),
  partyForms: [],
  venues: [],
  reports: [],
  tallies: [],
  recordingSince: '2015-04-01' as const,
  earlierCasesKnown: true,
}

describe('whatever is typed', () => {
  test('is read, offered and put together without failing, and every chip has words', () => {
    fc.assert(
      fc.property(question, (text) => {
        const { chips } = tokenise(text, vocabulary)
        for (const term of chips.flatMap((chip) => chip.options)) {
          expect(termLabel(term, vocabulary.facts)).not.toBe('')
        }
        for (const { term } of propose(text.slice(-4), vocabulary)) {
          expect(termLabel(term, vocabulary.facts)).not.toBe('')
        }
        understood(text)
      }),
      { numRuns: 400 },
    )
  })

  test('what comes out as a question is one that the engine takes', () => {
    fc.assert(
      fc.property(question, (text) => {
        const composed = compose(tokenise(text, vocabulary).chips, vocabulary)
        if (composed.kind !== 'query') return
        const planned = planQuery(composed.query, frames, plainContext)
        // A calendar year over two fiscal years has no one value of an attribute: the engine says so itself.
        if (!planned.ok) expect(planned.error.code).toBe('invalidPeriod')
      }),
      { numRuns: 400 },
    )
  })

  test('what is asked back has two answers at least, and each answer settles that question', () => {
    fc.assert(
      fc.property(question, (text) => {
        const { chips } = tokenise(text, vocabulary)
        const asked = compose(chips, vocabulary)
        if (asked.kind !== 'ask') return
        expect(asked.options.length).toBeGreaterThan(1)
        for (const term of asked.options) {
          const settled = settle(chips, asked.chip, term)
          expect(compose(settled, vocabulary)).not.toEqual(asked)
        }
      }),
      { numRuns: 300 },
    )
  })
})
