import { ZodError } from 'zod'
import type { CodeItem, CodeList, CodeLists } from '../../../shared/codes/code-list.ts'
import { cleanBands } from '../../../shared/codes/edit-bands.ts'
import {
  checkMerge,
  cleanItem,
  fixedLists,
  heldBecause,
  newItemCode,
} from '../../../shared/codes/edit-list.ts'
import { AppFailure, appError, type Result } from '../../../shared/contract/errors.ts'
import { neededCodes } from '../../../shared/statistics/catalogue/needed-codes.ts'
import { heldWords } from '../../../shared/words/settings.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import { build } from '../../ledger/query.ts'
import { itemColumns, readCodeLists, readCodeMerges } from '../../ledger/repositories/code-lists.ts'
import { act } from '../act.ts'
import type { WriterHandlers } from '../contexts.ts'

/** The value of a rule's answer, or its error thrown. @throws AppFailure */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new AppFailure(result.error)
  return result.value
}

/** 区分: each request one action; the version of the list rises with it, so that papers can name it. */
export const codeSettingsWriter = {
  'settings.saveItem': (input, context) =>
    act(context, 'settings.saveItem', input, (write) => {
      const { list, lists } = listOf(write, input.list)
      return input.id === null
        ? addItem(write, lists, list, input.item)
        : changeItem(write, lists, list, input.id, input.revision, input.item)
    }),
  'settings.orderItems': (input, context) => {
    act(context, 'settings.orderItems', input, (write) => {
      const { list } = listOf(write, input.list)
      const rows = itemRows(write, list.code)
      const known = new Set(rows.map(({ id }) => id))
      const whole = new Set(input.ids).size === rows.length && input.ids.every((id) => known.has(id))
      // An order seen before an item came or went.
      if (!whole) throw new AppFailure(appError('conflict', { table: 'code_list', id: list.code }, 'ids'))
      for (const row of rows) {
        write.update('code_item', row.id, row.revision, { position: input.ids.indexOf(row.id) })
      }
      raiseVersion(write, list.code)
      return null
    })
    return {}
  },
  'settings.mergeItem': (input, context) =>
    act(context, 'settings.mergeItem', input, (write) => {
      const { list, item } = itemById(write, input.id)
      if (input.into !== null) {
        refuseHeld(list, item)
        must(checkMerge(list, readCodeMerges(write), item.code, input.into))
      }
      const saved = write.update('code_item', input.id, input.revision, { merged_into: input.into })
      raiseVersion(write, list.code)
      return { id: saved.id, revision: saved.revision }
    }),
  'settings.saveBands': (input, context) =>
    act(context, 'settings.saveBands', input, (write) => {
      const row = write.get(
        build.selectFrom('age_bands').select(['code', 'version']).where('id', '=', input.id),
      )
      if (row === undefined)
        throw new AppFailure(appError('notFound', { table: 'age_bands', id: input.id }, 'id'))
      const before = readCodeLists(write).ageBands.find(({ code }) => code === row.code)?.bands ?? []
      const bands = must(cleanBands(input.bands, before))
      const saved = write.update('age_bands', input.id, input.revision, {
        age_band: bands.map((band) => ({ ...band })),
        version: row.version + 1,
      })
      proveReadable(write)
      return { id: saved.id, revision: saved.revision }
    }),
} satisfies Pick<
  WriterHandlers,
  'settings.saveItem' | 'settings.orderItems' | 'settings.mergeItem' | 'settings.saveBands'
>

type Edit = Pick<CodeItem, 'label' | 'kana' | 'group' | 'aliases' | 'withText' | 'validFrom'>

function addItem(write: LedgerWriter, lists: CodeLists, list: CodeList, edit: Edit) {
  if (fixedLists.has(list.code)) {
    throw new AppFailure(appError('codeNeeded', { item: list.label, why: heldWords.fixed }, 'list'))
  }
  const clean = must(cleanItem(list, null, edit))
  checkGroup(lists, list, clean.group)
  const head = headOf(write, list.code)
  const version = raiseVersion(write, list.code)
  // Before その他 and 不明, which close every list.
  const end = list.items.findIndex(({ code }) => code === 'other' || code === 'unknown')
  const place = end < 0 ? list.items.length : end
  const rows = itemRows(write, list.code)
  const position = rows[place]?.position ?? (rows.at(-1)?.position ?? -1) + 1
  for (const row of rows.slice(place)) {
    write.update('code_item', row.id, row.revision, { position: row.position + 1 })
  }
  const made = write.insert('code_item', {
    code_list_key: head.key,
    position,
    since_version: version,
    merged_into: null,
    ...itemColumns({ ...clean, code: newItemCode(list, version), validTo: null, mergedInto: null }),
  })
  proveReadable(write)
  return { id: made.id, revision: made.revision }
}

