import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterAll } from 'vitest'
import { type Environment, systemEnvironment } from '../../src/main/ledger/environment.ts'
import { deriveKeys } from '../../src/main/ledger/keys/derive.ts'
import { readKeyFile } from '../../src/main/ledger/keys/key-file.ts'
import type { Ledger, LedgerReader } from '../../src/main/ledger/ledger.ts'
import type { Action } from '../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { openConnection } from '../../src/main/ledger/open/connection.ts'
import { createLedger } from '../../src/main/ledger/open/create.ts'
import { openUnlocked, openUnlockedReader } from '../../src/main/ledger/open/open.ts'
import type { AppError, Result } from '../../src/shared/contract/errors.ts'

export const passphrase = '試験のための合言葉です。'
/** scrypt in a hundredth of a second: its strength is not what these tests are about. */
export const cheap = { N: 2 ** 10, r: 8, p: 1 }

const folders: string[] = []
const opened: LedgerReader[] = []

afterAll(() => {
  for (const reader of opened) closeLedger(reader)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daicho-test-'))
  folders.push(folder)
  return folder
}

export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.parameters)}`)
  return result.value
}

export function expectError(result: Result<unknown>): AppError {
  if (result.ok) throw new Error('It should have failed')
  return result.error
}

export interface TestLedger {
  readonly folder: string
  readonly path: string
  readonly key: Buffer
  readonly environment: Environment
}

let template: Promise<{ readonly path: string; readonly key: Buffer }> | null = null

async function makeTemplate(): Promise<{ readonly path: string; readonly key: Buffer }> {
  const environment = systemEnvironment()
  const path = join(scratchFolder(), '原本.daicho')
  const made = await createLedger({
    path,
    name: '試験',
    passphrase,
    staff: '山田',
    environment,
    cost: cheap,
    withRecoveryKey: true,
  })
  return expectOk(made)
}

/** A new ledger (four entries of history) in a folder of its own, closed; copied, as making one takes longer. */
export async function newLedger(changes: Partial<Environment> = {}): Promise<TestLedger> {
  template ??= makeTemplate()
  const { path: original, key } = await template
  const folder = scratchFolder()
  const path = join(folder, '試験.daicho')
  cpSync(original, path, { recursive: true })
  return { folder, path, key, environment: systemEnvironment(changes) }
}

export function write({ path, key, environment }: TestLedger): Ledger {
  const ledger = expectOk(openUnlocked({ path, key, environment, mode: 'write', owner: '山田' }))
  opened.push(ledger)
  return ledger
}

export function read({ path, key, environment }: TestLedger): LedgerReader {
  const reader = expectOk(openUnlockedReader({ path, key, environment, mode: 'read' }))
  opened.push(reader)
  return reader
}

/** An attacker who holds the key of the cipher, or a bug of ours: SQL past every door. */
export function behindTheBack(ledger: TestLedger, work: (connection: Database.Database) => void): void {
  const id = readKeyFile(join(ledger.path, 'keys.json'), ledger.environment).ledger
  const keys = deriveKeys(ledger.key, id)
  const connection = openConnection(join(ledger.path, 'ledger.db'), keys, 'write')
  try {
    connection.pragma('foreign_keys = OFF')
    work(connection)
  } finally {
    connection.close()
  }
}

export function action(kind: string, changes: Partial<Action> = {}): Action {
  return {
    actionId: randomBytes(8).toString('hex'),
    staff: '山田',
    kind,
    reason: '',
    at: '2024-11-30T01:02:03.000Z',
    ...changes,
  }
}
