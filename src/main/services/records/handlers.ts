import { existsSync } from 'node:fs'
import path from 'node:path'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { recordsWords } from '../../../shared/words/records.ts'
import { readLedgerFacts } from '../../ledger/repositories/settings.ts'
import type { BackendContext, BackendHandlers, ReaderContext } from '../contexts.ts'
import { type WrittenRecords, writeRecords } from './write-records.ts'

/** Steps in a reader worker. */
export const recordsReaderTasks = {
  /** Writes the records into a folder under a free name. */
  'records.write': (
    { folder, day }: { readonly folder: string; readonly day: string },
    context: ReaderContext,
  ): Promise<WrittenRecords> => {
    const { fictional } = readLedgerFacts(context.ledger)
    return writeRecords(context.ledger, freePath(folder, day, fictional), context)
  },
}

/** `records.export`: consultations as CSV into a folder that the user chose. */
export const recordsBackend = {
  'records.export': async ({ folder }, context: BackendContext) => {
    const day = dayInJapan(context.now())
    const written = await context.ask('reader', 'records.write', {
      folder: context.shelf.folder(folder),
      day,
    })
    const file = {
      handle: context.shelf.addWritten(written.path),
      path: written.path,
      name: path.basename(written.path),
      sha256: written.sha256,
    }
    return { file, rows: written.rows }
  },
} satisfies Pick<BackendHandlers, 'records.export'>

/** `20250331_相談記録_架空の数値.csv`; a file that is there already is never replaced. */
function freePath(folder: string, day: string, fictional: boolean): string {
  for (let count = 1; ; count += 1) {
    const name = path.join(folder, recordsWords.fileName(day.replaceAll('-', ''), fictional, count))
    if (!existsSync(name)) return name
  }
}
