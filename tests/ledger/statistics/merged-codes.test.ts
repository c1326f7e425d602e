import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queryStatistics } from '../../../src/main/ledger/statistics/query-statistics.ts'
import { createCodeBook } from '../../../src/shared/codes/code-book.ts'
import { calculateAll } from '../../../src/shared/statistics/calculate.ts'
import { catalogue } from '../../../src/shared/statistics/catalogue/catalogue.ts'
import type { StatisticQuery } from '../../../src/shared/statistics/definition.ts'
import type { LedgerRows } from '../../../src/shared/statistics/rows.ts'
import { codeLists, plainContext } from '../../samples/code-book.ts'
import { withLedger } from '../../samples/make-ledger.ts'
import { randomFrame, randomRows } from '../../samples/random-rows.ts'

/** What the random ledgers use, in each kind of place: single, person, multiple, group, tally. */
const merges = [
  { list: 'method', from: 'mail', into: 'online' },
  { list: 'method', from: 'online', into: 'phone' },
  { list: 'caller', from: 'mother', into: 'father' },
  { list: 'economic', from: 'needy', into: 'other' },
  { list: 'topic', from: 'debt', into: 'care' },
  { list: 'factor', from: 'truancy', into: 'mental' },
  { list: 'support', from: 'procedure', into: 'listening' },
  { list: 'attendanceGroup', from: 'family', into: 'person' },
  { list: 'activityKind', from: 'event', into: 'place' },
]
const merged = { ...plainContext, codes: createCodeBook(codeLists, merges) }

/** The rows as if the other code had been written from the beginning; tallies are left as they are. */
function rewritten(rows: LedgerRows): LedgerRows {
  const now = (list: string, code: string) => merged.codes.canonical(list, code)
  const all = (list: string, codes: readonly string[]) => codes.map((code) => now(list, code))
  return {
    ...rows,
    consultations: rows.consultations.map((row) => ({
      ...row,
      method: now('method', row.method),
      caller: now('caller', row.caller),
      companions: all('caller', row.companions),
      economic: now('economic', row.economic),
      mainTopic: now('topic', row.mainTopic),
      topics: all('topic', row.topics),
      factors: all('factor', row.factors),
      supports: all('support', row.supports),
    })),
    activities: rows.activities.map((row) => ({
      ...row,
      kind: now('activityKind', row.kind),
      attendance: row.attendance.map(({ group, count }) => ({ group: now('attendanceGroup', group), count })),
    })),
  }
}

const query: fc.Arbitrary<StatisticQuery> = fc
  .record({
    definition: fc.constantFrom(...catalogue.map((entry) => entry.definition)),
    frame: randomFrame,
    by: fc.array(fc.nat(50), { maxLength: 2 }),
    where: fc.constantFrom<StatisticQuery['where']>(
      [],
      [{ field: 'method', operator: 'is', codes: ['mail'] }],
      [{ field: 'economic', operator: 'isNot', codes: ['needy'] }],
      [{ field: 'factor', operator: 'is', codes: ['truancy'] }],
    ),
  })
  .map(({ definition, frame, by, where }) => ({
    statistic: definition.code,
    frame,
    by: by.flatMap((index) => definition.breakdowns[index % Math.max(1, definition.breakdowns.length)] ?? []),
    where,
    party: null,
  }))

test('merging codes counts as if the other code had been written, in SQL and over plain rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomRows,
      fc.array(query, { minLength: 40, maxLength: 60, size: 'max' }),
      async (rows, queries) => {
        const expected = calculateAll(queries, rewritten(rows), merged)
        const pure = calculateAll(queries, rows, merged)
        const sql = await withLedger(rows, (reader) => queryStatistics(reader, queries, merged))
        queries.forEach((one, index) => {
          expect(pure[index], JSON.stringify(one)).toEqual(expected[index])
          expect(sql[index], JSON.stringify(one)).toEqual(expected[index])
        })
      },
    ),
    { numRuns: 8, endOnFailure: true },
  )
})

test('without the map the same rows give other figures: the property can fail', async () => {
  const differs = fc.sample(randomRows, { numRuns: 10, seed: 7 }).some((rows) => {
    const by: StatisticQuery = {
      statistic: 'consultation.events',
      frame: { fiscalYear: 2023, period: { from: '2023-04', to: '2024-03' }, asOf: '2024-03-31' },
      by: ['method'],
      where: [],
      party: null,
    }
    return (
      JSON.stringify(calculateAll([by], rows, plainContext)) !==
      JSON.stringify(calculateAll([by], rows, merged))
    )
  })
  expect(differs).toBe(true)
})

test('tallies of codes that are one now make one cell: single choices add up, multiple ones give bounds', () => {
  const tally = (keys: Readonly<Record<string, string>>, value: number): LedgerRows['tallies'][number] => ({
    id: '',
    party: 'north',
    statistic: 'consultation.events',
    fiscalYear: 2023,
    month: '2023-05',
    keys,
    state: 'value',
    value,
    flags: [],
    adopted: true,
    comment: '',
  })
  const [base] = fc.sample(randomRows, { numRuns: 1, seed: 1 })
  if (base === undefined) throw new Error('no rows')
  const rows: LedgerRows = {
    ...base,
    consultations: [],
    partyForms: [{ party: 'north', form: 'consultation', mode: 'tally', from: '2023-04', to: null }],
    tallies: [
      tally({}, 20),
      tally({ method: 'phone' }, 5),
      tally({ method: 'mail' }, 7),
      tally({ topic: 'debt' }, 5),
      tally({ topic: 'care' }, 7),
    ],
  }
  const answers = calculateAll(
    ['method', 'topic'].map((by) => ({
      statistic: 'consultation.events',
      frame: { fiscalYear: 2023, period: { from: '2023-05', to: '2023-05' }, asOf: '2023-05-31' } as const,
      by: [by],
      where: [],
      party: null,
    })),
    rows,
    merged,
  )
  const cellOf = (index: number, code: string) => {
    const answer = answers[index]
    return answer?.ok === true ? answer.value.rows.find(({ keys }) => keys[0] === code)?.cell : undefined
  }
  expect(cellOf(0, 'phone')).toMatchObject({ quantity: { kind: 'integer', integer: 12 } })
  expect(cellOf(0, 'mail')).toBeUndefined()
  expect(cellOf(1, 'care')).toMatchObject({ quantity: { kind: 'range', low: 7, high: 12 } })
})
