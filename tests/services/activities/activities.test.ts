import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { mutate } from '../../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { build } from '../../../src/main/ledger/query.ts'
import { readRows } from '../../../src/main/ledger/rows/read-rows.ts'
import {
  queryStatistics,
  readStatisticContext,
} from '../../../src/main/ledger/statistics/query-statistics.ts'
import { activitiesReader } from '../../../src/main/services/activities/reader.ts'
import { activitiesWriter } from '../../../src/main/services/activities/writer.ts'
import type { WriterContext } from '../../../src/main/services/contexts.ts'
import type { RequestInput } from '../../../src/shared/contract/contract.ts'
import { type AppError, AppFailure } from '../../../src/shared/contract/errors.ts'
import { activitiesRequests } from '../../../src/shared/contract/requests/activities.ts'
import { calculateAll } from '../../../src/shared/statistics/calculate.ts'
import type { StatisticQuery } from '../../../src/shared/statistics/definition.ts'
import type { Day } from '../../../src/shared/time/day.ts'
import { expectOk, makeDemonstration, temporaryFolder, testEnvironment } from '../support/ledgers.ts'

const made = await makeDemonstration(join(temporaryFolder(), '見本.daicho'))
const ledger = expectOk(
  await openLedger({
    mode: 'write',
    owner: '担当者',
    path: made.path,
    key: made.key,
    environment: testEnvironment('2025-04-02T03:00:00.000Z'),
  }),
)
afterAll(() => closeLedger(ledger))

let minute = 0
const context: WriterContext = {
  ledger,
  staff: { id: 'staff', name: '担当者' },
  now: () => new Date(Date.UTC(2025, 3, 2, 3, minute++)),
  newId: randomUUID,
  progress: () => undefined,
  stopIfCancelled: () => undefined,
}

type Content = RequestInput<'activities.create'>['content']
const content = (part: Partial<Content> = {}): Content => ({
  category: 2,
  kind: 'place',
  kindOther: '',
  title: '居場所（夜）',
  party: 'hikikomori-contractor',
  venue: 'consumer-annex',
  planned: { kind: 'day', day: '2025-03-12' },
  hours: '18時から20時まで',
  partners: ['社会福祉協議会'],
  publicPersons: '',
  purpose: '',
  content: '',
  capacity: null,
  applications: null,
  attendance: [],
  measures: [],
  surveyMethod: '',
  surveyFrom: null,
  surveyTo: null,
  ...part,
})
const create = (part: Partial<Content> = {}, more: Partial<RequestInput<'activities.create'>> = {}) =>
  activitiesWriter['activities.create'](
    {
      actionId: randomUUID(),
      content: content(part),
      fiscalYear: 2024,
      plannedOn: '2025-02-03',
      change: null,
      ...more,
    },
    context,
  )
const change = (part: Partial<NonNullable<RequestInput<'activities.save'>['change']>> = {}) => ({
  state: 'held' as const,
  on: '2025-03-12' as Day,
  reason: '',
  evidence: '',
  held: { kind: 'day' as const, day: '2025-03-12' as Day },
  planned: null,
  ...part,
})
const save = (
  record: { readonly id: string; readonly revision: number },
  part: Partial<RequestInput<'activities.save'>>,
) =>
  activitiesWriter['activities.save'](
    {
      actionId: randomUUID(),
      id: record.id,
      revision: record.revision,
      content: null,
      change: null,
      ...part,
    },
    context,
  )
const failure = (work: () => unknown): Pick<AppError, 'code' | 'field'> | 'ok' => {
  try {
    work()
    return 'ok'
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error
    return { code: error.appError.code, field: error.appError.field }
  }
}
const year = (asOf: Day) => activitiesReader['activities.year']({ fiscalYear: 2024, asOf }, context)
const query = (statistic: string, by: readonly string[] = [], asOf: Day = '2025-03-31'): StatisticQuery => ({
  statistic,
  frame: { fiscalYear: 2024, period: { from: '2024-04', to: '2025-03' }, asOf },
  by,
  where: [],
  party: null,
})

/** The figures of the ledger by SQL, which must be those of plain counting. */
function figures(...queries: readonly StatisticQuery[]) {
  const bySql = queryStatistics(ledger, queries)
  expect(bySql).toEqual(calculateAll(queries, readRows(ledger), readStatisticContext(ledger)))
  return bySql.map((result) => {
    if (!result.ok) throw new Error(result.error.code)
    const { total } = result.value
    return total.state === 'value' && total.quantity.kind === 'integer' ? total.quantity.integer : null
  })
}

