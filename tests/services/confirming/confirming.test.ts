import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../../src/main/ledger/query.ts'
import { storedConsultations } from '../../../src/main/ledger/repositories/intake-side.ts'
import { keepLateArrival } from '../../../src/main/ledger/repositories/late-arrivals.ts'
import { queryStatistic, recountStatistics } from '../../../src/main/ledger/statistics/query-statistics.ts'
import { act } from '../../../src/main/services/act.ts'
import { check } from '../../../src/main/services/check.ts'
import { confirmingReader, confirmingWriter } from '../../../src/main/services/confirming/handlers.ts'
import { casesReader, casesWriter } from '../../../src/main/services/consultations/cases.ts'
import type { WriterContext } from '../../../src/main/services/contexts.ts'
import { assertMonthOpen, assertYearOpen } from '../../../src/main/services/guards/month-guard.ts'
import { stats } from '../../../src/main/services/statistics.ts'
import type { StatisticQuery } from '../../../src/shared/statistics/definition.ts'
import { monthsOf } from '../../../src/shared/time/calendar.ts'
import type { Month } from '../../../src/shared/time/day.ts'
import { fiscalYearPeriod } from '../../../src/shared/time/fiscal-year.ts'
import { expectOk } from '../support/ledgers.ts'
import { confirm, confirmable, demonstrationOffice, failureOf, moveTo, reopen } from './support.ts'

const april: StatisticQuery = {
  statistic: 'consultation.events',
  frame: { fiscalYear: 2024, period: { from: '2024-04', to: '2024-04' }, asOf: '2024-04-30' },
  by: [],
  where: [],
  party: 'support-desk',
}
const year = { fiscalYear: 2024, period: fiscalYearPeriod(2024), asOf: '2025-03-31' } as const
const desk = { party: 'support-desk', form: 'consultation', month: '2024-04' } as const

let office: WriterContext
beforeAll(async () => {
  office = await demonstrationOffice()
})

const ask = (query: StatisticQuery) => expectOk(queryStatistic(office.ledger, query))
const isStored = (query: StatisticQuery): boolean => ask(query).notes.some(({ code }) => code === 'confirmed')
const revisionOf = (month: Month): number =>
  office.ledger.get(
    build
      .selectFrom('report')
      .innerJoin('party', 'party.key', 'report.party_key')
      .select('report.revision')
      .where('party.code', '=', 'support-desk')
      .where('form', '=', 'consultation')
      .where('month', '=', month),
  )?.revision ?? 0

