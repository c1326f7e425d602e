import { failure, ok, type Result } from '../contract/errors.ts'
import { cleanKana, cleanName } from '../organisation/clean-name.ts'
import type { CodeMerge } from './code-book.ts'
import { type CodeAlias, type CodeList, otherCode, unknownCode } from './code-list.ts'
import { normaliseChoice } from './read-code.ts'

/**
 * Lists of which the ledger's own rules know every code (states of an activity, depths of a つなぎ, reasons
 * that the ledger's tables allow): words may be edited, codes neither added nor taken away.
 */
export const fixedLists: ReadonlySet<string> = new Set(['activityState', 'depth', 'closingReason'])

/** Why an item can be neither merged away nor deleted; null when it can. */
export function heldBecause(
  list: string,
  code: string,
  needed: ReadonlySet<string>,
): 'state' | 'needed' | 'fixed' | null {
  if (code === unknownCode || code === otherCode) return 'state'
  if (fixedLists.has(list)) return 'fixed'
  return needed.has(code) ? 'needed' : null
}

/** What may be edited of an item. */
export interface ItemWords {
  readonly label: string
  readonly kana: string
  readonly aliases: readonly CodeAlias[]
}

/**
 * The words of an item as they are kept. Another item's spelling is refused with where it stands, so that
 * no written word means two things (domain §4). Errors: `nameNotUsable`, `spellingTaken` {text, item, list}.
 */
export function cleanItem<Words extends ItemWords>(
  list: CodeList,
  own: string | null,
  words: Words,
): Result<Words> {
  const label = cleanName(words.label, 'label')
  if (!label.ok) return label
  // Only marks (「・」): no spelling could ever be compared with it.
  if (normaliseChoice(label.value) === '') return failure('nameNotUsable', { name: label.value }, 'label')
  const kana = cleanKana(words.kana)
  if (!kana.ok) return kana
  const aliases: CodeAlias[] = []
  for (const [index, alias] of words.aliases.entries()) {
    const text = cleanName(alias.text, `aliases.${index}`)
    if (!text.ok) return text
    const twice =
      normaliseChoice(text.value) === '' ||
      normaliseChoice(text.value) === normaliseChoice(label.value) ||
      aliases.some((one) => normaliseChoice(one.text) === normaliseChoice(text.value))
    // Its own label or the same spelling again says nothing new.
    if (!twice) aliases.push({ text: text.value, also: alias.also })
  }
  for (const [field, text] of [
    ['label', label.value],
    ...aliases.map((alias, index) => [`aliases.${index}`, alias.text]),
  ]) {
    const holder = spellingHolder(list, own, text ?? '')
    if (holder !== null) {
      return failure('spellingTaken', { text: text ?? '', item: holder, list: list.label }, field ?? null)
    }
  }
  return ok({ ...words, label: label.value, kana: kana.value, aliases })
}

/** The label of another item that a spelling already stands for. */
function spellingHolder(list: CodeList, own: string | null, text: string): string | null {
  const wanted = normaliseChoice(text)
  const holder = list.items.find(
    (item) =>
      item.code !== own &&
      [item.code, item.label, ...item.aliases.map((alias) => alias.text)].some(
        (spelling) => normaliseChoice(spelling) === wanted,
      ),
  )
  return holder?.label ?? null
}

/** The tool's own code of a new item: stable, without meaning, never one that the list has or had. */
export function newItemCode(list: Pick<CodeList, 'items'>, version: number): string {
  const taken = new Set(
    list.items.flatMap(({ code, label, aliases }) =>
      [code, label, ...aliases.map(({ text }) => text)].map(normaliseChoice),
    ),
  )
  let number = version
  while (taken.has(`c${number}`)) number += 1
  return `c${number}`
}

/**
 * Whether a code may stand for another one from now on (domain §8: a map, never a rewriting of rows). Errors:
 * `codeNeeded`'s cases are the caller's (`heldBecause`); `mergeCircle` {from, into} when the way leads back, or
 * to a code that cannot take anything: 不明, one that is retired or merged itself.
 */
export function checkMerge(
  list: CodeList,
  merges: readonly CodeMerge[],
  from: string,
  into: string,
): Result<null> {
  const target = list.items.find(({ code }) => code === into)
  const label = (code: string): string => list.items.find((item) => item.code === code)?.label ?? code
  const refused = failure('mergeCircle', { from: label(from), into: label(into) }, 'into')
  if (target === undefined || into === from || into === unknownCode || target.validTo !== null) return refused
  const own = merges.filter((merge) => merge.list === list.code)
  return own.some((merge) => merge.from === into) ? refused : ok(null)
}
