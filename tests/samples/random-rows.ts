import fc from 'fast-check'
import type {
  ActivityDate,
  ActivityRow,
  CaseRow,
  ConsultationRow,
  LedgerRows,
  PartyFormRow,
  ReportRow,
  TallyRow,
} from '../../src/shared/statistics/rows.ts'
import { addDays, addMonths, monthOf, monthsOf } from '../../src/shared/time/calendar.ts'
import type { Day, Month } from '../../src/shared/time/day.ts'
import { fiscalYearOf } from '../../src/shared/time/fiscal-year.ts'

/**
 * Random ledgers of three fiscal years (2022–2024), small and dense, so that persons return, are merged,
 * reopened, change parties and years, and months switch between records and tallies.
 */
const firstDay: Day = '2022-04-01'
const fortnights = 3 * 26 - 1
const parties = ['north', 'south', 'old'] as const
const caseCount = 5

/** Every second week: days meet, so that order, closing and reopening on one day are met too. */
const day = fc.integer({ min: 0, max: fortnights }).map((count) => addDays(firstDay, count * 14))
const month = fc.integer({ min: 0, max: 35 }).map((offset) => addMonths('2022-04', offset))
const party = fc.constantFrom(...parties)
const caseId = fc.integer({ min: 0, max: caseCount - 1 }).map((index) => `case-${index}`)
const someOf = (...codes: string[]) => fc.subarray(codes, { maxLength: 2 })

const age = fc.oneof(
  fc.constant({ ageLow: null, ageHigh: null }),
  fc.integer({ min: 14, max: 70 }).map((years) => ({ ageLow: years, ageHigh: years })),
  fc.integer({ min: 1, max: 6 }).map((decade) => ({ ageLow: decade * 10, ageHigh: decade * 10 + 9 })),
  fc.constant({ ageLow: 25, ageHigh: 34 }),
)

const consultation: fc.Arbitrary<ConsultationRow> = fc
  .record({
    day,
    party,
    caseId: fc.option(caseId, { freq: 6 }),
    method: fc.constantFrom('phone', 'outreach', 'mail', 'unknown', 'formerMethod'),
    supports: someOf('listening', 'accompanied', 'procedure'),
    caller: fc.constantFrom('self', 'mother', 'agency', 'unknown'),
    companions: someOf('father', 'agency'),
    sex: fc.constantFrom('male', 'female', 'unknown'),
    schooling: fc.constantFrom('none', 'unknown'),
    economic: fc.constantFrom('protected', 'needy', 'unknown'),
    household: fc.constantFrom('alone', '8050', 'unknown'),
    area: fc.constantFrom('district1', 'outside', 'unknown'),
    duration: fc.constantFrom('3y-5y', 'unknown'),
    route: fc.constantFrom('self', 'family', 'medical'),
    mainTopic: fc.constantFrom('withdrawal', 'housing'),
    topics: someOf('debt', 'care', 'housing'),
    factors: someOf('8050', 'truancy', 'mental'),
    newClaim: fc.option(fc.boolean()),
    age,
  })
  .map(({ age: { ageLow, ageHigh }, ...row }) => ({ id: '', ...row, ageLow, ageHigh, note: '' }))

const activityDate: fc.Arbitrary<ActivityDate> = fc.oneof(
  day.map((on) => ({ kind: 'day', day: on }) as const),
  month.map((on) => ({ kind: 'month', month: on }) as const),
  month.map((from) => ({ kind: 'months', from, to: addMonths(from, 1) }) as const),
  fc.constant({ kind: 'unknown' } as const),
)