describe('確定 of a month', () => {
  test('is refused with the list of what is not 確認済, and then nothing is 確定', () => {
    moveTo(office, desk, 'received', revisionOf('2024-04'))
    const places = confirmable(office, '2024-04')
    expect(places).toHaveLength(8)
    const all = [...places, { party: desk.party, form: desk.form, warningsSeen: 0 }]
    const refused = failureOf(() => confirm(office, { month: '2024-04', places: all }))
    expect(refused?.code).toBe('confirmRefused')
    expect(refused?.parameters).toMatchObject({
      count: 1,
      list: '生活サポート相談窓口（相談）は、まだ確認済になっていません。',
    })
    expect(
      confirmingReader['confirming.overview']({ fiscalYear: 2024, month: '2024-04' }, office).whole,
    ).toEqual([])
    expect(isStored(april)).toBe(false)
  })

  test('stores what was counted; 全体 follows with the last party', () => {
    const places = confirmable(office, '2024-04')
    expect(confirm(office, { month: '2024-04', places })?.whole).not.toContain('consultation')
    moveTo(office, desk, 'checked', revisionOf('2024-04'))
    const before = [april, { ...april, party: null }].map((query) => ask(query).total)
    const done = confirm(office, { month: '2024-04', places: confirmable(office, '2024-04') })
    expect(done).toEqual({ confirmed: 1, whole: ['consultation'] })
    expect([april, { ...april, party: null }].map((query) => ask(query).total)).toEqual(before)
  })

  test.each([
    ['its total', april, true],
    ['its total on a later day', { ...april, frame: { ...april.frame, asOf: '2025-03-31' } }, true],
    ['a breakdown', { ...april, by: ['method'] }, true],
    ['全体 by party', { ...april, party: null, by: ['party'] }, true],
    ['a day before its end', { ...april, frame: { ...april.frame, asOf: '2024-04-29' } }, false],
    ['a filter', { ...april, where: [{ field: 'method', operator: 'is', codes: ['phone'] }] }, false],
    ['two breakdowns that are not stored', { ...april, by: ['method', 'caller'] }, false],
    [
      'the month after',
      {
        ...april,
        frame: { fiscalYear: 2024, period: { from: '2024-05', to: '2024-05' }, asOf: '2024-05-31' },
      },
      false,
    ],
    ['the year', { ...april, frame: year }, false],
  ] as [string, StatisticQuery, boolean][])(
    '%s: is it read from what was stored?',
    (_name, query, stored) => {
      expect(isStored(query)).toBe(stored)
      // The same numbers, whichever way.
      const [counted] = recountStatistics(office.ledger, [query])
      expect(ask(query).total).toEqual(counted === undefined ? null : expectOk(counted).total)
      expect(ask(query).rows).toEqual(counted === undefined ? null : expectOk(counted).rows)
    },
  )

  test('the command line says that the number is a 確定値', () => {
    const { notes } = expectOk(stats(office.ledger, april))
    expect(notes.find(({ code }) => code === 'confirmed')?.text).toBe(
      '令和７年５月12日に確定した数（確定値）である。',
    )
  })

  test('the stored number outlives its records, and the other count is a finding', () => {
    const stored = ask(april).total
    act(office, 'test.disposal', { actionId: crypto.randomUUID() }, (write) => {
      const rows = write.all(
        build
          .selectFrom('consultation as c')
          .innerJoin('party', 'party.key', 'c.party_key')
          .select(['c.id', 'c.key', 'c.revision'])
          .where('party.code', '=', 'support-desk')
          .where('c.month', '=', '2024-04'),
      )
      for (const { id, key, revision } of rows) {
        const referrals = write.all(
          build.selectFrom('referral').select(['id', 'revision']).where('consultation_key', '=', key),
        )
        for (const referral of referrals) write.remove('referral', referral.id, referral.revision)
        write.remove('consultation', id, revision)
      }
      return null
    })
    expect(ask(april).total).toEqual(stored)
    const moved = check(office.ledger, '2025-03-31').filter(({ rule }) => rule === 'movedSinceConfirmed')
    expect(moved.map(({ place }) => `${place.party} ${place.statistic} ${place.month}`)).toContain(
      'support-desk consultation.events 2024-04',
    )
  })
})

describe('確定解除', () => {
  test('needs a reason, and that the period is 確定', () => {
    expect(failureOf(() => reopen(office, { ...desk, reason: ' ' }))?.code).toBe('reasonMissing')
    expect(failureOf(() => reopen(office, { ...desk, month: '2024-05' }))?.code).toBe('notConfirmed')
  })

  test('opens the month and takes 全体 with it; the report goes back to 受領', () => {
    expect(failureOf(() => assertMonthOpen(office.ledger, desk.party, desk.form, desk.month))?.code).toBe(
      'periodConfirmed',
    )
    expect(reopen(office, desk)).toEqual({ year: false, whole: 1, submissions: 0 })
    assertMonthOpen(office.ledger, desk.party, desk.form, desk.month)
    expect(isStored(april)).toBe(false)
    expect(isStored({ ...april, party: null })).toBe(false)
    expect(isStored({ ...april, party: 'division' })).toBe(true)
    const row = confirmingReader['confirming.overview'](
      { fiscalYear: 2024, month: '2024-04' },
      office,
    ).rows.find(({ party }) => party === 'support-desk')
    expect(row).toMatchObject({ state: 'open', report: 'received', obstacle: 'notChecked' })
  })
})

