import { join } from 'node:path'
import type { Result } from '../../../shared/contract/errors.ts'
import type { Environment } from '../environment.ts'
import { attemptAsync, fail } from '../failures.ts'
import { ledgerFiles } from '../files.ts'
import { countWrong, forgetWrong, requirePatience } from '../keys/attempts.ts'
import { readKeyFile } from '../keys/key-file.ts'
import { normaliseRecoveryKey } from '../keys/recovery-key.ts'
import { openSlot } from '../keys/slots.ts'

export interface Unlocked {
  readonly ledgerId: string
  /** 32 bytes; wipe them (`fill(0)`) as soon as every connection is open. */
  readonly key: Buffer
}

/** As `unlockLedger`, but stopping with an exception. */
export async function unlock(
  folder: string,
  passphrase: string,
  environment: Environment,
): Promise<Unlocked> {
  const keyFile = readKeyFile(join(folder, ledgerFiles.keys), environment)
  requirePatience(folder, environment)
  const recovery = normaliseRecoveryKey(passphrase)
  for (const slot of keyFile.slots) {
    if (slot.kind === 'recovery' && recovery === null) continue
    const key = await openSlot(
      keyFile.ledger,
      slot,
      slot.kind === 'recovery' && recovery !== null ? recovery : passphrase,
    )
    if (key === null) continue
    forgetWrong(folder, environment)
    return { ledgerId: keyFile.ledger, key }
  }
  countWrong(folder, environment)
  return fail('wrongPassword')
}

/**
 * Turns a passphrase (or the recovery key) into the ledger's key, without opening the ledger. Takes
 * about half a second a slot, in the thread pool. Errors: `keysMissing`, `keysDamaged`,
 * `wrongPassword`, `tooManyPasswordAttempts` {seconds}.
 */
export function unlockLedger(options: {
  readonly path: string
  readonly passphrase: string
  readonly environment: Environment
}): Promise<Result<Unlocked>> {
  return attemptAsync(() => unlock(options.path, options.passphrase, options.environment))
}
