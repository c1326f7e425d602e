import type { Generated, GeneratedAlways } from 'kysely'
import type { FormCode, ProgrammeRow, ReportState } from '../../../shared/statistics/rows.ts'
import type { Day, Month } from '../../../shared/time/day.ts'
import type { Identity } from './identity.ts'

export type NameTable<Owner extends string> = { [column in Owner]: number } & {
  position: number
  name: string
  valid_from: Day | null
  valid_to: Day | null
}

export interface MetaTable {
  key: Generated<number>
  name: string
  value: string
}

export interface StaffTable extends Identity {
  name: string
  valid_from: Day | null
  valid_to: Day | null
  position: number
}

export interface ProgrammeTable extends Identity {
  code: string
  /** Code of the programme before it. */
  predecessor: string | null
  new_rule: ProgrammeRow['newRule']
  retired_on: Day | null
}

export interface ProgrammeScopeTable {
  programme_key: number
  position: number
  valid_from: Day
  valid_to: Day | null
  basis: string
  target: string
  age_low: number | null
  age_high: number | null
}

export interface PartyTable extends Identity {
  code: string
  corporation: string
  programme_key: number
  contract_from: Day
  contract_to: Day | null
  kana: Generated<string>
  /** Code of the party whose contract this one took over. */
  predecessor: string | null
}

export interface VenueTable extends Identity {
  code: string
  kana: Generated<string>
  retired_on: Day | null
}

export interface DepartmentTable extends Identity {
  code: string
  position: number
  retired_on: Day | null
}

export interface PartyFormTable extends Identity {
  party_key: number
  form: FormCode
  mode: 'records' | 'tally'
  from_month: Month
  to_month: Month | null
}

export interface ReportTable extends Identity {
  party_key: number
  form: FormCode
  month: Month
  fiscal_year: GeneratedAlways<number>
  state: ReportState
  zero_declared: number
}

export interface CountingRuleTable extends Identity {
  /** A statistic's code, or the name of its family: `consultation`. */
  statistic: string
  from_year: number
  to_year: number | null
  reason: string
}

export interface CountingRulePartyTable {
  counting_rule_key: number
  position: number
  party_key: number
}

/** 年度更新. */
export interface YearChangeTable extends Identity {
  fiscal_year: number
  /** JSON: decisions and what came of them. */
  outcome: string
}
