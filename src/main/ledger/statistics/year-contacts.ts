import { addMonths, firstDayOf, lastDayOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../ledger.ts'
import type { CaseMap } from './case-map.ts'
import { type Choices, type Column, Interned } from './interned.ts'
import { asNumber, asText, plucked, rawRows } from './raw-rows.ts'

/** Columns of `consultation` that a statistic may need, beside those that every one needs. */
export const contactColumns = {
  method: 'method',
  caller: 'caller',
  route: 'route',
  mainTopic: 'main_topic',
  sex: 'sex',
  economic: 'economic',
  household: 'household',
  schooling: 'schooling',
  area: 'area',
  duration: 'duration',
} as const
export type ContactField = keyof typeof contactColumns

/** Stands in no code. */
const separator = '\u001f'

/** What is to be read of a year's contacts. The covering index serves all but the rarer fields. */
export interface Needs {
  readonly fields: ReadonlySet<ContactField>
  readonly ages: boolean
  /** 支援内容 and the like: the keys of the rows are needed to find them. */
  readonly choices: boolean
  /** Days are needed only where a 再開 makes 新規. */
  readonly days: boolean
}

/** The contacts of a fiscal year up to the as-of date, column by column, by day and then recording. */
export interface YearContacts {
  readonly fiscalYear: FiscalYear
  readonly size: number
  /** 0 is April. */
  readonly month: Uint8Array
  /** Keys of `party`. */
  readonly party: Int32Array
  /** The person as a number within this year, −1 for an anonymous contact. */
  readonly person: Int32Array
  /** Root case of each person. */
  readonly roots: readonly number[]
  readonly fields: ReadonlyMap<ContactField, Column>
  /** −1 is not known. */
  readonly ageLow: Int16Array
  readonly ageHigh: Int16Array
  readonly dayOfMonth: Uint8Array
  readonly keys: Float64Array
  readonly needs: Needs
}

const from = `FROM consultation INDEXED BY consultation_statistics
  WHERE fiscal_year = @year AND day BETWEEN @from AND @to ORDER BY day, key`

/**
 * What is read of a month of contacts, one value a row each: a value alone costs a third of a row of
 * seven. All are in the order of the covering index, so nothing is sorted; month by month, so that no row
 * needs to carry its month, and what is read can be let go of at once.
 */
export const contactsSql = {
  /** Case, party and ages as one number; an age that is not known is 255, no case is 0. */
  numbers: `SELECT ((ifnull(case_key, 0) * @parties + party_key) * 256 + ifnull(age_low, 255)) * 256
    + ifnull(age_high, 255) ${from}`,
  days: `SELECT CAST(substr(day, 9, 2) AS INTEGER) ${from}`,
  keys: `SELECT key ${from}`,
  /** The codes as one text, of which there are far fewer than contacts. */
  codes: (fields: Iterable<ContactField>): string =>
    `SELECT ${[...fields].map((field) => contactColumns[field]).join(` || '${separator}' || `)} ${from}`,
} as const

export function readYearContacts(
  reader: LedgerReader,
  fiscalYear: FiscalYear,
  asOf: Day,
  cases: CaseMap,
  needs: Needs,
): YearContacts {
  const first = fiscalYearPeriod(fiscalYear).from
  const largest = (table: 'party' | 'case_file'): number =>
    asNumber(plucked(reader, `SELECT max(key) FROM ${table}`, {})[0])
  const parties = 2 ** Math.ceil(Math.log2(largest('party') + 1))
  const combinations = new Interned()
  const people = new People(cases, largest('case_file'))
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(first, index)
    const to = lastDayOf(month) < asOf ? lastDayOf(month) : asOf
    if (firstDayOf(month) > asOf) return null
    const range = { year: fiscalYear, from: firstDayOf(month), to }
    return readMonth(reader, index, { ...range, parties }, needs, people, combinations)
  }).filter((month) => month !== null)
  const size = months.reduce((sum, month) => sum + month.month.length, 0)
  const combination = joined(new Uint32Array(size), months, (month) => month.combination)
  return {
    fiscalYear,
    size,
    month: joined(new Uint8Array(size), months, (month) => month.month),
    party: joined(new Int32Array(size), months, (month) => month.party),
    person: joined(new Int32Array(size), months, (month) => month.person),
    roots: people.roots,
    fields: fieldColumns(needs.fields, combinations.codes, combination),
    ageLow: joined(new Int16Array(size), months, (month) => month.ageLow),
    ageHigh: joined(new Int16Array(size), months, (month) => month.ageHigh),
    dayOfMonth: needs.days
      ? joined(new Uint8Array(size), months, (month) => month.dayOfMonth)
      : new Uint8Array(0),
    keys: needs.choices ? joined(new Float64Array(size), months, (month) => month.keys) : new Float64Array(0),
    needs,
  }
}

interface MonthOfContacts {
  readonly month: Uint8Array
  readonly party: Int32Array
  readonly person: Int32Array
  readonly ageLow: Int16Array
  readonly ageHigh: Int16Array
  readonly combination: Uint32Array
  readonly dayOfMonth: Uint8Array
  readonly keys: Float64Array
}

