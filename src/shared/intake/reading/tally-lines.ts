import { findList } from '../../codes/code-list.ts'
import { readCode } from '../../codes/read-code.ts'
import { findBreakdown } from '../../statistics/catalogue/breakdowns.ts'
import type { StatisticDefinition } from '../../statistics/definition.ts'
import type { IntakeFacts } from '../facts.ts'
import { fold, foldBare } from '../fold.ts'
import { statisticLabels } from '../heads/field-of.ts'
import { derivedLine } from '../heads/tally-heads.ts'
import type { BookProfile } from '../profile.ts'
import { taughtOf } from './read-words.ts'

export type LineReading =
  | {
      readonly kind: 'line'
      readonly definition: StatisticDefinition
      readonly keys: Readonly<Record<string, string>>
    }
  | { readonly kind: 'derived' }
  | { readonly kind: 'total' }
  | { readonly kind: 'unknown'; readonly label: string }

const totalLabel = /^(?:合|小|総|月|年)?計$|^(?:合計|総数)(?:件数|人数)?$/

/**
 * What a line counts, by its labels from left to right: a statistic by its label or a usual spelling, else a code
 * of a breakdown of the statistic above it (「電話」 below 相談延べ件数).
 */
export function createLineReader(
  facts: IntakeFacts,
  profile: BookProfile,
): (labels: readonly string[]) => LineReading {
  const spellings = statisticLabels(facts)
  const taught = taughtOf(profile, 'statistic')
  const byCode = new Map(facts.statistics.map((definition) => [definition.code, definition]))
  let current: StatisticDefinition | null = null
  return (labels) => {
    const told = labels.filter((label) => label.trim() !== '')
    const last = told.at(-1) ?? ''
    const found = statisticOf(told, spellings, taught)
    const definition = found === null ? null : (byCode.get(found) ?? null)
    if (definition !== null) {
      if (definition.quotient !== null) return { kind: 'derived' }
      current = definition
      return { kind: 'line', definition, keys: {} }
    }
    if (derivedLine.test(last.normalize('NFKC'))) return { kind: 'derived' }
    if (totalLabel.test(fold(last))) return { kind: 'total' }
    const cut = current === null ? null : cutOf(current, last, facts)
    if (current !== null && cut !== null) return { kind: 'line', definition: current, keys: cut }
    return { kind: 'unknown', label: last }
  }
}

/** The labels joined, the last alone, without 「うち」 and what stands in brackets. */
function statisticOf(
  labels: readonly string[],
  spellings: ReadonlyMap<string, string>,
  taught: ReadonlyMap<string, string>,
): string | null {
  const last = labels.at(-1) ?? ''
  const keys = [fold(labels.join('')), fold(last), foldBare(labels.join('')), foldBare(last)]
  const bare = keys.map((key) => key.replace(/^(?:[①-⑳0-9]+[.)]?|\(\d+\)|[└├│・])+/, ''))
  for (const key of [...keys, ...bare]) {
    const found = key === '' ? undefined : (taught.get(key) ?? spellings.get(key))
    if (found !== undefined) return found
  }
  return null
}

/** The one breakdown of the statistic in whose list the word stands; null where none or two hold it. */
function cutOf(
  definition: StatisticDefinition,
  label: string,
  facts: IntakeFacts,
): Readonly<Record<string, string>> | null {
  const word = label.replace(/^[\s　└├│・]*(?:うち|内)?[\s　]*/, '')
  const found = definition.breakdowns.flatMap((breakdown) => {
    const code = findBreakdown(breakdown)?.list ?? null
    const list = code === null ? null : findList(facts.codes, code)
    const reading = list === null || word === '' ? null : readCode(list, word)
    return reading?.ok === true && reading.took !== 'blank' ? [{ breakdown, code: reading.code }] : []
  })
  const [only] = found
  return only !== undefined && found.length === 1 ? { [only.breakdown]: only.code } : null
}
