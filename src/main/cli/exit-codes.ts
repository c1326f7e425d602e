import type { ErrorCode } from '../../shared/contract/errors.ts'
import { type ExitCode, exitCodes } from './command.ts'

const cannotOpen: ReadonlySet<ErrorCode> = new Set([
  'ledgerNotFound',
  'notALedger',
  'ledgerFileEmpty',
  'ledgerFileMissing',
  'keysMissing',
  'keysDamaged',
  'wrongPassword',
  'tooManyPasswordAttempts',
  'ledgerNewer',
  'ledgerOlder',
  'ledgerDamaged',
  'historyTailLost',
  'historyBroken',
  'anchorMissing',
  'anchorDamaged',
  'ledgerInUse',
  'ledgerOnNetwork',
  'ledgerInSyncedFolder',
  'ledgerReadOnly',
  'noLedgerOpen',
  'migrationFailed',
])

/** What the PC, not the caller, is to blame for. */
const outside: ReadonlySet<ErrorCode> = new Set([
  'diskFull',
  'fileHeldOpen',
  'inputOutput',
  'backupFailed',
  'backupNotGood',
  'missingGlyphs',
  'cancelled',
  'workerStopped',
  'busy',
  'internal',
])

/** The exit code of an error: 3 the ledger cannot be opened, 4 the PC or a bug, 2 everything that was asked wrongly. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  if (cannotOpen.has(code)) return exitCodes.cannotOpen
  if (outside.has(code)) return exitCodes.internal
  return exitCodes.wrongUse
}
