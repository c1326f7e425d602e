import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Ledger } from '../../../src/main/ledger/ledger.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { historyWriter } from '../../../src/main/services/history/writer.ts'
import { createEmptyLedger } from '../../../src/main/services/new-ledger.ts'
import { settingsReader } from '../../../src/main/services/settings/reader.ts'
import { settingsWriter } from '../../../src/main/services/settings/writer.ts'
import type { RequestInput, RequestOutput } from '../../../src/shared/contract/contract.ts'
import { contract } from '../../../src/shared/contract/contract.ts'
import { AppFailure } from '../../../src/shared/contract/errors.ts'
import { cheap, expectOk, makeDemonstration, temporaryFolder, testEnvironment } from '../support/ledgers.ts'

type ReadName = keyof typeof settingsReader
type WriteName = keyof typeof settingsWriter
type WithoutAction<Name extends WriteName> = Omit<RequestInput<Name>, 'actionId'>

/** A ledger at work: requests go through the contract's schemas, as at a door. */
export interface Desk {
  readonly ledger: Ledger
  read<Name extends ReadName>(name: Name, input: RequestInput<Name>): RequestOutput<Name>
  write<Name extends WriteName>(name: Name, input: WithoutAction<Name>): RequestOutput<Name>
  /** Takes the last write back, as 「元に戻す」 does. */
  undoLast(): void
  /** The code of the error that a write stops with; `done` when it does not. */
  refusal<Name extends WriteName>(name: Name, input: WithoutAction<Name>): string
}

export async function deskOf(kind: 'new' | 'demo', now = '2025-03-20T03:00:00.000Z'): Promise<Desk> {
  const folder = temporaryFolder()
  const environment = testEnvironment(now)
  const made =
    kind === 'demo'
      ? await makeDemonstration(join(folder, '見本.daicho'))
      : expectOk(
          await createEmptyLedger({
            path: join(folder, '新しい台帳.daicho'),
            name: '新しい台帳',
            passphrase: '設定の試験のための合言葉',
            staff: '山口',
            environment,
            cost: cheap,
          }),
        )
  const ledger = expectOk(
    await openLedger({ path: made.path, mode: 'write', key: made.key, owner: '山口', environment }),
  )
  afterAll(() => closeLedger(ledger))
  const context = {
    ledger,
    staff: { id: 'staff', name: '山口' },
    now: () => environment.now(),
    newId: () => environment.newId(),
    progress: () => {},
    stopIfCancelled: () => {},
  }
  let lastId = ''
  const desk: Desk = {
    ledger,
    read(name, input) {
      const handler = settingsReader[name] as (input: unknown, context: unknown) => never
      return contract[name].output.parse(handler(contract[name].input.parse(input), context)) as never
    },
    write(name, input) {
      const handler = settingsWriter[name] as (input: unknown, context: unknown) => never
      lastId = crypto.randomUUID()
      const parsed = contract[name].input.parse({ ...input, actionId: lastId })
      return contract[name].output.parse(handler(parsed, context)) as never
    },
    undoLast() {
      historyWriter['history.undo']({ actionId: crypto.randomUUID(), of: lastId }, context)
    },
    refusal(name, input) {
      try {
        desk.write(name, input)
        return 'done'
      } catch (error) {
        if (error instanceof AppFailure) return error.appError.code
        throw error
      }
    },
  }
  return desk
}

export function present<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('It is not there.')
  return value
}
