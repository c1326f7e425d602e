import type { Generated } from 'kysely'
import type { CellState } from '../../../shared/cell/cell.ts'
import type { ActivityDate, ActivityRow, ActivityState, FormCode } from '../../../shared/statistics/rows.ts'
import type { Day, Month } from '../../../shared/time/day.ts'
import type { Identity } from './identity.ts'

export interface ActivityTable extends Identity {
  fiscal_year: number
  category: ActivityRow['category']
  kind: string
  title: string
  party_key: number
  venue_key: number | null
  planned_kind: ActivityDate['kind']
  planned_from: string | null
  planned_to: string | null
  held_kind: ActivityDate['kind'] | null
  held_from: string | null
  held_to: string | null
  public_persons: string
  purpose: string
  content: string
  series_id: string | null
  hours: Generated<string>
  capacity: number | null
  applications: number | null
  kind_other: Generated<string>
  survey_method: Generated<string>
  survey_from: Day | null
  survey_to: Day | null
}

export interface ActivityStateTable {
  activity_key: number
  position: number
  state: ActivityState
  on_day: Day
  reason: string
  evidence: Generated<string>
  moved_kind: ActivityDate['kind'] | null
  moved_from: string | null
  moved_to: string | null
}

export interface ActivityWithdrawnTable {
  activity_key: number
  position: number
  state: ActivityState
  on_day: Day
  reason: Generated<string>
  evidence: Generated<string>
  withdrawn_on: Day
  withdrawn_for: string
}

export interface ActivityPartnerTable {
  activity_key: number
  position: number
  name: string
}

export interface ActivityAttendanceTable {
  activity_key: number
  position: number
  group_code: string
  count: number
}

export interface ActivityMeasureTable {
  activity_key: number
  position: number
  statistic: string
  stratum: string | null
  value: number
}

export interface TallyTable extends Identity {
  party_key: number
  statistic: string
  fiscal_year: number
  /** Null: the year's own value. */
  month: Month | null
  by1: string
  code1: string
  by2: string
  code2: string
  state: CellState
  value: number | null
  provisional: number
  revised: number
  estimate: number
  adopted: number
  comment: string
  evidence: Generated<string>
}

/** The items of a party's monthly sheet. */
export interface FormSheetTable extends Identity {
  party_key: number
  form: FormCode
}

export interface FormItemTable {
  form_sheet_key: number
  position: number
  statistic: string
  by1: string
  code1: string
  by2: string
  code2: string
}