describe('確定 of a year', () => {
  test('waits for all its months, is an action of its own, and is lifted with any of them', () => {
    const division = { party: 'division', form: 'network' } as const
    const place = [{ ...division, warningsSeen: 9 }]
    expect(failureOf(() => confirm(office, { month: null, places: place }))?.code).toBe('confirmRefused')
    for (const month of monthsOf(year.period)) {
      if (month !== '2024-04') confirm(office, { month, places: place })
    }
    assertYearOpen(office.ledger, 'division', 'network', 2024)
    expect(confirm(office, { month: null, places: place })?.whole).toEqual(['network'])
    expect(failureOf(() => assertYearOpen(office.ledger, 'division', 'network', 2024))?.code).toBe(
      'periodConfirmed',
    )
    const query: StatisticQuery = {
      statistic: 'network.meetings',
      frame: year,
      by: ['month'],
      where: [],
      party: null,
    }
    expect(isStored(query)).toBe(true)
    // A party that owes the form nothing cannot add to 全体 either.
    expect(failureOf(() => assertMonthOpen(office.ledger, 'support-desk', 'network', '2024-06'))?.code).toBe(
      'periodConfirmed',
    )
    expect(reopen(office, { ...division, month: '2024-06' })).toEqual({
      year: true,
      whole: 2,
      submissions: 0,
    })
    expect(isStored(query)).toBe(false)
    assertYearOpen(office.ledger, 'division', 'network', 2024)
  })
})

describe('名寄せ', () => {
  test('tells before which 確定 periods it would count otherwise; they stay', () => {
    const pair = office.ledger.all(
      build
        .selectFrom('consultation as c')
        .innerJoin('case_file as f', 'f.key', 'c.case_key')
        .innerJoin('party', 'party.key', 'c.party_key')
        .select(['f.id', 'f.revision'])
        .distinct()
        .where('party.code', '=', 'division')
        .where('c.month', '=', '2024-04')
        .limit(2),
    )
    const [from, into] = pair
    if (from === undefined || into === undefined) throw new Error('two persons came in April')
    const { confirmed } = casesReader['cases.mergePreview']({ fromId: from.id, intoId: into.id }, office)
    expect(confirmed).toContainEqual({ name: '地域共生課', fiscalYear: 2024, month: '2024-04' })
    const query: StatisticQuery = { ...april, statistic: 'consultation.persons', party: 'division' }
    const before = ask(query).total
    casesWriter['cases.merge'](
      {
        actionId: crypto.randomUUID(),
        fromId: from.id,
        revision: from.revision,
        intoId: into.id,
        reason: '同じ人',
      },
      office,
    )
    expect(ask(query).total).toEqual(before)
    const [now] = recountStatistics(office.ledger, [query])
    expect(now === undefined ? null : expectOk(now).total).not.toEqual(before)
  })
})

describe('提出済み', () => {
  const actionId = () => crypto.randomUUID()
  test('is a lock of its own, lifted by 再提出が必要 with a reason, and told again', () => {
    const place = { form: 'family', fiscalYear: 2023, month: null } as const
    const made = confirmingWriter['submissions.record'](
      { actionId: actionId(), ...place, recipient: '東京都', submittedOn: '2024-06-28' },
      office,
    )
    const open = () => assertMonthOpen(office.ledger, 'division', 'family', '2023-09')
    expect(failureOf(open)).toMatchObject({ code: 'periodSubmitted', parameters: { recipient: '東京都' } })
    const need = { actionId: actionId(), ...made }
    expect(
      failureOf(() => confirmingWriter['submissions.needAgain']({ ...need, reason: '' }, office))?.code,
    ).toBe('reasonMissing')
    const again = confirmingWriter['submissions.needAgain']({ ...need, reason: '人数の訂正' }, office)
    open()
    const { submissions } = confirmingReader['confirming.states']({ fiscalYear: 2023 }, office)
    expect(submissions).toMatchObject([{ needsAgain: true, why: '人数の訂正' }])
    confirmingWriter['submissions.submitAgain'](
      { actionId: actionId(), id: made.id, ...again, submittedOn: '2025-05-01' },
      office,
    )
    expect(failureOf(open)?.code).toBe('periodSubmitted')
  })
})