function changeItem(
  write: LedgerWriter,
  lists: CodeLists,
  list: CodeList,
  id: string,
  revision: number,
  edit: Edit,
) {
  const { item } = itemById(write, id)
  const clean = must(cleanItem(list, item.code, edit))
  checkGroup(lists, list, clean.group)
  if (clean.validFrom !== null && item.validTo !== null && item.validTo < clean.validFrom) {
    throw new AppFailure(appError('datesReversed', { from: clean.validFrom, to: item.validTo }, 'validFrom'))
  }
  const { code: _code, retired_on: _retired, ...columns } = itemColumns({ ...item, ...clean })
  const saved = write.update('code_item', id, revision, columns)
  if (saved.revision !== revision) raiseVersion(write, list.code)
  proveReadable(write)
  return { id: saved.id, revision: saved.revision }
}

/** A roll-up must be one of the list that holds the groups; a list without groups has none. */
function checkGroup(lists: CodeLists, list: CodeList, group: string | null): void {
  const groups = lists.lists.find(({ code }) => code === list.groups)
  const known = groups === undefined ? group === null : groups.items.some(({ code }) => code === group)
  if (!known) throw new AppFailure(appError('invalidValue', { place: 'group', value: group ?? '' }, 'group'))
}

/** @throws AppFailure `codeNeeded` where the item may be neither merged away nor deleted. */
export function refuseHeld(list: CodeList, item: CodeItem): void {
  const held = heldBecause(list.code, item.code, neededCodes(list.code))
  if (held !== null)
    throw new AppFailure(appError('codeNeeded', { item: item.label, why: heldWords[held] }, 'id'))
}

/** @throws AppFailure `notFound` */
export function listOf(
  write: LedgerWriter,
  code: string,
): { readonly list: CodeList; readonly lists: CodeLists } {
  const lists = readCodeLists(write)
  const list = lists.lists.find((one) => one.code === code)
  if (list === undefined) throw new AppFailure(appError('notFound', { table: 'code_list', id: code }, 'list'))
  return { list, lists }
}

/** @throws AppFailure `notFound` */
export function itemById(
  write: LedgerWriter,
  id: string,
): { readonly list: CodeList; readonly item: CodeItem } {
  const row = write.get(
    build
      .selectFrom('code_item')
      .innerJoin('code_list', 'code_list.key', 'code_item.code_list_key')
      .select(['code_item.code', 'code_list.code as list'])
      .where('code_item.id', '=', id),
  )
  const list = row === undefined ? undefined : listOf(write, row.list).list
  const item = list?.items.find(({ code }) => code === row?.code)
  if (list === undefined || item === undefined) {
    throw new AppFailure(appError('notFound', { table: 'code_item', id }, 'id'))
  }
  return { list, item }
}

function itemRows(write: LedgerWriter, list: string) {
  return write.all(
    build
      .selectFrom('code_item')
      .innerJoin('code_list', 'code_list.key', 'code_item.code_list_key')
      .select(['code_item.id', 'code_item.revision', 'code_item.position'])
      .where('code_list.code', '=', list)
      .orderBy('code_item.position')
      .orderBy('code_item.key'),
  )
}

function headOf(write: LedgerWriter, list: string) {
  const head = write.get(
    build.selectFrom('code_list').select(['key', 'id', 'revision', 'version']).where('code', '=', list),
  )
  if (head === undefined) throw new AppFailure(appError('notFound', { table: 'code_list', id: list }, 'list'))
  return head
}

/** Gives the new version of the list. */
export function raiseVersion(write: LedgerWriter, list: string): number {
  const { id, revision, version } = headOf(write, list)
  write.update('code_list', id, revision, { version: version + 1 })
  return version + 1
}

/**
 * Lists that could not be read again would close the whole ledger: the action is then given up.
 * @throws AppFailure `invalidValue`
 */
export function proveReadable(write: LedgerWriter): void {
  try {
    readCodeLists(write)
  } catch (error) {
    if (error instanceof ZodError)
      throw new AppFailure(appError('invalidValue', { place: 'code_list' }), { cause: error })
    throw error
  }
}
