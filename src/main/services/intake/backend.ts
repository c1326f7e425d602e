import path from 'node:path'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { BackendHandlers } from '../contexts.ts'

/** How often a book is compared anew when somebody writes meanwhile. */
const attempts = 3

/** What asks the thread of 取込, the writer and the files in turn. */
export const intakeBackend = {
  'intake.open': ({ file, fiscalYear }, context) =>
    context.ask('intake', 'intake.openFile', { file: context.shelf.chosen(file), fiscalYear }),
  'intake.apply': async ({ session, actionId, withdrawGone }, context) => {
    const done = await context.ask('intake', 'intake.done', { actionId })
    if (done !== null) return { at: done.at, accounting: done.accounting, withdrawn: done.withdrawn }
    // A copy of the ledger as it is before every import (trust, Nothing gets lost §3).
    context.progress('copying', 0, null)
    await context.ask('reader', 'backup.automatic', { reason: 'import' })
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      context.progress('comparing', 0, null)
      const { operations, accounting } = await context.ask('intake', 'intake.prepare', {
        session,
        withdrawGone,
      })
      context.stopIfCancelled()
      const written = await context.ask('writer', 'intake.write', { actionId, operations })
      if (written.kind === 'stale') continue
      return { at: written.at, accounting, withdrawn: written.withdrawn }
    }
    throw new AppFailure(appError('busy'))
  },
  'intake.annotated': async ({ session, folder }, context) => {
    const target = context.shelf.folder(folder)
    context.progress('writing', 0, null)
    const { file, sha256, marks } = await context.ask('intake', 'intake.annotate', {
      session,
      folder: target,
    })
    const handle = context.shelf.addWritten(file)
    return { file: { handle, path: file, name: path.basename(file), sha256 }, marks }
  },
} satisfies Pick<BackendHandlers, 'intake.open' | 'intake.apply' | 'intake.annotated'>
