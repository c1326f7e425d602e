import type { PaperDraft, PaperSettings } from '../../../shared/paper/draft.ts'
import { fail } from '../failures.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter, RowReference } from '../writer.ts'

export interface StoredPaper extends PaperDraft {
  /** UTC instants. */
  readonly createdAt: string
  readonly updatedAt: string
}

const columns = ['id', 'revision', 'settings', 'edits', 'created_at', 'updated_at'] as const

function paperOf(row: {
  readonly id: string
  readonly revision: number
  readonly settings: string
  readonly edits: string
  readonly created_at: string
  readonly updated_at: string
}): StoredPaper {
  // Both columns are only written by this file, from these types.
  const settings = JSON.parse(row.settings) as PaperSettings
  const edits = JSON.parse(row.edits) as PaperDraft['edits']
  const { id, revision, created_at: createdAt, updated_at: updatedAt } = row
  return { id, revision, settings, edits, createdAt, updatedAt }
}

/** Papers being written, the one changed last first. */
export function listPapers(reader: LedgerReader): readonly StoredPaper[] {
  return reader
    .all(build.selectFrom('paper').select(columns).orderBy('updated_at', 'desc').orderBy('key', 'desc'))
    .map(paperOf)
}

/** A paper by id, or null. */
export function readPaper(reader: LedgerReader, id: string): StoredPaper | null {
  const row = reader.get(build.selectFrom('paper').select(columns).where('id', '=', id))
  return row === undefined ? null : paperOf(row)
}

/** `at` is a UTC instant. */
export function insertPaper(write: LedgerWriter, settings: PaperSettings, at: string): RowReference {
  return write.insert('paper', {
    template: settings.template,
    settings: JSON.stringify(settings),
    edits: '{}',
    created_at: at,
    updated_at: at,
  })
}

/** Stops with `notFound`, or `conflict` when the paper is no longer at the revision `seen`. */
export function updatePaper(
  write: LedgerWriter,
  id: string,
  seen: number,
  change: { readonly settings?: PaperSettings; readonly edits?: PaperDraft['edits'] },
  at: string,
): RowReference {
  if (readPaper(write, id) === null) return fail('notFound', { table: 'paper', id })
  return write.update('paper', id, seen, {
    ...(change.settings === undefined
      ? {}
      : { settings: JSON.stringify(change.settings), template: change.settings.template }),
    ...(change.edits === undefined ? {} : { edits: JSON.stringify(change.edits) }),
    updated_at: at,
  })
}

export function removePaper(write: LedgerWriter, id: string, seen: number): void {
  write.remove('paper', id, seen)
}