const activity: fc.Arbitrary<ActivityRow> = fc
  .record({
    fiscalYear: fc.constantFrom(2022, 2023, 2024),
    kind: fc.constantFrom('place', 'familySeminar', 'networkMeeting', 'event', 'survey'),
    party,
    venue: fc.option(fc.constantFrom('hall', 'annex')),
    planned: activityDate,
    held: fc.option(activityDate),
    states: fc.array(
      fc.record({
        state: fc.constantFrom('planned', 'held', 'partlyHeld', 'cancelled', 'postponed'),
        on: day,
        reason: fc.constant(''),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    attendance: fc
      .subarray(['person', 'family', 'public'])
      .chain((groups) => fc.tuple(...groups.map((group) => fc.nat(9).map((count) => ({ group, count }))))),
    measures: fc
      .subarray([
        'survey.sample',
        'survey.undelivered',
        'family.satisfied',
        'family.responses',
        'outreach.visitors',
      ])
      .chain((statistics) =>
        fc.tuple(
          ...statistics.map((statistic) =>
            fc.record({
              statistic: fc.constant(statistic),
              stratum: statistic.startsWith('survey')
                ? fc.constantFrom('residents', 'agencies', null)
                : fc.constant(null),
              value: fc.nat(40),
            }),
          ),
        ),
      ),
  })
  .map(({ states, ...row }) => ({
    id: '',
    ...row,
    category: 2,
    title: '活動',
    states: states.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    partners: [],
    publicPersons: '',
    purpose: '',
    content: '',
  }))

const tally: fc.Arbitrary<TallyRow> = fc
  .record({
    party,
    statistic: fc.constantFrom(
      'consultation.events',
      'consultation.persons',
      'consultation.new',
      'referral.events',
      'place.persons',
      'place.attendance',
      'network.sharedUsers',
      'case.registered',
      'population',
    ),
    month: fc.option(month),
    keys: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      {},
      { method: 'phone' },
      { sex: 'male', method: 'mail' },
    ),
    state: fc.constantFrom('value', 'value', 'value', 'blank', 'unknown', 'cancelled', 'notApplicable'),
    number: fc.nat(30),
    flags: fc.subarray(['estimate', 'provisional'] as const),
    adopted: fc.boolean(),
  })
  .map(({ number, ...row }) => ({
    id: '',
    ...row,
    keys: row.statistic === 'consultation.events' ? row.keys : {},
    fiscalYear: row.month === null ? 2024 : fiscalYearOf(row.month),
    value: row.state === 'value' ? number : null,
    comment: '',
  }))

const partyForm: fc.Arbitrary<PartyFormRow> = fc.record({
  party,
  form: fc.constantFrom('consultation', 'place', 'family', 'other'),
  mode: fc.constantFrom('records', 'records', 'tally'),
  from: month,
  to: fc.option(month),
})

const report: fc.Arbitrary<ReportRow> = fc.record({
  party,
  form: fc.constantFrom('consultation', 'place'),
  month,
  state: fc.constantFrom('missing', 'received', 'checked', 'confirmed'),
  zeroDeclared: fc.boolean(),
})

const episodes = fc.array(
  fc
    .record({ caseId, openedOn: day, length: fc.option(fc.constantFrom(0, 14, 28, 84)) })
    .map(({ caseId: id, openedOn, length }) => ({
      id: '',
      caseId: id,
      openedOn,
      closedOn: length === null ? null : addDays(openedOn, length),
      closingReason: length === null ? null : ('wish' as const),
    })),
  { minLength: 4, maxLength: 20, size: 'max' },
)

const cases: fc.Arbitrary<readonly CaseRow[]> = fc
  .array(fc.record({ merged: fc.nat(9), beforeLedger: fc.boolean(), shared: fc.boolean() }), {
    minLength: caseCount,
    maxLength: caseCount,
  })
  .map((rows) =>
    rows.map(({ merged, beforeLedger, shared }, index) => ({
      id: `case-${index}`,
      code: `H${index}`,
      // Only into a case further up: no circles.
      mergedInto: index > 0 && merged < 2 ? `case-${merged % index}` : null,
      beforeLedger,
      householdId: shared ? 'one household' : null,
    })),
  )

const programme = (code: string, predecessor: string | null) =>
  fc.constantFrom('firstOrReopened', 'notInPreviousYear', 'firstEver', 'firstOrReopened').map((newRule) => ({
    code,
    names: [],
    predecessor,
    scopes: [],
    newRule: newRule as 'firstEver' | 'firstOrReopened' | 'notInPreviousYear',
  }))

const partyRow = (code: string, corporation: string, programmeCode: string) => ({
  code,
  names: [],
  corporation,
  programme: programmeCode,
  contractFrom: '2022-04-01' as const,
  contractTo: null,
})

/** Ids that rise with the order of recording, and one row for what may be there only once. */
function numbered<Row extends { readonly id: string }>(rows: readonly Row[], name: string): readonly Row[] {
  return rows.map((row, index) => ({ ...row, id: `${name}-${String(index).padStart(5, '0')}` }))
}

function unique<Row>(rows: readonly Row[], key: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()]
}

export const randomRows: fc.Arbitrary<LedgerRows> = fc
  .record({
    programmes: fc.tuple(programme('before', null), programme('now', 'before'), programme('else', null)),
    partyForms: fc.array(partyForm, { maxLength: 8 }),
    cases,
    caseEpisodes: episodes,
    consultations: fc.array(consultation, { minLength: 30, maxLength: 120, size: 'max' }),
    coordinations: fc.array(
      fc.record({
        id: fc.constant(''),
        day,
        party,
        caseId: fc.option(caseId),
        agency: fc.constantFrom('medical', 'school'),
      }),
      { maxLength: 8 },
    ),
    referrals: fc.array(
      fc.record({
        id: fc.constant(''),
        day,
        party,
        caseId: fc.option(caseId),
        consultationId: fc.constant(null),
        destination: fc.constantFrom('medical', 'place'),
        depth: fc.constantFrom('informed', 'introduced', 'useConfirmed'),
      }),
      { maxLength: 12 },
    ),
    activities: fc.array(activity, { maxLength: 14 }),
    tallies: fc.array(tally, { maxLength: 40, size: 'max' }),
    reports: fc.array(report, { maxLength: 30 }),
    earlierCasesKnown: fc.boolean(),
  })
  .map(({ consultations, coordinations, referrals, activities, tallies, caseEpisodes, ...rows }) => ({
    ...rows,
    parties: [partyRow('north', 'A', 'now'), partyRow('south', 'B', 'else'), partyRow('old', 'A', 'before')],
    venues: [
      { code: 'hall', names: [] },
      { code: 'annex', names: [] },
    ],
    consultations: numbered(consultations, 'consultation'),
    coordinations: numbered(coordinations, 'coordination'),
    referrals: numbered(referrals, 'referral'),
    activities: numbered(activities, 'activity'),
    caseEpisodes: numbered(caseEpisodes, 'episode'),
    partyForms: unique(rows.partyForms, (row) => `${row.party} ${row.form} ${row.from}`),
    reports: unique(rows.reports, (row) => `${row.party} ${row.form} ${row.month}`),
    tallies: numbered(
      unique(tallies, (row) =>
        JSON.stringify([row.party, row.statistic, row.fiscalYear, row.month, row.keys]),
      ),
      'tally',
    ),
    recordingSince: firstDay,
  }))

export const fiscalYears = [2022, 2023, 2024] as const

/** A period within a fiscal year (or from it on into the next), and an as-of date from its first day on. */
export const randomFrame = fc
  .record({
    fiscalYear: fc.constantFrom(...fiscalYears),
    from: fc.nat(11),
    length: fc.constantFrom(1, 3, 12),
    late: fc.integer({ min: 0, max: 500 }),
    whole: fc.boolean(),
  })
  .map(({ fiscalYear, from, length, late, whole }) => {
    const april: Month = `${fiscalYear}-04`
    const first = whole ? april : addMonths(april, from)
    const wanted = whole ? addMonths(april, 11) : addMonths(first, length - 1)
    const end = addMonths(april, 11)
    const to = wanted < end ? wanted : end
    return { fiscalYear, period: { from: first, to }, asOf: addDays(`${first}-01`, late) }
  })

/** All months of a ledger of {@link randomRows}. */
export const allMonths = monthsOf({ from: monthOf(firstDay), to: '2025-03' })
