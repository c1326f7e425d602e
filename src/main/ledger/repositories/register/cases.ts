import { sql } from 'kysely'
import type { ClosingReason } from '../../../../shared/statistics/rows.ts'
import type { Day } from '../../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger.ts'
import { build } from '../../query.ts'

export interface StoredCase {
  readonly key: number
  readonly id: string
  readonly code: string
  readonly revision: number
  readonly mergedIntoKey: number | null
  readonly beforeLedger: boolean
  readonly householdId: string | null
}

const columns = [
  'f.key',
  'f.id',
  'f.code',
  'f.revision',
  'f.merged_into_key as mergedIntoKey',
  'f.before_ledger as before',
  'f.household_id as householdId',
] as const

const caseOf = ({ before, ...row }: Omit<StoredCase, 'beforeLedger'> & { before: number }): StoredCase => ({
  ...row,
  beforeLedger: before === 1,
})

export function findCase(reader: LedgerReader, id: string): StoredCase | null {
  const row = reader.get(build.selectFrom('case_file as f').select(columns).where('f.id', '=', id))
  return row === undefined ? null : caseOf(row)
}

export function caseOfKey(reader: LedgerReader, key: number): StoredCase | null {
  const row = reader.get(build.selectFrom('case_file as f').select(columns).where('f.key', '=', key))
  return row === undefined ? null : caseOf(row)
}

/** A code as it is typed: width and case do not matter. An equal one comes before one that only looks so. */
export function findCaseByCode(reader: LedgerReader, code: string): StoredCase | null {
  const exact = reader.get(build.selectFrom('case_file as f').select(columns).where('f.code', '=', code))
  if (exact !== undefined) return caseOf(exact)
  const row = reader.get(
    build
      .selectFrom('case_file as f')
      .select(columns)
      .where(sql<boolean>`upper(f.code) = ${code.toUpperCase()}`)
      .orderBy('f.key'),
  )
  return row === undefined ? null : caseOf(row)
}

/** The case that this one stands for now; a circle ends at the first case met again. */
export function rootOfCase(reader: LedgerReader, from: StoredCase): StoredCase {
  const seen = new Set<number>()
  let root = from
  while (root.mergedIntoKey !== null && !seen.has(root.key)) {
    seen.add(root.key)
    root = caseOfKey(reader, root.mergedIntoKey) ?? { ...root, mergedIntoKey: null }
  }
  return root
}

/** All cases that are one person with this one: the root first, then what was merged into it, however far along. */
export function membersOfPerson(reader: LedgerReader, of: StoredCase): readonly StoredCase[] {
  const found = [rootOfCase(reader, of)]
  for (const one of found) {
    const merged = reader
      .all(
        build
          .selectFrom('case_file as f')
          .select(columns)
          .where('f.merged_into_key', '=', one.key)
          .orderBy('f.key'),
      )
      .map(caseOf)
    found.push(...merged.filter((row) => !found.some((other) => other.key === row.key)))
  }
  return found
}

/** Keys of a person's cases; none for an id that is not there. */
export function caseKeysOfPerson(reader: LedgerReader, id: string): readonly number[] {
  const own = findCase(reader, id)
  return own === null ? [] : membersOfPerson(reader, own).map((row) => row.key)
}

export interface StoredEpisode {
  readonly key: number
  readonly id: string
  readonly revision: number
  readonly caseKey: number
  readonly openedOn: Day
  readonly closedOn: Day | null
  readonly closingReason: ClosingReason | null
}

/** Episodes of these cases, oldest first. */
export function episodesOf(reader: LedgerReader, caseKeys: readonly number[]): readonly StoredEpisode[] {
  return reader.all(
    build
      .selectFrom('case_episode')
      .select([
        'key',
        'id',
        'revision',
        'case_key as caseKey',
        'opened_on as openedOn',
        'closed_on as closedOn',
        'closing_reason as closingReason',
      ])
      .where('case_key', 'in', caseKeys.length === 0 ? [0] : caseKeys)
      .orderBy('opened_on')
      .orderBy('key'),
  )
}

export function findEpisode(
  reader: LedgerReader,
  id: string,
): (StoredEpisode & { readonly caseId: string }) | null {
  const row = reader.get(
    build
      .selectFrom('case_episode as e')
      .innerJoin('case_file as f', 'f.key', 'e.case_key')
      .select([
        'e.key',
        'e.id',
        'e.revision',
        'e.case_key as caseKey',
        'f.id as caseId',
        'opened_on as openedOn',
        'closed_on as closedOn',
        'closing_reason as closingReason',
      ])
      .where('e.id', '=', id),
  )
  return row ?? null
}

export function householdOf(reader: LedgerReader, householdId: string): readonly StoredCase[] {
  return reader
    .all(
      build
        .selectFrom('case_file as f')
        .select(columns)
        .where('f.household_id', '=', householdId)
        .orderBy('f.code'),
    )
    .map(caseOf)
}

/** Contacts of these cases: how many, the first and last day, and the last `limit`, newest first. */
export function contactsOfPerson(reader: LedgerReader, caseKeys: readonly number[], limit: number) {
  const keys = caseKeys.length === 0 ? [0] : caseKeys
  const counted = reader.get(
    build
      .selectFrom('consultation')
      .select((one) => [
        one.fn.countAll<number>().as('count'),
        one.fn.min('day').as('first'),
        one.fn.max('day').as('last'),
      ])
      .where('case_key', 'in', keys),
  )
  const newest = reader.all(
    build
      .selectFrom('consultation as c')
      .select('c.id')
      .where('c.case_key', 'in', keys)
      .orderBy('c.day', 'desc')
      .orderBy('c.key', 'desc')
      .limit(limit),
  )
  return {
    count: counted?.count ?? 0,
    first: counted?.first ?? null,
    last: counted?.last ?? null,
    newest: newest.map((row) => row.id),
  }
}

export type WhichCases = 'all' | 'open' | 'closed' | 'beforeLedger' | 'merged'

/** Cases by code, a window at a time. */
export function listCases(
  reader: LedgerReader,
  about: {
    readonly search: string
    readonly which: WhichCases
    readonly offset: number
    readonly limit: number
  },
): { readonly total: number; readonly rows: readonly StoredCase[] } {
  let query = build.selectFrom('case_file as f')
  if (about.search !== '')
    query = query.where(sql<boolean>`instr(upper(f.code), ${about.search.toUpperCase()})`)
  const isOpen = sql<boolean>`EXISTS (SELECT 1 FROM case_episode e WHERE e.case_key = f.key AND e.closed_on IS NULL)`
  switch (about.which) {
    case 'open':
      query = query.where(isOpen).where('f.merged_into_key', 'is', null)
      break
    case 'closed':
      query = query.where(sql<boolean>`NOT ${isOpen}`).where('f.merged_into_key', 'is', null)
      break
    case 'beforeLedger':
      query = query.where('f.before_ledger', '=', 1)
      break
    case 'merged':
      query = query.where('f.merged_into_key', 'is not', null)
      break
    default:
  }
  const total = reader.get(query.select((one) => one.fn.countAll<number>().as('count')))?.count ?? 0
  const rows = reader.all(
    query.select(columns).orderBy('f.code').orderBy('f.key').limit(about.limit).offset(about.offset),
  )
  return { total, rows: rows.map(caseOf) }
}
