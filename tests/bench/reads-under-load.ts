/**
 * A request that reads one record, while an export of 40 pages runs over and over and 50,000 rows are
 * written in one action. To reach: p95 ≤ 10 ms. Prints JSON; never fails by time.
 *
 *   node tests/bench/reads-under-load.ts
 */
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Backend } from '../../src/main/backend/backend.ts'
import { hostPlatform } from '../../src/main/host/platform.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../src/shared/contract/contract.ts'
import { bigLedger, bigLedgerPassphrase } from './big-ledger.ts'

const limit = 10
const pagesWanted = 40

const reader = await bigLedger(100_000)
const folder = mkdtempSync(join(tmpdir(), 'fukushi-bench-'))
const ledger = join(folder, 'load.daicho')
cpSync(reader.path, ledger, { recursive: true })
closeLedger(reader)

const source = (name: string) => new URL(`../../src/main/backend/${name}-worker.ts`, import.meta.url)
const backend = new Backend({
  dataFolder: join(folder, 'data'),
  entries: {
    writer: new URL('./fixtures/bulk-writer.ts', import.meta.url),
    reader: source('reader'),
    render: source('render'),
    intake: source('intake'),
  },
  door: hostPlatform({ version: '0.0.0', reason: null }),
})

async function call<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answer = await backend.call({ name, input, jobId: null })
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value as RequestOutput<Name>
}

/** A paper of 統計表 with so many tables that it has 40 pages. */
async function longPaper(): Promise<{ id: string; pages: number }> {
  const { templates } = await call('papers.templates', {})
  const defaults = templates.find(({ code }) => code === 'tables')?.defaults
  if (!defaults) throw new Error('no template of tables')
  const fiscalYears = [2019, 2020, 2021, 2022, 2023, 2024]
  const table = { statistic: 'consultation.events', by: ['route'], fiscalYears }
  for (let tables = pagesWanted; ; tables += 10) {
    const settings = { ...defaults, tables: Array(Math.min(tables, 200)).fill(table) }
    const { id } = await call('papers.create', { actionId: randomUUID(), settings })
    const { pageCount } = await call('papers.preview', { id })
    if (pageCount >= pagesWanted || tables >= 200) return { id, pages: pageCount }
  }
}

const quantile = (values: readonly number[], part: number): number =>
  Math.round((values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN) * 100) /
  100

await call('ledger.open', { path: ledger, passphrase: bigLedgerPassphrase, readOnly: false })
const { staff } = await call('staff.list', {})
await call('staff.choose', { id: staff[0]?.id ?? '' })
const paper = await longPaper()
mkdirSync(join(folder, 'out'))
const chosen = await call('platform.chooseFolder', { purpose: 'export', path: join(folder, 'out') })

async function readOne(sequence: number): Promise<number> {
  const began = performance.now()
  await call('history.list', { before: sequence, limit: 1 })
  return performance.now() - began
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5))
const alone: number[] = []
for (let count = 0; count < 200; count++) {
  alone.push(await readOne(2 + count * 97))
  await pause()
}

let loading = true
let exports = 0
const exporting = (async () => {
  while (loading) {
    const folderHandle = chosen.folder?.handle ?? ''
    await call('papers.export', { id: paper.id, formats: ['pdf'], edition: 'internal', folder: folderHandle })
    exports += 1
  }
})()
const began = performance.now()
const writing = call('staff.add', { actionId: randomUUID(), name: 'bulk' }).then(
  () => performance.now() - began,
)
const under: number[] = []
let written: number | null = null
void writing.then((took) => {
  written = took
})
while (written === null || exports < 2) {
  under.push(await readOne(2 + (under.length % 900) * 97))
  await pause()
}
loading = false
await exporting
await backend.close()
rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

process.stdout.write(
  `${JSON.stringify({
    work: 'read one record while a 40-page export and a write of 50,000 rows run (p95)',
    ours: quantile(under, 0.95),
    peer: limit,
    ratio: Math.round((quantile(under, 0.95) / limit) * 100) / 100,
    unit: 'ms',
    p50: quantile(under, 0.5),
    p99: quantile(under, 0.99),
    alone: { p50: quantile(alone, 0.5), p95: quantile(alone, 0.95) },
    reads: under.length,
    pages: paper.pages,
    exports,
    bulkWriteMs: Math.round(await writing),
  })}\n`,
)
process.exit()
