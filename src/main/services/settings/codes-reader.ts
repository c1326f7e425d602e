import type { CodeLists } from '../../../shared/codes/code-list.ts'
import { fixedLists, heldBecause } from '../../../shared/codes/edit-list.ts'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { SettingsBands, SettingsList, Uses } from '../../../shared/contract/schemas/code-settings.ts'
import { neededCodes } from '../../../shared/statistics/catalogue/needed-codes.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { codeUses } from '../../ledger/repositories/code-uses.ts'
import type { ReaderHandlers } from '../contexts.ts'
import { changesOf } from './changes.ts'

/** 区分: the lists with what a change of them needs. */
export const codeSettingsReader = {
  'settings.codes': (_input, { ledger }) => {
    const codes = readCodeLists(ledger)
    return {
      version: codes.version,
      lists: settingsLists(ledger, codes),
      ageBands: settingsBands(ledger, codes),
    }
  },
  'settings.codeItem': ({ list, code }, { ledger }) => {
    const row = itemRow(ledger, list, code)
    if (row === undefined) throw new AppFailure(appError('notFound', { what: 'code_item', id: code }, 'code'))
    return { uses: usesOfCode(ledger, list, code), changes: changesOf(ledger, 'code_item', row.id) }
  },
  'settings.changes': ({ table, id }, { ledger }) => ({ changes: changesOf(ledger, table, id) }),
} satisfies Pick<ReaderHandlers, 'settings.codes' | 'settings.codeItem' | 'settings.changes'>

export function usesOfCode(reader: LedgerReader, list: string, code: string): Uses {
  const years = codeUses(reader, list, code)
  return { total: years.reduce((sum, { count }) => sum + count, 0), years: plain(years) }
}

const itemRow = (reader: LedgerReader, list: string, code: string) =>
  reader.get(
    build
      .selectFrom('code_item')
      .innerJoin('code_list', 'code_list.key', 'code_item.code_list_key')
      .select('code_item.id')
      .where('code_list.code', '=', list)
      .where('code_item.code', '=', code),
  )

function settingsLists(reader: LedgerReader, { lists }: CodeLists): SettingsList[] {
  const rows = new Map(
    reader
      .all(
        build
          .selectFrom('code_item')
          .innerJoin('code_list', 'code_list.key', 'code_item.code_list_key')
          .select([
            'code_item.id',
            'code_item.revision',
            'code_item.code',
            'code_item.since_version as sinceVersion',
            'code_list.code as list',
          ]),
      )
      .map(({ list, code, ...row }) => [`${list}/${code}`, row]),
  )
  const heads = new Map(
    reader
      .all(build.selectFrom('code_list').select(['id', 'code', 'version']))
      .map(({ code, ...head }) => [code, head]),
  )
  return lists.flatMap((list): SettingsList[] => {
    const head = heads.get(list.code)
    if (head === undefined) return []
    const needed = neededCodes(list.code)
    return [
      {
        ...head,
        code: list.code,
        label: list.label,
        choice: list.choice,
        groups: list.groups,
        fixed: fixedLists.has(list.code),
        items: list.items.flatMap((item) => {
          const row = rows.get(`${list.code}/${item.code}`)
          return row === undefined
            ? []
            : [{ ...plain(item), ...row, held: heldBecause(list.code, item.code, needed) }]
        }),
      },
    ]
  })
}

function settingsBands(reader: LedgerReader, codes: CodeLists): SettingsBands[] {
  const rows = new Map(
    reader
      .all(build.selectFrom('age_bands').select(['id', 'revision', 'code', 'version']))
      .map(({ code, ...row }) => [code, row]),
  )
  return codes.ageBands.flatMap(({ code, label, bands }): SettingsBands[] => {
    const row = rows.get(code)
    return row === undefined ? [] : [{ ...row, code, label, bands: plain(bands).slice() }]
  })
}
