import type { Generated } from 'kysely'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import type { Day, Month } from '../../../shared/time/day.ts'
import type { Identity } from './identity.ts'

/** 確定 of a month, or of a year (`month` null), of a party's form; `party_key` null is 全体. */
export interface ConfirmationTable extends Identity {
  party_key: number | null
  form: FormCode
  fiscal_year: number
  month: Month | null
  as_of: Day
  confirmed_on: Day
}

export interface ConfirmedValueTable {
  confirmation_key: number
  position: number
  statistic: string
  /** Joined by a comma; empty for the total alone. */
  breakdowns: string
  /** First fiscal year of the definition's version. */
  valid_from: number
  /** JSON of a `StoredAnswer`. */
  answer: string
}

/** 「国・都へ提出済み」. */
export interface SubmissionTable extends Identity {
  form: FormCode
  fiscal_year: number
  month: Month | null
  recipient: string
  submitted_on: Day
  needs_again: Generated<number>
  why: Generated<string>
}

export type LateState = 'waiting' | 'taken' | 'dismissed'

export interface LateArrivalTable extends Identity {
  party_key: number
  form: FormCode
  fiscal_year: number
  /** Null: a value of the year itself. */
  month: Month | null
  /** JSON of a `StagedRecord`. */
  content: string
  /** The row that it corrects. */
  replaces_id: string | null
  file_name: string
  sheet: string
  sheet_row: number
  arrived_on: Day
  state: Generated<LateState>
}
