import { sql } from 'kysely'
import { breakdowns } from '../../../shared/statistics/catalogue/breakdowns.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'

/** Records of a fiscal year under a code. */
export interface YearUses {
  readonly fiscalYear: number
  readonly count: number
}

/** Where the codes of a list stand: a table with its column, and how its fiscal year is found. */
interface Place {
  readonly table: 'consultation' | 'coordination' | 'referral' | 'activity'
  readonly column: string
}

const columnsOfList: Readonly<Record<string, readonly Place[]>> = {
  method: [{ table: 'consultation', column: 'method' }],
  caller: [{ table: 'consultation', column: 'caller' }],
  sex: [{ table: 'consultation', column: 'sex' }],
  schooling: [{ table: 'consultation', column: 'schooling' }],
  economic: [{ table: 'consultation', column: 'economic' }],
  household: [{ table: 'consultation', column: 'household' }],
  area: [{ table: 'consultation', column: 'area' }],
  duration: [{ table: 'consultation', column: 'duration' }],
  route: [{ table: 'consultation', column: 'route' }],
  topic: [{ table: 'consultation', column: 'main_topic' }],
  destination: [
    { table: 'referral', column: 'destination' },
    { table: 'coordination', column: 'agency' },
  ],
  depth: [{ table: 'referral', column: 'depth' }],
  activityKind: [{ table: 'activity', column: 'kind' }],
}

/** Multiple choices of a contact by the list that gives their codes. */
const choicesOfList: Readonly<Record<string, readonly string[]>> = {
  support: ['support'],
  caller: ['companion'],
  topic: ['topic'],
  factor: ['factor'],
}

/**
 * Records that carry a code, by fiscal year: contacts with their choices, つなぎ, activities with their groups,
 * closings, and monthly values cut by it. Reads whole tables: for the page of one item, not for a list.
 */
export function codeUses(reader: LedgerReader, list: string, code: string): readonly YearUses[] {
  const queries = [
    ...(columnsOfList[list] ?? []).map(({ table, column }) =>
      sql<YearUses>`SELECT fiscal_year AS "fiscalYear", count(*) AS count FROM ${sql.table(table)}
        WHERE ${sql.ref(column)} = ${code} GROUP BY fiscal_year`.compile(build),
    ),
    ...(choicesOfList[list] ?? []).map((choice) =>
      sql<YearUses>`SELECT c.fiscal_year AS "fiscalYear", count(*) AS count FROM consultation_choice x
        JOIN consultation c ON c.key = x.consultation_key
        WHERE x.list = ${choice} AND x.code = ${code} GROUP BY c.fiscal_year`.compile(build),
    ),
    ...(list === 'attendanceGroup'
      ? [
          sql<YearUses>`SELECT a.fiscal_year AS "fiscalYear", count(*) AS count FROM activity_attendance x
            JOIN activity a ON a.key = x.activity_key
            WHERE x.group_code = ${code} GROUP BY a.fiscal_year`.compile(build),
        ]
      : []),
    ...(list === 'closingReason'
      ? [
          sql<YearUses>`SELECT CAST(substr(closed_on, 1, 4) AS INTEGER) - (substr(closed_on, 6, 2) < '04')
              AS "fiscalYear", count(*) AS count FROM case_episode
            WHERE closing_reason = ${code} GROUP BY 1`.compile(build),
        ]
      : []),
    ...breakdowns
      .filter((breakdown) => breakdown.list === list)
      .map(({ code: by }) =>
        sql<YearUses>`SELECT fiscal_year AS "fiscalYear", count(*) AS count FROM tally
          WHERE (by1 = ${by} AND code1 = ${code}) OR (by2 = ${by} AND code2 = ${code})
          GROUP BY fiscal_year`.compile(build),
      ),
  ]
  const years = new Map<number, number>()
  for (const query of queries) {
    for (const { fiscalYear, count } of reader.all(query)) {
      years.set(fiscalYear, (years.get(fiscalYear) ?? 0) + count)
    }
  }
  return [...years]
    .map(([fiscalYear, count]) => ({ fiscalYear, count }))
    .sort((a, b) => a.fiscalYear - b.fiscalYear)
}

/** Items that stand in a group of this code, that were merged into it, or whose spellings name it. */
export function itemsReferringTo(reader: LedgerReader, list: string, code: string): number {
  const grouped = build
    .selectFrom('code_item')
    .innerJoin('code_list', 'code_list.key', 'code_item.code_list_key')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((where) =>
      where.or([
        where.and([where('code_list.groups', '=', list), where('roll_up', '=', code)]),
        where.and([where('code_list.code', '=', list), where('merged_into', '=', code)]),
      ]),
    )
  const named = build
    .selectFrom('code_alias')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('also_list', '=', list)
    .where('also_code', '=', code)
  return [grouped, named].reduce((sum, query) => sum + (reader.get(query)?.count ?? 0), 0)
}
