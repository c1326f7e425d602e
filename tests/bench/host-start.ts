/**
 * Local browser host: process start → first usable screen, browser already running, on a ledger of 100,000
 * consultations; and the resident size of the host's process then. To reach: ≤ 1.5 s, ≤ 200 MB. Prints
 * JSON; never fails by time. The first start (which fills the cache of compiled code) is told apart.
 *
 *   node tests/bench/host-start.ts [ROUNDS]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright-core'
import { packProgram } from '../../src/main/launch/program.ts'
import { programFolder } from '../../src/main/launch/program-place.mjs'
import { projectFolder } from '../../src/main/launch/project.ts'
import { readyScreens } from '../../src/main/launch/screens.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { homeWords } from '../../src/shared/words/home.ts'
import { launchBrowser } from '../journeys/support/browser.ts'
import { bigLedger, bigLedgerPassphrase } from './big-ledger.ts'

const rounds = Number(process.argv[2] ?? 5)
const records = 100_000
const limit = { milliseconds: 1_500, megabytes: 200 }

const reader = await bigLedger(records)
const ledger = reader.path
closeLedger(reader)
const data = mkdtempSync(join(tmpdir(), 'fukushi-bench-'))
await readyScreens({ project: projectFolder, otherFolder: join(data, 'screens'), onBuild: () => {} })
process.env.FUKUSHI_DATA = data
await packProgram(programFolder())
const browser = await launchBrowser()

function startHost(): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', './src/main/prepare-node.mjs', 'src/main/cli.ts', 'serve', '--ledger', ledger],
    {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, FUKUSHI_DATA: data, FUKUSHI_PASSPHRASE: bigLedgerPassphrase },
    },
  )
}

function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    host.once('exit', () => reject(new Error('the host ended')))
    if (host.stdout) createInterface({ input: host.stdout }).once('line', resolve)
  })
}

/** Resident megabytes as the system counts them; null where it does not tell. */
function residentOf(host: ChildProcess): number | null {
  try {
    const status = readFileSync(`/proc/${host.pid}/status`, 'utf8')
    return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024)
  } catch {
    return null
  }
}

/** Processor time of the host's process so far, in milliseconds: what a busy machine does not change. */
function processorOf(host: ChildProcess): number | null {
  try {
    const fields = readFileSync(`/proc/${host.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}

async function once(running: Browser) {
  const page = await running.newPage()
  const began = performance.now()
  const host = startHost()
  const address = await addressOf(host)
  const listening = performance.now() - began
  await page.goto(address)
  // Usable: the frame knows the ledger, and the first screen is drawn with what was read from it.
  await page.getByText('計測用').first().waitFor()
  await page.getByRole('heading', { name: homeWords.changes.heading }).waitFor()
  const usable = performance.now() - began
  const resident = residentOf(host)
  const processor = processorOf(host)
  await page.close()
  host.kill('SIGTERM')
  await new Promise((resolve) => host.once('exit', resolve))
  return { listening: Math.round(listening), usable: Math.round(usable), resident, processor }
}

const first = await once(browser)
const runs = []
for (let round = 0; round < rounds; round++) runs.push(await once(browser))
await browser.close()
rmSync(data, { recursive: true, force: true, maxRetries: 5 })

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
const usable = median(runs.map((run) => run.usable))
process.stdout.write(
  `${JSON.stringify({
    work: 'local browser host: process start → first usable screen, 100,000 records',
    ours: usable,
    peer: limit.milliseconds,
    ratio: usable === null ? null : Math.round((usable / limit.milliseconds) * 100) / 100,
    unit: 'ms',
    listening: median(runs.map((run) => run.listening)),
    firstStart: first.usable,
    processor: median(runs.map((run) => run.processor ?? 0)),
    resident: { ours: median(runs.map((run) => run.resident ?? 0)), limit: limit.megabytes, unit: 'MB' },
    rounds,
  })}\n`,
)
