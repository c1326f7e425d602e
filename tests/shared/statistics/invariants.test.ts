import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf } from '../../../src/shared/statistics/algebra.ts'
import { calculateAll } from '../../../src/shared/statistics/calculate.ts'
import type { StatisticResult } from '../../../src/shared/statistics/definition.ts'
import type { LedgerRows } from '../../../src/shared/statistics/rows.ts'
import { plainContext } from '../../samples/code-book.ts'
import { ask, type QueryChoice, queryOf, short } from '../../samples/query.ts'
import { fiscalYears, randomRows } from '../../samples/random-rows.ts'
import { readSamples } from '../../samples/read-samples.ts'

const { rows: samples } = await readSamples()

/** All parties by records, with no tallies: every number is exact. */
const recordsOnly = (rows: LedgerRows): LedgerRows => ({
  ...rows,
  partyForms: rows.partyForms.map((row) => ({ ...row, mode: 'records' })),
  tallies: [],
  earlierCasesKnown: true,
})

function answers(
  rows: LedgerRows,
  asked: readonly (readonly [statistic: string, choice: QueryChoice])[],
): readonly StatisticResult[] | null {
  const results = calculateAll(
    asked.map(([statistic, choice]) => queryOf(statistic, choice)),
    rows,
    plainContext,
  )
  const values = results.flatMap((result) => (result.ok ? [result.value] : []))
  return values.length === asked.length ? values : null
}

const sum = (result: StatisticResult | undefined): number =>
  (result?.rows ?? []).reduce((total, row) => total + Number(short({ ...row.cell, parts: whole })), 0)
const total = (result: StatisticResult | undefined): number =>
  result === undefined ? Number.NaN : Number(short({ ...result.total, parts: whole }))
const whole = { reported: 1, expected: 1 }

