import type { Day } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../ledger.ts'
import { asNumber, asText, rawRows } from './raw-rows.ts'

/** 名寄せ and what the cases say of persons, by the integer keys of the table. */
export interface CaseMap {
  /** The case that this one was merged into, followed to its end. */
  rootOf(key: number): number
  /** The cases merged into a root, itself first. */
  membersOf(root: number): readonly number[]
  readonly beforeLedger: ReadonlySet<number>
  readonly households: ReadonlyMap<number, string>
}

export const caseMapSql = {
  merged: 'SELECT key, merged_into_key FROM case_file WHERE merged_into_key IS NOT NULL',
  beforeLedger: 'SELECT key FROM case_file WHERE before_ledger = 1',
  households: 'SELECT key, household_id FROM case_file WHERE household_id IS NOT NULL',
} as const

export function readCaseMap(reader: LedgerReader): CaseMap {
  const merged = new Map(
    rawRows(reader, caseMapSql.merged, []).map(([key, into]) => [asNumber(key), asNumber(into)]),
  )
  const rootOf = (key: number): number => {
    if (!merged.has(key)) return key
    const seen = new Set<number>()
    let root = key
    while (!seen.has(root)) {
      seen.add(root)
      root = merged.get(root) ?? root
    }
    return root
  }
  const members = new Map<number, number[]>()
  for (const key of merged.keys()) {
    const root = rootOf(key)
    if (root !== key) members.set(root, [...(members.get(root) ?? [root]), key])
  }
  return {
    rootOf,
    membersOf: (root) => members.get(root) ?? [root],
    beforeLedger: new Set(rawRows(reader, caseMapSql.beforeLedger, []).map(([key]) => rootOf(asNumber(key)))),
    households: new Map(
      rawRows(reader, caseMapSql.households, []).map(([key, household]) => [
        asNumber(key),
        asText(household),
      ]),
    ),
  }
}

export const reopeningsSql = `
  SELECT case_key, opened_on, closed_on FROM case_episode
  WHERE case_key IN (SELECT key FROM case_file WHERE merged_into_key IS NOT NULL)
     OR case_key IN (SELECT merged_into_key FROM case_file WHERE merged_into_key IS NOT NULL)
     OR case_key IN (SELECT case_key FROM case_episode GROUP BY case_key HAVING count(*) > 1)`

/** Days on which a closed case was opened again (再開), by root case, up to the as-of date. */
export function readReopenings(
  reader: LedgerReader,
  cases: CaseMap,
  asOf: Day,
): ReadonlyMap<number, readonly string[]> {
  const rows = rawRows(reader, reopeningsSql, []).map(([key, opened, closed]) => ({
    root: cases.rootOf(asNumber(key)),
    opened: asText(opened),
    closed: closed === null ? null : asText(closed),
  }))
  const found = new Map<number, string[]>()
  for (const [root, own] of Map.groupBy(rows, (row) => row.root)) {
    const days = own
      .filter(({ opened }) => opened <= asOf)
      .filter(({ opened }) =>
        own.some((one) => one.opened < opened && one.closed !== null && one.closed <= opened),
      )
      .map(({ opened }) => opened)
    if (days.length > 0) found.set(root, days)
  }
  return found
}
