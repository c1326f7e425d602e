import { addMonths, firstDayOf, lastDayOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../ledger.ts'
import type { CaseMap } from './case-map.ts'
import { type Choices, type Column, Interned } from './interned.ts'
import { PackedCodes, packed, unpackNumbers } from './packed-columns.ts'
import { asBytes, asNumber, asText, type PackedValue, packedRow, plucked, rawRows } from './raw-rows.ts'

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

/** Ages are two bytes, youngest and oldest; 255 is not known (the schema ends at 150). */
export const unknownAges = 65_535

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
  /** `youngest * 256 + oldest`, or `unknownAges`. */
  readonly ages: Uint16Array
  readonly dayOfMonth: Uint8Array
  readonly keys: Float64Array
  readonly needs: Needs
}

/**
 * The contacts of a month, packed: how many, cases (0 is none), parties, and what is needed of ages, days,
 * keys and codes. Read in the order of the covering index, so that nothing is sorted; month by month, so
 * that no row needs to carry its month. `alone`: only what `needs` names, for rows that were read before.
 */
export function contactsSql(needs: Needs, alone = false): string {
  const columns = [...needs.fields].map((field) => contactColumns[field])
  const own = [...(alone ? [] : ['case_key', 'party_key']), ...(needs.ages ? ['age_low', 'age_high'] : [])]
  if (needs.days) own.push('day')
  if (needs.choices) own.push('key')
  const packedColumns = [
    alone ? 'NULL' : packed('ifnull(case_key, 0)'),
    alone ? 'NULL' : packed('party_key'),
    needs.ages ? packed('ifnull(age_low, 255) * 256 + ifnull(age_high, 255)') : 'NULL',
    needs.days ? packed('CAST(substr(day, 9, 2) AS INTEGER)') : 'NULL',
    needs.choices ? packed('key') : 'NULL',
    ...columns.map(packed),
  ]
  return `SELECT count(*), ${packedColumns.join(', ')} FROM (
    SELECT ${[...own, ...columns].join(', ')}
    FROM consultation INDEXED BY consultation_statistics
    WHERE fiscal_year = @year AND day BETWEEN @from AND @to ORDER BY day, key)`
}

export function readYearContacts(
  reader: LedgerReader,
  fiscalYear: FiscalYear,
  asOf: Day,
  cases: CaseMap,
  needs: Needs,
): YearContacts {
  const people = new People(cases, asNumber(plucked(reader, 'SELECT max(key) FROM case_file', {})[0]))
  const { months, size, ...columns } = readColumns(reader, fiscalYear, asOf, needs, people)
  return {
    fiscalYear,
    size,
    month: joined(new Uint8Array(size), months, (month) => month.month),
    party: joined(new Int32Array(size), months, (month) => month.party),
    person: joined(new Int32Array(size), months, (month) => month.person),
    roots: people.roots,
    ...columns,
    needs,
  }
}

/**
 * The same rows with more of their columns, of which only those that are missing are read. The ledger must be
 * as it was when `year` was read.
 */
export function withMoreColumns(
  reader: LedgerReader,
  year: YearContacts,
  asOf: Day,
  needs: Needs,
): YearContacts {
  const have = year.needs
  const missing: Needs = {
    fields: new Set([...needs.fields].filter((field) => !have.fields.has(field))),
    ages: needs.ages && !have.ages,
    choices: needs.choices && !have.choices,
    days: needs.days && !have.days,
  }
  const more = readColumns(reader, year.fiscalYear, asOf, missing, null)
  if (more.size !== year.size) throw new Error('The ledger is not as it was when the year was read')
  return {
    ...year,
    fields: new Map([...year.fields, ...more.fields]),
    ages: missing.ages ? more.ages : year.ages,
    dayOfMonth: missing.days ? more.dayOfMonth : year.dayOfMonth,
    keys: missing.choices ? more.keys : year.keys,
    needs: {
      fields: new Set([...have.fields, ...missing.fields]),
      ages: have.ages || missing.ages,
      choices: have.choices || missing.choices,
      days: have.days || missing.days,
    },
  }
}

