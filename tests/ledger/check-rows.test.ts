import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCheckRows } from '../../src/main/ledger/repositories/check-rows.ts'
import { runAllChecks } from '../../src/shared/checks/run-checks.ts'
import { withLedger } from '../samples/make-ledger.ts'
import { randomRows } from '../samples/random-rows.ts'

test('the rows that are read for 点検 give the findings of all rows', async () => {
  const met = new Set<string>()
  await fc.assert(
    fc.asyncProperty(randomRows, fc.constantFrom('2025-03-31', '2024-05-10'), async (rows, asOf) => {
      const found = await withLedger(rows, (reader) => runAllChecks(readCheckRows(reader, asOf), asOf))
      expect(found).toEqual(runAllChecks(rows, asOf))
      for (const { rule } of found) met.add(rule)
    }),
    { numRuns: 10, endOnFailure: true },
  )
  // The two rules that look at contacts, of which most are not read.
  expect(met).toContain('recordsInTallyMonth')
  expect(met).toContain('newClaimedTwice')
}, 60_000)
