/**
 * 点検 of everything that a ledger holds (`check.run` of ホーム and 点検・履歴), and its memory. To reach:
 * 100,000 contacts ≤ 0.5 s and no more than 40 MB; 1,000,000 ≤ 3 s. `again` is the same question with nothing
 * changed. `tallies` is the rules alone over 62,400 entered values (20 parties × 40 items × 13 × 6 years),
 * which the cached ledgers do not hold. Prints JSON; never fails by time.
 *
 *   node --expose-gc tests/bench/check-all.ts [contacts]
 */
import type { LedgerReader } from '../../src/main/ledger/ledger.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { readCheckRows } from '../../src/main/ledger/repositories/check-rows.ts'
import { check } from '../../src/main/services/check.ts'
import { runAllChecks } from '../../src/shared/checks/run-checks.ts'
import type { TallyRow } from '../../src/shared/statistics/rows.ts'
import { monthsOf } from '../../src/shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../src/shared/time/fiscal-year.ts'
import { bigLedger } from './big-ledger.ts'

const contacts = Number(process.argv[2] ?? 100_000)
const limit = { milliseconds: contacts > 100_000 ? 3_000 : 500, megabytes: 40 }
const asOf = '2025-03-31'

function timed<T>(work: () => T) {
  const [began, before] = [performance.now(), process.cpuUsage()]
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return {
    value,
    milliseconds: Math.round(performance.now() - began),
    processor: Math.round((user + system) / 1_000),
  }
}

const resident = (): number => Math.round(process.memoryUsage().rss / 1_048_576)

/** Two breakdowns' worth of groups for each party, beside totals; digits and sums are sound. */
function tallies(): readonly TallyRow[] {
  const rows: TallyRow[] = []
  for (let party = 0; party < 20; party += 1) {
    for (let fiscalYear = 2019; fiscalYear < 2025; fiscalYear += 1) {
      for (let item = 0; item < 40; item += 1) {
        for (const month of [...monthsOf(fiscalYearPeriod(fiscalYear)), null]) {
          rows.push({
            id: `t-${rows.length}`,
            party: `party-${party}`,
            statistic: 'consultation.events',
            fiscalYear,
            month,
            keys: item === 0 ? {} : { method: `m${item}` },
            state: 'value',
            value: (month === null ? 12 : 1) * (item === 0 ? 390 : 10),
            flags: [],
            adopted: true,
            comment: '',
          })
        }
      }
    }
  }
  return rows
}

const reader: LedgerReader = await bigLedger(contacts)
globalThis.gc?.()
const before = resident()
const first = timed(() => check(reader, asOf))
const after = resident()
const again = timed(() => check(reader, asOf))
const fresh = Array.from({ length: 5 }, () => timed(() => runAllChecks(readCheckRows(reader, asOf), asOf)))
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const entered = { ...readCheckRows(reader, asOf), tallies: tallies() }
const rules = timed(() => runAllChecks(entered, asOf))
closeLedger(reader)

process.stdout.write(
  `${JSON.stringify(
    {
      work: `点検 of ${contacts} contacts, milliseconds`,
      ours: first.milliseconds,
      processor: first.processor,
      warm: median(fresh.map((one) => one.milliseconds)),
      again: again.milliseconds,
      findings: first.value.length,
      peer: limit.milliseconds,
      ratio: Number((first.milliseconds / limit.milliseconds).toFixed(2)),
      memory: { megabytes: after - before, limit: limit.megabytes },
      tallies: {
        rows: entered.tallies.length,
        ours: rules.milliseconds,
        processor: rules.processor,
        findings: rules.value.length,
      },
    },
    null,
    2,
  )}\n`,
)
