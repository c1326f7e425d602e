import { z } from 'zod'
import type { CodeMerge } from '../../../shared/codes/code-book.ts'
import type { CodeItem, CodeList, CodeLists } from '../../../shared/codes/code-list.ts'
import { codeListsSchema } from '../../../shared/codes/schema.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

/** Beside the tables (codes, labels, roll-ups): how codes are typed and read, and the bands of ages. */
const settingName = 'codes.reading'

const readingSchema = z.object({
  version: z.number(),
  ageBands: z.unknown(),
  household8050: z.unknown(),
  lists: z.record(
    z.string(),
    z.object({
      groups: z.string().nullable(),
      items: z.record(z.string(), z.record(z.string(), z.unknown())),
    }),
  ),
})

/** Writes the code lists of a new ledger. */
export function insertCodeLists(write: LedgerWriter, codeLists: CodeLists): void {
  for (const list of codeLists.lists) insertList(write, list, codeLists.version)
  const { version, ageBands, household8050 } = codeLists
  const lists = Object.fromEntries(
    codeLists.lists.map(({ code, groups, items }) => [
      code,
      { groups, items: Object.fromEntries(items.map((item) => [item.code, readingOf(item)])) },
    ]),
  )
  const value = JSON.stringify({ version, ageBands, household8050, lists })
  write.insert('setting', { name: settingName, value })
}

function insertList(write: LedgerWriter, list: CodeList, version: number): void {
  const { code, label, choice, items } = list
  const { key } = write.insert('code_list', { code, label, choice, version })
  items.forEach((item, position) => {
    write.insert('code_item', {
      code_list_key: key,
      code: item.code,
      label: item.label,
      roll_up: item.group,
      position,
      since_version: version,
      retired_on: item.validTo,
      merged_into: null,
    })
  })
}

/** What the table of items has no column for. */
function readingOf({ kana, aliases, withText, validFrom }: CodeItem) {
  return { kana, aliases, withText, validFrom }
}

/**
 * The code lists with the ledger's own labels, in printing order; retired codes are among them. Stops
 * with a ZodError when the ledger holds none: every ledger gets them when it is made.
 */
export function readCodeLists(reader: LedgerReader): CodeLists {
  const setting = reader.get(build.selectFrom('setting').select('value').where('name', '=', settingName))
  const reading = readingSchema.parse(JSON.parse(setting?.value ?? 'null'))
  const items = reader.all(
    build
      .selectFrom('code_item')
      .innerJoin('code_list', 'code_list.key', 'code_item.code_list_key')
      .select(['code_list.code as list', 'code_item.code', 'code_item.label', 'roll_up', 'retired_on'])
      .orderBy('code_list.key')
      .orderBy('code_item.position'),
  )
  const itemsByList = Map.groupBy(items, (item) => item.list)
  const lists = reader.all(build.selectFrom('code_list').select(['code', 'label', 'choice']).orderBy('key'))
  return codeListsSchema.parse({
    version: reading.version,
    ageBands: reading.ageBands,
    household8050: reading.household8050,
    lists: lists.map(({ code, label, choice }) => ({
      code,
      label,
      choice,
      groups: reading.lists[code]?.groups ?? null,
      items: (itemsByList.get(code) ?? []).map((item) => ({
        ...reading.lists[code]?.items[item.code],
        code: item.code,
        label: item.label,
        group: item.roll_up,
        validTo: item.retired_on,
      })),
    })),
  })
}

/** Codes that now stand for another one: a map, the records stay (domain §8). */
export function readCodeMerges(reader: LedgerReader): readonly CodeMerge[] {
  const rows = reader.all(
    build
      .selectFrom('code_item')
      .innerJoin('code_list', 'code_list.key', 'code_item.code_list_key')
      .select(['code_list.code as list', 'code_item.code as from', 'merged_into'])
      .where('merged_into', 'is not', null)
      .orderBy('code_item.key'),
  )
  return rows.map(({ list, from, merged_into }) => ({ list, from, into: merged_into ?? from }))
}
