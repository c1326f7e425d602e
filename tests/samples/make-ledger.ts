import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import type { LedgerReader } from '../../src/main/ledger/ledger.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { createLedger } from '../../src/main/ledger/open/create.ts'
import { openUnlockedReader } from '../../src/main/ledger/open/open.ts'
import { insertRows } from '../../src/main/ledger/rows/insert-rows.ts'
import type { Result } from '../../src/shared/contract/errors.ts'
import type { LedgerRows } from '../../src/shared/statistics/rows.ts'

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Writes rows through the real writer into an encrypted ledger, and reads them in another connection. */
export async function withLedger<T>(rows: LedgerRows, work: (reader: LedgerReader) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fukushi-statistics-'))
  const environment = systemEnvironment()
  try {
    const made = must(
      await createLedger({
        path: join(folder, 'statistics.daicho'),
        name: '試験',
        passphrase: 'statistics of a random ledger',
        staff: '担当者',
        environment,
        cost: { N: 1024, r: 8, p: 1 },
        fill: (ledger) =>
          insertRows(
            ledger,
            {
              actionId: environment.newId(),
              staff: '担当者',
              kind: 'test.rows',
              reason: '',
              at: environment.now().toISOString(),
            },
            rows,
          ),
      }),
    )
    const reader = must(openUnlockedReader({ path: made.path, mode: 'read', key: made.key, environment }))
    try {
      return work(reader)
    } finally {
      closeLedger(reader)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
