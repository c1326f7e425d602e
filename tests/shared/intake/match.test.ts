import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Comparison,
  compareBook,
  countMatches,
  type LedgerSide,
  type StoredRecord,
} from '../../../src/shared/intake/match.ts'
import { fieldsOf } from '../../../src/shared/intake/match-fields.ts'
import type {
  StagedConsultation,
  StagedIndicator,
  StagedRecord,
  StagedRow,
  StagedSession,
  StagedTally,
} from '../../../src/shared/intake/staged.ts'
import type { Day, Month } from '../../../src/shared/time/day.ts'

const contact: StagedConsultation = {
  kind: 'consultation',
  party: 'seikatsu',
  month: '2024-04',
  day: '2024-04-03',
  caseCode: 'H041',
  method: 'phone',
  supports: [],
  caller: 'self',
  companions: [],
  ageLow: 30,
  ageHigh: 39,
  sex: 'male',
  schooling: 'unknown',
  economic: 'unknown',
  household: 'unknown',
  area: 'unknown',
  duration: 'unknown',
  route: 'unknown',
  mainTopic: 'work',
  topics: ['work', 'family'],
  factors: [],
  referrals: [],
  others: {},
  newClaim: null,
  note: '',
}
const session: StagedSession = {
  kind: 'session',
  party: 'ibasho',
  month: '2024-04',
  category: 2,
  activityKind: 'place',
  title: '居場所',
  venue: null,
  date: { kind: 'day', day: '2024-04-10' },
  state: 'held',
  reason: '',
  hours: '',
  attendance: [{ group: 'person', count: 3 }],
  content: '',
}
const cell: StagedTally = {
  kind: 'tally',
  party: 'shuro',
  form: 'other',
  month: '2024-04',
  fiscalYear: 2024,
  statistic: 'training.sessions',
  keys: {},
  state: 'value',
  value: 8,
  flags: [],
}
const number = (value: string) => ({ kind: 'number', value, bound: null, parts: null }) as const
const none = { kind: 'none', reason: 'blank' } as const
const indicator: StagedIndicator = {
  kind: 'indicator',
  goalMark: '３',
  measure: 'ひきこもり支援の推進',
  name: '相談実人数',
  indicatorKind: 'activity',
  unit: '人',
  direction: 'rise',
  baselineYear: 2023,
  baseline: number('62'),
  targets: [{ fiscalYear: 2024, cell: number('70') }],
  actuals: [],
}

const place = (row: number) => ({ sheet: '4月', row, column: null })
const book = (...records: readonly StagedRecord[]): StagedRow[] =>
  records.map((record, index) => ({
    outcome: 'record',
    place: place(index + 3),
    record,
    readings: [],
    warnings: [],
  }))
const stored = (...records: readonly StagedRecord[]): StoredRecord[] =>
  records.map((record, index) => ({ id: `row-${index}`, revision: 1, record }))
const side = (records: readonly StoredRecord[], more: Partial<LedgerSide> = {}): LedgerSide => ({
  stored: records,
  told: () => null,
  refuses: () => null,
  closes: () => null,
  ...more,
})
const compare = (
  rows: readonly StagedRow[],
  records: readonly StagedRecord[],
  more: Partial<LedgerSide> = {},
) => compareBook(rows, side(stored(...records), more))
const outcomes = ({ rows }: Comparison): string[] => rows.map(({ outcome }) => outcome)

