import type { BackupEntry } from '../../shared/contract/schemas/ledger.ts'
import { dayInJapan } from '../../shared/time/japan.ts'
import { appErrorOf } from '../ledger/failures.ts'
import { demonstrationPassphrase } from '../ledger/keys/passphrase.ts'
import type { OpeningNotice } from '../ledger/ledger.ts'
import { checkLedger } from '../ledger/open/check.ts'
import { takeSeat } from '../ledger/open/lock.ts'
import { backupsOf } from '../services/backups.ts'
import type { TaskContext } from '../services/contexts.ts'
import { type LedgerSummary, summariseLedger } from '../services/ledger-summary.ts'
import { type LedgerKey, type LedgerSlot, unwrap } from './ledger-slot.ts'

/** Tasks by which the session opens and closes the ledger in its threads. */
export interface ReaderSessionTasks {
  readonly 'session.attach': (input: LedgerKey & { readonly withoutAnchor: boolean }) => null
  readonly 'session.detach': (input: null) => null
  readonly 'session.summary': (input: null) => LedgerSummary
  /** Looks through every page of the ledger; gives what found damage, without its detail. */
  readonly 'session.check': (input: null) => readonly string[]
  /** Needs no open ledger. */
  readonly 'session.backups': (input: {
    readonly path: string
    readonly sequence: number | null
  }) => readonly BackupEntry[]
}

export interface WriterSessionTasks {
  readonly 'session.open': (input: LedgerKey & { readonly owner: string }) => {
    readonly notices: readonly OpeningNotice[]
  }
  readonly 'session.close': (input: null) => null
  /** Why a ledger is only read: tries the seat, and gives it back. */
  readonly 'session.whyReading': (
    input: LedgerKey & {
      readonly owner: string
    },
  ) => 'inUse' | 'folder' | 'damaged' | 'asked'
  readonly 'session.restore': (input: {
    readonly backup: string
    readonly path: string
    readonly passphrase: string | null
    readonly staff: string
  }) => Promise<{ readonly kept: string | null }>
  /** Makes an empty ledger, or the demonstration one; it is not opened yet. */
  readonly 'session.create': (input: NewLedger, context: TaskContext) => Promise<MadeLedger>
}

export interface MadeLedger {
  readonly key: Uint8Array
  /** To be shown once; null for a demonstration ledger, whose password is published. */
  readonly recoveryKey: string | null
}

export type NewLedger =
  | {
      readonly kind: 'empty'
      readonly path: string
      readonly name: string
      readonly passphrase: string
      readonly staff: string
    }
  | { readonly kind: 'demonstration'; readonly path: string }

export function readerSessionTasks(slot: LedgerSlot): ReaderSessionTasks {
  return {
    'session.attach': (input) => {
      slot.openReader(input)
      return null
    },
    'session.detach': () => {
      slot.close()
      return null
    },
    'session.summary': () => summariseLedger(slot.reader(), dayInJapan(new Date())),
    'session.check': () => [...new Set(checkLedger(slot.reader()).map(({ check }) => check))],
    'session.backups': ({ path, sequence }) => backupsOf(path, sequence),
  }
}

export function writerSessionTasks(slot: LedgerSlot): WriterSessionTasks {
  return {
    'session.open': (input) => ({ notices: slot.openWriter(input) }),
    'session.close': () => {
      slot.close()
      return null
    },
    'session.whyReading': ({ path, key, owner }) => {
      try {
        takeSeat(path, owner, slot.environment).release()
        return slot.opensWhole({ path, key }) ? 'asked' : 'damaged'
      } catch (error) {
        const code = appErrorOf(error)?.code
        if (code === 'ledgerInUse') return 'inUse'
        if (code === 'ledgerDamaged') return 'damaged'
        if (code === undefined) throw error
        return 'folder'
      }
    },
    'session.restore': async ({ backup, path, passphrase, staff }) => {
      const { replaceLedger } = await import('../ledger/backup/restore.ts')
      const secret = { passphrase: passphrase ?? demonstrationPassphrase }
      const { environment } = slot
      const { kept } = unwrap(await replaceLedger({ backup, to: path, secret, staff, environment }))
      return { kept }
    },
    'session.create': async (input, context) => {
      context.progress('building', 0, null)
      const { environment } = slot
      const made =
        input.kind === 'empty'
          ? (await import('../services/new-ledger.ts')).createEmptyLedger({
              ...input,
              environment,
              withRecoveryKey: true,
            })
          : (await import('../services/demo/create-demonstration.ts')).createDemonstration({
              ...input,
              environment,
            })
      const { key, recoveryKey } = unwrap(await made)
      // A copy of its own memory, so that it can be moved to the backend and nothing stays here.
      const moved = new Uint8Array(key)
      key.fill(0)
      return { key: moved, recoveryKey }
    },
  }
}
