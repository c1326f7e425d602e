import { bandOf } from './age.ts'
import { type CodeLists, findList, groupOf, unknownCode } from './code-list.ts'

/** One code that now stands for another; rows are never rewritten (domain §8). */
export interface CodeMerge {
  readonly list: string
  readonly from: string
  readonly into: string
}

/** What the statistics ask the code lists (the shape of `CodeBook` in the statistics' engine). */
export interface CodeBookOfLists {
  codes(list: string): readonly string[] | null
  canonical(list: string, code: string): string
  callerGroup(caller: string): string
  ageBand(breakdown: string, low: number | null, high: number | null): string
}

/** Makes the code book of these lists and merges. A circle of merges ends at the first code met again. */
export function createCodeBook(lists: CodeLists, merges: readonly CodeMerge[] = []): CodeBookOfLists {
  const mergeMap = new Map(merges.map((merge) => [`${merge.list}/${merge.from}`, merge.into]))
  const codesByList = new Map<string, readonly string[]>([
    ...lists.lists.map((list) => [list.code, list.items.map((item) => item.code)] as const),
    ...lists.ageBands.map(
      (bands) => [bands.code, [...bands.bands.map((band) => band.code), unknownCode]] as const,
    ),
  ])
  const callerGroups = new Map(
    (findList(lists, 'caller')?.items ?? []).map((item) => [item.code, groupOf(lists, 'caller', item.code)]),
  )

  function canonical(list: string, code: string): string {
    const seen = new Set<string>()
    let current = code
    while (!seen.has(current)) {
      seen.add(current)
      current = mergeMap.get(`${list}/${current}`) ?? current
    }
    return current
  }

  return {
    codes: (list) => codesByList.get(list)?.filter((code) => canonical(list, code) === code) ?? null,
    canonical,
    callerGroup: (caller) =>
      canonical('callerGroup', callerGroups.get(canonical('caller', caller)) ?? unknownCode),
    ageBand: (breakdown, low, high) =>
      bandOf(low, high, lists.ageBands.find((bands) => bands.code === breakdown)?.bands ?? []),
  }
}
