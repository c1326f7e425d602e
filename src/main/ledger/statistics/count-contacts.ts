import { type CountRequest, type Counts, countKey } from '../../../shared/statistics/engine/counter.ts'
import { sliceCode } from '../../../shared/statistics/engine/slices.ts'
import { addMonths } from '../../../shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { Cut, YearCuts } from './year-cuts.ts'

/** A year of contacts as one request sees it. */
export interface YearOfRequest {
  readonly cuts: YearCuts
  /** 1 for each contact that is counted: party, month and filters. */
  readonly chosen: Uint8Array
  /** 1 for each contact that makes its person 新規; empty where no one asks. */
  readonly isNew: Uint8Array
  /** The person (or household) of each person of the year, numbered over all years of the request. */
  readonly unitOf: Int32Array
}

/** What one pass over the contacts counts at once, each by slice and codes. */
export interface ContactCounts {
  readonly events: Counts
  /** Different persons, or households. */
  readonly persons: Counts
  readonly new: Counts
  /** Persons who came and were not 新規 there. */
  readonly continuing: Counts
}

/** Counts the request's years in one pass each; `units` is how many persons (households) there are. */
export function countYears(
  request: CountRequest,
  years: readonly YearOfRequest[],
  units: number,
): ContactCounts {
  const cells = new Cells(units)
  for (const year of years) countYear(request, year, cells)
  return cells.counts()
}

function countYear(request: CountRequest, one: YearOfRequest, cells: Cells): void {
  const { cuts, chosen, isNew, unitOf } = one
  const { year } = cuts
  const [first, second] = request.keys.map((key) => cuts.cut(key))
  const firstSize = sizeOf(first)
  const secondSize = sizeOf(second)
  const start = fiscalYearPeriod(year.fiscalYear).from
  const slices = Array.from({ length: 12 }, (_, index) => sliceCode(addMonths(start, index), request.time))
  const names = [...new Set(slices)]
  const sliceOf = Uint8Array.from(slices, (slice) => names.indexOf(slice))
  const place = cells.placesFor(names, [first, second])
  const { month, person } = year
  const [firstValues, secondValues] = [first, second].map((cut) =>
    cut?.kind === 'one' ? cut.column.values : null,
  )
  const simple = first?.kind !== 'many' && second?.kind !== 'many'
  // The loop over a year's contacts: no calls but one, no objects.
  for (let row = 0; row < chosen.length; row += 1) {
    if (chosen[row] !== 1) continue
    const slice = sliceOf[month[row] ?? 0] ?? 0
    const who = person[row] ?? -1
    const unit = who < 0 ? -1 : (unitOf[who] ?? -1)
    const fresh = isNew[row] === 1
    if (simple) {
      const one = firstValues === null || firstValues === undefined ? 0 : (firstValues[row] ?? 0)
      const other = secondValues === null || secondValues === undefined ? 0 : (secondValues[row] ?? 0)
      cells.add(place[(slice * firstSize + one) * secondSize + other] ?? 0, unit, fresh)
      continue
    }
    for (const one of valuesAt(first, row)) {
      for (const other of valuesAt(second, row)) {
        cells.add(place[(slice * firstSize + one) * secondSize + other] ?? 0, unit, fresh)
      }
    }
  }
}

const sizeOf = (cut: Cut | undefined): number => (cut === undefined ? 1 : Math.max(1, codesOf(cut).length))
const codesOf = (cut: Cut): readonly string[] => (cut.kind === 'one' ? cut.column.codes : cut.choices.codes)

function valuesAt(cut: Cut | undefined, row: number): Iterable<number> {
  if (cut === undefined) return [0]
  if (cut.kind === 'one') return [cut.column.values[row] ?? 0]
  return cut.choices.values.subarray(cut.choices.offsets[row], cut.choices.offsets[row + 1])
}

/** A person stands in a cell: 1 came, 2 was 新規 there. */
const came = 1
const wasNew = 2

