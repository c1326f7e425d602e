import { describe, expect, test } from 'vitest'
import { closedDaysOf } from '../../../src/shared/checks/closed-days.ts'
import type { CheckedContact, CheckRows } from '../../../src/shared/checks/finding.ts'
import type { checkRules } from '../../../src/shared/checks/rules.ts'
import { runAllChecks, runChecks } from '../../../src/shared/checks/run-checks.ts'
import type { ActivityRow, LedgerRows, TallyRow } from '../../../src/shared/statistics/rows.ts'
import { addMonths } from '../../../src/shared/time/calendar.ts'
import type { Day, Month, TimeFrame } from '../../../src/shared/time/day.ts'
import { findingMessage, findingPlace } from '../../../src/shared/words/checks.ts'
import { readSamples } from '../../samples/read-samples.ts'

const { rows: samples } = await readSamples()
const frame: TimeFrame = {
  fiscalYear: 2024,
  period: { from: '2024-04', to: '2025-03' },
  asOf: '2025-03-31',
}
const months = samples.reports.filter((row) => row.form === 'consultation').map((row) => row.month)

/** A ledger in which all is well: two parties, all reports checked, no numbers. */
const clean: LedgerRows = {
  ...samples,
  cases: [],
  consultations: [],
  referrals: [],
  activities: [],
  tallies: [],
  reports: samples.partyForms.flatMap(({ party, form }) =>
    months.map((month) => ({ party, form, month, state: 'checked' as const, zeroDeclared: false })),
  ),
}

let number = 0
function tally(
  statistic: string,
  month: Month | null,
  value: number | null,
  more: Partial<TallyRow> = {},
): TallyRow {
  number += 1
  return {
    id: `tally-${number}`,
    party: 'workprep',
    statistic,
    fiscalYear: 2024,
    month,
    keys: {},
    state: value === null ? 'blank' : 'value',
    value,
    flags: [],
    adopted: true,
    comment: '',
    ...more,
  }
}

const everyMonth = (statistic: string, value: number): readonly TallyRow[] =>
  months.map((month) => tally(statistic, month, value))

function session(attendance: number, state: 'held' | 'cancelled'): ActivityRow {
  const on = { kind: 'day', day: '2024-05-08' } as const
  return {
    id: 'session',
    fiscalYear: 2024,
    category: 2,
    kind: 'place',
    title: '居場所',
    party: 'contractor',
    venue: 'annex',
    planned: on,
    held: on,
    states: [{ state, on: '2024-05-08', reason: '' }],
    partners: [],
    publicPersons: '',
    purpose: '',
    content: '',
    attendance: [{ group: 'person', count: attendance }],
    measures: [],
  }
}

const rulesOf = (rows: Rows): readonly string[] => [
  ...new Set(runChecks({ ...clean, ...rows }, frame).map((found) => found.rule)),
]

/** An ordinary contact of a working day; what is given is another. */
function contact(id: string, more: Partial<CheckedContact> = {}): CheckedContact {
  const age = { ageLow: 45, ageHigh: 45 }
  const usual = {
    day: '2024-05-08',
    party: 'contractor',
    caseId: 'H092',
    method: 'phone',
    household: 'alone',
  } as const
  return { id, newClaim: null, ...age, ...usual, ...more }
}

/** Last year's and this year's course of a row, in months from April on. */
const course = (
  statistic: string,
  before: readonly number[],
  now: readonly number[],
): readonly TallyRow[] => [
  ...before.map((value, at) => tally(statistic, lastYears[at] ?? null, value, { fiscalYear: 2023 })),
  ...now.map((value, at) => tally(statistic, months[at] ?? null, value)),
]
const lastYears = months.map((month) => addMonths(month, -12))
const usualYear = [41, 44, 39, 47, 36, 42, 45, 40, 43, 38, 46, 41]
const thisYear = [52, 49, 47, 56, 46, 51, 55, 50, 53, 45, 58, 49]
const changed = (at: number, value: number): readonly number[] =>
  thisYear.map((one, index) => (index === at ? value : one))