describe('what came in late', () => {
  test('waits while the month is 確定, and is taken over or dismissed with a reason after that', () => {
    const record = {
      kind: 'tally',
      party: 'division',
      form: 'network',
      month: '2024-05',
      fiscalYear: 2024,
      statistic: 'network.sharedUsers',
      keys: {},
      state: 'value',
      value: 3,
      flags: [],
    } as const
    const keep = () =>
      act(office, 'test.late', { actionId: crypto.randomUUID() }, (write) =>
        keepLateArrival(write, {
          replaces: null,
          ...record,
          record,
          fileName: '月報.xlsx',
          place: { sheet: '5月', row: 4 },
          arrivedOn: '2025-05-12',
        }),
      )
    expect(keep()).not.toBeNull()
    expect(keep()).toBeNull()
    const list = () => confirmingReader['late.list']({ fiscalYear: null }, office).arrivals
    const [late] = list()
    expect(late).toMatchObject({ shut: true, state: 'waiting', place: '月報.xlsx　5月　4行目' })
    const take = () =>
      confirmingWriter['late.take'](
        { actionId: crypto.randomUUID(), id: late?.id ?? '', revision: late?.revision ?? 0 },
        office,
      )
    expect(failureOf(take)?.code).toBe('periodConfirmed')
    reopen(office, { party: 'division', form: 'network', month: '2024-05' })
    take()
    expect(list()).toEqual([])
    const value = office.ledger.get(
      build
        .selectFrom('tally')
        .select('value')
        .where('statistic', '=', 'network.sharedUsers')
        .where('month', '=', '2024-05'),
    )
    expect(value).toEqual({ value: 3 })
  })

  test('a correction of a contact goes over the contact, not beside it', () => {
    const stored = () => [
      ...storedConsultations(office.ledger, 'support-desk', { from: '2024-08', to: '2024-08' }),
    ]
    const before = stored()
    const [first] = before
    if (first?.record.kind !== 'consultation') throw new Error('no contact in the month')
    const record = { ...first.record, note: 'あとから直した' }
    act(office, 'test.late', { actionId: crypto.randomUUID() }, (write) =>
      keepLateArrival(write, {
        replaces: first.id,
        party: 'support-desk',
        form: 'consultation',
        fiscalYear: 2024,
        month: '2024-08',
        record,
        fileName: '受付簿.xlsx',
        place: { sheet: '8月', row: 4 },
        arrivedOn: '2025-05-12',
      }),
    )
    const [late] = confirmingReader['late.list']({ fiscalYear: null }, office).arrivals
    confirmingWriter['late.take'](
      { actionId: crypto.randomUUID(), id: late?.id ?? '', revision: late?.revision ?? 0 },
      office,
    )
    const after = stored()
    expect(after).toHaveLength(before.length)
    expect(after.find(({ id }) => id === first.id)?.record).toEqual(record)
  })
})

describe('texts to a party', () => {
  test('依頼文 names the report and what is to be mended', () => {
    const { text, name } = confirmingReader['reports.letter'](
      {
        party: 'workprep-contractor',
        form: 'consultation',
        month: '2024-06',
        points: ['新規の件数'],
        replyBy: '2025-05-20',
      },
      office,
    )
    expect(name).toBe('差戻し_就労準備支援事業委託事業者_令和６年６月.txt')
    expect(text).toContain('就労準備支援事業委託事業者　御中')
    expect(text).toContain('令和６年６月分の月次報告（相談）')
    expect(text).toContain('1　新規の件数')
    expect(text).toContain('再提出の期限　令和７年５月20日（火）')
  })

  test('督促 lists what is late, with the days, as of the frame', () => {
    const { parties } = confirmingReader['reports.outstanding']({ frame: year }, office)
    const late = parties.find(({ party }) => party === 'workprep-contractor')
    expect(late?.reports).toEqual([
      { form: 'consultation', month: '2025-02', sentBack: false, dueOn: '2025-03-10', daysLate: 21 },
    ])
    expect(late?.text).toContain('令和７年２月分　相談（期限 令和７年３月10日、21日超過）')
  })
})
