import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { writeFileSafely } from '../../export/files.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCases } from '../../ledger/repositories/cases.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { iterateConsultations } from '../../ledger/repositories/iterate-consultations.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { readLedgerFacts } from '../../ledger/repositories/settings.ts'
import type { TaskContext } from '../contexts.ts'
import { readCity } from '../ledger-content/settings.ts'
import { type RecordContext, recordColumns } from './columns.ts'
import { recordsCsv } from './csv.ts'

export interface WrittenRecords {
  readonly path: string
  readonly sha256: string
  readonly rows: number
}

/**
 * Writes all consultations as CSV (documents §4), piece by piece: memory does not grow with the ledger, and
 * the file is there whole or not at all. Rows are those of one moment: an open read keeps its state.
 *
 * @throws AppFailure folderMissing, folderNotWritable (also for a place inside a ledger), diskFull,
 * fileHeldOpen, fileExists, inputOutput, cancelled
 */
export async function writeRecords(
  reader: LedgerReader,
  file: string,
  task: Pick<TaskContext, 'progress' | 'stopIfCancelled'>,
): Promise<WrittenRecords> {
  const target = path.resolve(file)
  refuseLedgerFolder(target)
  const columns = recordColumns(readContext(reader))
  const hash = createHash('sha256')
  let rows = 0
  function* bytes(): Generator<Uint8Array> {
    for (const piece of recordsCsv(columns, iterateConsultations(reader))) {
      task.stopIfCancelled()
      rows += piece.rows
      task.progress('writing', rows, null)
      const encoded = Buffer.from(piece.text, 'utf8')
      hash.update(encoded)
      yield encoded
    }
  }
  await writeFileSafely(target, bytes())
  return { path: target, sha256: hash.digest('hex'), rows }
}

/**
 * A file there could replace the ledger itself, or lie among what backups compare. Links are followed: a
 * harmless name may lead into a ledger.
 */
function refuseLedgerFolder(target: string): void {
  const folder = path.dirname(target)
  const inside = existsSync(folder) ? realpathSync(folder) : folder
  if (`${folder}${path.sep}${inside}`.split(path.sep).some((part) => /\.daicho$/i.test(part))) {
    throw new AppFailure(appError('folderNotWritable', { folder }, 'folder'))
  }
}

function readContext(reader: LedgerReader): RecordContext {
  const city = readCity(reader)
  return {
    city: city?.name ?? '',
    areaCode: city?.areaCode ?? '',
    fictional: readLedgerFacts(reader).fictional,
    parties: readParties(reader),
    cases: readCases(reader),
    codeLists: readCodeLists(reader),
  }
}
