import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listDrafts, saveDraft } from '../../../src/main/ledger/repositories/drafts.ts'
import { consultationsReader } from '../../../src/main/services/consultations/reader.ts'
import { AppFailure } from '../../../src/shared/contract/errors.ts'
import { consultationsRequests } from '../../../src/shared/contract/requests/consultations.ts'
import type { Consultation } from '../../../src/shared/contract/schemas/consultations.ts'
import { byNumber, codeOf, contact, everything, register } from './support.ts'

const r = await register()

describe('a contact from its save to its end', () => {
  test('is read as it was written, with its number, and its draft is gone', () => {
    const id = randomUUID()
    const draft = { id, kind: 'consultation', targetId: null, staff: '担当者', content: { note: 'a' } }
    saveDraft(r.ledger, { ...draft, updatedAt: '2025-03-31T03:00:00.000Z', revision: 0 })
    const written: Consultation = {
      ...contact,
      method: 'other',
      companions: ['father', 'sibling'],
      ageLow: 30,
      ageHigh: 39,
      topics: ['health', 'income'],
      factors: ['truancy'],
      supports: ['listening', 'accompanied'],
      referrals: [
        { destination: 'medical', depth: 'introduced' },
        { destination: 'helloWork', depth: 'accompanied' },
      ],
      others: [{ list: 'method', text: 'テレビ電話' }],
      note: '😀 半角ｶﾅ　１２３',
    }
    const known = r.find('h001')
    const saved = r.create(written, { kind: 'known', id: known?.id ?? '' }, id)
    expect(saved.id).toBe(id)
    const read = r.read(id)
    expect(consultationsRequests['consultations.read'].output.safeParse(read).error).toBeUndefined()
    expect(read.consultation).toEqual(written)
    expect(read.number).toBe(saved.number)
    expect(read.caseOf?.code).toBe('H001')
    expect(listDrafts(r.ledger, 'consultation')).toEqual([])
    const last = r.list().rows.at(-1)
    expect(last).toMatchObject({ number: saved.number, destinations: ['medical', 'helloWork'] })
  })

  test('changes only what is told, moves its つなぎ先 with it, and says nothing twice', () => {
    const { id, revision } = r.create({ referrals: [{ destination: 'medical', depth: 'informed' }] })
    const changed = r.change(id, revision, {
      day: '2025-02-07',
      referrals: [{ destination: 'school', depth: 'informed' }],
    })
    expect(r.read(id).consultation).toEqual({
      ...contact,
      day: '2025-02-07',
      referrals: [{ destination: 'school', depth: 'informed' }],
    })
    expect(r.change(id, changed.revision, { day: '2025-02-07' }).revision).toBe(changed.revision)
  })

  test('leaves a record that came in bulk alone where it says the same', () => {
    const row = r.list({}, 200, 0).rows.find((one) => one.caseId !== null)
    const before = r.read(row?.id ?? '')
    expect(r.change(before.id, before.revision, before.consultation).revision).toBe(before.revision)
  })

  test('meets a later revision as a conflict, and neither value is lost', () => {
    const { id, revision } = r.create()
    r.change(id, revision, { note: '先' })
    expect(codeOf(() => r.change(id, revision, { note: '後' }))).toBe('conflict')
    expect(r.read(id).consultation.note).toBe('先')
  })

  test('the same action twice is one record', () => {
    const input = {
      actionId: randomUUID(),
      id: randomUUID(),
      consultation: contact,
      about: { kind: 'none' as const },
    }
    const before = r.list().total
    const first = r.createRaw(input)
    expect(r.createRaw(input)).toEqual(first)
    expect(r.list().total).toBe(before + 1)
  })

  test('is removed with a reason only, and comes back by undo with its number', () => {
    const { id, number, revision } = r.create({ referrals: [{ destination: 'medical', depth: 'informed' }] })
    expect(codeOf(() => r.remove(id, revision, '　'))).toBe('reasonMissing')
    const actionId = r.removeBy(id, revision, '二重に入力した')
    expect(codeOf(() => r.read(id))).toBe('notFound')
    r.undo(actionId)
    expect(r.read(id)).toMatchObject({ number, consultation: { referrals: [{ destination: 'medical' }] } })
  })

  test('a number is never given again', () => {
    const { id, number, revision } = r.create()
    r.remove(id, revision, '試し')
    expect(r.create().number).toBe(number + 1)
  })
})