describe('answers fit the contract', () => {
  test('the year, the choices and every activity of it', () => {
    const list = year('2025-03-31')
    expect(activitiesRequests['activities.year'].output.safeParse(list).error).toBeUndefined()
    expect(list.total).toBe(69)
    const choices = activitiesReader['activities.choices']({}, context)
    expect(activitiesRequests['activities.choices'].output.safeParse(choices).error).toBeUndefined()
    for (const { id } of list.activities) {
      const read = activitiesReader['activities.read']({ id }, context)
      expect(activitiesRequests['activities.read'].output.safeParse(read).error).toBeUndefined()
    }
  })

  test('an activity that is not there is named', () => {
    expect(failure(() => activitiesReader['activities.read']({ id: 'none' }, context))).toEqual({
      code: 'notFound',
      field: 'id',
    })
  })
})

describe('the as-of date', () => {
  test.each([
    ['2024-11-30', 'planned'],
    ['2025-01-23', 'planned'],
    ['2025-01-24', 'held'],
  ] as const)('on %s the seminar of 24 January is %s', (asOf, state) => {
    const seminar = year(asOf).activities.find((entry) => entry.title === 'ひきこもり家族セミナー（第１回）')
    expect(seminar?.state).toBe(state)
    expect(seminar?.when.kind).toBe(state === 'held' ? 'day' : 'months')
    expect(seminar?.attendance.length).toBe(state === 'held' ? 1 : 0)
  })

  test('what was planned later is not known yet', () => {
    const { id } = create()
    expect(year('2025-02-02').activities.find((entry) => entry.id === id)?.state).toBe(null)
    expect(year('2025-02-03').activities.find((entry) => entry.id === id)?.state).toBe('planned')
  })
})

