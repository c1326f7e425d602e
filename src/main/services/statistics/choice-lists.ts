import { groupOf, labelOf, unknownCode } from '../../../shared/codes/code-list.ts'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCodeLists, readCodeMerges } from '../../ledger/repositories/code-lists.ts'

/** `codes.lists`: every list with how its items are typed, for fields of codes. */
export function choiceLists(reader: LedgerReader): RequestOutput<'codes.lists'> {
  const codeLists = readCodeLists(reader)
  const merges = new Map(readCodeMerges(reader).map((merge) => [`${merge.list}/${merge.from}`, merge.into]))
  return {
    household8050: { ...codeLists.household8050 },
    lists: codeLists.lists.map((list) => ({
      code: list.code,
      label: list.label,
      choice: list.choice,
      items: list.items.map((item, place) => {
        const group = groupOf(codeLists, list.code, item.code)
        return {
          code: item.code,
          label: item.label,
          digit: item.code === unknownCode ? '0' : String(place + 1),
          kana: item.kana,
          group,
          note: group === null || list.groups === null ? null : labelOf(codeLists, list.groups, group),
          withText: item.withText,
          validFrom: item.validFrom,
          validTo: item.validTo,
          mergedInto: merges.get(`${list.code}/${item.code}`) ?? null,
        }
      }),
    })),
  }
}
