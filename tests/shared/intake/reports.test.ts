import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/shared/intake/profile.ts'
import { proposeProfile } from '../../../src/shared/intake/propose.ts'
import { type BookRows, readBookRows } from '../../../src/shared/intake/read-book-rows.ts'
import type { StagedRecord } from '../../../src/shared/intake/staged.ts'
import { facts } from './support/facts.ts'
import { sampleBook, sampleNames } from './support/sample-book.ts'

const truth = JSON.parse(
  readFileSync(new URL('../../../../shared/samples/expected.json', import.meta.url), 'utf8'),
) as {
  readonly place: {
    readonly sessions: number
    readonly cancelled: number
    readonly attendance: Readonly<Record<string, number>>
    readonly byMonth: Readonly<Record<string, number>>
  }
  readonly tally: {
    readonly data: Readonly<Record<string, readonly (number | null)[]>>
    readonly persons_year: number
    readonly findings: readonly { month: number; persons: number; events: number }[]
  }
  readonly indicators: { readonly indicators: number; readonly numeric: number; readonly ladders: number }
}

function read(name: keyof typeof sampleNames, answers: Answers = {}): BookRows {
  const book = sampleBook(sampleNames[name])
  const { profile } = proposeProfile(book, facts)
  if (profile === null) throw new Error('no profile')
  return readBookRows(book, { ...profile, answers }, facts)
}

function recordsOf<Kind extends StagedRecord['kind']>(
  { rows }: BookRows,
  kind: Kind,
): readonly Extract<StagedRecord, { kind: Kind }>[] {
  return rows.flatMap((row) => {
    const record = row.outcome === 'record' ? row.record : null
    return record !== null && record.kind === kind ? [record as Extract<StagedRecord, { kind: Kind }>] : []
  })
}

const ignoredFor = ({ rows }: BookRows, reason: string): number =>
  rows.filter((row) => row.outcome === 'ignored' && row.reason === reason).length

describe('the sessions of the samples', () => {
  it('gives 48 held, 4 cancelled with their reason, attendance by group', () => {
    const book = read('place')
    const sessions = recordsOf(book, 'session')
    const held = sessions.filter(({ state }) => state === 'held')
    const cancelled = sessions.filter(({ state }) => state === 'cancelled')
    const count = (group: string): number =>
      held
        .flatMap(({ attendance }) => attendance)
        .reduce((sum, one) => sum + (one.group === group ? one.count : 0), 0)
    const byMonth = Object.groupBy(held, ({ month }) => String(Number(month.slice(5))))
    expect([held.length, cancelled.length]).toEqual([truth.place.sessions, truth.place.cancelled])
    expect({ 本人: count('person'), 家族: count('family'), その他: count('other') }).toEqual(
      truth.place.attendance,
    )
    expect(Object.fromEntries(Object.entries(byMonth).map(([month, rows]) => [month, rows?.length]))).toEqual(
      truth.place.byMonth,
    )
    expect(cancelled.every(({ reason, attendance }) => reason === '台風' && attendance.length === 0)).toBe(
      true,
    )
    expect(
      sessions.every(
        ({ venue, activityKind, party }) =>
          venue === 'annex' && activityKind === 'place' && party === 'contractor',
      ),
    ).toBe(true)
    expect(ignoredFor(book, 'total')).toBe(12)
    // 「４」 typed as text is no number for the formula of 計, but one for whoever reads the book.
    const warned = book.rows.flatMap((row) => (row.outcome === 'record' ? row.warnings : []))
    expect(new Set(warned.map(({ code }) => code))).toEqual(new Set(['rowTotalSkipsText']))
    expect(warned[0]).toMatchObject({ place: { row: 5, column: 8 }, parameters: { written: 7, counted: 11 } })
    // A session that was cancelled has no attendance: the dashes beside it need no answer.
    expect([book.questions, book.findings]).toEqual([[], []])
  })
})

