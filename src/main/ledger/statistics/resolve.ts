import { unknownCode } from '../../../shared/statistics/engine/context.ts'
import { type Column, Interned } from './interned.ts'
import type { YearContacts } from './year-contacts.ts'

/**
 * The person's one value of the fiscal year under each contact: the last one that is not 不明 (domain §3);
 * an anonymous contact keeps its own.
 */
export function resolvedColumn(year: YearContacts, own: Column): Column {
  const unknown = own.codes.indexOf(unknownCode)
  const codes = unknown === -1 ? [...own.codes, unknownCode] : own.codes
  const known = new Uint16Array(year.roots.length).fill(unknown === -1 ? codes.length - 1 : unknown)
  for (let row = 0; row < year.size; row += 1) {
    const person = year.person[row] ?? -1
    const value = own.values[row] ?? 0
    if (person >= 0 && value !== unknown) known[person] = value
  }
  const values = own.values.map((value, row) => {
    const person = year.person[row] ?? -1
    return person < 0 ? value : (known[person] ?? 0)
  })
  return { codes, values }
}

/** The ages under each contact: of a person the year's first number, else the first decade, else 不明. */
export interface ResolvedAges {
  readonly low: Int16Array
  readonly high: Int16Array
}

export function resolvedAges(year: YearContacts): ResolvedAges {
  const low = new Int16Array(year.roots.length).fill(-1)
  const high = new Int16Array(year.roots.length).fill(-1)
  const precision = new Uint8Array(year.roots.length)
  for (let row = 0; row < year.size; row += 1) {
    const person = year.person[row] ?? -1
    if (person < 0) continue
    const from = year.ageLow[row] ?? -1
    const to = year.ageHigh[row] ?? -1
    const own = from < 0 || to < 0 ? 0 : from === to ? 2 : 1
    if (own > (precision[person] ?? 0)) {
      precision[person] = own
      low[person] = from
      high[person] = to
    }
  }
  const under = (persons: Int16Array, own: Int16Array): Int16Array =>
    own.map((value, row) => {
      const person = year.person[row] ?? -1
      return person < 0 ? value : (persons[person] ?? -1)
    })
  return { low: under(low, year.ageLow), high: under(high, year.ageHigh) }
}

/** A band for each contact, by the code book: each pair of ages is asked once. */
export function bandColumn(
  ages: ResolvedAges,
  band: (low: number | null, high: number | null) => string,
): Column {
  const interned = new Interned()
  // One more than the number, by both ages, each of −1 to 254.
  const known = new Uint16Array(256 * 256)
  const values = new Uint16Array(ages.low.length)
  for (let row = 0; row < values.length; row += 1) {
    const low = ages.low[row] ?? -1
    const high = ages.high[row] ?? -1
    const pair = (low + 1) * 256 + high + 1
    if (known[pair] === 0) {
      known[pair] = 1 + interned.numberOf(band(low < 0 ? null : low, high < 0 ? null : high))
    }
    values[row] = (known[pair] ?? 0) - 1
  }
  return { codes: interned.codes, values }
}
