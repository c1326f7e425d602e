import type { CodeMerge } from '../../../shared/codes/code-book.ts'
import type { CodeAlias, CodeItem, CodeList, CodeLists } from '../../../shared/codes/code-list.ts'
import { codeListsSchema } from '../../../shared/codes/schema.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'
import { readSetting } from './settings.ts'

/** The ages of 8050, as a setting of their own. */
export const household8050Setting = 'codes.household8050'

/** Writes the code lists of a new ledger. */
export function insertCodeLists(write: LedgerWriter, codeLists: CodeLists): void {
  for (const list of codeLists.lists) insertList(write, list, codeLists.version)
  for (const { code, label, bands } of codeLists.ageBands) {
    write.insert('age_bands', { code, label, version: codeLists.version, age_band: bands })
  }
  write.insert('setting', {
    name: household8050Setting,
    value: JSON.stringify(codeLists.household8050),
  })
}

function insertList(write: LedgerWriter, list: CodeList, version: number): void {
  const { code, label, choice, groups, items } = list
  const { key } = write.insert('code_list', { code, label, choice, groups, version })
  items.forEach((item, position) => {
    write.insert('code_item', {
      code_list_key: key,
      position,
      since_version: version,
      merged_into: null,
      ...itemColumns(item),
    })
  })
}

/** An item as its row and its other spellings, without its place in the list. */
export function itemColumns(item: CodeItem) {
  return {
    code: item.code,
    label: item.label,
    kana: item.kana,
    roll_up: item.group,
    with_text: item.withText ? 1 : 0,
    valid_from: item.validFrom,
    retired_on: item.validTo,
    code_alias: item.aliases.map(({ text, also }) => ({
      text,
      also_list: also?.list ?? null,
      also_code: also?.code ?? null,
    })),
  }
}

/**
 * The code lists with the ledger's own labels, in printing order; retired codes are among them. The version
 * rises with every change of any list. Stops with a ZodError when the ledger holds none: every ledger
 * gets them when it is made.
 */
export function readCodeLists(reader: LedgerReader): CodeLists {
  const lists = reader.all(
    build
      .selectFrom('code_list')
      .select(['key', 'code', 'label', 'choice', 'groups', 'version'])
      .orderBy('key'),
  )
  const itemsByList = readItems(reader)
  const bands = readAgeBands(reader)
  const versions = [...lists, ...bands].map(({ version }) => version)
  return codeListsSchema.parse({
    version: versions.reduce((sum, version) => sum + version - 1, 1),
    lists: lists.map(({ key, code, label, choice, groups }) => ({
      code,
      label,
      choice,
      groups,
      items: itemsByList.get(key) ?? [],
    })),
    ageBands: bands.map(({ code, label, bands: rows }) => ({ code, label, bands: rows })),
    household8050: readSetting(reader, household8050Setting)?.value,
  })
}

function readItems(reader: LedgerReader): ReadonlyMap<number, readonly CodeItem[]> {
  const aliases = Map.groupBy(
    reader.all(build.selectFrom('code_alias').selectAll().orderBy('code_item_key').orderBy('position')),
    (alias) => alias.code_item_key,
  )
  const rows = reader.all(
    build
      .selectFrom('code_item')
      .select([
        'key',
        'code_list_key',
        'code',
        'label',
        'kana',
        'roll_up',
        'with_text',
        'valid_from',
        'retired_on',
        'merged_into',
      ])
      .orderBy('code_list_key')
      .orderBy('position')
      .orderBy('key'),
  )
  const items = new Map<number, CodeItem[]>()
  for (const row of rows) {
    const list = items.get(row.code_list_key) ?? []
    items.set(row.code_list_key, list)
    list.push({
      code: row.code,
      label: row.label,
      kana: row.kana,
      group: row.roll_up,
      aliases: (aliases.get(row.key) ?? []).map(
        ({ text, also_list, also_code }): CodeAlias => ({
          text,
          also: also_list === null || also_code === null ? null : { list: also_list, code: also_code },
        }),
      ),
      withText: row.with_text === 1,
      validFrom: row.valid_from,
      validTo: row.retired_on,
      mergedInto: row.merged_into,
    })
  }
  return items
}

function readAgeBands(reader: LedgerReader) {
  const bands = Map.groupBy(
    reader.all(build.selectFrom('age_band').selectAll().orderBy('age_bands_key').orderBy('position')),
    (band) => band.age_bands_key,
  )
  return reader
    .all(build.selectFrom('age_bands').select(['key', 'code', 'label', 'version']).orderBy('key'))
    .map(({ key, ...row }) => ({
      ...row,
      bands: (bands.get(key) ?? []).map(({ code, label, low, high }) => ({ code, label, low, high })),
    }))
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
