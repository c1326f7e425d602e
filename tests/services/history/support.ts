import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Ledger } from '../../../src/main/ledger/ledger.ts'
import { type LedgerWriter, mutate } from '../../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { build } from '../../../src/main/ledger/query.ts'
import type { WriterContext } from '../../../src/main/services/contexts.ts'
import { type AppError, AppFailure } from '../../../src/shared/contract/errors.ts'
import { expectOk, makeDemonstration, temporaryFolder, testEnvironment } from '../support/ledgers.ts'

/** The demonstration, open for writing in a folder of the test file's own. */
export async function openDemonstration(): Promise<WriterContext> {
  const made = await makeDemonstration(join(temporaryFolder(), '見本.daicho'))
  const ledger = expectOk(
    await openLedger({
      mode: 'write',
      owner: '山口',
      path: made.path,
      key: made.key,
      environment: testEnvironment(),
    }),
  )
  afterAll(() => closeLedger(ledger))
  let minute = 0
  return {
    ledger,
    staff: { id: 'staff', name: '山口' },
    now: () => new Date(Date.UTC(2025, 3, 7, 3, minute++)),
    newId: randomUUID,
    progress: () => undefined,
    stopIfCancelled: () => undefined,
  }
}

/** One user action, as a screen's request would be; gives its id. */
export function doing(
  { ledger, staff, now }: WriterContext,
  kind: string,
  work: (write: LedgerWriter) => unknown,
  reason = '',
): string {
  const actionId = randomUUID()
  const at = now().toISOString()
  const answer = mutate(ledger, { actionId, staff: staff?.name ?? '', kind, reason, at }, (write) => {
    work(write)
    return null
  })
  expectOk(answer)
  return actionId
}

export function errorOf(work: () => unknown): AppError {
  try {
    work()
  } catch (error) {
    if (error instanceof AppFailure) return error.appError
    throw error
  }
  throw new Error('It should have failed')
}

/** The consultations of the ledger, newest first. */
export const consultations = (ledger: Ledger, limit: number) =>
  ledger.all(
    build
      .selectFrom('consultation')
      .select(['key', 'id', 'revision', 'age_low', 'age_high', 'note', 'day', 'party_key', 'case_key'])
      .where('case_key', 'is not', null)
      .orderBy('key', 'desc')
      .limit(limit),
  )
