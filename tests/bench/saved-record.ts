import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { createLedger } from '../../src/main/ledger/open/create.ts'
import { openUnlocked } from '../../src/main/ledger/open/open.ts'
import { insertRows } from '../../src/main/ledger/rows/insert-rows.ts'
import { consultationColumns } from '../../src/main/ledger/rows/to-columns.ts'
import { demonstrationRows, demonstrationSeed } from '../../src/main/services/demo/demonstration-rows.ts'

/**
 * A saved consultation (row, choices, history, image, chain, anchor; encrypted; on the disk when it
 * answers) against a bare insert of the same text into a plain SQLite file with the same sync, by turns
 * in the same run. `node tests/bench/saved-record.ts [records]`
 */
const records = Number(process.argv[2] ?? 500)
const folder = mkdtempSync(join(tmpdir(), 'daicho-bench-'))

function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Number((sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(3))
}

try {
  const environment = systemEnvironment()
  const path = join(folder, 'x.daicho')
  const cost = { N: 2 ** 10, r: 8, p: 1 }
  const made = await createLedger({
    path,
    name: 'x',
    passphrase: 'saved record',
    staff: '山田',
    environment,
    cost,
  })
  if (!made.ok) throw new Error(made.error.code)
  const opened = openUnlocked({ path, key: made.value.key, mode: 'write', owner: 'bench', environment })
  if (!opened.ok) throw new Error(opened.error.code)
  const ledger = opened.value
  const action = (kind: string) => ({
    actionId: environment.newId(),
    staff: '山田',
    kind,
    reason: '',
    at: environment.now().toISOString(),
  })
  const rows = demonstrationRows(demonstrationSeed)
  const filled = insertRows(ledger, action('demo'), rows)
  if (!filled.ok) throw new Error(filled.error.code)

  const plain = new Database(join(folder, 'plain.db'))
  plain.pragma('journal_mode = WAL')
  plain.pragma('synchronous = FULL')
  plain.exec('CREATE TABLE consultation (key INTEGER PRIMARY KEY, row TEXT NOT NULL) STRICT')
  const insert = plain.prepare('INSERT INTO consultation (row) VALUES (?)')

  const ours: number[] = []
  const peer: number[] = []
  for (let number = 0; number < records; number += 1) {
    const row = rows.consultations[number % rows.consultations.length]
    if (row === undefined) throw new Error('no rows')
    let started = performance.now()
    const saved = mutate(ledger, action('consultations.save'), (to) =>
      to.insert('consultation', {
        ...consultationColumns(row, { party_key: 1, case_key: 1 }),
        id: environment.newId(),
      }),
    )
    ours.push(performance.now() - started)
    if (!saved.ok) throw new Error(saved.error.code)
    started = performance.now()
    insert.run(JSON.stringify(row))
    peer.push(performance.now() - started)
  }
  plain.close()
  closeLedger(ledger)
  const summary = (times: readonly number[]) => ({
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  })
  console.log(
    JSON.stringify({
      work: 'a saved record',
      records,
      unit: 'ms',
      ours: summary(ours),
      peer: { what: 'bare insert, plain SQLite, WAL, synchronous FULL', ...summary(peer) },
      ratio: Number((percentile(ours, 0.5) / percentile(peer, 0.5)).toFixed(2)),
    }),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
