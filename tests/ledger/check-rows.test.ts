import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCheckRows } from '../../src/main/ledger/repositories/check-rows.ts'
import { runAllChecks } from '../../src/shared/checks/run-checks.ts'
import type { LedgerRows } from '../../src/shared/statistics/rows.ts'
import { withLedger } from '../samples/make-ledger.ts'
import { randomRows } from '../samples/random-rows.ts'

/** As they come, or with many to be found: every month told by tally, every contact marked 新規. */
const someRows: fc.Arbitrary<LedgerRows> = fc
  .record({ rows: randomRows, isTally: fc.boolean(), isClaimed: fc.boolean() })
  .map(({ rows, isTally, isClaimed }) => ({
    ...rows,
    partyForms: rows.partyForms.map((row) => (isTally ? { ...row, mode: 'tally' as const } : row)),
    consultations: rows.consultations.map((row) => (isClaimed ? { ...row, newClaim: true } : row)),
  }))

test('the rows that are read for 点検 give the findings of all rows', async () => {
  const met = new Set<string>()
  await fc.assert(
    fc.asyncProperty(someRows, fc.constantFrom('2025-03-31', '2024-05-10'), async (rows, asOf) => {
      const found = await withLedger(rows, (reader) => runAllChecks(readCheckRows(reader, asOf), asOf))
      expect(found).toEqual(runAllChecks(rows, asOf))
      for (const { rule } of found) met.add(rule)
    }),
    { numRuns: 10, endOnFailure: true },
  )
  // A rule that looks at contacts, of which most are not read, was among them.
  expect([...met].filter((rule) => rule === 'recordsInTallyMonth' || rule === 'newClaimedTwice')).not.toEqual(
    [],
  )
}, 60_000)
