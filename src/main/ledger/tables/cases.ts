import type { ClosingReason, ReferralDepth } from '../../../shared/statistics/rows.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { DerivedFromDay, Identity } from './identity.ts'

export interface CaseFileTable extends Identity {
  code: string
  merged_into_key: number | null
  before_ledger: number
  household_id: string | null
}

export interface CaseEpisodeTable extends Identity {
  case_key: number
  opened_on: Day
  closed_on: Day | null
  closing_reason: ClosingReason | null
}

export interface ConsultationTable extends Identity, DerivedFromDay {
  day: Day
  party_key: number
  case_key: number | null
  method: string
  caller: string
  age_low: number | null
  age_high: number | null
  sex: string
  schooling: string
  economic: string
  household: string
  area: string
  duration: string
  route: string
  main_topic: string
  new_claim: number | null
  note: string
}

export interface ConsultationChoiceTable {
  consultation_key: number
  list: 'support' | 'companion' | 'topic' | 'factor'
  position: number
  code: string
}

export interface ConsultationOtherTable {
  consultation_key: number
  list: string
  position: number
  text: string
}

export interface CoordinationTable extends Identity, DerivedFromDay {
  day: Day
  party_key: number
  case_key: number | null
  agency: string
}

export interface ReferralTable extends Identity, DerivedFromDay {
  day: Day
  party_key: number
  case_key: number | null
  consultation_key: number | null
  destination: string
  depth: ReferralDepth
}
