/**
 * A saved consultation (row, choices, history, image, chain, anchor; encrypted; on the disk when it
 * answers) against a bare insert of the same text into a plain SQLite file with the same sync. The two take
 * turns, and each is the first of every other turn. Measured alone, while another thread makes papers of 40
 * pages, and in a ledger of 100,000 contacts. To reach: ratio ≤ 3 (of p50). Prints JSON; never fails by
 * time. `ours` is until the answer, with the anchor written; `anchored` until its fsync, which follows the
 * answer. `floor` is two appends of the same bytes with fsync: what any record with an anchor outside its
 * database costs on this disk.
 *
 *   node tests/bench/saved-record.ts [records]
 */
import { closeSync, cpSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { writerInternals } from '../../src/main/ledger/internals.ts'
import type { Ledger } from '../../src/main/ledger/ledger.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { createLedger } from '../../src/main/ledger/open/create.ts'
import { openLedger } from '../../src/main/ledger/open/open.ts'
import { insertRows } from '../../src/main/ledger/rows/insert-rows.ts'
import { consultationColumns } from '../../src/main/ledger/rows/to-columns.ts'
import { demonstrationRows, demonstrationSeed } from '../../src/main/services/demo/demonstration-rows.ts'
import type { Result } from '../../src/shared/contract/errors.ts'
import { bigLedger, bigLedgerPassphrase } from './big-ledger.ts'

const records = Number(process.argv[2] ?? 600)
const folder = mkdtempSync(join(tmpdir(), 'daicho-bench-'))
const environment = systemEnvironment()
const passphrase = 'saved record'
const rows = demonstrationRows(demonstrationSeed)

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const action = (kind: string) => ({
  actionId: environment.newId(),
  staff: '山田',
  kind,
  reason: '',
  at: environment.now().toISOString(),
})

async function demonstration(): Promise<Ledger> {
  const path = join(folder, 'demonstration.daicho')
  const cost = { N: 2 ** 10, r: 8, p: 1 }
  must(await createLedger({ path, name: '計測用', passphrase, staff: '山田', environment, cost }))
  const ledger = must(await openLedger({ path, passphrase, mode: 'write', owner: 'bench', environment }))
  must(insertRows(ledger, action('demo'), rows))
  return ledger
}

/** A copy of the cached ledger: what it records is not kept. */
async function large(contacts: number): Promise<Ledger> {
  const cached = await bigLedger(contacts)
  closeLedger(cached)
  const path = join(folder, 'large.daicho')
  cpSync(cached.path, path, { recursive: true })
  const own = { passphrase: bigLedgerPassphrase, owner: 'bench', environment }
  return must(await openLedger({ path, mode: 'write', ...own }))
}

const plain = new Database(join(folder, 'plain.db'))
plain.pragma('journal_mode = WAL')
plain.pragma('synchronous = FULL')
plain.exec('CREATE TABLE consultation (key INTEGER PRIMARY KEY, row TEXT NOT NULL) STRICT')
const insert = plain.prepare('INSERT INTO consultation (row) VALUES (?)')
const files = ['one', 'two'].map((name) => openSync(join(folder, name), 'w'))

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

const quantile = (times: readonly number[], part: number): number =>
  Number((times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)] ?? Number.NaN).toFixed(3))

const summary = (times: readonly number[]) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95) })

function measured(ledger: Ledger) {
  const times: Readonly<Record<'ours' | 'anchored' | 'peer' | 'floor', number[]>> = {
    ours: [],
    anchored: [],
    peer: [],
    floor: [],
  }
  const { anchor } = writerInternals(ledger)
  for (let number = 0; number < records; number += 1) {
    const row = rows.consultations[number % rows.consultations.length]
    if (row === undefined) throw new Error('no rows')
    const own = action('consultations.save')
    const keys = { party_key: 1 + (number % 3), case_key: 1 + ((number * 7919) % rows.cases.length) }
    const text = JSON.stringify(row)
    const turns = {
      ours: () => {
        const saved = mutate(ledger, own, (to) =>
          to.insert('consultation', { ...consultationColumns(row, keys), id: environment.newId() }),
        )
        if (!saved.ok) throw new Error(saved.error.code)
      },
      peer: () => {
        insert.run(text)
      },
      floor: () => {
        for (const file of files) {
          writeSync(file, text)
          fsyncSync(file)
        }
      },
    }
    const order = ['ours', 'peer', 'floor'] as const
    for (const name of number % 2 === 0 ? order : order.toReversed()) {
      const took = timed(turns[name])
      times[name].push(took)
      // As the thread does it that has sent its answer.
      if (name === 'ours') times.anchored.push(took + timed(() => anchor.settle()))
    }
  }
  const [ours, anchored] = [summary(times.ours), summary(times.anchored)]
  const [peer, floor] = [summary(times.peer), summary(times.floor)]
  const ratioOf = (own: { readonly p50: number }) => Number((own.p50 / peer.p50).toFixed(2))
  return { ours, anchored, peer, floor, ratio: ratioOf(ours), ratioAnchored: ratioOf(anchored) }
}

try {
  const ledger = await demonstration()
  // The first records compile statements and code.
  measured(ledger)
  const alone = measured(ledger)
  const exporting = new Worker(new URL('./fixtures/endless-export.ts', import.meta.url))
  const pages = await new Promise<number>((resolve) => exporting.once('message', resolve))
  const whileExporting = { pages, ...measured(ledger) }
  await exporting.terminate()
  closeLedger(ledger)
  const hundredThousand = await large(100_000)
  const inLargeLedger = measured(hundredThousand)
  closeLedger(hundredThousand)
  process.stdout.write(
    `${JSON.stringify(
      {
        work: 'a saved record (ratio of p50)',
        records,
        unit: 'ms',
        peer: 'bare insert, plain SQLite, WAL, synchronous FULL',
        limit: { ratio: 3 },
        alone,
        whileExporting,
        inLargeLedger,
      },
      null,
      2,
    )}\n`,
  )
} finally {
  plain.close()
  for (const file of files) closeSync(file)
  rmSync(folder, { recursive: true, force: true })
}
