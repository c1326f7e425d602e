import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../../shared/time/day.ts'
import { readerInternals } from '../../internals.ts'
import type { LedgerReader } from '../../ledger.ts'
import { build } from '../../query.ts'

/** What the register is narrowed to, in the ledger's own terms; null or empty is no condition. */
export interface RegisterFilter {
  readonly from: Day | null
  readonly to: Day | null
  readonly party: string | null
  /** Codes of which one must stand in the column. */
  readonly codes: readonly { readonly column: CodeColumn; readonly codes: readonly string[] }[]
  /** Keys of cases, merged ones among them. */
  readonly caseKeys: readonly number[] | null
  /** A record must meet one of these. */
  readonly search: RegisterSearch | null
}

export type CodeColumn = 'method' | 'caller' | 'sex' | 'main_topic' | 'route'

export interface RegisterSearch {
  readonly number: number | null
  /** Text within the code of the case; upper-case. */
  readonly caseCode: string
  readonly codes: readonly { readonly column: CodeColumn; readonly codes: readonly string[] }[]
  /** Spellings of the words, of which one must stand in the note. */
  readonly notes: readonly string[]
}

/** `codes`: the codes of the column in printing order; others come last. */
export type RegisterSort = { readonly direction: 'up' | 'down' } & (
  | { readonly by: 'number' | 'day' | 'case' | 'age' }
  | { readonly by: 'code'; readonly column: CodeColumn; readonly codes: readonly string[] }
)

/**
 * The keys of all records that the filter leaves, in order: four bytes each, so that 100,000 of them are
 * found once, and any window of them is a slice. Equal places stand in the order of recording.
 */
export function registerKeys(reader: LedgerReader, filter: RegisterFilter, sort: RegisterSort): Int32Array {
  let query = build.selectFrom('consultation as c').select('c.key')
  if (filter.from !== null) query = query.where('c.day', '>=', filter.from)
  if (filter.to !== null) query = query.where('c.day', '<=', filter.to)
  if (filter.party !== null) {
    query = query.where('c.party_key', '=', (where) =>
      where
        .selectFrom('party')
        .select('party.key')
        .where('party.code', '=', filter.party ?? ''),
    )
  }
  for (const { column, codes } of filter.codes) query = query.where(`c.${column}`, 'in', among(codes))
  if (filter.caseKeys !== null) query = query.where('c.case_key', 'in', among(filter.caseKeys))
  if (filter.search !== null) query = query.where(met(filter.search))
  if (sort.by === 'number') {
    // Any index answers the keys alone; numbers are sorted quicker here than rows there.
    const keys = numbers(reader, query.compile()).sort()
    return sort.direction === 'down' ? keys.reverse() : keys
  }
  const place = placeOf(sort)
  const ordered = query.orderBy(place, sort.direction === 'up' ? 'asc' : 'desc').orderBy('c.key')
  return numbers(reader, ordered.compile())
}

/** A list as one parameter: the text of the query stays the same whatever is chosen. */
const among = (values: readonly (string | number)[]): RawBuilder<never> =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`

function met(search: RegisterSearch): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = search.codes.map(
    ({ column, codes }) => sql`c.${sql.ref(column)} IN ${among(codes)}`,
  )
  if (search.number !== null) conditions.push(sql`c.key = ${search.number}`)
  if (search.caseCode !== '') {
    const cases = sql`(SELECT f.key FROM case_file f WHERE instr(upper(f.code), ${search.caseCode}))`
    conditions.push(sql`c.case_key IN ${cases}`)
  }
  for (const note of search.notes) conditions.push(sql`instr(c.note, ${note})`)
  if (conditions.length === 0) return sql`FALSE`
  return sql`(${sql.join(conditions, sql` OR `)})`
}

function placeOf(sort: RegisterSort): RawBuilder<unknown> {
  switch (sort.by) {
    case 'day':
      return sql`c.day`
    case 'age':
      return sql`c.age_low`
    case 'case':
      return sql`(SELECT f.code FROM case_file f WHERE f.key = c.case_key)`
    case 'code': {
      const whens = sort.codes.map((code, place) => sql`WHEN ${code} THEN ${place}`)
      if (whens.length === 0) return sql`c.${sql.ref(sort.column)}`
      return sql`CASE c.${sql.ref(sort.column)} ${sql.join(whens, sql` `)} ELSE ${sort.codes.length} END`
    }
    default:
      return sql`c.key`
  }
}

function numbers(
  reader: LedgerReader,
  query: { readonly sql: string; readonly parameters: readonly unknown[] },
) {
  const { connection } = readerInternals(reader)
  const statement = connection.prepare<unknown[], number>(query.sql)
  return Int32Array.from(statement.pluck(true).all(...query.parameters))
}
