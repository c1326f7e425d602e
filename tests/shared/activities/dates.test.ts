import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityOn, dayOfState } from '../../../src/shared/activities/on-day.ts'
import { formatWhen, readWhen, whenSortKey } from '../../../src/shared/activities/read-when.ts'
import type { ActivityLogEntry } from '../../../src/shared/activities/record.ts'
import type { ActivityDate } from '../../../src/shared/statistics/rows.ts'
import type { Day } from '../../../src/shared/time/day.ts'
import { whenReadingWords } from '../../../src/shared/words/activities.ts'
import { anyText } from '../any-text.ts'

const context = { fiscalYear: 2024 }
const day = (text: Day): ActivityDate => ({ kind: 'day', day: text })

describe('readWhen', () => {
  test.each([
    ['R6.11.13', day('2024-11-13')],
    ['２０２４/１１/１３', day('2024-11-13')],
    ['11/13', day('2024-11-13')],
    ['2月7日', day('2025-02-07')],
    ['令和７年３月', { kind: 'month', month: '2025-03' }],
    ['3月', { kind: 'month', month: '2025-03' }],
    ['2025-03', { kind: 'month', month: '2025-03' }],
    ['令和７年１月から２月まで', { kind: 'months', from: '2025-01', to: '2025-02' }],
    ['R6.12～R7.2', { kind: 'months', from: '2024-12', to: '2025-02' }],
    ['４月から３月', { kind: 'months', from: '2024-04', to: '2025-03' }],
    ['令和６年12月から令和６年12月まで', { kind: 'month', month: '2024-12' }],
    ['', { kind: 'unknown' }],
    ['未定', { kind: 'unknown' }],
    ['日程調整中', { kind: 'unknown' }],
  ] as const)('「%s」', (text, date) => {
    expect(readWhen(text, context)).toMatchObject({ ok: true, date })
  })

  test.each([
    ['R6.13.1', 'noSuchMonth'],
    ['R7.2.30', 'noSuchDay'],
    ['13月', 'noSuchMonth'],
    ['２月から１月', 'reversed'],
    ['そのうち', 'notADate'],
    ['1e9', 'notADate'],
    ['あ'.repeat(10_000), 'tooLong'],
  ])('「%s」 is refused: %s', (text, reason) => {
    const reading = readWhen(text, context)
    expect(reading).toEqual({ ok: false, reason })
    expect(whenReadingWords(reading)).not.toBe('')
  })

  test('what is written is read again, in either width of digits', () => {
    const dates: readonly ActivityDate[] = [
      day('2024-11-13'),
      { kind: 'month', month: '2025-03' },
      { kind: 'months', from: '2024-12', to: '2025-02' },
      { kind: 'months', from: '2024-04', to: '2024-11' },
      { kind: 'unknown' },
    ]
    for (const date of dates) {
      expect(readWhen(formatWhen(date))).toMatchObject({ ok: true, date })
      expect(readWhen(formatWhen(date, { weekday: false, digits: 'halfWidth' }))).toMatchObject({
        ok: true,
        date,
      })
    }
  })

  test('any text is answered in words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(whenReadingWords(readWhen(text, context)).length).toBeGreaterThan(0)
      }),
    )
  })

  test('a month without a day sorts after its days, what is unknown last', () => {
    const dates: readonly ActivityDate[] = [
      { kind: 'unknown' },
      { kind: 'month', month: '2024-11' },
      day('2024-11-30'),
      day('2024-12-01'),
    ]
    expect(
      dates.toSorted((a, b) => (whenSortKey(a) < whenSortKey(b) ? -1 : 1)).map(({ kind }) => kind),
    ).toEqual(['day', 'month', 'day', 'unknown'])
  })
})

describe('an activity on the as-of date', () => {
  const entry = (
    state: ActivityLogEntry['state'],
    on: Day,
    moved: ActivityDate | null = null,
  ): ActivityLogEntry => ({
    state,
    on,
    reason: '',
    evidence: '',
    moved,
  })
  const moved = {
    planned: day('2025-01-20'),
    held: day('2025-01-20'),
    log: [
      entry('planned', '2024-10-01'),
      entry('postponed', '2024-12-08', day('2024-12-10')),
      entry('held', '2025-01-20'),
    ],
  }
  test.each([
    ['2024-09-30', null, '2024-12-10'],
    ['2024-11-30', 'planned', '2024-12-10'],
    ['2024-12-07', 'planned', '2024-12-10'],
    ['2024-12-08', 'postponed', '2025-01-20'],
    ['2025-01-19', 'postponed', '2025-01-20'],
    ['2025-01-20', 'held', '2025-01-20'],
  ] as const)('on %s: %s, %s', (asOf, state, when) => {
    expect(activityOn(moved, asOf)).toEqual({ state, when: day(when) })
  })

  test('moved twice: each day knows the date of its time', () => {
    const twice = {
      planned: day('2025-02-20'),
      held: null,
      log: [
        entry('planned', '2024-10-01'),
        entry('postponed', '2024-12-08', day('2024-12-10')),
        entry('postponed', '2025-01-15', day('2025-01-20')),
      ],
    }
    expect(
      ['2024-11-30', '2025-01-01', '2025-01-15'].map((asOf) => activityOn(twice, asOf as Day).when),
    ).toEqual([day('2024-12-10'), day('2025-01-20'), day('2025-02-20')])
  })

  test('told as held before its day: planned', () => {
    const early = { planned: day('2025-01-20'), held: day('2025-01-20'), log: [entry('held', '2025-01-10')] }
    expect(activityOn(early, '2025-01-15').state).toBe('planned')
  })

  test('the day of a state: a month ends with today', () => {
    expect(dayOfState(day('2025-01-20'), '2025-03-01')).toBe('2025-01-20')
    expect(dayOfState({ kind: 'month', month: '2025-01' }, '2025-03-01')).toBe('2025-01-31')
    expect(dayOfState({ kind: 'month', month: '2025-03' }, '2025-03-12')).toBe('2025-03-12')
    expect(dayOfState({ kind: 'unknown' }, '2025-03-12')).toBe('2025-03-12')
  })
})