describe('what may not be recorded', () => {
  test.each<[string, Partial<Consultation>, string]>([
    ['a code of no list', { method: 'telepathy' }, 'invalidValue'],
    ['a code of another list', { caller: 'phone' }, 'invalidValue'],
    ['a code twice', { topics: ['health', 'health'] }, 'invalidValue'],
    ['half an age', { ageLow: 30 }, 'invalidValue'],
    ['a reversed age', { ageLow: 40, ageHigh: 30 }, 'invalidValue'],
    ['a つなぎ先 of no list', { referrals: [{ destination: 'moon', depth: 'informed' }] }, 'invalidValue'],
    ['その他 of no list', { others: [{ list: 'moon', text: 'a' }] }, 'invalidValue'],
    ['an unknown party', { party: 'nobody' }, 'unknownParty'],
    ['a day before the contract', { party: 'hikikomori-contractor', day: '2023-05-01' }, 'outsideContract'],
    ['a day after the contract', { party: 'neet-contractor', day: '2025-02-06' }, 'outsideContract'],
    ['a lone surrogate', { note: '\ud800' }, 'invalidValue'],
    ['a NUL', { note: 'a\0b' }, 'invalidValue'],
  ])('%s', (_what, changes, code) => {
    const before = r.list().total
    expect(codeOf(() => r.create(changes))).toBe(code)
    expect(r.list().total).toBe(before)
  })

  test('a confirmed month takes and gives nothing: not new, not changed, not moved in or out, not removed', () => {
    const { id, revision } = r.create({ day: '2025-01-10' })
    const outside = r.create({ day: '2025-02-10' })
    r.confirmMonth('support-desk', '2025-01')
    expect(codeOf(() => r.create({ day: '2025-01-11' }))).toBe('periodConfirmed')
    expect(codeOf(() => r.change(id, revision, { note: 'a' }))).toBe('periodConfirmed')
    expect(codeOf(() => r.change(id, revision, { day: '2025-02-01' }))).toBe('periodConfirmed')
    expect(codeOf(() => r.change(outside.id, outside.revision, { day: '2025-01-31' }))).toBe(
      'periodConfirmed',
    )
    expect(codeOf(() => r.remove(id, revision, '試し'))).toBe('periodConfirmed')
    expect(r.read(id).locked).toBe('periodConfirmed')
    expect(r.read(outside.id).locked).toBeNull()
  })

  test('a month that the party tells by tally takes no record', () => {
    const party = r.tallyParty
    expect(codeOf(() => r.create({ party: party.code, day: party.day }))).toBe('reportedByTally')
  })

  test('rubbish in every field ends in a typed error or a record that is read back', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('', '　', 'ｱｲｳ', '😀', 'unknown', '__proto__', 'phone'),
    )
    const rubbish = fc.record<Partial<Consultation>>(
      {
        method: text,
        caller: text,
        companions: fc.array(text, { maxLength: 3 }),
        ageLow: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 150 })),
        ageHigh: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 150 })),
        sex: text,
        route: text,
        mainTopic: text,
        topics: fc.array(text, { maxLength: 3 }),
        party: text,
        note: fc.string({ unit: 'binary', maxLength: 40 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(rubbish, (changes) => {
        const parsed = consultationsRequests['consultations.create'].input.safeParse({
          actionId: randomUUID(),
          id: randomUUID(),
          consultation: { ...contact, ...changes },
          about: { kind: 'none' },
        })
        if (!parsed.success) return
        try {
          const { id } = r.createRaw(parsed.data)
          expect(r.read(id).consultation).toEqual(parsed.data.consultation)
        } catch (error) {
          if (!(error instanceof AppFailure)) throw error
          expect(['invalidValue', 'unknownParty']).toContain(error.appError.code)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the list', () => {
  const all = r.list({}, 1, 0)

  test('windows join to the whole, without a row twice or missing', () => {
    const { total } = r.list()
    const rows = Array.from(
      { length: Math.ceil(total / 150) },
      (_, at) => r.list({}, 150, at * 150).rows,
    ).flat()
    expect(rows.map((row) => row.number)).toEqual(
      [...new Set(rows.map((row) => row.number))].toSorted((a, b) => a - b),
    )
    expect(rows.length).toBe(total)
    expect(all.total).toBeGreaterThan(1_000)
  })

  test('a null offset is the end', () => {
    const { total } = r.list()
    expect(r.list({}, 10)).toMatchObject({ total, offset: total - 10 })
  })

  test.each([
    [
      'a month',
      { period: { from: '2024-11', to: '2024-11' } as const },
      (row) => row.day.startsWith('2024-11'),
    ],
    ['a channel', { method: 'phone' }, (row) => row.method === 'phone'],
    ['a caller', { caller: 'mother' }, (row) => row.caller === 'mother'],
    ['a party', { party: 'support-desk' }, (row) => row.party === 'support-desk'],
  ] as const satisfies readonly (readonly [
    string,
    object,
    (row: ReturnType<typeof r.list>['rows'][number]) => boolean,
  ])[])('filters by %s: exactly those', (_what, filter, holds) => {
    const found = new Set(r.list(filter, 200, 0).rows.map((row) => row.number))
    const expected = r.list({}, 200, 0).rows.filter(holds)
    expect(expected.every((row) => found.has(row.number)) || found.size === 200).toBe(true)
    expect(r.list(filter, 200, 0).rows.every(holds)).toBe(true)
  })

  test('searches numbers, cases, notes in any width, and labels', () => {
    const { id, number } = r.create({ note: '就労準備の見学　１２３ﾃｽﾄ' }, { kind: 'new', code: 'z900' })
    for (const search of [
      `No.${number}`,
      String(number),
      'z90',
      'Ｚ９００',
      '見学',
      '123',
      '１２３',
      'ﾃｽﾄ',
    ]) {
      expect(
        r.list({ search }).rows.map((row) => row.id),
        search,
      ).toContain(id)
    }
    expect(r.list({ search: 'でんわではない' }).total).toBe(0)
    expect(r.list({ search: 'オンライン' }).rows.every((row) => row.method === 'online')).toBe(true)
    for (const search of ["' OR 1=1 --", '%', '_', '\\', '"', '(', '😀'.repeat(50)]) {
      expect(r.list({ search }).total, search).toBeLessThan(r.list().total)
    }
  })

  test.each(['day', 'method', 'caller', 'case', 'age', 'sex', 'mainTopic'] as const)(
    'sorts by %s both ways',
    (column) => {
      const sorted = (direction: 'up' | 'down') => {
        const sort = { column, direction }
        const input = {
          filter: {
            ...everything,
            party: 'hikikomori-contractor',
            period: { from: '2025-01' as const, to: '2025-02' as const },
          },
          sort,
          offset: 0,
          limit: 200,
        }
        return consultationsReader['consultations.list'](input, r.asking).rows.map((row) => row.number)
      }
      expect(sorted('up').length).toBeGreaterThan(3)
      expect(new Set(sorted('up'))).toEqual(new Set(sorted('down')))
      expect(sorted('up')).not.toEqual(sorted('down'))
    },
  )

  test('follows a write at once, whatever it kept', () => {
    const before = r.list().total
    const { id } = r.create()
    expect(r.list().total).toBe(before + 1)
    const place = consultationsReader['consultations.place'](
      { filter: everything, sort: byNumber, id },
      r.asking,
    )
    expect(place.index).toBe(before)
  })

  test('新規 is the first contact of a case, by the rule and not by a claim', () => {
    const first = r.create({ day: '2025-02-20' }, { kind: 'new', code: 'N1' })
    const again = r.create({ day: '2025-02-21' }, { kind: 'known', id: first.caseOf?.id ?? '' })
    expect(r.read(first.id).newness).toBe('new')
    expect(r.read(again.id).newness).toBe('continuing')
    const earlier = r.create({ day: '2025-02-19' }, { kind: 'known', id: first.caseOf?.id ?? '' })
    expect(r.read(earlier.id).newness).toBe('new')
    expect(r.read(first.id).newness).toBe('continuing')
    expect(r.read(r.create().id).newness).toBeNull()
  })
})

describe('doubts', () => {
  const codes = (id: string) => r.read(id).warnings.map((warning) => warning.code)

  test('each is said of the record that it concerns, and the count of the period follows', () => {
    const counts = () =>
      consultationsReader['consultations.warned']({ from: '2025-03', to: '2025-03' }, r.asking).count
    const before = counts()
    const first = r.create({ day: '2025-03-03', ageLow: 50, ageHigh: 50 }, { kind: 'new', code: 'D1' })
    const about = { kind: 'known' as const, id: first.caseOf?.id ?? '' }
    expect(codes(first.id)).toEqual([])
    const younger = r.create({ day: '2025-03-04', ageLow: 40, ageHigh: 49 }, about)
    expect(codes(younger.id)).toEqual(['younger'])
    const same = r.create({ day: '2025-03-03' }, about)
    expect(codes(same.id)).toEqual(['duplicate'])
    expect(codes(first.id)).toEqual(['duplicate'])
    expect(codes(r.create({ day: '2025-03-31', household: '8050', ageLow: 39, ageHigh: 39 }).id)).toEqual([
      'tooYoungFor8050',
    ])
    expect(codes(r.create({ day: '2025-03-31', household: '8050', ageLow: 30, ageHigh: 45 }).id)).toEqual([
      'unclearFor8050',
    ])
    expect(codes(r.create({ day: '2025-03-02' }, about).id)).toEqual(['notOpen'])
    expect(codes(r.create({ day: '2025-05-01' }).id)).toEqual(['future'])
    expect(counts()).toBe(before + 6)
    const warned = r.list({ warned: true, period: { from: '2025-03', to: '2025-03' } })
    expect(warned.total).toBe(before + 6)
  })

  test('are told while typing, before anything is saved', () => {
    const known = r.find('D1')
    const judged = consultationsReader['consultations.judge'](
      {
        id: null,
        caseId: known?.id ?? null,
        day: '2025-03-03',
        party: 'support-desk',
        method: 'phone',
        household: 'unknown',
        ageLow: 20,
        ageHigh: 20,
      },
      r.asking,
    )
    // The earlier record of the same day is the duplicate; none before it knew an age.
    expect(judged.warnings.map((warning) => warning.code)).toContain('duplicate')
    expect(judged).toMatchObject({ newness: 'continuing', locked: null, contract: null })
  })
})
