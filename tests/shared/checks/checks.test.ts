import { describe, expect, test } from 'vitest'
import type { checkRules } from '../../../src/shared/checks/rules.ts'
import { runAllChecks, runChecks } from '../../../src/shared/checks/run-checks.ts'
import type { ActivityRow, LedgerRows, TallyRow } from '../../../src/shared/statistics/rows.ts'
import type { Month, TimeFrame } from '../../../src/shared/time/day.ts'
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

const rulesOf = (rows: Partial<LedgerRows>): readonly string[] => [
  ...new Set(runChecks({ ...clean, ...rows }, frame).map((found) => found.rule)),
]

/** For each rule what breaks it, and the nearest thing that does not. */
const pairs: Partial<
  Record<keyof typeof checkRules, readonly [broken: Partial<LedgerRows>, kept: Partial<LedgerRows>]>
> = {
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
    { reports: clean.reports.slice(1) },
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
        .map((row) => ({ ...row, caseId: 'H092', newClaim: true })),
    },
    {
      consultations: samples.consultations
        .slice(0, 2)
        .map((row, index) => ({ ...row, caseId: 'H092', newClaim: index === 0 })),
    },
  ],
}

describe('rules of the first family', () => {
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

  test('what is planned after the as-of date, or lies outside the period, is no finding', () => {
    const [broken] = pairs.personsOverEvents ?? []
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
