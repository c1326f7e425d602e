import type { Cell } from '../cell/cell.ts'
import { boundsOf } from '../statistics/algebra.ts'
import type { Filter, StatisticDefinition } from '../statistics/definition.ts'

/** 低, 中, 高 (domain §6). */
export type Sensitivity = 'low' | 'middle' | 'high'

/** Fewer persons than this behind a number may be recognised (the preset of domain §6). */
export const usualThreshold = 10

/** Conditions by which persons are recognised most easily: 地区, 要因, 疾病・障害, 生活保護 … */
const highFields: readonly string[] = [
  'area',
  'factor',
  'economic',
  'household',
  'schooling',
  'duration',
  'topic',
  'mainTopic',
  'closingReason',
]

/** 低: totals, months and parties. 中: one condition. 高: a delicate one, or a crossing of two. */
export function sensitivityOf(where: readonly Filter[]): Sensitivity {
  const fields = new Set(where.map((filter) => filter.field))
  fields.delete('party')
  if (fields.size === 0) return 'low'
  if (fields.size > 1 || [...fields].some((field) => highFields.includes(field))) return 'high'
  return 'middle'
}

export interface Told {
  readonly definition: StatisticDefinition
  readonly where: readonly Filter[]
  readonly cell: Cell
  /** The same without the conditions; null where there are none, or it is not known. */
  readonly whole: Cell | null
  /** Different persons behind the number, and the most that one of them makes of it; null: not known. */
  readonly contributors: { readonly persons: number; readonly largest: number } | null
  /** Numbers of the same thing, of other months or as-of dates, that were said before (既に出た数字). */
  readonly saidBefore: readonly number[]
}

export type SayingReason =
  | 'noNumber'
  | 'fewPersons'
  | 'fewContributors'
  | 'oneContributor'
  | 'contributorsUnknown'
  | 'fewOutside'
  | 'sensitiveZero'
  | 'fewParts'
  | 'differenceFromSaid'
  | 'wholeOfGroup'

export interface Saying {
  /** 「公表してよい」, or 「少人数のため公表前に確認」. */
  readonly verdict: 'may' | 'check'
  readonly sensitivity: Sensitivity
  readonly reasons: readonly SayingReason[]
}

/**
 * Whether a number may be said in public, conservatively (domain §6): it never looks at other tables, so
 * 「公表してよい」 holds for the number by itself. Suppressing tables is another, later step.
 */
export function mayBeSaid(told: Told, threshold = usualThreshold): Saying {
  const sensitivity = sensitivityOf(told.where)
  const reasons = reasonsOf(told, sensitivity, threshold)
  return { verdict: reasons.length === 0 ? 'may' : 'check', sensitivity, reasons }
}

function reasonsOf(told: Told, sensitivity: Sensitivity, threshold: number): readonly SayingReason[] {
  const { cell, definition } = told
  if (cell.state !== 'value') return sensitivity === 'low' ? [] : ['noNumber']
  const few = (count: number): boolean => count > 0 && count < threshold
  if (cell.quantity.kind === 'fraction') {
    const { numerator, denominator } = cell.quantity
    const delicate = sensitivity !== 'low' || definition.unit === '人'
    return [numerator, denominator, denominator - numerator].some(few) && delicate ? ['fewParts'] : []
  }
  if (sensitivity === 'low') return []
  const { low, high } = boundsOf(cell.quantity) ?? { low: 0, high: 0 }
  const reasons: SayingReason[] = []
  if (high === 0) return sensitivity === 'high' ? ['sensitiveZero'] : []
  if (countsPersons(definition)) {
    if (low < threshold) reasons.push('fewPersons')
  } else if (told.contributors === null) {
    reasons.push('contributorsUnknown')
  } else {
    if (told.contributors.persons < threshold) reasons.push('fewContributors')
    if (told.contributors.largest * 2 > low) reasons.push('oneContributor')
  }
  const whole = told.whole?.state === 'value' ? boundsOf(told.whole.quantity) : null
  if (whole !== null) {
    if (few(whole.low - high)) reasons.push('fewOutside')
    if (sensitivity === 'high' && whole.low === high) reasons.push('wholeOfGroup')
  }
  if (told.saidBefore.some((said) => few(Math.abs(said - low)))) reasons.push('differenceFromSaid')
  return reasons
}

const countsPersons = ({ measure, unit }: StatisticDefinition): boolean =>
  measure === 'persons' || measure === 'newPersons' || (measure === 'snapshot' && unit === '人')
