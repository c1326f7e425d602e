/**
 * Seeded errors: how many of them 点検 finds, and how often it doubts a number that is right, by kind of
 * error and by size of count. Random but realistic ledgers of monthly tallies: items with a course of the
 * year, levels that drift from year to year, counts that scatter as a Poisson or up to three times as much.
 *
 * Beside it an oracle judges by the same likelihoods, but knows the true mean and scatter of each cell: small
 * counts cannot be judged by anybody. To reach on the test seeds: an inserted digit ≥ 95 %; other slips ≥ 90 % of
 * what the oracle finds; ≤ 1 clean cell in 500 doubted. The thresholds were chosen on the tuning seeds alone.
 * Prints JSON; never fails by time. About 15 s.
 *
 *   node tests/bench/checks-seeded.ts [test|tuning]
 */

import { checkBounds } from '../../src/shared/checks/bounds.ts'
import { checkCopiedYears } from '../../src/shared/checks/copied-years.ts'
import type { CheckFinding, CheckRows } from '../../src/shared/checks/finding.ts'
import { checkSlips } from '../../src/shared/checks/slips.ts'
import type { TallyRow } from '../../src/shared/statistics/rows.ts'
import { fiscalYearPeriod } from '../../src/shared/time/fiscal-year.ts'
import { errorKinds, plant } from './seeded/errors.ts'
import { makeLedger, type SeededLedger, sizeClasses } from './seeded/ledgers.ts'
import { oracleFinds } from './seeded/oracle.ts'

/** Never the same ledger for choosing and for measuring. */
const seeds = { tuning: { from: 1, count: 100 }, test: { from: 9_001, count: 150 } } as const
const wanted = process.argv[2] === 'tuning' ? 'tuning' : 'test'

const frame = { fiscalYear: 2024, period: fiscalYearPeriod(2024), asOf: '2025-03-31' } as const
const noRows: Omit<CheckRows, 'tallies'> = {
  parties: [],
  partyForms: [],
  reports: [],
  cases: [],
  activities: [],
  consultations: [],
  recordingSince: '2021-04-01',
}
const look = (tallies: readonly TallyRow[]): readonly CheckFinding[] =>
  [checkBounds, checkSlips, checkCopiedYears].flatMap((check) => check({ ...noRows, tallies }, frame))

interface Tally {
  seeded: number
  found: number
  oracle: number
}
const none = (): Tally => ({ seeded: 0, found: 0, oracle: 0 })
const results = new Map<string, Tally>()
const add = (name: string, found: boolean, oracle: boolean): void => {
  const one = results.get(name) ?? none()
  results.set(name, {
    seeded: one.seeded + 1,
    found: one.found + Number(found),
    oracle: one.oracle + Number(oracle),
  })
}

const clean = {
  cells: 0,
  doubted: 0,
  oracle: 0,
  byRule: new Map<string, number>(),
  bySize: new Map<string, [number, number]>(),
}

function cleanYear(ledger: SeededLedger): void {
  const cells = ledger.cells.filter(({ row }) => row.fiscalYear === 2024)
  const sizes = new Map(cells.map(({ row, size }) => [row.id, size]))
  clean.cells += cells.length
  for (const { size } of cells) {
    const one = clean.bySize.get(size) ?? [0, 0]
    clean.bySize.set(size, [one[0] + 1, one[1]])
  }
  for (const { rule, place } of look(ledger.tallies)) {
    clean.doubted += 1
    clean.byRule.set(rule, (clean.byRule.get(rule) ?? 0) + 1)
    const size = sizes.get(place.rowId ?? '') ?? ''
    const one = clean.bySize.get(size) ?? [0, 0]
    clean.bySize.set(size, [one[0], one[1] + 1])
  }
  clean.oracle += cells.filter((cell) => oracleFinds('slip', [cell])).length
}

const began = performance.now()
for (let at = 0; at < seeds[wanted].count; at += 1) {
  const ledger = makeLedger(seeds[wanted].from + at)
  cleanYear(ledger)
  for (const kind of errorKinds) {
    // An error in every fourth row: the rest stays as it was.
    for (const planted of plant(kind, ledger, at)) {
      const rows = new Set(planted.errors.flatMap(({ cells }) => cells.map(({ row }) => row.id)))
      const findings = look(planted.tallies).filter(({ place }) => place.party !== null)
      const marked = new Set(findings.flatMap((one) => cellsOf(one, planted.tallies)))
      for (const { cells, size } of planted.errors) {
        const found = cells.some(({ row }) => marked.has(row.id))
        const oracle = oracleFinds(kind, cells)
        add(`${kind} ${size}`, found, oracle)
        add(kind, found, oracle)
        if (kind.startsWith('swapped')) add('swapped', found, oracle)
      }
      if (rows.size === 0) throw new Error(`nothing planted: ${kind}`)
    }
  }
}

/** The cells that a finding speaks of: a swap two, a copy a run. */
function cellsOf(found: CheckFinding, tallies: readonly TallyRow[]): readonly string[] {
  const own = found.place.rowId === null ? [] : [found.place.rowId]
  if (found.rule !== 'sameAsLastYear') return own
  const at = tallies.findIndex(({ id }) => id === own[0])
  return tallies.slice(at, at + Number(found.parameters.months)).map(({ id }) => id)
}

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10
const told = (name: string) => {
  const { seeded, found, oracle } = results.get(name) ?? none()
  return {
    seeded,
    recall: percent(found, seeded),
    oracle: percent(oracle, seeded),
    ofOracle: percent(found, oracle),
  }
}

process.stdout.write(
  `${JSON.stringify(
    {
      work: `seeded errors in ${seeds[wanted].count} ledgers, ${wanted} seeds`,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      clean: {
        cells: clean.cells,
        doubted: clean.doubted,
        oneIn: clean.doubted === 0 ? null : Math.round(clean.cells / clean.doubted),
        limit: 500,
        oracle: clean.oracle,
        byRule: Object.fromEntries(clean.byRule),
        bySize: Object.fromEntries(
          [...clean.bySize].map(([size, [cells, doubted]]) => [size, { cells, doubted }]),
        ),
      },
      recall: Object.fromEntries(
        [...errorKinds, 'swapped'].map((kind) => [
          kind,
          {
            ...told(kind),
            ...Object.fromEntries(sizeClasses.map(({ name }) => [name, told(`${kind} ${name}`)])),
          },
        ]),
      ),
    },
    null,
    1,
  )}\n`,
)
