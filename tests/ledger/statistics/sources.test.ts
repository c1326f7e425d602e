import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queryStatistic } from '../../../src/main/ledger/statistics/query-statistics.ts'
import { selectSources } from '../../../src/main/ledger/statistics/sources.ts'
import type { Cell } from '../../../src/shared/cell/cell.ts'
import type { Filter, StatisticQuery } from '../../../src/shared/statistics/definition.ts'
import { plainContext } from '../../samples/code-book.ts'
import { must, withLedger } from '../../samples/make-ledger.ts'
import { queryOf } from '../../samples/query.ts'
import { randomFrame, randomRows } from '../../samples/random-rows.ts'

const filters: fc.Arbitrary<readonly Filter[]> = fc.constantFrom<readonly Filter[]>(
  [],
  [],
  [{ field: 'age', operator: '>=', age: 30 }],
  [{ field: 'sex', operator: 'is', codes: ['male'] }],
  [{ field: 'factor', operator: 'is', codes: ['8050'] }],
)

const query: fc.Arbitrary<StatisticQuery> = fc
  .record({
    name: fc.constantFrom('events', 'visits', 'persons', 'new', 'continuing'),
    frame: randomFrame,
    by: fc.constantFrom<readonly string[]>(
      [],
      ['month'],
      ['method'],
      ['ageBand'],
      ['party'],
      ['sex', 'month'],
      ['party', 'quarter'],
      ['topic'],
    ),
    where: filters,
    party: fc.option(fc.constantFrom('north', 'south'), { freq: 5 }),
  })
  .map(({ name, frame, by, where, party }) => ({
    ...queryOf(`consultation.${name}`),
    frame,
    by,
    where,
    party,
  }))

const activities: fc.Arbitrary<StatisticQuery> = fc
  .record({
    statistic: fc.constantFrom('place.sessions', 'place.attendance', 'network.meetings'),
    frame: randomFrame,
    by: fc.constantFrom<readonly string[]>([], ['month'], ['half']),
  })
  .map(({ statistic, frame, by }) => ({ statistic, frame, by, where: [], party: null }))

const integer = (cell: Cell): number | null =>
  cell.state === 'value' && cell.quantity.kind === 'integer' ? cell.quantity.integer : null

/** What the listed records and values say by themselves, without the engine. */
function counted(
  statistic: string,
  found: ReturnType<typeof selectSources> & { readonly ok: true },
): number | null {
  const { contacts, activities: held, tallies } = found.value
  if (tallies.length > 0) return null
  if (statistic.startsWith('place') || statistic.startsWith('network')) {
    return held.reduce((sum, one) => sum + one.amount, 0)
  }
  if (statistic.endsWith('events') || statistic.endsWith('visits')) return contacts.length
  if (statistic.endsWith('new')) return contacts.length
  return new Set(contacts.map((one) => one.root)).size
}

test('the records of a number are as many as the number says, on random ledgers', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(
      randomRows,
      fc.array(fc.oneof({ weight: 3, arbitrary: query }, activities), {
        minLength: 12,
        maxLength: 18,
        size: 'max',
      }),
      async (rows, queries) => {
        await withLedger(rows, (reader) => {
          for (const asked of queries) {
            const answer = queryStatistic(reader, asked, plainContext)
            if (!answer.ok) continue
            const cells = [
              { keys: [] as readonly string[], cell: answer.value.total },
              ...answer.value.rows.slice(0, 12),
            ]
            for (const { keys, cell } of cells) {
              const found = selectSources(reader, asked, keys, plainContext)
              if (!found.ok) throw new Error(JSON.stringify([found.error, asked, keys]))
              const number = integer(cell)
              const own = counted(asked.statistic, found)
              if (number === null || own === null) continue
              compared += 1
              expect(own, JSON.stringify([asked, keys])).toBe(number)
            }
          }
        })
      },
    ),
    { numRuns: 4, endOnFailure: true },
  )
  expect(compared).toBeGreaterThan(100)
}, 60_000)

test('what cannot be asked is refused by name', async () => {
  const [rows] = fc.sample(randomRows, 1)
  if (rows === undefined) throw new Error('no rows')
  await withLedger(rows, (reader) => {
    const refused = selectSources(reader, queryOf('consultation.nothing'), [], plainContext)
    expect(refused.ok ? null : refused.error.code).toBe('unknownStatistic')
    expect(
      must(
        selectSources(reader, queryOf('consultation.events', { by: ['month'] }), ['1999-04'], plainContext),
      ).contacts,
    ).toEqual([])
  })
})
