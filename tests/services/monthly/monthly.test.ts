import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../../src/main/ledger/history/verify.ts'
import { insertConfirmation } from '../../../src/main/ledger/repositories/confirmations.ts'
import { queryStatistic } from '../../../src/main/ledger/statistics/query-statistics.ts'
import { monthlyReader } from '../../../src/main/services/monthly/reader.ts'
import { monthlyWriter } from '../../../src/main/services/monthly/writer.ts'
import { monthsOf } from '../../../src/shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../src/shared/time/fiscal-year.ts'
import { makeDemonstration, openForReading, temporaryFolder } from '../support/ledgers.ts'
import {
  change,
  doing,
  failureOf,
  newOffice,
  type Office,
  place,
  save,
  setReport,
  sheetOf,
} from './support.ts'

const events = 'consultation.events'
const period = fiscalYearPeriod(2024)
const months = monthsOf(period)

async function total(office: Office, statistic: string) {
  const frame = { fiscalYear: 2024, period, asOf: '2025-03-31' } as const
  const answer = queryStatistic(office.ledger, { statistic, frame, by: [], where: [], party: place.party })
  return answer.ok ? answer.value.total : null
}

describe('the sheet', () => {
  test('an empty one shows the catalogue of its form, twelve months, nothing entered', async () => {
    const office = await newOffice()
    const sheet = sheetOf(office)
    expect(sheet.items.map(({ statistic }) => statistic)).toContain(events)
    expect(sheet.items.some(({ statistic }) => statistic === 'referral.rate')).toBe(false)
    expect(sheet.months.map(({ mode, state }) => `${mode} ${state}`)).toEqual(
      months.map(() => 'tally missing'),
    )
    expect(sheet).toMatchObject({ cells: [], previous: [], itemsRevision: 0 })
  })

  test('a party that reports by records takes only what has no records', async () => {
    const office = await newOffice()
    const records = { party: 'hikikomori-contractor', form: 'place' } as const
    const sheet = sheetOf(office, records)
    expect(new Set(sheet.months.map(({ mode }) => mode))).toEqual(new Set(['records']))
    expect(failureOf(() => save(office, [change('place.sessions', '2024-05', 4)], records))?.code).toBe(
      'reportedByRecords',
    )
    expect(failureOf(() => save(office, [change('place.persons', '2024-05', 4)], records))).toBeNull()
  })

  test('months told by records show what the statistics count, line by line', async () => {
    const ledger = await openForReading(await makeDemonstration(join(temporaryFolder(), '見本.daicho')))
    const { context } = await newOffice()
    const where = { party: 'hikikomori-contractor', form: 'place', fiscalYear: 2024 } as const
    const { counted } = monthlyReader['monthly.sheet'](where, { ...context, ledger })
    const sessions = counted.filter(({ statistic }) => statistic === 'place.sessions')
    const frame = { fiscalYear: 2024, period, asOf: '2025-03-31' } as const
    const query = { statistic: 'place.sessions', frame, by: ['month'], where: [], party: where.party }
    const answer = queryStatistic(ledger, query)
    if (!answer.ok) throw new Error(answer.error.code)
    expect(sessions.map(({ month, cell }) => [month, cell])).toEqual(
      answer.value.rows.map(({ keys, cell }) => [keys[0], cell]),
    )
    expect(sessions).toHaveLength(12)
  })

  test('parties: those that report by tally first; an unknown one is refused', async () => {
    const office = await newOffice()
    const { parties } = monthlyReader['monthly.parties']({ fiscalYear: 2024 }, office.context)
    expect(parties[0]).toMatchObject({ party: place.party, mode: 'tally' })
    expect(failureOf(() => sheetOf(office, { party: 'nobody' }))?.code).toBe('unknownParty')
  })
})

