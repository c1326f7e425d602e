import { breakdowns, findBreakdown } from '../statistics/catalogue/breakdowns.ts'
import { catalogue, findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { MeasureType } from '../statistics/definition.ts'
import type { FormCode } from '../statistics/rows.ts'
import { type LineKey, lineId } from './entry.ts'

/** A line of the sheet as it stands there. */
export interface SheetLine extends LineKey {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly measure: MeasureType
  /** 0 for a statistic, 1 for its 再掲 or 内訳, 2 for the 内訳 of a 再掲. */
  readonly depth: 0 | 1 | 2
  /** The first line of a group: a stronger line stands above it. */
  readonly opens: boolean
  /** No records exist for it: it is entered whatever the party reports by. */
  readonly entered: boolean
  /** Only the year's own value is entered (予算額, 両事業共通の利用者数). */
  readonly yearOnly: boolean
}

export type CodeLabels = Readonly<
  Record<string, readonly { readonly code: string; readonly label: string }[] | undefined>
>

const order = new Map(catalogue.map(({ definition }, index) => [definition.code, index]))
const breakdownOrder = new Map(breakdowns.map(({ code }, index) => [code, index]))

/** Ratios, means and rates are never entered: their parts are (domain §3). */
export function isEnterable(statistic: string): boolean {
  const definition = findStatistic(statistic)
  return definition !== null && definition.quotient === null
}

/** What a form asks for when nothing else is said: every statistic of the catalogue that may be entered. */
export function usualLines(form: FormCode): readonly LineKey[] {
  return catalogue
    .filter(({ definition }) => definition.form === form && definition.category !== null)
    .filter(({ definition }) => isEnterable(definition.code))
    .map(({ definition }) => ({ statistic: definition.code, keys: {} }))
}

/**
 * The lines of a sheet in the order of the catalogue, each once; 内訳 under their total by breakdown and
 * printing order, 再掲 indented under what they are part of. A total that only its 内訳 name stands there too.
 */
export function layoutLines(wanted: readonly LineKey[], labels: CodeLabels): readonly SheetLine[] {
  const byId = new Map<string, LineKey>()
  for (const line of wanted) {
    if (!isEnterable(line.statistic)) continue
    const total = { statistic: line.statistic, keys: {} }
    byId.set(lineId(total), total)
    byId.set(lineId(line), line)
  }
  const present = new Set([...byId.values()].map(({ statistic }) => statistic))
  const sorted = [...byId.values()].toSorted((a, b) => compareLines(a, b, labels))
  return sorted.map((line, index) => {
    const base = depthOf(line.statistic, present)
    const cut = Object.keys(line.keys).length > 0
    const depth = Math.min(2, base + (cut ? 1 : 0)) as SheetLine['depth']
    return { ...describe(line, labels), depth, opens: depth === 0 && index > 0 }
  })
}

function describe(line: LineKey, labels: CodeLabels): Omit<SheetLine, 'depth' | 'opens'> {
  const entry = catalogue[order.get(line.statistic) ?? -1]
  if (entry === undefined) throw new RangeError(`unknown statistic ${line.statistic}`)
  const { definition, source } = entry
  const names = Object.entries(line.keys)
    .toSorted(([a], [b]) => breakdownAt(a) - breakdownAt(b))
    .map(([breakdown, code]) => labelOf(labels, breakdown, code))
  return {
    ...line,
    id: lineId(line),
    label: names.length === 0 ? definition.label : names.join('×'),
    unit: definition.unit,
    measure: definition.measure,
    entered: source.kind === 'entered',
    yearOnly: !definition.breakdowns.includes('month') || definition.code === 'network.sharedUsers',
  }
}

/** 「居場所 参加延べ人数　家族」: a line by its own words, away from the sheet. */
export function lineWords(line: SheetLine): string {
  const label = findStatistic(line.statistic)?.label ?? line.statistic
  return Object.keys(line.keys).length === 0 ? label : `${label}　${line.label}`
}

function depthOf(statistic: string, present: ReadonlySet<string>): number {
  const whole = findStatistic(statistic)?.partOf ?? null
  return whole !== null && present.has(whole) ? 1 : 0
}

const breakdownAt = (code: string): number => breakdownOrder.get(code) ?? breakdowns.length

const labelOf = (labels: CodeLabels, breakdown: string, code: string): string =>
  labels[breakdown]?.find((item) => item.code === code)?.label ?? code

function compareLines(a: LineKey, b: LineKey, labels: CodeLabels): number {
  const byStatistic = (order.get(a.statistic) ?? 0) - (order.get(b.statistic) ?? 0)
  if (byStatistic !== 0) return byStatistic
  const [one, other] = [rank(a, labels), rank(b, labels)]
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? -1) - (other[index] ?? -1)
    if (difference !== 0) return difference
  }
  return lineId(a) < lineId(b) ? -1 : 1
}

/** Number of cuts, then for each its breakdown and the code's place in the list. */
function rank({ keys }: LineKey, labels: CodeLabels): readonly number[] {
  const cuts = Object.entries(keys).toSorted(([a], [b]) => breakdownAt(a) - breakdownAt(b))
  return [
    cuts.length,
    ...cuts.flatMap(([breakdown, code]) => {
      const place = labels[breakdown]?.findIndex((item) => item.code === code) ?? -1
      return [breakdownAt(breakdown), place === -1 ? 9_999 : place]
    }),
  ]
}

/** Breakdowns by which an entered statistic may be cut: those with codes of their own, of single choice or not. */
export function cutsOf(statistic: string): readonly string[] {
  return (findStatistic(statistic)?.breakdowns ?? []).filter((code) => {
    const breakdown = findBreakdown(code)
    return breakdown !== null && breakdown.kind !== 'time' && breakdown.kind !== 'party'
  })
}
