import { describe, expect, test } from 'vitest'
import { type BoardInput, dueDayOf, submissionBoard } from '../../../src/shared/reports/board.ts'
import { needsReason, statesAfter } from '../../../src/shared/reports/transitions.ts'
import type { Day, Month } from '../../../src/shared/time/day.ts'

const party = {
  code: 'A',
  names: [
    { name: '旧法人', from: null, to: '2024-09-30' as Day },
    { name: '新法人', from: '2024-10-01' as Day, to: null },
  ],
  corporation: '法人',
  programme: 'P',
  contractFrom: '2024-04-01' as Day,
  contractTo: '2025-01-31' as Day,
}
const base: BoardInput = {
  fiscalYear: 2024,
  today: '2024-12-11',
  dueDay: 10,
  parties: [party],
  partyForms: [{ party: 'A', form: 'place', mode: 'tally', from: '2024-06', to: null }],
  reports: [
    { party: 'A', form: 'place', month: '2024-06', state: 'confirmed', zeroDeclared: false },
    { party: 'A', form: 'place', month: '2024-07', state: 'checked', zeroDeclared: true },
    { party: 'A', form: 'place', month: '2024-08', state: 'sentBack', zeroDeclared: false },
    { party: 'A', form: 'place', month: '2024-09', state: 'received', zeroDeclared: false },
  ],
  hasEntries: (_party, _form, month) => month === '2024-10',
}

describe('提出状況', () => {
  test('each month has a state and a reason, counted by hand', () => {
    const [row] = submissionBoard(base)
    expect(row?.cells.map(({ state }) => state)).toEqual([
      'notExpected', // ４月, ５月: the form begins in June
      'notExpected',
      'confirmed',
      'checked',
      'sentBack',
      'received',
      'entering',
      'missing',
      'missing', // 12月 has begun
      'future',
      'notExpected', // the contract ends in January
      'notExpected',
    ])
    // ８月 was due on 10 September: 92 days; 10月 on 10 November: 31; 11月 on 10 December: 1; 12月 not yet.
    expect(row?.cells.map(({ daysLate }) => daysLate)).toEqual([
      null,
      null,
      null,
      null,
      92,
      null,
      31,
      1,
      null,
      null,
      null,
      null,
    ])
    expect([row?.done, row?.expected, row?.name, row?.mode]).toEqual([2, 8, '新法人', 'tally'])
  })

  test('「０件」 is never late, and a form that does not touch the year has no row', () => {
    const zero = {
      party: 'A',
      form: 'place',
      month: '2024-11' as Month,
      state: 'missing',
      zeroDeclared: true,
    } as const
    const [row] = submissionBoard({ ...base, reports: [zero] })
    expect(row?.cells[7]).toEqual({ month: '2024-11', state: 'entering', zeroDeclared: true, daysLate: null })
    expect(submissionBoard({ ...base, fiscalYear: 2021 })).toEqual([])
  })

  test.each([
    ['2024-01', 31, '2024-02-29'],
    ['2024-11', 10, '2024-12-10'],
    ['2024-12', 5, '2025-01-05'],
  ] as const)('the report of %s with 締切 %d日 is due on %s', (month, day, due) => {
    expect(dueDayOf(month, day)).toBe(due)
  })
})

test('nothing leaves 確定 here, and taking something back needs a reason', () => {
  expect(statesAfter('confirmed')).toEqual([])
  expect(statesAfter('missing')).not.toContain('sentBack')
  expect(needsReason('received', 'sentBack')).toBe(true)
  expect(needsReason('checked', 'received')).toBe(true)
  expect(needsReason('received', 'checked')).toBe(false)
})
