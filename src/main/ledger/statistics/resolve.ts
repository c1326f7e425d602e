import { unknownCode } from '../../../shared/statistics/engine/context.ts'
import { type Column, Interned } from './interned.ts'
import { unknownAges, type YearContacts } from './year-contacts.ts'

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
  const values = new Uint16Array(year.size)
  for (let row = 0; row < year.size; row += 1) {
    const person = year.person[row] ?? -1
    values[row] = (person < 0 ? own.values[row] : known[person]) ?? 0
  }
  return { codes, values }
}

/**
 * The ages under each contact (`youngest * 256 + oldest`, or `unknownAges`): of a person the year's first
 * number, else the first decade, else 不明.
 */
export function resolvedAges(year: YearContacts): Uint16Array {
  const known = new Uint16Array(year.roots.length).fill(unknownAges)
  const precision = new Uint8Array(year.roots.length)
  for (let row = 0; row < year.size; row += 1) {
    const person = year.person[row] ?? -1
    if (person < 0 || precision[person] === 2) continue
    const ages = year.ages[row] ?? unknownAges
    const own = ages === unknownAges ? 0 : ages >> 8 === (ages & 255) ? 2 : 1
    if (own > (precision[person] ?? 0)) {
      precision[person] = own
      known[person] = ages
    }
  }
  const resolved = new Uint16Array(year.size)
  for (let row = 0; row < year.size; row += 1) {
    const person = year.person[row] ?? -1
    resolved[row] = (person < 0 ? year.ages[row] : known[person]) ?? unknownAges
  }
  return resolved
}

/** A band for each contact, by the code book: each pair of ages is asked once. */
export function bandColumn(
  ages: Uint16Array,
  band: (low: number | null, high: number | null) => string,
): Column {
  const interned = new Interned()
  // One more than the number, by both ages.
  const known = new Uint16Array(unknownAges + 1)
  const values = new Uint16Array(ages.length)
  for (let row = 0; row < values.length; row += 1) {
    const pair = ages[row] ?? unknownAges
    if (known[pair] === 0) {
      const code = pair === unknownAges ? band(null, null) : band(pair >> 8, pair & 255)
      known[pair] = 1 + interned.numberOf(code)
    }
    values[row] = (known[pair] ?? 0) - 1
  }
  return { codes: interned.codes, values }
}
