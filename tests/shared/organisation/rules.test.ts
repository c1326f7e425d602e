import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanKana, cleanName } from '../../../src/shared/organisation/clean-name.ts'
import { checkForm, switchedFrom } from '../../../src/shared/organisation/forms.ts'
import { cleanNames, nearestNameOn, renamedFrom } from '../../../src/shared/organisation/name-periods.ts'
import { contractsEnding, plannedNextYear, seriesKey } from '../../../src/shared/organisation/year-change.ts'
import { addDays, addMonths, weekdayOf } from '../../../src/shared/time/calendar.ts'
import { fiscalYearOf } from '../../../src/shared/time/fiscal-year.ts'
import { nameOn } from '../../../src/shared/time/names.ts'

const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2019-04-01', count))
const month = fc.integer({ min: 0, max: 60 }).map((count) => addMonths('2022-04', count))

describe('names', () => {
  test.each([
    [' 地域共生課 ', '地域共生課'],
    ['か\u3099く', 'がく'],
    ['髙橋', '髙橋'],
  ])('%s is kept as %s', (written, kept) => {
    expect(cleanName(written)).toEqual({ ok: true, value: kept })
  })
  test.each(['', '　 ', 'a\nb', 'a\tb', '\u202eab', '\ud800', 'あ'.repeat(61)])(
    '%j is no name',
    (written) => {
      expect(cleanName(written).ok).toBe(false)
    },
  )
  test.each([
    ['ホクブ', 'ほくぶ'],
    ['ﾎｸﾌﾞ', 'ほくぶ'],
    ['だい１', 'だい1'],
    ['', ''],
  ])('よみ %s is %s', (written, kept) => {
    expect(cleanKana(written)).toEqual({ ok: true, value: kept })
  })
  test.each(['north', '北部', 'ほく-ぶ'])('%s is no よみ', (written) => {
    expect(cleanKana(written).ok).toBe(false)
  })

  test('renamed any number of times they stay joined, and each day has the name of its time', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 5 }), day, (days, asked) => {
        const names = days.reduce((before, from, index) => renamedFrom(before, `名${index}`, from), [
          { name: '初', from: null, to: null },
        ] as readonly Parameters<typeof nearestNameOn>[0][number][])
        expect(cleanNames(names)).toMatchObject({ ok: true })
        // A later renaming from an earlier day took the place of what would have come.
        const expected = days.reduce<{ name: string; from: string }[]>(
          (kept, from, index) => [...kept.filter((one) => one.from < from), { name: `名${index}`, from }],
          [],
        )
        expect(nameOn(names, asked)).toBe(expected.findLast(({ from }) => from <= asked)?.name ?? '初')
      }),
    )
  })
  test('with a gap, an overlap or the wrong way round are refused; out of their time the nearest stands', () => {
    const first = { name: '前', from: null, to: '2024-03-31' as const }
    const from = (start: `${number}-${number}-${number}`) => [first, { name: '後', from: start, to: null }]
    expect(cleanNames(from('2024-04-01'))).toMatchObject({ ok: true })
    expect(cleanNames(from('2024-04-02'))).toMatchObject({ error: { code: 'namePeriods' } })
    expect(cleanNames(from('2024-03-31'))).toMatchObject({ error: { code: 'namePeriods' } })
    expect(cleanNames([{ name: '逆', from: '2024-04-01', to: '2024-03-01' }])).toMatchObject({
      error: { code: 'datesReversed' },
    })
    expect(cleanNames([])).toMatchObject({ ok: false })
    expect(nearestNameOn([first], '2026-01-01')).toBe('前')
  })
})

describe('forms', () => {
  const period = fc.record({
    form: fc.constantFrom('consultation', 'place'),
    mode: fc.constantFrom('records', 'tally'),
    from: month,
    to: fc.option(month),
  })
  test('accepted one after the other they never tell a month twice', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 8 }), month, (periods, asked) => {
        const kept: typeof periods = []
        for (const one of periods) if (checkForm(one, kept).ok) kept.push(one)
        for (const form of ['consultation', 'place']) {
          const telling = kept.filter(
            (one) => one.form === form && one.from <= asked && (one.to === null || asked <= one.to),
          )
          expect(telling.length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
  test('switched from a month on: before it the old way, from it the other', () => {
    const open = { form: 'place', mode: 'records', from: '2024-04', to: null } as const
    expect(switchedFrom(open, '2024-10')).toEqual({
      before: { ...open, to: '2024-09' },
      after: { ...open, mode: 'tally', from: '2024-10' },
    })
    expect(switchedFrom(open, '2024-04')).toEqual({ before: null, after: { ...open, mode: 'tally' } })
    expect(switchedFrom(open, '2024-03')).toBeNull()
  })
})

describe('the next year', () => {
  test('an activity is planned on the same weekday of the next fiscal year', () => {
    fc.assert(
      fc.property(day, (planned) => {
        const year = fiscalYearOf(planned)
        const next = plannedNextYear({ kind: 'day', day: planned }, year)
        expect(next.kind === 'day' && weekdayOf(next.day) === weekdayOf(planned)).toBe(true)
        expect(next.kind === 'day' && fiscalYearOf(next.day)).toBe(year + 1)
      }),
    )
  })
  test('months move by twelve, what is not known stays so', () => {
    expect(plannedNextYear({ kind: 'month', month: '2024-12' }, 2024)).toEqual({
      kind: 'month',
      month: '2025-12',
    })
    expect(plannedNextYear({ kind: 'unknown' }, 2024)).toEqual({ kind: 'unknown' })
  })
  test('a series is what shares an id, else kind, title, party and venue', () => {
    const one = { kind: 'place', title: '居場所', party: 'a', venue: null, seriesId: null }
    expect(seriesKey(one)).toBe(seriesKey({ ...one }))
    expect(seriesKey(one)).not.toBe(seriesKey({ ...one, venue: 'hall' }))
    expect(seriesKey({ ...one, seriesId: 's' })).toBe('s')
  })
  test('contracts that end within the year and were not taken over are asked for', () => {
    const party = (
      code: string,
      contractTo: `${number}-${number}-${number}` | null,
      predecessor: string | null = null,
    ) => ({
      code,
      contractFrom: '2020-04-01' as const,
      contractTo,
      predecessor,
    })
    const parties = [
      party('ends', '2025-03-31'),
      party('earlier', '2024-03-31'),
      party('later', '2025-04-01'),
      party('open', null),
      party('taken', '2024-09-30'),
      party('heir', null, 'taken'),
    ]
    expect(contractsEnding(parties, 2024).map(({ code }) => code)).toEqual(['ends'])
  })
})
