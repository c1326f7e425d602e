import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../src/shared/cell/cell.ts'
import { completedForms, obstacleOf, openMonthsOf, standingOf } from '../../../src/shared/confirming/judge.ts'
import { endOfPeriod, frameOf, periodKey } from '../../../src/shared/confirming/period.ts'
import { readStored, sameNumbers, writeStored } from '../../../src/shared/confirming/stored-answer.ts'
import { storedPlaceOf, storedQuery, storedTables } from '../../../src/shared/confirming/stored-tables.ts'
import type { BoardState } from '../../../src/shared/reports/board.ts'
import type { StatisticQuery } from '../../../src/shared/statistics/definition.ts'
import type { FormCode } from '../../../src/shared/statistics/rows.ts'
import { monthsOf } from '../../../src/shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../src/shared/time/fiscal-year.ts'

const months = monthsOf(fiscalYearPeriod(2024))
const row = (states: readonly BoardState[], party = 'desk', form: FormCode = 'consultation') => ({
  party,
  form,
  cells: months.map((month, index) => ({
    month,
    state: states[index % states.length] ?? 'missing',
    zeroDeclared: false,
    daysLate: null,
  })),
})
const none = new Set<string>()

describe('where a period stands', () => {
  test.each([
    [['missing'], 'open'],
    [['entering'], 'open'],
    [['received'], 'open'],
    [['sentBack'], 'open'],
    [['resubmitted'], 'open'],
    [['checked'], 'checked'],
    [['confirmed'], 'confirmed'],
  ] as [BoardState[], string][])('a month %s is %s', (states, standing) => {
    expect(standingOf(row(states), 2024, '2024-04', none)).toBe(standing)
  })

  test.each([
    ['one month is open', row(['checked', 'received']), none, 'open'],
    ['all are 確認済 or 確定', row(['checked', 'confirmed']), none, 'checked'],
    ['all are 確定, the year is not', row(['confirmed']), none, 'checked'],
    ['months that are not owed do not count', row(['confirmed', 'notExpected']), none, 'checked'],
    [
      'it is 確定 itself',
      row(['confirmed']),
      new Set([periodKey({ party: 'desk', form: 'consultation', fiscalYear: 2024, month: null })]),
      'confirmed',
    ],
  ] as const)('a year of which %s', (_name, one, confirmed, standing) => {
    expect(standingOf(one, 2024, null, confirmed)).toBe(standing)
  })

  test.each([
    ['checked', '2024-04', 0, '2025-05-01', null],
    ['checked', '2024-04', 1, '2025-05-01', 'errors'],
    ['received', '2024-04', 0, '2025-05-01', 'notChecked'],
    ['received', '2024-04', 1, '2025-05-01', 'notChecked'],
    ['checked', '2024-04', 0, '2024-04-30', 'notOver'],
    ['checked', '2024-04', 0, '2024-05-01', null],
    ['checked', null, 0, '2025-05-01', 'monthsOpen'],
    ['confirmed', null, 0, '2025-05-01', null],
    ['confirmed', null, 2, '2025-05-01', 'errors'],
    ['confirmed', null, 0, '2025-03-31', 'notOver'],
  ] as const)('%s, %s, %i errors on %s: %s', (state, month, errors, today, obstacle) => {
    expect(obstacleOf(row([state]), { fiscalYear: 2024, month }, errors, today)).toBe(obstacle)
  })

  test('全体 follows with the last party that owes the form, and once', () => {
    const rows = [
      row(['confirmed'], 'a'),
      row(['confirmed', 'notExpected'], 'b'),
      row(['checked'], 'c', 'place'),
    ]
    const period = { fiscalYear: 2024, month: '2024-04' } as const
    const keyOf = (party: string | null) => periodKey({ party, form: 'consultation', ...period })
    expect(completedForms(rows, period, new Set([keyOf('a')]))).toEqual([])
    expect(completedForms(rows, period, new Set([keyOf('a'), keyOf('b')]))).toEqual(['consultation'])
    expect(completedForms(rows, period, new Set([keyOf('a'), keyOf('b'), keyOf(null)]))).toEqual([])
    // In May the second party owes nothing.
    const may = { fiscalYear: 2024, month: '2024-05' } as const
    const only = new Set([periodKey({ party: 'a', form: 'consultation', ...may })])
    expect(completedForms(rows, may, only)).toEqual(['consultation'])
    expect(openMonthsOf(rows[2] ?? row([]))).toEqual(months)
  })
})