type Columns = Pick<YearContacts, 'size' | 'fields' | 'ages' | 'dayOfMonth' | 'keys'> & {
  readonly months: readonly MonthOfContacts[]
}

/** `people` null: the persons and parties of the rows are known already. */
function readColumns(
  reader: LedgerReader,
  fiscalYear: FiscalYear,
  asOf: Day,
  needs: Needs,
  people: People | null,
): Columns {
  const first = fiscalYearPeriod(fiscalYear).from
  const codes = [...needs.fields].map((field) => [field, new PackedCodes()] as const)
  const known = codes.map(([, own]) => own)
  const sql = contactsSql(needs, people === null)
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(first, index)
    const to = lastDayOf(month) < asOf ? lastDayOf(month) : asOf
    if (firstDayOf(month) > asOf) return null
    const row = packedRow(reader, sql, { year: fiscalYear, from: firstDayOf(month), to })
    return readMonth(row, index, needs, people, known)
  }).filter((month) => month !== null)
  const size = months.reduce((sum, month) => sum + month.month.length, 0)
  return {
    months,
    size,
    fields: new Map(
      codes.map(([field, own], at) => [
        field,
        {
          codes: own.codes,
          values: joined(new Uint16Array(size), months, (month) => month.codes[at] ?? new Uint16Array(0)),
        },
      ]),
    ),
    ages: joined(new Uint16Array(needs.ages ? size : 0), months, (month) => month.ages),
    dayOfMonth: joined(new Uint8Array(needs.days ? size : 0), months, (month) => month.dayOfMonth),
    keys: joined(new Float64Array(needs.choices ? size : 0), months, (month) => month.keys),
  }
}

interface MonthOfContacts {
  readonly month: Uint8Array
  readonly party: Int32Array
  readonly person: Int32Array
  readonly ages: Uint16Array
  readonly dayOfMonth: Uint8Array
  readonly keys: Float64Array
  /** In the order of the fields. */
  readonly codes: readonly Uint16Array[]
}

function readMonth(
  row: readonly PackedValue[],
  index: number,
  needs: Needs,
  people: People | null,
  known: readonly PackedCodes[],
): MonthOfContacts {
  const [count, cases, parties, ages, days, keys, ...codes] = row
  const size = asNumber(count)
  const own = people === null ? 0 : size
  const person = unpackNumbers(asBytes(cases), new Int32Array(own))
  people?.number(person)
  return {
    month: new Uint8Array(size).fill(index),
    party: unpackNumbers(asBytes(parties), new Int32Array(own)),
    person,
    ages: unpackNumbers(asBytes(ages), new Uint16Array(needs.ages ? size : 0)),
    dayOfMonth: unpackNumbers(asBytes(days), new Uint8Array(needs.days ? size : 0)),
    keys: unpackNumbers(asBytes(keys), new Float64Array(needs.choices ? size : 0)),
    codes: known.map((own, at) => own.unpack(asBytes(codes[at]), new Uint16Array(size))),
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

  /** Puts the person in the place of each key of a case: −1 for no case. */
  number(caseKeys: Int32Array): void {
    const numbers = this.#numbers
    for (let row = 0; row < caseKeys.length; row += 1) {
      const caseKey = caseKeys[row] ?? 0
      caseKeys[row] = (caseKey === 0 ? 0 : numbers[caseKey] || this.#meet(caseKey)) - 1
    }
  }

  #meet(caseKey: number): number {
    const root = this.#cases.rootOf(caseKey)
    const number = this.#numbers[root] || this.roots.push(root)
    this.#numbers[root] = number
    this.#numbers[caseKey] = number
    return number
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

/** The day of a contact as 20240401; only where `needs.days`. */
export function dayOfContact({ fiscalYear, month, dayOfMonth }: YearContacts, row: number): number {
  const index = month[row] ?? 0
  const ofYear = index < 9 ? fiscalYear * 100 + index + 4 : (fiscalYear + 1) * 100 + index - 8
  return ofYear * 100 + (dayOfMonth[row] ?? 0)
}
