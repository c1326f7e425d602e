import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { queryStatistics } from '../../../src/main/ledger/statistics/query-statistics.ts'
import { calculateAll } from '../../../src/shared/statistics/calculate.ts'
import { catalogue } from '../../../src/shared/statistics/catalogue/catalogue.ts'
import type { Filter, StatisticQuery } from '../../../src/shared/statistics/definition.ts'
import { plainContext } from '../../samples/code-book.ts'
import { withLedger } from '../../samples/make-ledger.ts'
import { queryOf } from '../../samples/query.ts'
import { randomFrame, randomRows } from '../../samples/random-rows.ts'
import { readSamples } from '../../samples/read-samples.ts'

const filters: fc.Arbitrary<readonly Filter[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  fc.constantFrom<readonly Filter[]>(
    [{ field: 'age', operator: '>=', age: 30 }],
    [{ field: 'age', operator: '<=', age: 29 }],
    [{ field: 'sex', operator: 'is', codes: ['male'] }],
    [{ field: 'method', operator: 'isNot', codes: ['phone', 'mail'] }],
    [{ field: 'factor', operator: 'is', codes: ['8050', 'mental'] }],
    [{ field: 'topic', operator: 'isNot', codes: ['debt'] }],
    [{ field: 'party', operator: 'is', codes: ['north', 'old'] }],
  ),
)

/** A query that the catalogue allows (filters apart: a refused one must be refused by both). */
const query: fc.Arbitrary<StatisticQuery> = fc
  .record({
    definition: fc.constantFrom(...catalogue.map((entry) => entry.definition)),
    frame: randomFrame,
    by: fc.array(fc.nat(50), { maxLength: 2 }),
    where: filters,
    party: fc.option(fc.constantFrom('north', 'south', 'old'), { freq: 4 }),
  })
  .map(({ definition, frame, by, where, party }) => ({
    statistic: definition.code,
    frame,
    by: by.flatMap((index) => definition.breakdowns[index % Math.max(1, definition.breakdowns.length)] ?? []),
    where,
    party,
  }))

/** Persons and 新規 over whole years: where attributes, reopenings and 名寄せ decide. */
const byPersons: fc.Arbitrary<StatisticQuery> = fc
  .record({
    name: fc.constantFrom('persons', 'new', 'continuing', 'households', 'events'),
    fiscalYear: fc.constantFrom(2022, 2023, 2024),
    by: fc.constantFrom(
      [],
      ['month'],
      ['sex'],
      ['ageBand', 'party'],
      ['month', 'economic'],
      ['party', 'method'],
    ),
    party: fc.option(fc.constantFrom('north', 'south'), { freq: 5 }),
  })
  .map(({ name, fiscalYear, by, party }) =>
    queryOf(`consultation.${name}`, { fiscalYear, party, by: name === 'households' ? by.slice(0, 0) : by }),
  )

describe('two calculators', () => {
  test('agree on every statistic of random ledgers', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomRows,
        fc.array(fc.oneof(query, byPersons), { minLength: 50, maxLength: 80, size: 'max' }),
        async (rows, queries) => {
          const pure = calculateAll(queries, rows, plainContext)
          const sql = await withLedger(rows, (reader) => queryStatistics(reader, queries, plainContext))
          sql.forEach((answer, index) => {
            expect(answer, JSON.stringify(queries[index])).toEqual(pure[index])
          })
        },
      ),
      { numRuns: 25, endOnFailure: true },
    )
  }, 120_000)

  test('agree on the samples, every statistic by every breakdown', async () => {
    const { rows } = await readSamples()
    const queries = catalogue.flatMap(({ definition }) =>
      [[], ...definition.breakdowns.map((by) => [by])].map((by) => queryOf(definition.code, { by })),
    )
    const pure = calculateAll(queries, rows, plainContext)
    const sql = await withLedger(rows, (reader) => queryStatistics(reader, queries, plainContext))
    expect(sql).toEqual(pure)
    expect(pure.filter((answer) => !answer.ok)).toEqual([])
  })
})