interface MonthRange {
  readonly year: FiscalYear
  readonly from: Day
  readonly to: Day
  readonly parties: number
}

function readMonth(
  reader: LedgerReader,
  index: number,
  { parties, ...range }: MonthRange,
  needs: Needs,
  people: People,
  combinations: Interned,
): MonthOfContacts {
  const numbers = plucked(reader, contactsSql.numbers, { ...range, parties })
  const texts = needs.fields.size === 0 ? [] : plucked(reader, contactsSql.codes(needs.fields), range)
  const size = numbers.length
  const party = new Int32Array(size)
  const person = new Int32Array(size)
  const ageLow = new Int16Array(size)
  const ageHigh = new Int16Array(size)
  const combination = new Uint32Array(size)
  for (let row = 0; row < size; row += 1) {
    const packed = asNumber(numbers[row])
    // Powers of two and `floor`: a remainder of such large numbers takes many times as long.
    const rest = Math.floor(packed / 65_536)
    const ages = packed - rest * 65_536
    const caseKey = Math.floor(rest / parties)
    party[row] = rest - caseKey * parties
    person[row] = people.numberOf(caseKey)
    const low = ages >> 8
    const high = ages & 255
    ageLow[row] = low === 255 ? -1 : low
    ageHigh[row] = high === 255 ? -1 : high
    if (texts.length > 0) combination[row] = combinations.numberOf(asText(texts[row]))
  }
  return {
    month: new Uint8Array(size).fill(index),
    party,
    person,
    ageLow,
    ageHigh,
    combination,
    dayOfMonth: Uint8Array.from(needs.days ? plucked(reader, contactsSql.days, range).map(asNumber) : []),
    keys: Float64Array.from(needs.choices ? plucked(reader, contactsSql.keys, range).map(asNumber) : []),
  }
}

/** The persons of a year, numbered as they are met; merged cases are one person. */
class People {
  readonly roots: number[] = []
  /** By the key of a case, one more than its number: keys are given out one after another. */
  readonly #numbers: Uint32Array
  readonly #cases: CaseMap

  constructor(cases: CaseMap, largestKey: number) {
    this.#cases = cases
    this.#numbers = new Uint32Array(largestKey + 1)
  }

  /** −1 for no case. */
  numberOf(caseKey: number): number {
    if (caseKey === 0) return -1
    const known = this.#numbers[caseKey] ?? 0
    if (known !== 0) return known - 1
    const root = this.#cases.rootOf(caseKey)
    const number = this.#numbers[root] || this.roots.push(root)
    this.#numbers[root] = number
    this.#numbers[caseKey] = number
    return number - 1
  }
}

function joined<Numbers extends { set(from: ArrayLike<number>, at: number): void }>(
  all: Numbers,
  months: readonly MonthOfContacts[],
  part: (month: MonthOfContacts) => ArrayLike<number>,
): Numbers {
  let at = 0
  for (const month of months) {
    all.set(part(month), at)
    at += part(month).length
  }
  return all
}

/** Takes the texts of several codes apart: once for each different text, not for each contact. */
function fieldColumns(
  fields: ReadonlySet<ContactField>,
  texts: readonly string[],
  combination: Uint32Array,
): ReadonlyMap<ContactField, Column> {
  const parts = texts.map((text) => text.split(separator))
  return new Map(
    [...fields].map((field, position) => {
      const interned = new Interned()
      const numbers = Uint16Array.from(parts, (codes) => interned.numberOf(codes[position] ?? ''))
      // A loop: `from` with a function takes ten times as long.
      const values = new Uint16Array(combination.length)
      for (let row = 0; row < values.length; row += 1) values[row] = numbers[combination[row] ?? 0] ?? 0
      return [field, { codes: interned.codes, values }]
    }),
  )
}

export const choicesSql = `
  SELECT choice.consultation_key, choice.code
  FROM consultation AS contact INDEXED BY consultation_statistics
  JOIN consultation_choice AS choice ON choice.consultation_key = contact.key AND choice.list = ?
  WHERE contact.fiscal_year = ? AND contact.day <= ?
  ORDER BY contact.day, contact.key, choice.position`

/** The multiple choices of a list, row by row of the year. */
export function readChoices(reader: LedgerReader, year: YearContacts, list: string, asOf: Day): Choices {
  const interned = new Interned()
  const offsets = new Uint32Array(year.size + 1)
  const values: number[] = []
  let row = 0
  for (const [key, code] of rawRows(reader, choicesSql, [list, year.fiscalYear, asOf])) {
    while (row < year.size && year.keys[row] !== key) offsets[++row] = values.length
    values.push(interned.numberOf(asText(code)))
  }
  while (row < year.size) offsets[++row] = values.length
  return { codes: interned.codes, offsets, values: Uint16Array.from(values) }
}

/** The day of a contact as ISO text; only where `needs.days`. */
export function dayOfContact(year: YearContacts, row: number): string {
  const month = addMonths(fiscalYearPeriod(year.fiscalYear).from, year.month[row] ?? 0)
  return `${month}-${String(year.dayOfMonth[row] ?? 0).padStart(2, '0')}`
}