describe('saving', () => {
  test('a cell is a row, one action, and a number of the statistics', async () => {
    const office = await newOffice()
    const { cells } = save(office, [change(events, '2024-05', 21)])
    expect(cells).toMatchObject([{ statistic: events, month: '2024-05', value: 21, revision: 1 }])
    expect(sheetOf(office).cells).toMatchObject(cells)
    expect(await total(office, events)).toMatchObject({
      quantity: { integer: 21 },
      parts: { reported: 1, expected: 12 },
    })
    expect(verifyHistory(office.ledger).problems).toEqual([])
  })

  test('every state, flag and comment comes back as it was entered', async () => {
    const office = await newOffice()
    const states = ['notApplicable', 'cancelled', 'postponed', 'notDone', 'unknown'] as const
    save(
      office,
      states.map((state, at) => change(events, months[at] ?? null, null, { state, comment: `理由${at}` })),
    )
    save(office, [change(events, '2024-10', 30, { flags: ['provisional', 'estimate'] })])
    expect(sheetOf(office).cells.map(({ state, flags, comment }) => [state, flags, comment])).toEqual([
      ...states.map((state, at) => [state, [], `理由${at}`]),
      ['value', ['provisional', 'estimate'], ''],
    ])
  })

  test('another revision than the one seen is a conflict, and nothing of the action is written', async () => {
    const office = await newOffice()
    save(office, [change(events, '2024-05', 21)])
    const error = failureOf(() => save(office, [change(events, '2024-06', 5), change(events, '2024-05', 22)]))
    expect(error).toMatchObject({ code: 'conflict', parameters: { seen: 0, current: 1 } })
    expect(sheetOf(office).cells).toHaveLength(1)
    save(office, [change(events, '2024-05', 22, { seen: 1 })])
    expect(sheetOf(office).cells).toMatchObject([{ value: 22, revision: 2 }])
  })

  test('the same action twice writes once', async () => {
    const office = await newOffice()
    const actionId = randomUUID()
    const first = save(office, [change(events, '2024-05', 21)], { actionId })
    expect(save(office, [change(events, '2024-05', 21)], { actionId })).toEqual(first)
    expect(sheetOf(office).cells).toHaveLength(1)
  })

  test('a month that is 確定 takes nothing, by whatever line; the others go on', async () => {
    const office = await newOffice()
    setReport(office, '2024-05', 'confirmed')
    for (const statistic of [events, 'outcome.connectedToWorkPrep']) {
      expect(failureOf(() => save(office, [change(statistic, '2024-05', 1)]))?.code).toBe('periodConfirmed')
    }
    expect(
      failureOf(() => save(office, [change(events, '2024-06', 1), change(events, '2024-05', 1)]))?.code,
    ).toBe('periodConfirmed')
    expect(sheetOf(office).cells).toEqual([])
    expect(failureOf(() => save(office, [change(events, '2024-06', 1)]))).toBeNull()
  })

  test('the year’s own value is asked for when its months are 確定, and taken until the year is', async () => {
    const office = await newOffice()
    for (const month of months) setReport(office, month, 'confirmed')
    save(office, [change('consultation.persons', null, 90)])
    const year = { ...place, month: null }
    doing(office, (write) => insertConfirmation(write, year, [], '2025-04-10'))
    expect(failureOf(() => save(office, [change('consultation.persons', null, 91, { seen: 1 })]))?.code).toBe(
      'periodConfirmed',
    )
  })

  test.each([
    ['a ratio', change('referral.rate', '2024-05', 5)],
    ['an unknown statistic', change('nothing.here', '2024-05', 5)],
    ['a month of another year', change(events, '2025-05', 5)],
    ['a cut that the statistic has not', change('case.opened', '2024-05', 5, { keys: { sex: 'male' } })],
    ['a cut by time', change(events, '2024-05', 5, { keys: { quarter: '1' } })],
    ['a value without a number', change(events, '2024-05', null, { state: 'value' })],
  ])('%s is refused', async (_name, cell) => {
    const office = await newOffice()
    expect(failureOf(() => save(office, [cell]))?.code).toBe('invalidValue')
  })

  test('40 × 12 cells are one action within the time of one', async () => {
    const office = await newOffice()
    const cells = ['1', '2', '3', '4'].flatMap((code) =>
      months.map((month, at) => change(events, month, at, { keys: { method: `code${code}` } })),
    )
    expect(save(office, cells, { how: 'paste' }).cells).toHaveLength(48)
    expect(verifyHistory(office.ledger).problems).toEqual([])
  })
})

describe('前年度の値（未採用）', () => {
  test('prints and sums as 未入力 until it is adopted', async () => {
    const office = await newOffice()
    save(office, [change(events, '2024-04', 10), change(events, '2024-05', 20, { adopted: false })], {
      how: 'offer',
    })
    expect(await total(office, events)).toMatchObject({ quantity: { integer: 10 }, parts: { reported: 1 } })
    save(office, [change(events, '2024-05', 20, { seen: 1 })], { how: 'adopt' })
    expect(await total(office, events)).toMatchObject({ quantity: { integer: 30 }, parts: { reported: 2 } })
  })
})

describe('what changed since', () => {
  test('only the cells touched after it, and the state of the months', async () => {
    const office = await newOffice()
    save(office, [change(events, '2024-05', 21)])
    const { sequence } = sheetOf(office)
    save(office, [change(events, '2024-06', 5)])
    setReport(office, '2024-05', 'checked')
    const changes = monthlyReader['monthly.changes']({ ...place, since: sequence }, office.context)
    expect(changes.cells.map(({ month }) => month)).toEqual(['2024-06'])
    expect(changes.months.find(({ month }) => month === '2024-05')?.state).toBe('checked')
    expect(changes.sequence).toBeGreaterThan(sequence)
    const none = monthlyReader['monthly.changes']({ ...place, since: changes.sequence }, office.context)
    expect(none).toMatchObject({ cells: [], removed: [] })
  })
})

describe('items and ０件', () => {
  test('chosen items stand on the sheet; what holds a value stays in sight', async () => {
    const office = await newOffice()
    save(office, [change('case.opened', '2024-05', 2)])
    const items = [
      { statistic: events, keys: {} },
      { statistic: events, keys: { method: 'phone' } },
    ]
    const choose = (revision: number) =>
      monthlyWriter['monthly.setItems']({ ...place, actionId: randomUUID(), revision, items }, office.context)
    expect(choose(0).revision).toBe(1)
    const sheet = sheetOf(office)
    expect(sheet.items).toEqual([...items, { statistic: 'case.opened', keys: {} }])
    expect(sheet.itemsRevision).toBe(1)
    expect(failureOf(() => choose(7))?.code).toBe('conflict')
  })

  test('０件 is declared for a month told by records, never for one told by tally', async () => {
    const office = await newOffice()
    const records = { party: 'hikikomori-contractor', form: 'place', fiscalYear: 2024 } as const
    const declare = (where: typeof records | typeof place, zeroDeclared: boolean, revision: number) =>
      monthlyWriter['monthly.declareZero'](
        { ...where, actionId: randomUUID(), month: '2024-05', zeroDeclared, revision },
        office.context,
      )
    expect(declare(records, true, 0).revision).toBe(1)
    expect(sheetOf(office, records).months[1]).toMatchObject({ zeroDeclared: true, state: 'missing' })
    expect(declare(records, false, 1).revision).toBe(2)
    expect(failureOf(() => declare(place, true, 0))?.code).toBe('reportedByTally')
  })
})
