import { findBreakdown } from '../../../shared/statistics/catalogue/breakdowns.ts'
import type { Filter } from '../../../shared/statistics/definition.ts'
import { type StatisticContext, unknownCode } from '../../../shared/statistics/engine/context.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../ledger.ts'
import { type Choices, type Column, Interned, mapColumn } from './interned.ts'
import { bandColumn, resolvedAges, resolvedColumn } from './resolve.ts'
import {
  type ContactField,
  contactColumns,
  type Needs,
  readChoices,
  unknownAges,
  type YearContacts,
} from './year-contacts.ts'

/** How a breakdown is kept: as a list of choices in a table of its own. */
const choiceLists: Readonly<Record<string, string>> = {
  support: 'support',
  companion: 'companion',
  topic: 'topic',
  factor: 'factor',
}

const isField = (code: string): code is ContactField => code in contactColumns

/** What a set of breakdowns and filters asks of a year's contacts. */
export function needsOf(breakdowns: Iterable<string>, days: boolean): Needs {
  const fields = new Set<ContactField>()
  let ages = false
  let choices = false
  for (const breakdown of breakdowns) {
    if (breakdown === 'callerGroup') fields.add('caller')
    else if (breakdown === 'age' || breakdown.startsWith('ageBand')) ages = true
    else if (breakdown in choiceLists) choices = true
    else if (isField(breakdown)) fields.add(breakdown)
  }
  return { fields, ages, choices, days }
}

/** Whether contacts read for some needs also serve others. */
export function covers(have: Needs, want: Needs): boolean {
  return (
    (have.ages || !want.ages) &&
    (have.choices || !want.choices) &&
    (have.days || !want.days) &&
    [...want.fields].every((field) => have.fields.has(field))
  )
}

export type Cut =
  | { readonly kind: 'one'; readonly column: Column }
  | { readonly kind: 'many'; readonly choices: Choices }

/** The contacts of a year cut by breakdowns; each cut is made once. */
export class YearCuts {
  readonly year: YearContacts
  /** The persons of the year, each under its own number. */
  readonly persons: Int32Array
  readonly #reader: LedgerReader
  readonly #context: StatisticContext
  readonly #asOf: Day
  readonly #cuts: Map<string, Cut>
  #ages: Uint16Array | null = null

  /** `before`: the same contacts with fewer columns, whose cuts are kept. */
  constructor(
    reader: LedgerReader,
    year: YearContacts,
    context: StatisticContext,
    asOf: Day,
    before: YearCuts | null = null,
  ) {
    this.#reader = reader
    this.year = year
    this.persons = before?.persons ?? Int32Array.from(year.roots, (_, person) => person)
    this.#cuts = before === null ? new Map() : before.#cuts
    this.#ages = before === null ? null : before.#ages
    this.#context = context
    this.#asOf = asOf
  }

  cut(breakdown: string): Cut {
    const known = this.#cuts.get(breakdown)
    if (known !== undefined) return known
    const made = this.#make(breakdown)
    this.#cuts.set(breakdown, made)
    return made
  }

  #make(breakdown: string): Cut {
    const { codes } = this.#context
    const found = findBreakdown(breakdown)
    const list = found?.list ?? breakdown
    const choiceList = choiceLists[breakdown]
    if (choiceList !== undefined) {
      const choices = readChoices(this.#reader, this.year, choiceList, this.#asOf)
      return { kind: 'many', choices: canonicalChoices(choices, (code) => codes.canonical(list, code)) }
    }
    if (breakdown.startsWith('ageBand')) {
      const column = bandColumn(this.#resolvedAges(), (low, high) => codes.ageBand(breakdown, low, high))
      return { kind: 'one', column }
    }
    if (breakdown === 'callerGroup') {
      return { kind: 'one', column: mapColumn(this.#own('caller'), (code) => codes.callerGroup(code)) }
    }
    const own = isField(breakdown) ? this.#own(breakdown) : this.#unknown()
    const column = found?.kind === 'person' ? resolvedColumn(this.year, own) : own
    return { kind: 'one', column: mapColumn(column, (code) => codes.canonical(list, code)) }
  }

  #own(field: ContactField): Column {
    const column = this.year.fields.get(field)
    if (column === undefined) throw new Error(`contacts were read without ${field}`)
    return column
  }

  #unknown(): Column {
    return { codes: [unknownCode], values: new Uint16Array(this.year.size) }
  }

  #resolvedAges(): Uint16Array {
    this.#ages ??= resolvedAges(this.year)
    return this.#ages
  }

  /** 1 for each contact that passes all filters; null when there are none. */
  mask(filters: readonly Filter[]): Uint8Array | null {
    if (filters.length === 0) return null
    const passes = new Uint8Array(this.year.size).fill(1)
    for (const filter of filters) {
      const own = this.#passes(filter)
      for (let row = 0; row < passes.length; row += 1) passes[row] = (passes[row] ?? 0) & (own(row) ? 1 : 0)
    }
    return passes
  }

  #passes(filter: Filter): (row: number) => boolean {
    if ('age' in filter) {
      const ages = this.#resolvedAges()
      const { age, operator } = filter
      return (row) => {
        const pair = ages[row] ?? unknownAges
        return pair !== unknownAges && (operator === '>=' ? pair >> 8 >= age : (pair & 255) <= age)
      }
    }
    const is = filter.operator === 'is'
    const cut = this.cut(filter.field)
    const codes = cut.kind === 'one' ? cut.column.codes : cut.choices.codes
    const wanted = codes.map((code) => filter.codes.includes(code))
    if (cut.kind === 'one') return (row) => (wanted[cut.column.values[row] ?? 0] ?? false) === is
    const { offsets, values } = cut.choices
    return (row) => {
      for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at += 1) {
        if (wanted[values[at] ?? 0]) return is
      }
      return !is
    }
  }
}

/** Choices with merged codes as one; a contact that chose both has it once. */
function canonicalChoices(choices: Choices, canonical: (code: string) => string): Choices {
  const interned = new Interned()
  const numbers = choices.codes.map((code) => interned.numberOf(canonical(code)))
  const offsets = new Uint32Array(choices.offsets.length)
  const values: number[] = []
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    const start = values.length
    for (let at = choices.offsets[row] ?? 0; at < (choices.offsets[row + 1] ?? 0); at += 1) {
      const number = numbers[choices.values[at] ?? 0] ?? 0
      if (!values.includes(number, start)) values.push(number)
    }
    offsets[row + 1] = values.length
  }
  return { codes: interned.codes, offsets, values: Uint16Array.from(values) }
}
