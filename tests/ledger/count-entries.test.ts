import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countEntries } from '../../src/main/ledger/history/count-entries.ts'
import { type LedgerWriter, mutate, type RowReference } from '../../src/main/ledger/mutate.ts'
import { build } from '../../src/main/ledger/query.ts'
import { actionById } from '../../src/main/ledger/repositories/history-actions.ts'
import { action, expectOk, newLedger, write } from './support.ts'

const ledger = write(await newLedger())

type Step = { readonly kind: 'department' | 'code_list' | 'update' | 'remove'; readonly times: number }
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('department' as const, 'code_list' as const, 'update' as const, 'remove' as const),
    times: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 150, max: 400 })),
  }),
  { minLength: 4, maxLength: 12 },
)

let number = 0
function run(to: LedgerWriter, { kind, times }: Step, rows: RowReference[]): void {
  for (let time = 0; time < times; time += 1) {
    number += 1
    if (kind === 'department') rows.push(to.insert('department', { code: `d${number}`, position: number }))
    else if (kind === 'code_list') {
      to.insert('code_list', { code: `l${number}`, label: 'l', choice: 'single' })
    } else if (kind === 'remove') {
      const row = rows.shift()
      if (row !== undefined) to.remove('department', row.id, row.revision)
    } else {
      const row = rows.at(-1)
      if (row === undefined) return
      rows.splice(-1, 1, to.update('department', row.id, row.revision, { code: `u${number}` }))
    }
  }
}

/** What every entry read one by one says. */
const plain = (from: number, to: number) =>
  ledger
    .all(
      build
        .selectFrom('history')
        .select(['table_name as table', 'change', (all) => all.fn.countAll<number>().as('count')])
        .where('seq', '>=', from)
        .where('seq', '<=', to)
        .groupBy(['table_name', 'change']),
    )
    .map(({ table, change, count }) => `${table} ${change} ${count}`)
    .toSorted()

test('counted by runs as one by one, however an action mixes its rows', () => {
  const rows: RowReference[] = []
  fc.assert(
    fc.property(steps, (some) => {
      const made = action('test.mix')
      expectOk(
        mutate(ledger, made, (to) => {
          for (const step of some) run(to, step, rows)
          return null
        }),
      )
      const found = actionById(ledger, made.actionId)
      if (found === null) throw new Error('no action')
      expect(
        countEntries(ledger, found)
          .map(({ table, change, count }) => `${table} ${change} ${count}`)
          .toSorted(),
      ).toEqual(plain(found.firstSequence, found.lastSequence))
    }),
    { numRuns: 8 },
  )
})
