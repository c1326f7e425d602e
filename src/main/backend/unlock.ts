import { AppFailure } from '../../shared/contract/errors.ts'
import { systemEnvironment } from '../ledger/environment.ts'
import { attempt } from '../ledger/failures.ts'
import { demonstrationPassphrase } from '../ledger/keys/passphrase.ts'
import { inspectFolder } from '../ledger/open/inspect.ts'
import { unlockLedger } from '../ledger/open/unlock.ts'

/**
 * Passphrase → key of a ledger; null is the published passphrase of demonstration ledgers. It runs in the
 * thread pool of the backend's own thread, while the workers load.
 *
 * @throws AppFailure what `inspectFolder` and `unlockLedger` say.
 */
export function unlock(path: string, passphrase: string | null): Promise<Uint8Array> {
  const begun = ahead
  ahead = null
  if (begun?.path === path && begun.passphrase === passphrase) return begun.key
  return unlockNow(path, passphrase)
}

let ahead: { readonly path: string; readonly passphrase: string; readonly key: Promise<Uint8Array> } | null =
  null

/** Begins what the next `unlock` of the same ledger waits for, before the backend itself is loaded. */
export function unlockAhead(path: string, passphrase: string): void {
  const key = unlockNow(path, passphrase)
  // A failure is told by `unlock`.
  key.catch(() => {})
  ahead = { path, passphrase, key }
}

async function unlockNow(path: string, passphrase: string | null): Promise<Uint8Array> {
  const environment = systemEnvironment()
  const looked = attempt(() => inspectFolder(path, environment))
  if (!looked.ok) throw new AppFailure(looked.error)
  const unlocked = await unlockLedger({
    path,
    passphrase: passphrase ?? demonstrationPassphrase,
    environment,
  })
  if (!unlocked.ok) throw new AppFailure(unlocked.error)
  return unlocked.value.key
}