describe('a session from plan to result', () => {
  test('held: it counts from its day on, with its groups, as plain counting says', () => {
    const asked = [query('place.sessions'), query('place.attendance'), query('place.attendance', ['group'])]
    const dayBefore = query('place.sessions', [], '2025-03-11')
    const early = figures(dayBefore)
    const [sessions, people] = figures(...asked)
    const planned = create()
    expect(figures(...asked).slice(0, 2)).toEqual([sessions, people])
    const attendance = [
      { group: 'person', count: 7 },
      { group: 'family', count: 0 },
    ]
    const held = save(planned, {
      content: content({ attendance }),
      change: change({ evidence: '実施報告書' }),
    })
    expect(held.log.map(({ state, on }) => [state, on])).toEqual([
      ['planned', '2025-02-03'],
      ['held', '2025-03-12'],
    ])
    expect(held.attendance).toEqual(attendance)
    expect(figures(...asked).slice(0, 2)).toEqual([(sessions ?? 0) + 1, (people ?? 0) + 7])
    expect(figures(dayBefore)).toEqual(early)
  })

  test('postponed: the old date stays in the log, and on an earlier day the plan is the old one', () => {
    const planned = create({ planned: { kind: 'day', day: '2025-03-19' } })
    const moved = save(planned, {
      change: change({
        state: 'postponed',
        on: '2025-03-17',
        reason: '会場の設備点検のため',
        held: null,
        planned: { kind: 'day', day: '2025-03-26' },
      }),
    })
    expect(moved.planned).toEqual({ kind: 'day', day: '2025-03-26' })
    expect(moved.log.at(-1)?.moved).toEqual({ kind: 'day', day: '2025-03-19' })
    const at = (asOf: Day) => year(asOf).activities.find((entry) => entry.id === planned.id)
    expect(at('2025-03-16')).toMatchObject({ state: 'planned', when: { day: '2025-03-19' } })
    expect(at('2025-03-17')).toMatchObject({ state: 'postponed', when: { day: '2025-03-26' } })
  })

  test('a postponement into the next year is seen in both', () => {
    const planned = create({
      planned: { kind: 'month', month: '2025-03' },
      kind: 'lecture',
      category: 5,
      party: 'division',
    })
    save(planned, {
      change: change({
        state: 'postponed',
        on: '2025-03-03',
        reason: '講師の都合のため',
        held: null,
        planned: { kind: 'month', month: '2025-06' },
      }),
    })
    const next = activitiesReader['activities.year']({ fiscalYear: 2025, asOf: '2025-03-31' }, context)
    expect(next.activities.map(({ id }) => id)).toContain(planned.id)
    expect(year('2025-03-31').activities.map(({ id }) => id)).toContain(planned.id)
  })

  test('a wrong state is taken back: the counts forget it, the log does not', () => {
    const [before] = figures(query('place.sessions'))
    const held = save(create(), { change: change() })
    const back = activitiesWriter['activities.withdrawState'](
      { actionId: randomUUID(), id: held.id, revision: held.revision, reason: '日を取り違えたため' },
      context,
    )
    expect(back.log.map(({ state }) => state)).toEqual(['planned'])
    expect(back.held).toBe(null)
    expect(back.withdrawn).toEqual([
      {
        state: 'held',
        on: '2025-03-12',
        reason: '',
        evidence: '',
        withdrawnOn: '2025-04-02',
        withdrawnFor: '日を取り違えたため',
      },
    ])
    expect(figures(query('place.sessions'))).toEqual([before])
    expect(
      failure(() =>
        activitiesWriter['activities.withdrawState'](
          { actionId: randomUUID(), id: back.id, revision: back.revision, reason: 'もう一度' },
          context,
        ),
      ),
    ).toMatchObject({ code: 'invalidValue' })
  })

  test.each([
    ['no reason', change({ state: 'cancelled', held: null }), 'reasonMissing', 'reason'],
    [
      'a day to come',
      change({ on: '2025-04-03', held: { kind: 'day', day: '2025-04-03' } }),
      'invalidValue',
      'on',
    ],
    [
      'before the plan',
      change({ on: '2025-02-01', held: { kind: 'day', day: '2025-02-01' } }),
      'invalidValue',
      'on',
    ],
    ['nothing held', change({ held: null }), 'invalidValue', 'held'],
    ['planned again', change({ state: 'planned', held: null }), 'invalidValue', 'state'],
  ] as const)('refused: %s', (_why, wrong, code, field) => {
    const record = create()
    expect(failure(() => save(record, { change: wrong }))).toEqual({ code, field })
    expect(activitiesReader['activities.read']({ id: record.id }, context).activity).toEqual(record)
  })

  test('a cancelled session has no attendance', () => {
    const record = create()
    const wrong = {
      content: content({ attendance: [{ group: 'person', count: 3 }] }),
      change: change({ state: 'cancelled', reason: '台風の接近のため', held: null }),
    }
    expect(failure(() => save(record, wrong))).toMatchObject({ code: 'invalidValue' })
  })

  test('already held when it is entered: planned before it, in one step', () => {
    const record = create({}, { change: change(), plannedOn: '2025-04-02' })
    expect(record.log.map(({ state, on }) => [state, on])).toEqual([
      ['planned', '2025-03-12'],
      ['held', '2025-03-12'],
    ])
  })
})

describe('numbers noted on an activity', () => {
  test('定員 of a seminar is counted where it is written, once', () => {
    const asked = [query('family.capacity'), query('family.responses'), query('family.satisfied')]
    const before = figures(...asked)
    const measures = [
      { statistic: 'family.responses', stratum: null, value: 18 },
      { statistic: 'family.satisfied', stratum: null, value: 16 },
    ]
    const seminar = create(
      { kind: 'familySeminar', category: 4, party: 'division', capacity: 30, applications: 25, measures },
      { change: change() },
    )
    expect(seminar.capacity).toBe(30)
    expect(seminar.measures).toEqual(measures)
    expect(figures(...asked)).toEqual([30, 18, 16].map((value, at) => (before[at] ?? 0) + value))
    const again = save(seminar, { content: content({ ...seminarContent(), capacity: 28 }) })
    expect(again.capacity).toBe(28)
    expect(ledger.all(build.selectFrom('activity').select('capacity').where('id', '=', seminar.id))).toEqual([
      { capacity: 28 },
    ])

    function seminarContent(): Partial<Content> {
      return { kind: 'familySeminar', category: 4, party: 'division', applications: 25, measures }
    }
  })

  test('more answers than were asked are refused', () => {
    const measures = [
      { statistic: 'survey.sample', stratum: 'residents', value: 100 },
      { statistic: 'survey.responses', stratum: 'residents', value: 101 },
    ]
    expect(failure(() => create({ kind: 'survey', category: 6, party: 'division', measures }))).toEqual({
      code: 'invalidValue',
      field: 'measure.survey.responses.residents',
    })
  })

  test('有効回収率 by stratum is the engine’s: answers ÷ (sample − undelivered), never added', () => {
    const of = (statistic: string, stratum: string, value: number) => ({ statistic, stratum, value })
    const { rate } = activitiesReader['activities.survey'](
      {
        measures: [
          of('survey.sample', 'residents', 2500),
          of('survey.undelivered', 'residents', 40),
          of('survey.responses', 'residents', 984),
          of('survey.sample', 'agencies', 300),
          of('survey.responses', 'agencies', 201),
        ],
      },
      context,
    )
    const quantity = (stratum: string) => rate.rows.find(({ keys }) => keys[0] === stratum)?.cell
    expect(quantity('residents')).toMatchObject({ quantity: { numerator: 984, denominator: 2460 } })
    expect(quantity('agencies')).toMatchObject({ quantity: { numerator: 201, denominator: 300 } })
    expect(rate.total.state).toBe('notApplicable')
  })
})

