import { failure, ok, type Result } from '../../../shared/contract/errors.ts'
import { attempt } from '../failures.ts'
import { writerInternals } from '../internals.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'

/** A half-filled entry: never counted, and not part of the history (each keystroke would stay for ever). */
export interface Draft {
  readonly id: string
  /** What is being entered: `consultation`. */
  readonly kind: string
  /** The row that is being changed; null for a new one. */
  readonly targetId: string | null
  readonly staff: string
  readonly content: unknown
  readonly updatedAt: string
  readonly revision: number
}

export function listDrafts(reader: LedgerReader, kind: string): readonly Draft[] {
  const rows = reader.all(
    build
      .selectFrom('draft')
      .select([
        'id',
        'kind',
        'target_id as targetId',
        'staff',
        'content',
        'updated_at as updatedAt',
        'revision',
      ])
      .where('kind', '=', kind)
      .orderBy('updated_at', 'desc')
      .orderBy('key', 'desc'),
  )
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) }))
}

/**
 * Keeps a half-filled entry; on the disk when it answers. Makes it when `revision` is 0. Gives the new
 * revision, or `conflict` {table, id, seen, current}.
 */
export function saveDraft(ledger: Ledger, draft: Draft): Result<number> {
  const { connection } = writerInternals(ledger)
  const saved = attempt(() =>
    connection
      .prepare<unknown[], { revision: number }>(
        `INSERT INTO draft (id, kind, target_id, staff, content, updated_at, revision) VALUES (?, ?, ?, ?, ?, ?, 1)
         ON CONFLICT (id) DO UPDATE SET content = excluded.content, staff = excluded.staff,
           updated_at = excluded.updated_at, revision = draft.revision + 1 WHERE draft.revision = ?
         RETURNING revision`,
      )
      .get(
        draft.id,
        draft.kind,
        draft.targetId,
        draft.staff,
        JSON.stringify(draft.content ?? null),
        draft.updatedAt,
        draft.revision,
      ),
  )
  if (!saved.ok) return saved
  if (saved.value !== undefined) return ok(saved.value.revision)
  const current = ledger.get(build.selectFrom('draft').select('revision').where('id', '=', draft.id))
  return failure('conflict', {
    table: 'draft',
    id: draft.id,
    seen: draft.revision,
    current: current?.revision ?? 0,
  })
}

/** Forgets a half-filled entry, after it was saved or given up; nothing happens when there is none. */
export function removeDraft(ledger: Ledger, id: string): Result<null> {
  const { connection } = writerInternals(ledger)
  return attempt(() => {
    connection.prepare('DELETE FROM draft WHERE id = ?').run(id)
    return null
  })
}
