import { expect, test } from 'vitest'
import { demonstrationRows } from '../../../src/main/services/demo/demonstration-rows.ts'
import { runAllChecks } from '../../../src/shared/checks/run-checks.ts'

test.each([13_229, 1, 2, 3])(
  '点検 of seed %i finds the one report that never came, and nothing else',
  (seed) => {
    const findings = runAllChecks(demonstrationRows(seed), '2025-03-31')
    expect(findings.map(({ rule, severity, place }) => [rule, severity, place.party, place.month])).toEqual([
      ['lateReport', 'warning', 'workprep-contractor', '2025-02'],
    ])
  },
)

test('as of 30 November 2024 there is nothing to find', () => {
  expect(runAllChecks(demonstrationRows(), '2024-11-30')).toEqual([])
})

test('a planted accident is found', () => {
  const rows = demonstrationRows()
  const tallies = rows.tallies.map((row) =>
    row.statistic === 'place.persons' && row.month === null ? { ...row, value: 5 } : row,
  )
  const rules = new Set(runAllChecks({ ...rows, tallies }, '2025-03-31').map(({ rule }) => rule))
  expect(rules).toContain('yearUnderMonth')
})