describe('the monthly report of the samples', () => {
  const statistics: Readonly<Record<string, string>> = {
    相談延べ件数: 'consultation.events',
    相談実人数: 'consultation.persons',
    うち新規: 'consultation.new',
    居場所参加延べ人数: 'place.attendance',
    つなぎ件数: 'referral.events',
  }

  it('gives the values, the year of 実人数 and no derived row', () => {
    const book = read('tally')
    const tallies = recordsOf(book, 'tally')
    const months = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map(
      (month) => `${month < 4 ? 2025 : 2024}-${String(month).padStart(2, '0')}`,
    )
    for (const [label, values] of Object.entries(truth.tally.data)) {
      const line = tallies.filter(({ statistic, month }) => statistic === statistics[label] && month !== null)
      expect([label, months.map((month) => line.find((one) => one.month === month)?.value ?? null)]).toEqual([
        label,
        values,
      ])
    }
    expect(tallies.filter(({ month }) => month === null)).toMatchObject([
      {
        statistic: 'consultation.persons',
        value: truth.tally.persons_year,
        party: 'workprep',
        fiscalYear: 2024,
      },
    ])
    expect(tallies).toHaveLength(61)
    expect(tallies.filter(({ state }) => state !== 'value')).toMatchObject([
      { statistic: 'place.attendance', month: '2024-08', state: 'blank' },
      { statistic: 'referral.events', month: '2024-09', state: 'unknown' },
    ])
    expect(ignoredFor(book, 'derived')).toBe(1)
  })

  it('finds 実人数 above 延べ件数 and the row that contradicts; every 計 agrees', () => {
    const { findings } = read('tally')
    const over = findings.filter(({ code }) => code === 'personsOverEvents')
    expect(over.map(({ parameters }) => parameters)).toEqual(
      truth.tally.findings.map(({ month, persons, events }) => ({ month, persons, events })),
    )
    expect(findings.filter(({ code }) => code !== 'personsOverEvents')).toMatchObject([
      { code: 'derivedContradicts' },
    ])
  })

  it.each([
    ['zero', { state: 'value', value: 0 }],
    ['notApplicable', { state: 'notApplicable', value: null }],
    ['blank', { state: 'blank', value: null }],
  ] as const)('asks once what 「－」 is; the answer %s is followed', (dash, expected) => {
    const asked = read('tally')
    const answered = read('tally', { dash })
    const august = recordsOf(answered, 'tally').find(
      ({ statistic, month }) => statistic === 'place.attendance' && month === '2024-08',
    )
    expect(asked.questions).toMatchObject([
      { code: 'dash', count: 1, answer: null, choices: ['zero', 'notApplicable', 'blank'] },
    ])
    expect(answered.questions).toMatchObject([{ code: 'dash', answer: dash }])
    expect(august).toMatchObject(expected)
  })
})

describe('the indicators of the samples', () => {
  it('gives six: five of numbers, a ladder among them', () => {
    const indicators = recordsOf(read('indicators'), 'indicator')
    const ladders = indicators.filter(({ indicatorKind }) => indicatorKind === 'ladder')
    expect([indicators.length, indicators.length - ladders.length, ladders.length]).toEqual([
      truth.indicators.indicators,
      truth.indicators.numeric,
      truth.indicators.ladders,
    ])
    expect(new Set(indicators.map(({ goalMark, measure }) => `${goalMark} ${measure}`))).toEqual(
      new Set(['３ ひきこもり支援の推進']),
    )
    expect(ladders[0]).toMatchObject({
      name: '「ひきこもり地域支援センター」の創設検討',
      baseline: { kind: 'stage', stage: '検討' },
      actuals: [{ fiscalYear: 2024, cell: { kind: 'stage', stage: '庁内調整' } }],
    })
  })

  it('keeps bounds, parts, decimals and 調査なし', () => {
    const [, persons, , satisfaction, survey] = recordsOf(read('indicators'), 'indicator')
    expect(persons).toMatchObject({
      unit: '人',
      direction: 'rise',
      baselineYear: 2023,
      actuals: [{ cell: { value: '71' } }],
    })
    expect(satisfaction).toMatchObject({
      unit: '％',
      direction: 'keep',
      baseline: { kind: 'number', value: '85.0' },
      actuals: [{ cell: { value: '88.2', parts: { numerator: 30, denominator: 34 } } }],
    })
    expect(satisfaction?.targets).toHaveLength(5)
    expect(satisfaction?.targets[0]).toEqual({
      fiscalYear: 2024,
      cell: { kind: 'number', value: '85', bound: 'atLeast', parts: null },
    })
    expect(survey).toMatchObject({
      indicatorKind: 'survey',
      baselineYear: 2022,
      targets: [
        { cell: { kind: 'none' } },
        {},
        { fiscalYear: 2026, cell: { value: '45' } },
        {},
        { cell: { value: '50' } },
      ],
      actuals: [{ cell: { kind: 'none', reason: 'noSurvey' } }],
    })
  })
})
