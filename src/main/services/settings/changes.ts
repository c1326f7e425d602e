import { z } from 'zod'
import type { SettingChange } from '../../../shared/contract/schemas/code-settings.ts'
import type { EntityTable } from '../../ledger/history/entities.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { historyOfRow } from '../../ledger/repositories/history-list.ts'

const imageSchema = z.object({
  columns: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  children: z.record(z.string(), z.array(z.array(z.union([z.string(), z.number(), z.null()])))),
})

/** Every change of a row, newest first, with what it was called before and after (at most 200). */
export function changesOf(reader: LedgerReader, table: EntityTable, id: string): SettingChange[] {
  return historyOfRow(reader, table, id)
    .filter(({ change }) => change !== 'none')
    .map(({ sequence, at, who, action, before, after }) => ({
      sequence,
      at,
      who,
      action,
      before: nameIn(table, before),
      after: nameIn(table, after),
    }))
    .toReversed()
    .slice(0, 200)
}

/** The newest name in an image: of its own column, or the last of its names with dates. */
function nameIn(table: EntityTable, text: string | null): string | null {
  if (text === null) return null
  const image = imageSchema.safeParse(JSON.parse(text))
  if (!image.success) return null
  const { columns, children } = image.data
  const name = columns.label ?? columns.name ?? children[`${table}_name`]?.at(-1)?.[1] ?? columns.statistic
  return name === undefined || name === null ? null : String(name).slice(0, 200)
}
