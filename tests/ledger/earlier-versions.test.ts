import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import { readerInternals } from '../../src/main/ledger/internals.ts'
import type { Ledger } from '../../src/main/ledger/ledger.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { currentVersion } from '../../src/main/ledger/open/inspect.ts'
import { openLedger } from '../../src/main/ledger/open/open.ts'
import { build } from '../../src/main/ledger/query.ts'
import { readCodeLists } from '../../src/main/ledger/repositories/code-lists.ts'
import { actionsQuery } from '../../src/main/ledger/repositories/history-actions.ts'
import { historyState, listHistory } from '../../src/main/ledger/repositories/history-list.ts'
import { readRows } from '../../src/main/ledger/rows/read-rows.ts'
import { queryStatistics } from '../../src/main/ledger/statistics/query-statistics.ts'
import { readCodeListPreset } from '../../src/main/services/code-lists.ts'
import { expectOk, scratchFolder } from './support.ts'

/** A ledger as version 1 wrote it (63 fictional consultations of 令和６年６–７月), with its figures then. */
const passphrase = '第１版の台帳を開く合言葉'
const fixture = join(import.meta.dirname, 'fixtures/version-1')

async function openOld(): Promise<Ledger> {
  const path = join(scratchFolder(), '第１版.daicho')
  cpSync(fixture, path, { recursive: true })
  return expectOk(
    await openLedger({ path, passphrase, mode: 'write', owner: '山口', environment: systemEnvironment() }),
  )
}

test('a ledger of version 1 upgrades with equal values, no rewritten record, and a history that holds', async () => {
  const ledger = await openOld()
  const { lines } = listHistory(ledger, null, 2000)
  const rewritten = lines.filter(({ action }) => action === 'ledger.migrate').map(({ table }) => table)
  // How codes are typed and read was one JSON in a setting; it moved into the rows of the code lists.
  expect([...new Set(rewritten)].toSorted()).toEqual(['age_bands', 'code_item', 'code_list', 'setting'])
  expect(readCodeLists(ledger)).toEqual(readCodeListPreset())
  expect(verifyHistory(ledger).problems).toEqual([])
  const rows = readRows(ledger)
  expect([rows.consultations, rows.activities, rows.tallies].map((list) => list.length)).toEqual([63, 12, 20])
  const [events] = queryStatistics(ledger, [
    {
      statistic: 'consultation.events',
      frame: { fiscalYear: 2024, period: { from: '2024-06', to: '2024-07' }, asOf: '2024-07-31' },
      by: [],
      where: [],
      party: null,
    },
  ])
  expect(events).toMatchObject({ ok: true, value: { total: { quantity: { kind: 'integer', integer: 63 } } } })
  expect(ledger.all(build.selectFrom('activity').select(['series_id', 'hours']).limit(1))).toEqual([
    { series_id: null, hours: '' },
  ])
  // With new indexes that have no statistics, SQLite sorts the whole history for its newest lines.
  const { connection } = readerInternals(ledger)
  const newest = [
    actionsQuery().orderBy('a.key', 'desc').limit(50).compile(),
    build.selectFrom('history').select('mac').orderBy('seq', 'desc').limit(1).compile(),
  ]
  for (const { sql, parameters } of newest) {
    const plan = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE')
  }
  const state = historyState(ledger)
  closeLedger(ledger)
  expect(state.sequence).toBeGreaterThan(0)
  expect(currentVersion).toBeGreaterThan(1)
})
