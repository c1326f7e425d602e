import { join } from 'node:path'
import type { Environment } from '../environment.ts'
import { ledgerFiles } from '../files.ts'
import { readerInternals } from '../internals.ts'
import { copyKeys, type DerivedKeys, deriveKeys } from '../keys/derive.ts'
import { readKeyFile } from '../keys/key-file.ts'
import type { LedgerReader } from '../ledger.ts'
import { unlock } from '../open/unlock.ts'

/** What opens a backup: the open ledger that it was taken from, the passphrase, or the ledger's key. */
export type BackupSecret =
  | { readonly reader: LedgerReader }
  | { readonly passphrase: string }
  | { readonly key: Uint8Array }
  | { readonly keys: DerivedKeys; readonly ledgerId: string }

/** The keys of a backup; wipe them after. Errors as `unlockLedger`. */
export async function backupKeys(
  folder: string,
  secret: BackupSecret,
  environment: Environment,
): Promise<{ readonly ledgerId: string; readonly keys: DerivedKeys }> {
  if ('reader' in secret) {
    return { ledgerId: secret.reader.id, keys: copyKeys(readerInternals(secret.reader).keys) }
  }
  if ('keys' in secret) return secret
  if ('key' in secret) {
    const ledgerId = readKeyFile(join(folder, ledgerFiles.keys), environment).ledger
    return { ledgerId, keys: deriveKeys(secret.key, ledgerId) }
  }
  const { ledgerId, key } = await unlock(folder, secret.passphrase, environment)
  try {
    return { ledgerId, keys: deriveKeys(key, ledgerId) }
  } finally {
    key.fill(0)
  }
}
