import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf, clashesOf, joined } from '../../../../src/renderer/screens/consultations/changes.ts'
import {
  draftOf,
  type EntryValues,
  emptyEntry,
  entryOf,
  entryOfDraft,
  isAnonymous,
  listsWithOther,
  recordOf,
} from '../../../../src/renderer/screens/consultations/entry-values.ts'
import {
  type Consultation,
  consultationSchema,
} from '../../../../src/shared/contract/schemas/consultations.ts'
import { draftContentSchema } from '../../../../src/shared/contract/schemas/drafts.ts'

const about = { fiscalYear: 2024, knownCase: 'case-1', longestNote: 10_000 }
const filled: EntryValues = { ...emptyEntry, day: 'R7.2.6', case: 'H041', party: 'desk', method: 'phone' }
const record = (changes: Partial<EntryValues>) => recordOf({ ...filled, ...changes }, about)
const consultation = (changes: Partial<EntryValues> = {}): Consultation => {
  const made = record(changes)
  if (!made.ok) throw new Error([...made.errors.keys()].join())
  return made.consultation
}

describe('recordOf', () => {
  test('what was not typed is 不明', () => {
    const made = consultation()
    expect(made).toMatchObject({
      day: '2025-02-06',
      method: 'phone',
      caller: 'unknown',
      ageLow: null,
      mainTopic: 'unknown',
    })
    expect(consultationSchema.safeParse(made).error).toBeUndefined()
  })

  test.each<[string, Partial<EntryValues>, string[]]>([
    ['no day', { day: '' }, ['day']],
    ['2月30日', { day: '2月30日' }, ['day']],
    ['平成37年', { day: 'H37.2.6' }, ['day']],
    ['a wrong weekday', { day: '令和7年2月6日（火）' }, ['day']],
    ['200 years old', { age: '200' }, ['age']],
    ['no case', { case: '' }, ['case']],
    ['no party', { party: null }, ['party']],
    ['a note of 10,001', { note: 'あ'.repeat(10_001) }, ['note']],
    ['all at once', { day: 'x', age: 'y', case: ' ' }, ['day', 'age', 'case']],
  ])('%s blocks the save and says where', (_what, changes, fields) => {
    const made = record(changes)
    expect(made.ok ? [] : [...made.errors.keys()]).toEqual(fields)
  })

  test.each(['0', '０', '匿名', '-', '－', ' 0 '])('「%s」 is nobody that is known', (typed) => {
    expect(isAnonymous(typed)).toBe(true)
    const made = record({ case: typed })
    expect(made.ok && made.about).toEqual({ kind: 'none' })
  })

  test('an unknown number is new only when it was said so', () => {
    const unknown = { ...about, knownCase: null }
    expect(recordOf(filled, unknown)).toMatchObject({ ok: false })
    expect(recordOf({ ...filled, newCase: true }, unknown)).toMatchObject({
      about: { kind: 'new', code: 'H041' },
    })
    expect(recordOf({ ...filled, newCase: true }, about)).toMatchObject({
      about: { kind: 'known', id: 'case-1' },
    })
  })

  test('the main topic is not told twice, and その他 keeps its text only while it is chosen', () => {
    const made = consultation({
      mainTopic: 'health',
      topics: ['health', 'other'],
      others: ['topic:相続：不動産', 'method:消えた'],
    })
    expect(made.topics).toEqual(['other'])
    expect(made.others).toEqual([{ list: 'topic', text: '相続：不動産' }])
    expect(listsWithOther({ ...filled, referrals: ['other:informed'] })).toEqual(['destination'])
  })
})

describe('drafts', () => {
  test('a form is kept as it stands and comes back', () => {
    const values = fc.record({
      ...Object.fromEntries(
        Object.entries(emptyEntry).map(([field, value]) => [
          field,
          Array.isArray(value)
            ? fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 })
            : value === null
              ? fc.option(fc.string({ maxLength: 20 }))
              : typeof value === 'boolean'
                ? fc.boolean()
                : fc.string({ maxLength: 40 }),
        ]),
      ),
    })
    fc.assert(
      fc.property(values, (made) => {
        const draft = draftOf({ ...emptyEntry, ...made })
        expect(draftContentSchema.safeParse(draft).error).toBeUndefined()
        expect(entryOfDraft(draft)).toEqual(made)
      }),
    )
  })

  test('a draft of another version is taken as far as it goes', () => {
    expect(entryOfDraft({ note: 'a', method: 3, topics: 'x', moon: 'y' })).toEqual({
      ...emptyEntry,
      note: 'a',
    })
  })

  test('a record comes back from its form unchanged', () => {
    const made = consultation({
      age: '30代',
      supports: ['listening'],
      referrals: ['medical:introduced'],
      note: '😀',
    })
    const again = recordOf(entryOf(made, 'H041'), about)
    expect(again.ok && again.consultation).toEqual(made)
  })
})

describe('two windows', () => {
  const base = consultation()
  const show = (field: keyof Consultation, of: Consultation) => String(of[field])

  test('what only one of them changed needs no choice, and both changes stay', () => {
    const mine = { ...base, note: '私' }
    const theirs = { ...base, sex: 'male' }
    expect(clashesOf(base, mine, theirs, show)).toEqual([])
    expect(joined(base, mine, theirs, new Set())).toEqual({ ...base, note: '私', sex: 'male' })
    expect(changesOf(base, mine)).toEqual({ note: '私' })
  })

  test('what both changed is chosen field by field', () => {
    const mine = { ...base, note: '私', sex: 'female' }
    const theirs = { ...base, note: '先', sex: 'male' }
    expect(clashesOf(base, mine, theirs, show)).toEqual([
      { field: 'sex', mine: 'female', theirs: 'male' },
      { field: 'note', mine: '私', theirs: '先' },
    ])
    expect(joined(base, mine, theirs, new Set(['note']))).toMatchObject({ note: '先', sex: 'female' })
    expect(clashesOf(base, mine, { ...theirs, note: '私', sex: 'female' }, show)).toEqual([])
  })
})