describe('a contact is looked for by', () => {
  test('its content, whatever the order of rows and of ticked choices', () => {
    const other = { ...contact, caseCode: 'H042' }
    const ticked = { ...contact, topics: ['family', 'work'] }
    expect(outcomes(compare(book(other, ticked), [contact, other]))).toEqual(['same', 'same'])
  })

  test('its content as often as it stands there: a third equal row is new', () => {
    const found = compare(book(contact, contact, contact), [contact, contact])
    expect(outcomes(found)).toEqual(['same', 'same', 'new'])
    expect(compare(book(contact), [contact, contact]).gone).toHaveLength(1)
  })

  test.each([
    ['case, date and channel before case alone', { day: '2024-04-09' }, { caller: 'mother' }, 'row-1'],
    ['the case before its position', { caseCode: 'H099' }, { day: '2024-04-08' }, 'row-1'],
  ] as const)('%s', (_what, otherChange, change, partner) => {
    const other = { ...contact, ...otherChange }
    const [match] = compare(book({ ...contact, ...change }), [other, contact]).rows
    expect(match).toMatchObject({ outcome: 'changed', stored: { id: partner } })
  })

  test('its position at last: a corrected case code is a correction', () => {
    const [match] = compare(book({ ...contact, caseCode: 'H014' }), [contact]).rows
    expect(match).toMatchObject({
      outcome: 'changed',
      changes: [{ field: 'caseCode', before: 'H041', after: 'H014' }],
    })
  })

  test('never in another month, kind or party', () => {
    const moved = { ...contact, month: '2024-05' as Month, day: '2024-05-03' as const }
    expect(outcomes(compare(book(moved), [contact]))).toEqual(['new'])
    expect(outcomes(compare(book({ ...contact, party: 'other' }), [contact]))).toEqual(['new'])
  })
})

test('what the book’s columns do not tell stays as the ledger has it', () => {
  const typed = { ...contact, note: '窓口で確認', area: 'area1' }
  const told = new Set(Object.keys(fieldsOf(contact)).filter((field) => field !== 'note' && field !== 'area'))
  expect(outcomes(compare(book(contact), [typed], { told: () => told }))).toEqual(['same'])
  expect(outcomes(compare(book(contact), [typed]))).toEqual(['changed'])
})

test('a session is looked for by its day, then by its position', () => {
  const planned: StagedSession = { ...session, state: 'planned', attendance: [] }
  const later: StagedSession = { ...planned, date: { kind: 'day', day: '2024-04-24' } }
  const found = compare(book(session), [later, planned])
  expect(found.rows).toMatchObject([{ outcome: 'changed', stored: { id: 'row-1' } }])
  expect(found.gone.map(({ id }) => id)).toEqual(['row-0'])
  expect(outcomes(compare(book(session), [later]))).toEqual(['changed'])
})

describe('a cell of a tally', () => {
  test('is the one at its place', () => {
    const rows = book({ ...cell, value: 9 }, { ...cell, statistic: 'training.completed' })
    expect(outcomes(compare(rows, [cell]))).toEqual(['changed', 'new'])
    expect(compare(book(cell), [cell, { ...cell, statistic: 'training.completed' }]).gone).toEqual([])
  })

  test('that is empty takes nothing away by itself', () => {
    const empty: StagedTally = { ...cell, state: 'blank', value: null }
    expect(outcomes(compare(book(empty), []))).toEqual(['same'])
    const found = compare(book(empty), [cell])
    expect(outcomes(found)).toEqual(['same'])
    expect(found.gone.map(({ id }) => id)).toEqual(['row-0'])
  })

  test('that is told twice must be told equally', () => {
    expect(outcomes(compare(book(cell, cell, { ...cell, value: 9 }), []))).toEqual(['new', 'same', 'refused'])
  })
})

test('an indicator keeps the years that the book leaves empty', () => {
  const more = { ...indicator, actuals: [{ fiscalYear: 2024, cell: number('71') }] }
  const empty = { ...indicator, actuals: [{ fiscalYear: 2024, cell: none }] }
  expect(outcomes(compare(book(empty), [more]))).toEqual(['same'])
  expect(compare(book(more), [indicator]).rows).toMatchObject([
    { outcome: 'changed', changes: [{ field: 'actuals', before: [], after: ['2024 71'] }] },
  ])
})

