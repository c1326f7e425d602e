import type { ExploreChoices } from '../../../shared/explore/choices.ts'
import { fail } from '../failures.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

export interface StoredFavourite {
  readonly id: string
  readonly revision: number
  readonly name: string
  readonly choices: ExploreChoices
}

const columns = ['id', 'revision', 'name', 'choices'] as const

function favouriteOf(row: {
  readonly id: string
  readonly revision: number
  readonly name: string
  readonly choices: string
}): StoredFavourite {
  // The column is only written by this file, from this type.
  return { ...row, choices: JSON.parse(row.choices) as ExploreChoices }
}

/** お気に入り in their own order. */
export function listFavourites(reader: LedgerReader): readonly StoredFavourite[] {
  return reader
    .all(build.selectFrom('favourite').select(columns).orderBy('position').orderBy('key'))
    .map(favouriteOf)
}

/** Stops with `notFound`. */
export function readFavourite(reader: LedgerReader, id: string): StoredFavourite {
  const row = reader.get(build.selectFrom('favourite').select(columns).where('id', '=', id))
  return row === undefined ? fail('notFound', { table: 'favourite', id }) : favouriteOf(row)
}

/** Puts it at the end of the list. */
export function insertFavourite(write: LedgerWriter, name: string, choices: ExploreChoices): string {
  const last = write.get(build.selectFrom('favourite').select((sql) => sql.fn.max('position').as('position')))
  const position = (last?.position ?? 0) + 1
  return write.insert('favourite', { name, choices: JSON.stringify(choices), position }).id
}

export function renameFavourite(write: LedgerWriter, id: string, seen: number, name: string): void {
  readFavourite(write, id)
  write.update('favourite', id, seen, { name })
}

export function removeFavourite(write: LedgerWriter, id: string, seen: number): void {
  readFavourite(write, id)
  write.remove('favourite', id, seen)
}

/** Changes places with its neighbour; the first stays first, the last last. */
export function moveFavourite(write: LedgerWriter, id: string, seen: number, to: 'up' | 'down'): void {
  const rows = write.all(
    build.selectFrom('favourite').select(['id', 'revision', 'position']).orderBy('position').orderBy('key'),
  )
  const at = rows.findIndex((row) => row.id === id)
  const own = rows[at]
  if (own === undefined) fail('notFound', { table: 'favourite', id })
  const other = rows[to === 'up' ? at - 1 : at + 1]
  if (own === undefined || other === undefined) return
  write.update('favourite', id, seen, { position: other.position })
  write.update('favourite', other.id, other.revision, { position: own.position })
}