describe('what is stored', () => {
  const periods = [
    { party: 'desk', form: 'consultation', fiscalYear: 2024, month: '2024-04' },
    { party: 'desk', form: 'consultation', fiscalYear: 2024, month: null },
    { party: null, form: 'place', fiscalYear: 2024, month: null },
  ] as const

  test.each(periods)('every table of $party $form $month is found again by its own query', (period) => {
    const tables = storedTables(period)
    expect(tables.length).toBeGreaterThan(10)
    expect(new Set(tables.map((table) => JSON.stringify(table))).size).toBe(tables.length)
    for (const table of tables) {
      expect(storedPlaceOf(storedQuery(period, table))).toEqual({ period, table })
    }
  })

  test('全体 is cut by party, a party is not', () => {
    const byParty = (party: string | null) =>
      storedTables({ party, form: 'consultation', fiscalYear: 2024, month: null }).some(({ by }) =>
        by.includes('party'),
      )
    expect([byParty('desk'), byParty(null)]).toEqual([false, true])
  })

  const query: StatisticQuery = {
    statistic: 'consultation.events',
    frame: frameOf({ fiscalYear: 2024, month: '2024-04' }),
    by: [],
    where: [],
    party: 'desk',
  }
  const asked = (change: Partial<StatisticQuery['frame']>): StatisticQuery => ({
    ...query,
    frame: { ...query.frame, ...change },
  })
  test.each([
    ['a filter', { ...query, where: [{ field: 'age', operator: '>=', age: 30 }] }],
    ['an unknown statistic', { ...query, statistic: 'nothing.here' }],
    ['a day before the end', asked({ asOf: '2024-04-29' })],
    ['a quarter', asked({ period: { from: '2024-04', to: '2024-06' }, asOf: '2025-03-31' })],
    ['two years', asked({ period: { from: '2024-04', to: '2026-03' }, asOf: '2026-03-31' })],
  ] as [string, StatisticQuery][])('%s is not stored as such', (_name, one) => {
    expect(storedPlaceOf(one)).toBeNull()
  })

  test('the end of a year is its last day', () => {
    expect(endOfPeriod({ fiscalYear: 2024, month: null })).toBe('2025-03-31')
  })

  const parts = fc.record({ reported: fc.nat(12), expected: fc.nat(12) })
  const flags = fc.subarray(['provisional', 'revised', 'estimate'] as const)
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.record({
      state: fc.constant('value' as const),
      quantity: fc.oneof(
        fc.record({ kind: fc.constant('integer' as const), integer: fc.integer() }),
        fc.record({
          kind: fc.constant('fraction' as const),
          numerator: fc.integer(),
          denominator: fc.integer({ min: 1, max: 999 }),
        }),
      ),
      parts,
      flags,
    }),
    fc.record({ state: fc.constantFrom('blank' as const, 'unknown' as const), parts, flags }),
  )

  test('an answer is read as it was written, and says that it is a 確定値', () => {
    fc.assert(
      fc.property(cell, fc.array(fc.tuple(fc.string(), cell)), (total, cells) => {
        const rows = cells.map(([key, one]) => ({ keys: [key], cell: one }))
        const by = ['method']
        const read = readStored(writeStored({ total, rows, notes: [] }), by, { ...query, by }, '2025-05-12')
        expect(read).toEqual({
          query: { ...query, by },
          total,
          rows,
          notes: [{ code: 'confirmed', parameters: { on: '2025-05-12' } }],
        })
        expect(sameNumbers(read, { total, rows: rows.toReversed() })).toBe(true)
      }),
    )
  })

  test('asked for the other way round, the table is turned', () => {
    const one = (integer: number): Cell => ({
      state: 'value',
      quantity: { kind: 'integer', integer },
      parts: { reported: 1, expected: 1 },
      flags: [],
    })
    const rows = [
      { keys: ['2024-04', 'phone'], cell: one(1) },
      { keys: ['2024-04', 'visit'], cell: one(2) },
      { keys: ['2024-05', 'phone'], cell: one(3) },
      { keys: ['2024-05', 'visit'], cell: one(4) },
    ]
    const text = writeStored({ total: one(10), rows, notes: [] })
    const turned = readStored(text, ['month', 'method'], { ...query, by: ['method', 'month'] }, '2025-05-12')
    expect(turned.rows.map(({ keys }) => keys.join(' '))).toEqual([
      'phone 2024-04',
      'phone 2024-05',
      'visit 2024-04',
      'visit 2024-05',
    ])
    expect(turned.rows[1]?.cell).toEqual(one(3))
  })
})
