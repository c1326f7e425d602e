import type { Day } from '../time/day.ts'

/** Another spelling of an item: ℡ is 電話. `also` records what else the spelling says: 同行 is a visit with 同行支援. */
export interface CodeAlias {
  readonly text: string
  readonly also: { readonly list: string; readonly code: string } | null
}

/** One choice of a list (domain §4). The code is stable; everything else may be edited. */
export interface CodeItem {
  readonly code: string
  readonly label: string
  /** Hiragana, for choosing by typing. */
  readonly kana: string
  /** Code in the list that `groups` names: 母 → 家族, 地区 → 圏域. Null without a roll-up. */
  readonly group: string | null
  readonly aliases: readonly CodeAlias[]
  /** その他: its text is asked for. */
  readonly withText: boolean
  /** Both included, null is open. Old records keep a retired code. */
  readonly validFrom: Day | null
  readonly validTo: Day | null
  /** The code that stands for this one now, or null; a merged item is offered no more. */
  readonly mergedInto: string | null
}

export interface CodeList {
  readonly code: string
  readonly label: string
  readonly choice: 'single' | 'multiple'
  /** The list that holds the groups of this one, or null. */
  readonly groups: string | null
  /** In printing order. */
  readonly items: readonly CodeItem[]
}

/** A band of ages, both ends included; null is open. */
export interface AgeBand {
  readonly code: string
  readonly label: string
  readonly low: number | null
  readonly high: number | null
}

export interface AgeBands {
  readonly code: string
  readonly label: string
  /** Youngest first, without gaps. */
  readonly bands: readonly AgeBand[]
}

/** 8050: the person's and the parent's least ages; editable. */
export interface Household8050Rule {
  readonly minimumAge: number
  readonly parentMinimumAge: number
}

export interface CodeLists {
  readonly version: number
  readonly lists: readonly CodeList[]
  readonly ageBands: readonly AgeBands[]
  readonly household8050: Household8050Rule
}

/** 不明 and その他, the same in every list. */
export const unknownCode = 'unknown'
export const otherCode = 'other'

export function findList(lists: CodeLists, code: string): CodeList | null {
  return lists.lists.find((list) => list.code === code) ?? null
}

export function findItem(list: CodeList, code: string): CodeItem | null {
  return list.items.find((item) => item.code === code) ?? null
}

/** The items that may be chosen on a day, in printing order: begun, not retired, not merged away. */
export function itemsOn(list: CodeList, day: Day): readonly CodeItem[] {
  return list.items.filter(
    (item) =>
      item.mergedInto === null &&
      (item.validFrom === null || item.validFrom <= day) &&
      (item.validTo === null || day <= item.validTo),
  )
}

/** The label of a code of a list or of age bands; the code itself when it is not known. */
export function labelOf(lists: CodeLists, list: string, code: string): string {
  const bands = lists.ageBands.find((candidate) => candidate.code === list)
  if (bands !== undefined) {
    return code === unknownCode ? '不明' : (bands.bands.find((band) => band.code === code)?.label ?? code)
  }
  const found = findList(lists, list)
  return (found === null ? null : findItem(found, code)?.label) ?? code
}

/** The group of a code (母 → 家族), or null where the list has no roll-up or the code none. */
export function groupOf(lists: CodeLists, list: string, code: string): string | null {
  const found = findList(lists, list)
  return (found === null ? null : findItem(found, code)?.group) ?? null
}
