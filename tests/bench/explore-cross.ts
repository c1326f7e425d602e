/**
 * 集計・統計表: two breakdowns × five years on 100,000 consultations: each pair of breakdowns is asked once a
 * round. `request`: the answer of `explore.run` (all five years) made and passed through the contract, in one
 * thread, with nothing kept, as after a change of the ledger. `switched`: the same with what the pairs before
 * left (their contacts and totals), each pair for the first time; `again`: a pair seen before. `page`: from the change of the address to the table on the screen, in a real
 * Chromium on the local host. To reach: p50 ≤ 150 ms for both. `processor` is our processor time for the
 * request, which other work on the machine disturbs less. Prints JSON; never fails by time.
 *
 *   node tests/bench/explore-cross.ts [contacts]
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runHost } from '../../src/main/host.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { forgetStatistics } from '../../src/main/ledger/statistics/query-statistics.ts'
import { exploreReader } from '../../src/main/services/explore/reader.ts'
import { exploreRequests } from '../../src/shared/contract/requests/explore.ts'
import { addressOf } from '../../src/shared/explore/address.ts'
import { type ExploreChoices, firstChoices } from '../../src/shared/explore/choices.ts'
import type { TimeFrame } from '../../src/shared/time/day.ts'
import { launchBrowser } from '../journeys/support/browser.ts'
import { openPage } from '../journeys/support/page.ts'
import { screensFolder } from '../journeys/support/screens.ts'
import { bigLedger, bigLedgerPassphrase } from './big-ledger.ts'

const limit = 150
const contacts = Number(process.argv[2] ?? 100_000)
const rounds = 3
const frame: TimeFrame = {
  fiscalYear: 2024,
  period: { from: '2024-04', to: '2025-03' },
  asOf: '2025-03-31',
}
const pairs = [
  ['method', 'caller'],
  ['ageBand', 'sex'],
  ['route', 'ageBand'],
  ['mainTopic', 'method'],
  ['sex', 'callerGroup'],
  ['ageBand', 'method'],
] as const
const statistics = ['consultation.events', 'consultation.persons'] as const

const all: readonly ExploreChoices[] = statistics.flatMap((statistic) =>
  pairs.map((by) => ({
    ...firstChoices,
    statistic,
    by,
    years: { kind: 'fixed' as const, from: 2020, frame },
  })),
)
const quantile = (values: readonly number[], part: number): number =>
  Math.round((values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN) * 10) /
  10

const reader = await bigLedger(contacts)
const context = {
  ledger: reader,
  staff: null,
  now: () => new Date(),
  newId: () => '',
  progress: () => undefined,
  stopIfCancelled: () => undefined,
}
interface Times {
  readonly wall: number[]
  readonly processor: number[]
}
const times = (): Times => ({ wall: [], processor: [] })
const cold = times()
const switched = times()
const again = times()
let rows = 0
for (let round = 0; round < rounds * 3; round += 1) {
  const into = [cold, switched, again][round % 3] ?? cold
  if (into === switched) forgetStatistics(reader)
  for (const choices of all) {
    if (into === cold) forgetStatistics(reader)
    const began = performance.now()
    const cpu = process.cpuUsage()
    const input = exploreRequests['explore.run'].input.parse({ choices, frame })
    const answer = exploreRequests['explore.run'].output.parse(exploreReader['explore.run'](input, context))
    const used = process.cpuUsage(cpu)
    into.wall.push(performance.now() - began)
    into.processor.push((used.user + used.system) / 1000)
    rows = answer.pages.reduce((sum, page) => sum + page.table.rows.length, 0)
    if (answer.pages.length !== 5) throw new Error('five years were asked for')
  }
}

const folder = mkdtempSync(join(tmpdir(), 'fukushi-bench-'))
const path = join(folder, 'explore.daicho')
cpSync(reader.path, path, { recursive: true })
closeLedger(reader)
const host = await runHost({
  dataFolder: join(folder, 'data'),
  screens: Promise.resolve(screensFolder()),
  port: 0,
  reason: null,
  begin: { kind: 'ledger', path, passphrase: bigLedgerPassphrase },
})
await host.opened
const browser = await launchBrowser()
const page: number[] = []
try {
  const tab = await openPage(browser, host.address)
  await tab.page.getByRole('link', { name: '集計・統計表' }).click({ timeout: 30_000 })
  await tab.page.locator('.x').waitFor({ timeout: 30_000 })
  for (const choices of all) {
    const took = await tab.page.evaluate(
      (address) =>
        new Promise<number>((resolve) => {
          const before = document.querySelector('.out h2')?.textContent
          const began = performance.now()
          const watch = new MutationObserver(() => {
            if (document.querySelector('.out h2')?.textContent === before) return
            watch.disconnect()
            // The frame in which it is painted.
            requestAnimationFrame(() => resolve(performance.now() - began))
          })
          watch.observe(document.body, { subtree: true, childList: true, characterData: true })
          location.hash = `#/explore?${address}`
        }),
      addressOf(choices),
    )
    page.push(took)
  }
} finally {
  await browser.close()
  await host.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
const told = ({ wall, processor }: Times) => ({
  p50: quantile(wall, 0.5),
  p95: quantile(wall, 0.95),
  processor: quantile(processor, 0.5),
})
const ours = quantile(cold.wall, 0.5)
console.log(
  JSON.stringify(
    {
      work: `two breakdowns × five years, ${contacts.toLocaleString('en-US')} consultations`,
      ours,
      peer: limit,
      ratio: Math.round((ours / limit) * 100) / 100,
      request: told(cold),
      switched: told(switched),
      again: told(again),
      page: { p50: quantile(page, 0.5), p95: quantile(page, 0.95) },
      rows,
      unit: 'ms',
    },
    null,
    2,
  ),
)