describe('invariants on random ledgers', () => {
  const year = fc.constantFrom(...fiscalYears)

  test('Σ months of events = year; Σ groups = total, for events and persons; 新規 adds over months', () => {
    fc.assert(
      fc.property(randomRows, year, (random, fiscalYear) => {
        const rows = recordsOnly(random)
        const by = (statistic: string, breakdown: string) =>
          [`consultation.${statistic}`, { fiscalYear, by: [breakdown] }] as const
        const asked = [
          by('events', 'month'),
          by('events', 'method'),
          by('events', 'sex'),
          by('events', 'ageBand'),
          by('persons', 'sex'),
          by('persons', 'ageBand'),
          by('persons', 'area'),
          by('new', 'month'),
          by('new', 'sex'),
          by('new', 'route'),
          by('continuing', 'ageBandNational'),
        ]
        for (const result of answers(rows, asked) ?? []) {
          expect(sum(result), `${result.query.statistic} by ${result.query.by}`).toBe(total(result))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('max month ≤ 実 ≤ min(Σ months, 延べ), and 新規 + 継続 = 実, in every group', () => {
    fc.assert(
      fc.property(randomRows, year, (random, fiscalYear) => {
        const asked = ['events', 'persons', 'new', 'continuing'].flatMap((name) =>
          ['month', 'method', 'ageBand'].map(
            (by) => [`consultation.${name}`, { fiscalYear, by: [by] }] as const,
          ),
        )
        const results = answers(recordsOnly(random), asked)
        if (results === null) return
        const of = (name: string, by: string) =>
          results.find(({ query }) => query.statistic === `consultation.${name}` && query.by[0] === by)
        const months =
          of('persons', 'month')?.rows.map((row) => Number(short({ ...row.cell, parts: whole }))) ?? []
        expect(Math.max(...months)).toBeLessThanOrEqual(total(of('persons', 'month')))
        expect(total(of('persons', 'month'))).toBeLessThanOrEqual(months.reduce((all, one) => all + one, 0))
        expect(total(of('persons', 'month'))).toBeLessThanOrEqual(total(of('events', 'month')))
        for (const by of ['month', 'method', 'ageBand']) {
          of('persons', by)?.rows.forEach((row, index) => {
            const cell = (name: string) => {
              const other = of(name, by)?.rows[index]
              return other === undefined ? Number.NaN : Number(short({ ...other.cell, parts: whole }))
            }
            expect(cell('new') + cell('continuing'), `${by} ${row.keys}`).toBe(cell('persons'))
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a number known only within bounds has its low end at most at its high end, and never below 0', () => {
    fc.assert(
      fc.property(randomRows, year, (rows, fiscalYear) => {
        for (const statistic of [
          'consultation.persons',
          'consultation.new',
          'place.persons',
          'case.registered',
        ]) {
          const result = answers(rows, [[statistic, { fiscalYear }]])?.[0]
          if (result?.total.state !== 'value') continue
          const bounds = boundsOf(result.total.quantity)
          expect(bounds?.low).toBeGreaterThanOrEqual(0)
          expect(bounds?.low).toBeLessThanOrEqual(bounds?.high ?? -1)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('as-of and boundaries', () => {
  test('case 3: 31 March and 1 April: 実 1 in each year, 新規 only in the first, ２年間の実 1', () => {
    const [first] = samples.consultations
    if (first === undefined) throw new Error('no samples')
    const contact = (
      day: '2025-03-28' | '2025-03-31' | '2025-04-01' | '2025-04-03',
      caseId: string | null,
    ) => ({
      ...first,
      id: `c-${day}`,
      day,
      caseId,
    })
    const rows: LedgerRows = {
      ...samples,
      consultations: [contact('2025-03-31', 'H001'), contact('2025-04-01', 'H001')],
      tallies: [],
    }
    const number = (statistic: string, choice: QueryChoice): number | string =>
      total(ask(rows, statistic, { party: 'contractor', ...choice }))
    expect(number('consultation.persons', { fiscalYear: 2024 })).toBe(1)
    expect(number('consultation.persons', { fiscalYear: 2025 })).toBe(1)
    expect(number('consultation.new', { fiscalYear: 2024 })).toBe(1)
    expect(number('consultation.new', { fiscalYear: 2025 })).toBe(0)
    const both = { fiscalYear: 2024, to: '2026-03', asOf: '2026-03-31' } as const
    expect(number('consultation.persons', both)).toBe(1)
    expect(number('consultation.events', both)).toBe(2)
    // One value of an attribute a year: over two years there is none.
    expect(() => number('consultation.persons', { ...both, by: ['sex'] })).toThrow('invalidPeriod')

    const named: LedgerRows = {
      ...rows,
      consultations: [contact('2025-03-28', null), contact('2025-04-03', 'H001')],
    }
    expect(total(ask(named, 'consultation.events', { party: 'contractor' }))).toBe(1)
    expect(total(ask(named, 'consultation.new', { party: 'contractor' }))).toBe(0)
    expect(total(ask(named, 'consultation.new', { party: 'contractor', fiscalYear: 2025 }))).toBe(1)
  })

  test('a planned activity counts nothing; its state is that of the as-of date', () => {
    const rows = samples
    const november = { party: 'contractor', to: '2024-11', asOf: '2024-11-15' } as const
    const byMonth = ask(rows, 'place.sessions', { ...november, by: ['month'] })
    expect(byMonth.rows.map((row) => Number(short({ ...row.cell, parts: whole })))).toEqual([
      4, 4, 5, 3, 4, 5, 3, 2,
    ])
    const later = ask(rows, 'place.sessions', { ...november, to: '2025-03', by: ['month'] })
    expect(later.rows.slice(8).map((row) => short(row.cell))).toEqual(['blank', 'blank', 'blank', 'blank'])
    expect(total(later)).toBe(30)
  })

  test('the first year without the list of earlier cases: 「…」, with the reason', () => {
    const rows = samples
    const result = ask({ ...rows, earlierCasesKnown: false }, 'consultation.new', { party: 'contractor' })
    expect(result.total.state).toBe('unknown')
    expect(result.notes.map((note) => note.code)).toContain('firstYearNew')
  })
})

describe('refusals', () => {
  test.each<readonly [string, string, QueryChoice]>([
    ['unknownStatistic', 'consultation.nothing', {}],
    ['unknownBreakdown', 'consultation.events', { by: ['weather'] }],
    ['unknownBreakdown', 'place.sessions', { by: ['sex'] }],
    ['unknownBreakdown', 'consultation.events', { by: ['sex', 'sex'] }],
    ['unknownBreakdown', 'consultation.events', { by: ['month', 'quarter'] }],
    ['unknownBreakdown', 'case.registered', { party: 'contractor' }],
    ['tooManyBreakdowns', 'consultation.events', { by: ['month', 'sex', 'method'] }],
    ['unknownFilter', 'place.sessions', { where: [{ field: 'age', operator: '>=', age: 30 }] }],
    [
      'unknownFilter',
      'consultation.events',
      { where: [{ field: 'month', operator: 'is', codes: ['2024-04'] }] },
    ],
    ['unknownParty', 'consultation.events', { party: 'nobody' }],
    ['unknownYear', 'consultation.events', { fiscalYear: 1850 }],
    ['unknownYear', 'consultation.events', { fiscalYear: 2007 }],
    ['noDataForYear', 'consultation.events', { fiscalYear: 2031 }],
    ['invalidPeriod', 'consultation.events', { from: '2025-04', to: '2025-05' }],
    ['invalidPeriod', 'consultation.events', { from: '2024-06', to: '2024-05' }],
    ['invalidAsOf', 'consultation.events', { asOf: '2024-03-31' }],
    ['invalidAsOf', 'consultation.events', { asOf: '2024-02-30' }],
  ])('%s', (code, statistic, choice) => {
    expect(() => ask(samples, statistic, choice)).toThrow(code)
  })
})
