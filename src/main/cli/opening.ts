import { type Environment, systemEnvironment } from '../ledger/environment.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { closeLedger } from '../ledger/open/close.ts'
import { type OpenToRead, openLedger } from '../ledger/open/open.ts'
import type { Invocation } from './command.ts'
import { unwrap } from './options.ts'
import { ledgerPath, openAsking } from './passphrase.ts'

/** Opens the ledger of `--ledger` for reading beside a running tool, and closes it after `work`. */
export async function withReader<T>(
  invocation: Invocation,
  work: (ledger: LedgerReader, environment: Environment) => T | Promise<T>,
): Promise<T> {
  const environment = systemEnvironment({ now: () => invocation.terminal.now() })
  const folder = ledgerPath(invocation)
  const options: OpenToRead = { path: folder, mode: 'read', environment }
  const ledger = await openAsking(invocation.terminal, async (secret) =>
    unwrap(await openLedger({ ...options, ...secret })),
  )
  try {
    return await work(ledger, environment)
  } finally {
    closeLedger(ledger)
  }
}
