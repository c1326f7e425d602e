import { type CountRequest, type Counts, countKey } from '../../../shared/statistics/engine/counter.ts'
import { sliceCode } from '../../../shared/statistics/engine/slices.ts'
import { addMonths } from '../../../shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { YearContacts } from './year-contacts.ts'
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

/** Contacts of the request by party, month and filters. */
export function chooseContacts(
  cuts: YearCuts,
  request: CountRequest,
  partyCodes: ReadonlyMap<number, string>,
): Uint8Array {
  const { year } = cuts
  const first = fiscalYearPeriod(year.fiscalYear).from
  const months = Array.from({ length: 12 }, (_, index) => addMonths(first, index))
  const largest = Math.max(0, ...partyCodes.keys())
  // party × month → counted, as one small table.
  const table = new Uint8Array((largest + 1) * 12)
  for (const [key, code] of partyCodes) {
    const own = request.included.get(code)
    months.forEach((month, index) => {
      if (own?.has(month) === true) table[key * 12 + index] = 1
    })
  }
  const only = request.source.kind === 'contacts' ? request.source.only : null
  const ownFilter =
    only === null ? [] : [{ field: only.breakdown, operator: 'is' as const, codes: [only.code] }]
  const mask = cuts.mask([...request.where, ...ownFilter])
  const { month, party } = year
  const chosen = new Uint8Array(year.size)
  for (let row = 0; row < chosen.length; row += 1) {
    const counted = table[(party[row] ?? 0) * 12 + (month[row] ?? 0)] ?? 0
    chosen[row] = mask === null ? counted : counted & (mask[row] ?? 0)
  }
  return chosen
}

/** Numbers of the request over its years, by slice and codes. `units` is how many persons there are. */
export function countYears(request: CountRequest, years: readonly YearOfRequest[], units: number): Counts {
  const { source } = request
  const count = source.kind === 'contacts' ? source.count : 'events'
  const cells = new Cells(units, count)
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
  const sliceOf = slices.map((slice) => names.indexOf(slice))
  const place = cells.placesFor(names, [first, second])
  const { month, person } = year
  const [firstValues, secondValues] = [first, second].map((cut) =>
    cut?.kind === 'one' ? cut.column.values : null,
  )
  const simple = first?.kind !== 'many' && second?.kind !== 'many'
  for (let row = 0; row < year.size; row += 1) {
    if (chosen[row] !== 1) continue
    const slice = sliceOf[month[row] ?? 0] ?? 0
    const who = person[row] ?? -1
    const unit = who < 0 ? -1 : (unitOf[who] ?? -1)
    const fresh = isNew[row] === 1
    if (simple) {
      const cell = (slice * firstSize + (firstValues?.[row] ?? 0)) * secondSize + (secondValues?.[row] ?? 0)
      cells.add(place[cell] ?? 0, unit, fresh)
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

function valuesAt(cut: Cut | undefined, row: number): ArrayLike<number> & Iterable<number> {
  if (cut === undefined) return [0]
  if (cut.kind === 'one') return [cut.column.values[row] ?? 0]
  return cut.choices.values.subarray(cut.choices.offsets[row], cut.choices.offsets[row + 1])
}

/** One number per cell: contacts, or different persons, or persons who came and were not 新規 there. */
class Cells {
  readonly #keys: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #totals: number[] = []
  /** Whether a person stands in a cell: 1 came, 2 was 新規 there. */
  readonly #seen: Uint8Array[] = []
  readonly #units: number
  readonly #count: 'events' | 'persons' | 'new' | 'continuing' | 'households'

  constructor(units: number, count: 'events' | 'persons' | 'new' | 'continuing' | 'households') {
    this.#units = units
    this.#count = count
  }

  /** The cell of each slice × first × second code, in that order. */
  placesFor(slices: readonly string[], cuts: readonly (Cut | undefined)[]): Uint32Array {
    const given = cuts.filter((cut) => cut !== undefined).map(codesOf)
    const combinations = given.reduce<readonly (readonly string[])[]>(
      (before, codes) => before.flatMap((one) => codes.map((code) => [...one, code])),
      [[]],
    )
    return Uint32Array.from(
      slices.flatMap((slice) => combinations.map((codes) => this.#numberOf(countKey(slice, codes)))),
    )
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#keys.push(key) - 1
    this.#numbers.set(key, number)
    this.#totals.push(-1)
    return number
  }

  /** `unit` −1 is an anonymous contact: an event, never a person. */
  add(cell: number, unit: number, isNew: boolean): void {
    const total = Math.max(0, this.#totals[cell] ?? 0)
    if (this.#count === 'events') {
      this.#totals[cell] = total + 1
      return
    }
    if (this.#count === 'new') {
      this.#totals[cell] = isNew ? total + 1 : total
      return
    }
    this.#totals[cell] = total + this.#change(cell, unit, isNew)
  }

  /** By how much a contact changes the number of persons of a cell. */
  #change(cell: number, unit: number, isNew: boolean): number {
    if (unit < 0) return 0
    let seen = this.#seen[cell]
    if (seen === undefined) {
      seen = new Uint8Array(this.#units)
      this.#seen[cell] = seen
    }
    const before = seen[unit] ?? 0
    const leaves = this.#count === 'continuing' && isNew
    if (leaves) {
      seen[unit] = 2
      return before === 1 ? -1 : 0
    }
    if (before !== 0) return 0
    seen[unit] = 1
    return 1
  }

  counts(): Counts {
    const counts = new Map<string, number>()
    this.#keys.forEach((key, cell) => {
      const total = this.#totals[cell] ?? -1
      if (total >= 0) counts.set(key, total)
    })
    return counts
  }
}

/** Contacts among the chosen ones that pass a test of the row. */
export function countChosen(
  years: readonly YearOfRequest[],
  test: (year: YearContacts, row: number) => boolean,
): number {
  let total = 0
  for (const { cuts, chosen } of years) {
    for (let row = 0; row < chosen.length; row += 1) if (chosen[row] === 1 && test(cuts.year, row)) total += 1
  }
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