describe('series', () => {
  const days: readonly Day[] = ['2025-03-05', '2025-03-19', '2025-04-02', '2025-04-16']
  const makeSeries = () =>
    activitiesWriter['activities.createSeries'](
      {
        actionId: randomUUID(),
        content: content({ title: '夜の居場所' }),
        plannedOn: '2025-02-03',
        days: [...days],
      },
      context,
    )
  const recordsOf = (seriesId: string) =>
    [2024, 2025].flatMap((fiscalYear) =>
      activitiesReader['activities.year']({ fiscalYear, asOf: '2025-03-31' }, context).activities.filter(
        (entry) => entry.seriesId === seriesId,
      ),
    )

  test('one activity a day, each in its own fiscal year, in one action', () => {
    const { seriesId, count, first } = makeSeries()
    expect(count).toBe(4)
    const records = recordsOf(seriesId)
    expect(records.map(({ when }) => when)).toEqual(days.map((day) => ({ kind: 'day', day })))
    expect(records[0]?.id).toBe(first)
    expect(new Set(records.map(({ state }) => state))).toEqual(new Set(['planned']))
  })

  test('「これ以降すべて」 changes the later planned ones, never what was held', () => {
    const { seriesId } = makeSeries()
    const [one, two, three, four] = recordsOf(seriesId)
    if (!one || !two || !three || !four) throw new Error('four sessions')
    save(three, { change: null })
    const held = save(two, {
      change: change({ on: '2025-03-19', held: { kind: 'day', day: '2025-03-19' } }),
    })
    const answer = activitiesWriter['activities.changeSeries'](
      {
        actionId: randomUUID(),
        id: two.id,
        revision: held.revision,
        title: '夜カフェ',
        venue: 'city-office',
        hours: '19時から',
      },
      context,
    )
    expect(answer).toMatchObject({ changed: 2, kept: 1 })
    expect(recordsOf(seriesId).map(({ title, venue }) => [title, venue])).toEqual([
      ['夜の居場所', 'consumer-annex'],
      ['夜の居場所', 'consumer-annex'],
      ['夜カフェ', 'city-office'],
      ['夜カフェ', 'city-office'],
    ])
  })
})

