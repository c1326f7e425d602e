import type { Generated, GeneratedAlways } from 'kysely'
import type { CellState } from '../../shared/cell/cell.ts'
import type {
  ActivityDate,
  ActivityRow,
  ActivityState,
  ClosingReason,
  FormCode,
  ProgrammeRow,
  ReferralDepth,
  ReportState,
} from '../../shared/statistics/rows.ts'
import type { Day, Month } from '../../shared/time/day.ts'

/**
 * The ledger's tables as Kysely sees them. They mirror `shared/statistics/rows.ts` in snake_case;
 * rows join by integer `key`, and are named across doors by `id` (UUIDv7). Booleans are 0 | 1.
 */
export interface Tables {
  meta: MetaTable
  staff: StaffTable
  programme: ProgrammeTable
  programme_name: NameTable<'programme_key'>
  programme_scope: ProgrammeScopeTable
  party: PartyTable
  party_name: NameTable<'party_key'>
  venue: VenueTable
  venue_name: NameTable<'venue_key'>
  department: DepartmentTable
  department_name: NameTable<'department_key'>
  party_form: PartyFormTable
  report: ReportTable
  counting_rule: CountingRuleTable
  counting_rule_party: CountingRulePartyTable
  case_file: CaseFileTable
  case_episode: CaseEpisodeTable
  consultation: ConsultationTable
  consultation_choice: ConsultationChoiceTable
  coordination: CoordinationTable
  referral: ReferralTable
  activity: ActivityTable
  activity_state: ActivityStateTable
  activity_partner: ActivityPartnerTable
  activity_attendance: ActivityAttendanceTable
  activity_measure: ActivityMeasureTable
  tally: TallyTable
  code_list: CodeListTable
  code_item: CodeItemTable
  plan: PlanTable
  plan_node: PlanNodeTable
  setting: SettingTable
  paper: PaperTable
  draft: DraftTable
  action: ActionTable
  history: HistoryTable
  history_image: HistoryImageTable
}

/** What every row with an identity has. */
interface Identity {
  key: Generated<number>
  id: string
  /** Starts at 1, rises with each change; a write that saw an older one is a conflict. */
  revision: Generated<number>
}

/** Derived from `day` by SQLite; never written. */
interface DerivedFromDay {
  fiscal_year: GeneratedAlways<number>
  month: GeneratedAlways<Month>
}

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
}

export interface VenueTable extends Identity {
  code: string
}

export interface DepartmentTable extends Identity {
  code: string
  position: number
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
}

export interface ActivityStateTable {
  activity_key: number
  position: number
  state: ActivityState
  on_day: Day
  reason: string
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
}

export interface CodeListTable extends Identity {
  code: string
  label: string
  choice: 'single' | 'multiple'
  version: number
}

export interface CodeItemTable extends Identity {
  code_list_key: number
  code: string
  label: string
  roll_up: string | null
  position: number
  since_version: number
  retired_on: string | null
  merged_into: string | null
}

export interface PlanTable extends Identity {
  name: string
  from_year: number
  to_year: number
  /** JSON array of strings. */
  levels: string
}

export interface PlanNodeTable extends Identity {
  plan_key: number
  parent_key: number | null
  depth: number
  mark: string
  text: string
  position: number
}

export interface SettingTable extends Identity {
  name: string
  /** JSON. */
  value: string
}

export interface PaperTable extends Identity {
  template: string
  /** JSON of `PaperSettings`. */
  settings: string
  /** JSON of `PaperDraft['edits']`. */
  edits: string
  created_at: string
  updated_at: string
}

export interface DraftTable extends Identity {
  kind: string
  target_id: string | null
  staff: string
  /** JSON. */
  content: string
  updated_at: string
}

export interface ActionTable {
  key: Generated<number>
  id: string
  kind: string
  staff: string
  reason: string
  at: string
  request: Uint8Array
  /** JSON. */
  answer: string
  first_seq: number
  last_seq: number
  mac: Uint8Array
}

export interface HistoryTable {
  seq: number
  action_key: number
  change: 'insert' | 'update' | 'delete' | 'none'
  table_name: string
  row_key: number
  row_id: string
  before_digest: Uint8Array | null
  after_digest: Uint8Array | null
  mac: Uint8Array
}

export interface HistoryImageTable {
  seq: number
  salt: Uint8Array
  before: string | null
  after: string | null
}
