import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import type { BackendHandlers } from '../services/contexts.ts'
import { demonstrationPath } from '../services/data-folder.ts'
import type { Jobs } from './jobs.ts'
import type { LedgerSession } from './session.ts'
import type { PoolTask } from './worker-pool.ts'

export interface SessionHandlerOptions {
  readonly session: LedgerSession
  readonly jobs: Jobs
  readonly dataFolder: string
  /** The pool's view of the request under way. */
  readonly taskOf: (context: object) => PoolTask
  /** Settles when what the door opens by itself is open, or could not be opened. */
  readonly begun: () => Promise<unknown>
}

type SessionRequests =
  | 'jobs.cancel'
  | 'ledger.create'
  | 'ledger.createDemo'
  | 'ledger.open'
  | 'ledger.openDemo'
  | 'ledger.close'
  | 'ledger.status'
  | 'ledger.backups'
  | 'ledger.restore'
  | 'staff.list'
  | 'staff.choose'

/** Requests about the open ledger itself, and about who works on it. */
export function sessionHandlers(options: SessionHandlerOptions): Pick<BackendHandlers, SessionRequests> {
  const { session, jobs, taskOf, begun } = options
  const usualDemonstration = demonstrationPath(options.dataFolder)
  return {
    'jobs.cancel': ({ jobId }) => ({ cancelled: jobs.cancel(jobId) }),
    'ledger.create': async ({ folder, name, passphrase, staffName }, context) => {
      const { recoveryKey, ...made } = await session.create(
        {
          kind: 'empty',
          path: path.join(context.shelf.folder(folder), `${safeFolderName(name)}.daicho`),
          name,
          passphrase,
          staff: staffName,
        },
        taskOf(context),
      )
      if (recoveryKey === null) throw new Error('A ledger with a password has a recovery key')
      return { ...made, recoveryKey }
    },
    'ledger.createDemo': async ({ folder }, context) => {
      const target =
        folder === null
          ? usualDemonstration
          : path.join(context.shelf.folder(folder), path.basename(usualDemonstration))
      return await createDemonstration(session, target, taskOf(context))
    },
    'ledger.open': (input, context) => session.open(input, taskOf(context)),
    'ledger.openDemo': (_input, context) => openDemonstration(session, usualDemonstration, taskOf(context)),
    'ledger.close': async () => {
      await session.close()
      return {}
    },
    'ledger.status': async () => {
      // The page is there before the ledger: it shows that it waits, not a start screen for a moment.
      await begun()
      return { ledger: session.status() }
    },
    'ledger.backups': async ({ path: ledger }) => ({ backups: [...(await session.backups(ledger))] }),
    'ledger.restore': (input, context) => session.restore(input, taskOf(context)),
    'staff.list': () => ({ staff: [...session.staffList()], chosen: session.staff?.id ?? null }),
    'staff.choose': ({ id }) => session.chooseStaff(id),
  }
}

/**
 * Opens the demonstration ledger of the data folder, making it when it is not there. When another copy of
 * the tool works on it, it is opened for reading beside that one.
 */
export async function openDemonstration(session: LedgerSession, folder: string, task: PoolTask) {
  if (!existsSync(folder)) {
    try {
      return await createDemonstration(session, folder, task)
    } catch (error) {
      // Another copy made it at the same moment.
      if (!(error instanceof AppFailure && error.appError.code === 'ledgerExists')) throw error
    }
  }
  try {
    return await session.open({ path: folder, passphrase: null, readOnly: false }, task)
  } catch (error) {
    const code = error instanceof AppFailure ? error.appError.code : null
    if (code !== 'ledgerInUse' && code !== 'ledgerReadOnly') throw error
    return await session.open({ path: folder, passphrase: null, readOnly: true }, task)
  }
}

async function createDemonstration(session: LedgerSession, folder: string, task: PoolTask) {
  const { ledger, failure } = await session.create({ kind: 'demonstration', path: folder }, task)
  if (failure !== null) throw new AppFailure(failure)
  return ledger
}

/** A name that every system takes for a folder. @throws AppFailure `invalidValue` when nothing is left of it. */
export function safeFolderName(name: string): string {
  const safe = name
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, '')
    .replace(/[. ]+$/, '')
    .trim()
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe)
  if (safe === '' || reserved || Buffer.byteLength(safe) > 200) {
    throw new AppFailure(appError('invalidValue', { value: name }, 'name'))
  }
  return safe
}