describe('guards of every door', () => {
  test('the same action again records nothing twice; an older revision is a conflict', () => {
    const input = {
      actionId: randomUUID(),
      content: content({ title: '一度だけ' }),
      fiscalYear: 2024,
      plannedOn: '2025-02-03' as Day,
      change: null,
    }
    const first = activitiesWriter['activities.create'](input, context)
    expect(activitiesWriter['activities.create'](input, context)).toEqual(first)
    const changed = save(first, { content: content({ title: '二度目' }) })
    expect(changed.revision).toBe(first.revision + 1)
    expect(failure(() => save(first, { content: content({ title: '三度目' }) }))).toMatchObject({
      code: 'conflict',
    })
  })

  test('a party or place that is not there is refused', () => {
    expect(failure(() => create({ party: 'nobody' }))).toMatchObject({ code: 'unknownParty' })
    expect(failure(() => create({ venue: 'nowhere' }))).toMatchObject({ code: 'invalidValue' })
  })

  test('a month that is 確定 is closed to entering, leaving, results and removal', () => {
    const open = create({ planned: { kind: 'day', day: '2025-03-12' } })
    const inside = create({ planned: { kind: 'day', day: '2024-12-11' } }, { plannedOn: '2024-11-01' })
    confirm('hikikomori-contractor', 'place', '2024-12')
    const closed = { code: 'periodConfirmed', field: null }
    expect(activitiesReader['activities.read']({ id: inside.id }, context).locked).toMatchObject({
      code: 'periodConfirmed',
      month: '令和６年12月',
    })
    expect(failure(() => create({ planned: { kind: 'day', day: '2024-12-12' } }))).toEqual(closed)
    expect(
      failure(() => save(inside, { content: content({ planned: { kind: 'day', day: '2025-03-13' } }) })),
    ).toEqual(closed)
    expect(
      failure(() => save(open, { content: content({ planned: { kind: 'day', day: '2024-12-13' } }) })),
    ).toEqual(closed)
    expect(
      failure(() =>
        save(inside, { change: change({ on: '2024-12-11', held: { kind: 'day', day: '2024-12-11' } }) }),
      ),
    ).toEqual(closed)
    expect(
      failure(() =>
        activitiesWriter['activities.remove'](
          { actionId: randomUUID(), id: inside.id, revision: inside.revision, reason: '重複' },
          context,
        ),
      ),
    ).toEqual(closed)
    expect(failure(() => save(open, { content: content({ hours: '19時から' }) }))).toBe('ok')
  })

  test('a party that reports this form by tally gets no record of it', () => {
    const partyKey = Number(
      ledger.get(build.selectFrom('party').select('key').where('code', '=', 'workprep-contractor'))?.key,
    )
    const added = mutate(
      ledger,
      {
        actionId: randomUUID(),
        staff: '担当者',
        kind: 'test',
        reason: '',
        at: '2025-04-02T03:00:00.000Z',
        request: null,
      },
      (write) =>
        write.insert('party_form', {
          party_key: partyKey,
          form: 'place',
          mode: 'tally',
          from_month: '2024-04',
          to_month: null,
        }),
    )
    expect(added.ok).toBe(true)
    expect(failure(() => create({ party: 'workprep-contractor' }))).toMatchObject({ code: 'reportedByTally' })
  })

  test('removal needs its reason, and takes the session out of the counts', () => {
    const [before] = figures(query('place.sessions'))
    const held = save(create(), { change: change() })
    expect(
      activitiesRequests['activities.remove'].input.safeParse({
        actionId: randomUUID(),
        id: held.id,
        revision: held.revision,
        reason: ' ',
      }).success,
    ).toBe(false)
    activitiesWriter['activities.remove'](
      { actionId: randomUUID(), id: held.id, revision: held.revision, reason: '二重に入力したため' },
      context,
    )
    expect(figures(query('place.sessions'))).toEqual([before])
    expect(failure(() => activitiesReader['activities.read']({ id: held.id }, context))).toMatchObject({
      code: 'notFound',
    })
  })

  function confirm(party: string, form: string, month: string): void {
    const row = ledger.get(
      build
        .selectFrom('report')
        .innerJoin('party', 'party.key', 'report.party_key')
        .select(['report.id', 'report.revision'])
        .where('party.code', '=', party)
        .where('report.form', '=', form as 'place')
        .where('report.month', '=', month as '2024-12'),
    )
    if (row === undefined) throw new Error('no such report')
    const done = mutate(
      ledger,
      {
        actionId: randomUUID(),
        staff: '係長',
        kind: 'test',
        reason: '',
        at: '2025-04-02T03:00:00.000Z',
        request: null,
      },
      (write) => write.update('report', row.id, row.revision, { state: 'confirmed' }),
    )
    if (!done.ok) throw new Error(done.error.code)
  }
})

describe('what hostile input meets at the door', () => {
  const shape = activitiesRequests['activities.create'].input
  const whole = {
    actionId: randomUUID(),
    content: content(),
    fiscalYear: 2024,
    plannedOn: '2025-02-03',
    change: null,
  }
  test.each([
    ['1e9 people', { attendance: [{ group: 'person', count: 1e9 }] }],
    ['fewer than none', { attendance: [{ group: 'person', count: -1 }] }],
    ['half a person', { attendance: [{ group: 'person', count: 0.5 }] }],
    ['a day that is none', { planned: { kind: 'day', day: '2025-02-30' } }],
    ['10,000 characters', { content: 'あ'.repeat(10_000) }],
    ['a title of spaces', { title: '　 ' }],
    ['a seventh category', { category: 7 }],
    ['a stranger', { phone: '042-000-0000' }],
  ])('%s is refused', (_name, part) => {
    expect(shape.safeParse({ ...whole, content: { ...content(), ...part } }).success).toBe(false)
  })

  test('the whole input fits', () => {
    expect(shape.safeParse(whole).error).toBeUndefined()
  })
})
