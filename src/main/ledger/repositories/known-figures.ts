import type { Cell } from '../../../shared/cell/cell.ts'
import type { StatisticQuery } from '../../../shared/statistics/definition.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fail } from '../failures.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

/** A number that was said outside (domain §6, 既に出た数字). */
export interface StoredFigure {
  readonly saidOn: Day
  readonly occasion: string
  readonly query: StatisticQuery
  readonly cell: Cell
  readonly sentence: string
}

/** The newest first. */
export function listFigures(
  reader: LedgerReader,
  most: number,
): readonly (StoredFigure & { readonly id: string; readonly revision: number })[] {
  return reader
    .all(
      build
        .selectFrom('known_figure')
        .select(['id', 'revision', 'said_on', 'occasion', 'query', 'cell', 'sentence'])
        .orderBy('said_on', 'desc')
        .orderBy('key', 'desc')
        .limit(most),
    )
    .map((row) => ({
      id: row.id,
      revision: row.revision,
      saidOn: row.said_on,
      occasion: row.occasion,
      // Both columns are only written by this file, from these types.
      query: JSON.parse(row.query) as StatisticQuery,
      cell: JSON.parse(row.cell) as Cell,
      sentence: row.sentence,
    }))
}

export function insertFigure(write: LedgerWriter, figure: StoredFigure): string {
  return write.insert('known_figure', {
    said_on: figure.saidOn,
    occasion: figure.occasion,
    query: JSON.stringify(figure.query),
    cell: JSON.stringify(figure.cell),
    sentence: figure.sentence,
  }).id
}

/** Stops with `notFound` or `conflict`. */
export function removeFigure(write: LedgerWriter, id: string, seen: number): void {
  const row = write.get(build.selectFrom('known_figure').select('id').where('id', '=', id))
  if (row === undefined) fail('notFound', { table: 'known_figure', id })
  write.remove('known_figure', id, seen)
}
