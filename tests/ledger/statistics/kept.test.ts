import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemEnvironment } from '../../../src/main/ledger/environment.ts'
import type { Ledger, LedgerReader } from '../../../src/main/ledger/ledger.ts'
import { mutate } from '../../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import { createLedger } from '../../../src/main/ledger/open/create.ts'
import { openUnlocked, openUnlockedReader } from '../../../src/main/ledger/open/open.ts'
import { build } from '../../../src/main/ledger/query.ts'
import { insertCodeLists } from '../../../src/main/ledger/repositories/code-lists.ts'
import { insertRows } from '../../../src/main/ledger/rows/insert-rows.ts'
import { queryStatistic, queryStatistics } from '../../../src/main/ledger/statistics/query-statistics.ts'
import { codeLists } from '../../samples/code-book.ts'
import { must } from '../../samples/make-ledger.ts'
import { queryOf } from '../../samples/query.ts'
import { randomRows } from '../../samples/random-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'fukushi-kept-'))
const environment = systemEnvironment()
const action = (kind: string) => ({
  actionId: environment.newId(),
  staff: '担当者',
  kind,
  reason: '',
  at: environment.now().toISOString(),
})
let writer: Ledger
let reader: LedgerReader

beforeAll(async () => {
  // One ledger is enough: what changes is what is asked of it, and what is written between.
  const [rows] = fc.sample(randomRows, { numRuns: 1, seed: 7 })
  if (rows === undefined) throw new Error('no rows')
  const made = must(
    await createLedger({
      path: join(folder, 'kept.daicho'),
      name: '試験',
      passphrase: 'statistics that are kept',
      staff: '担当者',
      environment,
      cost: { N: 1024, r: 8, p: 1 },
      fill: (ledger) => insertRows(ledger, action('test.rows'), rows),
    }),
  )
  const { path, key } = made
  writer = must(openUnlocked({ path, key, owner: '担当者', mode: 'write', environment }))
  must(mutate(writer, action('test.codes'), (write) => insertCodeLists(write, codeLists)))
  reader = must(openUnlockedReader({ path, key, mode: 'read', environment }))
})
afterAll(() => {
  closeLedger(reader)
  closeLedger(writer)
  rmSync(folder, { recursive: true, force: true })
})

const asked = fc.record({
  name: fc.constantFrom('events', 'persons', 'new', 'continuing'),
  fiscalYear: fc.constantFrom(2022, 2023, 2024),
  by: fc.uniqueArray(
    fc.constantFrom('month', 'sex', 'ageBand', 'party', 'method', 'support', 'callerGroup'),
    {
      maxLength: 2,
    },
  ),
  party: fc.option(fc.constantFrom('north', 'south'), { freq: 5 }),
})
const queries = fc.array(
  asked.map(({ name, ...options }) => queryOf(`consultation.${name}`, options)),
  { minLength: 1, maxLength: 4 },
)

/** Another method for five consultations: a change that a count by method shows. */
function changeMethods(): void {
  const rows = writer.all(build.selectFrom('consultation').select(['id', 'revision', 'method']))
  const changed = mutate(writer, action('test.change'), (write) => {
    for (const { id, revision, method } of rows.slice(0, 5)) {
      write.update('consultation', id, revision, { method: method === 'phone' ? 'visit' : 'phone' })
    }
  })
  must(changed)
}

describe('what is kept of a ledger', () => {
  test('gives what is counted anew, question after question, before and after changes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(queries, fc.boolean()), { minLength: 2, maxLength: 6 }), (steps) => {
        for (const [some, changes] of steps) {
          if (changes) changeMethods()
          // The writer keeps nothing.
          expect(queryStatistics(reader, some)).toEqual(queryStatistics(writer, some))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('is answered again without counting, and never after a change', () => {
    const query = queryOf('consultation.events', { fiscalYear: 2023, by: ['method'] })
    const first = queryStatistic(reader, query)
    expect(queryStatistic(reader, query)).toBe(first)
    changeMethods()
    const second = queryStatistic(reader, query)
    expect(second).not.toBe(first)
    expect(second).toEqual(queryStatistic(writer, query))
  })

  test('holds nothing for a writer, who sees rows before they have their entry', () => {
    const query = queryOf('consultation.events', { fiscalYear: 2023 })
    expect(queryStatistic(writer, query)).not.toBe(queryStatistic(writer, query))
  })
})