/** Numbers by cell, and who was seen in each. */
class Cells {
  readonly #keys: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #units: number
  #events = new Uint32Array(0)
  #persons = new Uint32Array(0)
  #new = new Uint32Array(0)
  #newPersons = new Uint32Array(0)
  #seen: Uint8Array[] = []

  constructor(units: number) {
    this.#units = units
  }

  /** The cell of each slice × first × second code, in that order. */
  placesFor(slices: readonly string[], cuts: readonly (Cut | undefined)[]): Uint32Array {
    const combinations = cuts
      .filter((cut) => cut !== undefined)
      .map(codesOf)
      .reduce<readonly (readonly string[])[]>(
        (before, codes) => before.flatMap((one) => codes.map((code) => [...one, code])),
        [[]],
      )
    const place = Uint32Array.from(
      slices.flatMap((slice) => combinations.map((codes) => this.#numberOf(countKey(slice, codes)))),
    )
    this.#events = grown(this.#events, this.#keys.length)
    this.#persons = grown(this.#persons, this.#keys.length)
    this.#new = grown(this.#new, this.#keys.length)
    this.#newPersons = grown(this.#newPersons, this.#keys.length)
    return place
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#keys.push(key) - 1
    this.#numbers.set(key, number)
    return number
  }

  /** `unit` −1 is an anonymous contact: an event, never a person. */
  add(cell: number, unit: number, isNew: boolean): void {
    this.#events[cell] = (this.#events[cell] ?? 0) + 1
    if (unit < 0) return
    const seen = this.#seen[cell] ?? this.#firstSeen(cell)
    const before = seen[unit] ?? 0
    if (before === 0) {
      this.#persons[cell] = (this.#persons[cell] ?? 0) + 1
      seen[unit] = came
    }
    if (!isNew) return
    this.#new[cell] = (this.#new[cell] ?? 0) + 1
    if (before !== wasNew) this.#newPersons[cell] = (this.#newPersons[cell] ?? 0) + 1
    seen[unit] = wasNew
  }

  /** Who was seen in a cell; only cells in which someone stands take the memory. */
  #firstSeen(cell: number): Uint8Array {
    const seen = new Uint8Array(this.#units)
    this.#seen[cell] = seen
    return seen
  }

  counts(): ContactCounts {
    const read = (numberOf: (cell: number) => number): Counts => {
      const counts = new Map<string, number>()
      this.#keys.forEach((key, cell) => {
        if ((this.#events[cell] ?? 0) > 0) counts.set(key, numberOf(cell))
      })
      return counts
    }
    return {
      events: read((cell) => this.#events[cell] ?? 0),
      persons: read((cell) => this.#persons[cell] ?? 0),
      new: read((cell) => this.#new[cell] ?? 0),
      continuing: read((cell) => (this.#persons[cell] ?? 0) - (this.#newPersons[cell] ?? 0)),
    }
  }
}

function grown(numbers: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (numbers.length >= length) return numbers
  const larger = new Uint32Array(length)
  larger.set(numbers)
  return larger
}

/** Anonymous contacts among the chosen ones of a year. */
export function countAnonymous({ cuts, chosen }: YearOfRequest): number {
  const { person } = cuts.year
  let total = 0
  for (let row = 0; row < chosen.length; row += 1)
    if (chosen[row] === 1 && (person[row] ?? -1) < 0) total += 1
  return total
}

/** Contacts, or different persons, with at least one code of a breakdown. */
export function countWithAny(breakdown: string, years: readonly YearOfRequest[], events: boolean): number {
  const persons = new Set<number>()
  let contacts = 0
  for (const { cuts, chosen, unitOf } of years) {
    const cut = cuts.cut(breakdown)
    for (let row = 0; row < chosen.length; row += 1) {
      if (chosen[row] !== 1) continue
      if (cut.kind === 'many' && cut.choices.offsets[row] === cut.choices.offsets[row + 1]) continue
      contacts += 1
      const person = cuts.year.person[row] ?? -1
      if (person >= 0) persons.add(unitOf[person] ?? -1)
    }
  }
  return events ? contacts : persons.size
}