type Rows = Partial<CheckRows>

/** A session that was held on its day. */
const on = (day: Day): ActivityRow => ({
  ...session(5, 'held'),
  planned: { kind: 'day', day },
  held: { kind: 'day', day },
  states: [{ state: 'held', on: day, reason: '' }],
})
const because = (day: Day, reason: string) => ({ state: 'cancelled' as const, on: day, reason })
const moved = {
  party: 'contractor',
  form: 'consultation',
  statistic: 'consultation.events',
  fiscalYear: 2024,
  month: '2024-05',
  codes: '',
  before: 8,
  now: 9,
} as const

/** For each rule what breaks it, and the nearest thing that does not. */
const pairs: Readonly<Record<keyof typeof checkRules, readonly [broken: Rows, kept: Rows]>> = {
  personsOverEvents: [
    { tallies: [tally('consultation.persons', '2024-05', 9), tally('consultation.events', '2024-05', 8)] },
    { tallies: [tally('consultation.persons', '2024-05', 8), tally('consultation.events', '2024-05', 8)] },
  ],
  partOverWhole: [
    { tallies: [tally('consultation.new', null, 9), tally('consultation.persons', null, 8)] },
    { tallies: [tally('consultation.new', null, 9), tally('consultation.persons', null, 9)] },
  ],
  digitSlip: [
    {
      tallies: [
        tally('referral.events', '2023-05', 21, { fiscalYear: 2023 }),
        tally('referral.events', '2024-05', 210),
      ],
    },
    {
      tallies: [
        tally('referral.events', '2023-05', 21, { fiscalYear: 2023 }),
        tally('referral.events', '2024-05', 42),
      ],
    },
  ],
  unitSlip: [
    { tallies: course('referral.events', usualYear, changed(5, 51_000)) },
    { tallies: course('referral.events', usualYear, changed(5, 61)) },
  ],
  swappedCells: [
    {
      tallies: [
        ...course('referral.events', usualYear, changed(5, 9)),
        ...course(
          'coordination.events',
          usualYear.map((one) => Math.round(one / 5)),
          changed(5, 51).map((one, at) => (at === 5 ? one : Math.round(one / 5))),
        ),
      ],
    },
    {
      tallies: [
        ...course('referral.events', usualYear, thisYear),
        ...course(
          'coordination.events',
          usualYear.map((one) => Math.round(one / 5)),
          thisYear.map((one) => Math.round(one / 5)),
        ),
      ],
    },
  ],
  sameAsLastYear: [
    { tallies: course('referral.events', usualYear, [...usualYear.slice(0, 3), ...thisYear.slice(3)]) },
    { tallies: course('referral.events', usualYear, [...usualYear.slice(0, 1), ...thisYear.slice(1)]) },
  ],
  derivedNotParts: [
    {
      tallies: [
        tally('family.satisfaction', null, 89),
        tally('family.satisfied', null, 30),
        tally('family.responses', null, 34),
      ],
    },
    {
      tallies: [
        tally('family.satisfaction', null, 88),
        tally('family.satisfied', null, 30),
        tally('family.responses', null, 34),
      ],
    },
  ],
  toldAhead: [
    { tallies: [tally('referral.events', '2025-03', 3)], today: '2025-02-28' },
    { tallies: [tally('referral.events', '2025-03', 3)], today: '2025-03-01' },
  ],
  lateReport: [
    { reports: clean.reports.slice(1) },
    { reports: clean.reports.map((row, at) => (at === 0 ? { ...row, zeroDeclared: true } : row)) },
  ],
  youngerThanBefore: [
    { consultations: [contact('1'), contact('2', { day: '2024-06-05', ageLow: 40, ageHigh: 44 })] },
    { consultations: [contact('1'), contact('2', { day: '2024-06-05', ageLow: 40, ageHigh: 49 })] },
  ],
  tooYoungFor8050: [
    { consultations: [contact('1', { household: '8050', ageLow: 39, ageHigh: 39 })] },
    { consultations: [contact('1', { household: '8050', ageLow: 30, ageHigh: 40 })] },
  ],
  duplicateContact: [
    { consultations: [contact('1'), contact('2')] },
    { consultations: [contact('1'), contact('2', { method: 'mail' })] },
  ],
  contactOnClosedDay: [
    { consultations: [contact('1', { day: '2024-05-03' })] },
    { consultations: [contact('1', { day: '2024-05-02' })] },
  ],
  activityOnClosedDay: [{ activities: [on('2024-12-29')] }, { activities: [on('2024-12-28')] }],
  heldBeforeItsDay: [
    { activities: [{ ...on('2024-05-09'), states: [{ state: 'held', on: '2024-05-08', reason: '' }] }] },
    { activities: [{ ...on('2024-05-08'), states: [{ state: 'held', on: '2024-05-08', reason: '' }] }] },
  ],
  implausibleReason: [
    {
      activities: [
        {
          ...on('2024-12-10'),
          held: null,
          states: [because('2024-12-09', '台風接近のため')],
          attendance: [],
        },
      ],
    },
    {
      activities: [
        {
          ...on('2024-09-10'),
          held: null,
          states: [because('2024-09-09', '台風接近のため')],
          attendance: [],
        },
      ],
    },
  ],
  movedSinceConfirmed: [
    { moved: [{ ...moved, fixedBy: { kind: 'confirmed' } }] },
    { moved: [{ ...moved, fixedBy: { kind: 'confirmed' }, now: 8 }] },
  ],
  movedSincePrinted: [
    { moved: [{ ...moved, fixedBy: { kind: 'printed', paper: '委員会資料' } }] },
    { moved: [{ ...moved, fixedBy: { kind: 'printed', paper: '委員会資料' }, now: 8 }] },
  ],
  newAndContinuing: [
    {
      tallies: [
        tally('consultation.persons', '2024-12', 8),
        tally('consultation.new', '2024-12', 2),
        tally('consultation.continuing', '2024-12', 5),
      ],
    },
    {
      tallies: [
        tally('consultation.persons', '2024-12', 7),
        tally('consultation.new', '2024-12', 2),
        tally('consultation.continuing', '2024-12', 5),
      ],
    },
  ],
  groupsNotTotal: [
    {
      tallies: [
        tally('consultation.events', '2024-05', 8),
        tally('consultation.events', '2024-05', 5, { keys: { sex: 'male' } }),
        tally('consultation.events', '2024-05', 2, { keys: { sex: 'female' } }),
      ],
    },
    {
      tallies: [
        tally('consultation.events', '2024-05', 8),
        tally('consultation.events', '2024-05', 5, { keys: { sex: 'male' } }),
        tally('consultation.events', '2024-05', null, { keys: { sex: 'female' } }),
        tally('consultation.events', '2024-05', 9, { keys: { factor: '8050' } }),
      ],
    },
  ],
  yearNotSum: [
    { tallies: [...everyMonth('consultation.events', 2), tally('consultation.events', null, 23)] },
    { tallies: [...everyMonth('consultation.events', 2), tally('consultation.events', null, 24)] },
  ],
  yearUnderMonth: [
    { tallies: [tally('consultation.persons', '2024-05', 9), tally('consultation.persons', null, 8)] },
    { tallies: [tally('consultation.persons', '2024-05', 9), tally('consultation.persons', null, 9)] },
  ],
  yearOverMonths: [
    { tallies: [...everyMonth('consultation.persons', 2), tally('consultation.persons', null, 25)] },
    { tallies: [...everyMonth('consultation.persons', 2), tally('consultation.persons', null, 24)] },
  ],
  yearUnderNew: [
    {
      tallies: [
        tally('consultation.persons', '2024-04', 5),
        tally('consultation.new', '2024-04', 1),
        tally('consultation.new', '2024-05', 3),
        tally('consultation.persons', null, 7),
      ],
    },
    {
      tallies: [
        tally('consultation.persons', '2024-04', 5),
        tally('consultation.new', '2024-04', 1),
        tally('consultation.new', '2024-05', 3),
        tally('consultation.persons', null, 8),
      ],
    },
  ],
  personsUnderSession: [
    {
      activities: [session(12, 'held')],
      tallies: [tally('place.persons', '2024-05', 11, { party: 'contractor' })],
    },
    {
      activities: [session(12, 'held')],
      tallies: [tally('place.persons', '2024-05', 12, { party: 'contractor' })],
    },
  ],
  attendanceAtCancelled: [
    { activities: [session(9, 'cancelled')] },
    { activities: [session(0, 'cancelled')] },
  ],
  negativeCount: [
    { tallies: [tally('referral.events', '2024-05', -8)] },
    { tallies: [tally('referral.events', '2024-05', 0)] },
  ],
  textLikeNumber: [
    { tallies: [tally('referral.events', '2024-05', null, { comment: '△１２件' })] },
    { tallies: [tally('referral.events', '2024-05', null, { comment: '12日に再提出の予定' })] },
  ],
  missingReport: [
    { reports: clean.reports.filter(({ month }) => month !== '2025-03') },
    {
      reports: clean.reports.map((report, index) =>
        index === 0 ? { ...report, state: 'missing' as const, zeroDeclared: true } : report,
      ),
    },
  ],
  reportSentBack: [
    {
      reports: clean.reports.map((report, index) =>
        index === 0 ? { ...report, state: 'sentBack' as const } : report,
      ),
    },
    {
      reports: clean.reports.map((report, index) =>
        index === 0 ? { ...report, state: 'resubmitted' as const } : report,
      ),
    },
  ],
  recordsInTallyMonth: [
    { consultations: samples.consultations.slice(0, 1).map((row) => ({ ...row, party: 'workprep' })) },
    { consultations: samples.consultations.slice(0, 1) },
  ],
  tallyInRecordsMonth: [
    { tallies: [tally('consultation.events', '2024-05', 3, { party: 'contractor' })] },
    { tallies: [tally('consultation.events', '2024-05', 3, { party: 'contractor', adopted: false })] },
  ],
  newClaimedTwice: [
    {
      consultations: samples.consultations
        .slice(0, 2)
        .map((row) => ({ ...row, caseId: 'H092', newClaim: true, ageLow: null, ageHigh: null })),
    },
    {
      consultations: samples.consultations.slice(0, 2).map((row, index) => ({
        ...row,
        caseId: 'H092',
        newClaim: index === 0,
        ageLow: null,
        ageHigh: null,
      })),
    },
  ],
}