test('a shut month changes nothing: what differs is late, what is equal stays the same', () => {
  const reason = { code: 'periodConfirmed', parameters: {} }
  const rows = book(contact, { ...contact, note: '訂正' }, { ...contact, caseCode: 'H050' })
  expect(outcomes(compare(rows, [contact, contact], { closes: () => reason }))).toEqual([
    'same',
    'late',
    'late',
  ])
})

test('what the ledger does not take is refused row by row, and the others go on', () => {
  const refuses = (record: StagedRecord) =>
    record.kind === 'consultation' && record.party === 'tallied'
      ? { code: 'reportedByTally', parameters: {} }
      : null
  const rows = book({ ...contact, party: 'tallied' }, contact)
  expect(outcomes(compare(rows, [], { refuses }))).toEqual(['refused', 'new'])
})

const months = ['2024-04', '2024-05', '2024-06'] as const
const anyContact = fc
  .record({
    month: fc.constantFrom(...months),
    date: fc.integer({ min: 1, max: 28 }),
    caseCode: fc.option(fc.constantFrom('H001', 'H002', 'H003')),
    method: fc.constantFrom('phone', 'visit', 'mail'),
    topics: fc.subarray(['work', 'family', 'debt']),
  })
  .map(({ month, date, ...rest }): StagedConsultation => {
    const day = `${month}-${String(date).padStart(2, '0')}` as Day
    return { ...contact, ...rest, month, day }
  })
const contacts = fc.array(anyContact, { maxLength: 40 })
const other = fc.constantFrom<StagedRow>(
  { outcome: 'ignored', place: place(1), reason: 'title' },
  {
    outcome: 'refused',
    place: place(2),
    problem: { code: 'ageUnreadable', place: place(2), column: '年齢', value: 'abc', parameters: {} },
  },
)

describe('of any book and ledger', () => {
  test('the accounting closes, and every row of the ledger is met once at most', () => {
    fc.assert(
      fc.property(
        contacts,
        contacts,
        fc.array(other, { maxLength: 5 }),
        fc.boolean(),
        (read, known, rest, shut) => {
          const closes = () => (shut ? { code: 'periodConfirmed', parameters: {} } : null)
          const found = compare([...rest, ...book(...read)], known, { closes })
          const counts = countMatches(found)
          expect(
            counts.new + counts.changed + counts.same + counts.refused + counts.ignored + counts.late,
          ).toBe(counts.read)
          expect(counts.read).toBe(read.length + rest.length)
          const met = [
            ...found.rows.flatMap((row) => ('stored' in row && row.stored !== null ? [row.stored.id] : [])),
            ...found.gone.map(({ id }) => id),
          ]
          expect(new Set(met).size).toBe(met.length)
          const touched = new Set(read.map(({ month }) => month))
          const reachable = known.filter(({ month }) => touched.has(month)).length
          expect(shut ? met.length <= reachable : met.length === reachable).toBe(true)
        },
      ),
    )
  })

  test('the same rows in any order are only the same', () => {
    const shuffled = contacts.chain((read) =>
      fc.record({ read: fc.constant(read), again: fc.shuffledSubarray(read, { minLength: read.length }) }),
    )
    fc.assert(
      fc.property(shuffled, ({ read, again }) => {
        const counts = countMatches(compare(book(...again), read))
        expect(counts).toMatchObject({ same: read.length, new: 0, changed: 0, gone: 0 })
      }),
    )
  })

  test('n corrections are n changes, whatever they correct', () => {
    const corrected = contacts.chain((read) =>
      fc.record({
        read: fc.constant(read),
        at: fc.subarray([...read.keys()]),
        field: fc.constantFrom('caseCode', 'note', 'caller', 'method'),
      }),
    )
    fc.assert(
      fc.property(corrected, ({ read, at, field }) => {
        const again = read.map((one, index) =>
          at.includes(index) ? { ...one, [field]: `corrected ${index}` } : one,
        )
        const counts = countMatches(compare(book(...again), read))
        expect(counts).toMatchObject({ changed: at.length, same: read.length - at.length, new: 0, gone: 0 })
      }),
    )
  })
})
