import { addMonths, firstDayOf, lastDayOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../ledger.ts'
import type { CaseMap } from './case-map.ts'
import { type Choices, type Column, Interned } from './interned.ts'
import { asNumber, asText, rawRows, type Value } from './raw-rows.ts'

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

/**
 * One month of a year's contacts: in the order of the covering index, so nothing is sorted. It is asked
 * for month by month, so that no row needs to carry its month.
 */
export function contactsSql(needs: Needs): string {
  const columns = [
    'party_key',
    'case_key',
    ...(needs.ages ? ['age_low', 'age_high'] : []),
    ...(needs.days ? ['CAST(substr(day, 9, 2) AS INTEGER)'] : []),
    ...(needs.choices ? ['key'] : []),
    ...[...needs.fields].map((field) => contactColumns[field]),
  ]
  return `SELECT ${columns.join(', ')} FROM consultation INDEXED BY consultation_statistics
  WHERE fiscal_year = ? AND day BETWEEN ? AND ? ORDER BY day, key`
}

export function readYearContacts(
  reader: LedgerReader,
  fiscalYear: FiscalYear,
  asOf: Day,
  cases: CaseMap,
  needs: Needs,
): YearContacts {
  const sql = contactsSql(needs)
  const first = fiscalYearPeriod(fiscalYear).from
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(first, index)
    const last = lastDayOf(month)
    const from = firstDayOf(month)
    return from > asOf ? [] : rawRows(reader, sql, [fiscalYear, from, last < asOf ? last : asOf])
  })
  return fill(fiscalYear, months, cases, needs)
}

function fill(
  fiscalYear: FiscalYear,
  months: readonly (readonly Value[][])[],
  cases: CaseMap,
  needs: Needs,
): YearContacts {
  const size = months.reduce((sum, rows) => sum + rows.length, 0)
  const fields = [...needs.fields].map((field) => ({
    field,
    interned: new Interned(),
    values: new Uint16Array(size),
  }))
  const month = new Uint8Array(size)
  const party = new Int32Array(size)
  const person = new Int32Array(size)
  const ageLow = new Int16Array(needs.ages ? size : 0)
  const ageHigh = new Int16Array(needs.ages ? size : 0)
  const dayOfMonth = new Uint8Array(needs.days ? size : 0)
  const keys = new Float64Array(needs.choices ? size : 0)
  const numbers = new Map<number, number>()
  const roots: number[] = []
  const personOf = (caseKey: number): number => {
    const known = numbers.get(caseKey)
    if (known !== undefined) return known
    const root = cases.rootOf(caseKey)
    const number = numbers.get(root) ?? roots.push(root) - 1
    numbers.set(root, number)
    numbers.set(caseKey, number)
    return number
  }
  let at = 0
  months.forEach((rows, index) => {
    for (const row of rows) {
      month[at] = index
      party[at] = asNumber(row[0])
      const caseKey = row[1]
      person[at] = typeof caseKey === 'number' ? personOf(caseKey) : -1
      let column = 2
      if (needs.ages) {
        ageLow[at] = typeof row[2] === 'number' ? row[2] : -1
        ageHigh[at] = typeof row[3] === 'number' ? row[3] : -1
        column = 4
      }
      if (needs.days) dayOfMonth[at] = asNumber(row[column++])
      if (needs.choices) keys[at] = asNumber(row[column++])
      for (const { interned, values } of fields) values[at] = interned.numberOf(asText(row[column++]))
      at += 1
    }
  })
  return {
    fiscalYear,
    size,
    month,
    party,
    person,
    roots,
    fields: new Map(fields.map(({ field, interned, values }) => [field, { codes: interned.codes, values }])),
    ageLow,
    ageHigh,
    dayOfMonth,
    keys,
    needs,
  }
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