describe('rules', () => {
  test('a clean ledger has no findings', () => {
    expect(runChecks(clean, frame)).toEqual([])
    expect(runAllChecks(clean, '2025-03-31')).toEqual([])
  })

  test.each(Object.entries(pairs))('%s', (rule, [broken, kept]) => {
    expect(rulesOf(broken)).toEqual([rule])
    expect(rulesOf(kept)).toEqual([])
  })

  test('every message names its numbers, and every place its month and party', () => {
    for (const [broken] of Object.values(pairs)) {
      for (const found of runChecks({ ...clean, ...broken }, frame)) {
        expect(findingMessage(found)).not.toMatch(/undefined|NaN|\[object/)
        expect(findingPlace(found, clean)).toMatch(/^令和/)
        expect(findingPlace(found, clean)).not.toMatch(/contractor|workprep/)
      }
    }
  })

  test('a report is late after its day of the following month, which may not exist there', () => {
    const rows = { ...clean, reports: clean.reports.filter(({ month }) => month !== '2025-01') }
    const rulesAt = (asOf: Day, dueDay: number) =>
      runChecks({ ...rows, dueDay }, { ...frame, asOf }).map(({ rule, parameters }) => [rule, parameters.due])
    const forms = clean.partyForms.length
    expect(rulesAt('2025-02-10', 10)).toEqual(Array(forms).fill(['missingReport', undefined]))
    expect(rulesAt('2025-02-11', 10)).toEqual(Array(forms).fill(['lateReport', '2025-02-10']))
    expect(rulesAt('2025-02-28', 31)).toEqual(Array(forms).fill(['missingReport', undefined]))
    expect(rulesAt('2025-03-01', 31)).toEqual(Array(forms).fill(['lateReport', '2025-02-28']))
  })

  test('a party that works on every closed day is open on them', () => {
    const days = [...closedDaysOf(2024).keys()]
    const all = days.map((day, at) => contact(String(at), { day }))
    expect(rulesOf({ consultations: all })).toEqual([])
    expect(runChecks({ ...clean, consultations: all.slice(0, 5) }, frame)).toHaveLength(5)
  })

  test('planned counts are the same each year, and three equal months of a small count are chance', () => {
    expect(rulesOf({ tallies: course('family.capacity', usualYear, usualYear) })).toEqual([])
    const few = [1, 2, 0, 1, 3, 2, 1, 0, 2, 1, 1, 2]
    const other = [1, 2, 0, 2, 1, 1, 0, 3, 1, 2, 0, 1]
    expect(rulesOf({ tallies: course('referral.events', few, other) })).toEqual([])
    expect(rulesOf({ tallies: course('referral.events', few, few) })).toEqual(['sameAsLastYear'])
  })

  test('a finding keeps its place and what it saw while other months come in, and not when its value moves', () => {
    const seenIn = (now: readonly number[]) =>
      runChecks({ ...clean, tallies: course('referral.events', usualYear, now) }, frame)
        .filter(({ rule }) => rule === 'digitSlip')
        .map(({ placeKey, fingerprint }) => ({ placeKey, fingerprint }))
    const [first] = seenIn(changed(5, 510).slice(0, 8))
    const [later] = seenIn(changed(5, 510))
    const [other] = seenIn(changed(5, 511))
    expect(first).toEqual(later)
    expect(other).toMatchObject({ placeKey: first?.placeKey })
    expect(other?.fingerprint).not.toBe(first?.fingerprint)
  })

  test('what is planned after the as-of date, or lies outside the period, is no finding', () => {
    const [broken] = pairs.personsOverEvents
    const rows = { ...clean, ...broken }
    expect(runChecks(rows, { ...frame, asOf: '2024-05-30' })).toEqual([])
    expect(runChecks(rows, { ...frame, period: { from: '2024-06', to: '2025-03' } })).toEqual([])
    expect(runChecks({ ...clean, reports: [] }, { ...frame, asOf: '2024-04-29' })).toEqual([])
  })
})

describe('samples', () => {
  test('the tally breaks 実 ≤ 延べ in four months, and nothing else is an error', () => {
    const errors = runChecks(samples, frame).filter((found) => found.severity === 'error')
    expect(
      errors.map(({ rule, place, parameters }) => [rule, place.month, parameters.value, parameters.limit]),
    ).toEqual([
      ['personsOverEvents', '2024-04', 14, 8],
      ['personsOverEvents', '2024-09', 10, 9],
      ['personsOverEvents', '2025-01', 13, 5],
      ['personsOverEvents', '2025-03', 14, 5],
    ])
    expect(errors.map((found) => `${findingPlace(found, samples)}：${findingMessage(found)}`)[0]).toBe(
      '令和６年４月　就労準備支援事業委託事業者　相談実人数：相談実人数（14）が相談延べ件数（8）を超えています。',
    )
  })
})
