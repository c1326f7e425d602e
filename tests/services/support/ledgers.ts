import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Environment, systemEnvironment } from '../../../src/main/ledger/environment.ts'
import type { LedgerReader } from '../../../src/main/ledger/ledger.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import type { CreatedLedger } from '../../../src/main/ledger/open/create.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { createDemonstration } from '../../../src/main/services/demo/create-demonstration.ts'
import type { Result } from '../../../src/shared/contract/errors.ts'

/** Keys that take no time to derive: nothing here is about passwords. */
export const cheap = { N: 1024, r: 8, p: 1 } as const

/** Noon of a day in the time of the demonstration's papers, for new ledgers. */
export const testEnvironment = (now = '2024-12-10T03:00:00.000Z'): Environment =>
  systemEnvironment({ now: () => new Date(now) })

/** A folder of the test file's own, gone at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fukushi-services-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The value of a Result that must be one. */
export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.parameters)}`)
  return result.value
}

export async function makeDemonstration(path: string): Promise<CreatedLedger> {
  return expectOk(await createDemonstration({ path, environment: testEnvironment(), cost: cheap }))
}

/** Opens a ledger for reading, closed again at the end of the test file. */
export async function openForReading(ledger: CreatedLedger): Promise<LedgerReader> {
  const environment = testEnvironment()
  const reader = expectOk(await openLedger({ mode: 'read', path: ledger.path, key: ledger.key, environment }))
  afterAll(() => closeLedger(reader))
  return reader
}
