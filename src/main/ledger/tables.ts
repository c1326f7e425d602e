import type {
  ActivityAttendanceTable,
  ActivityMeasureTable,
  ActivityPartnerTable,
  ActivityStateTable,
  ActivityTable,
  ActivityWithdrawnTable,
  FormItemTable,
  FormSheetTable,
  TallyTable,
} from './tables/activities.ts'
import type {
  CaseEpisodeTable,
  CaseFileTable,
  ConsultationChoiceTable,
  ConsultationOtherTable,
  ConsultationTable,
  CoordinationTable,
  ReferralTable,
} from './tables/cases.ts'
import type { FindingAcknowledgementTable } from './tables/checks.ts'
import type { CollectionIssueTable } from './tables/collection.ts'
import type {
  ConfirmationTable,
  ConfirmedValueTable,
  LateArrivalTable,
  SubmissionTable,
} from './tables/confirming.ts'
import type { FavouriteTable, KnownFigureTable } from './tables/figures.ts'
import type { ActionTable, HistoryImageTable, HistoryTable } from './tables/history.ts'
import type { IndicatorTable, IndicatorYearTable } from './tables/indicators.ts'
import type { BookReceiptTable, IntakeProfileTable } from './tables/intake.ts'
import type {
  CountingRulePartyTable,
  CountingRuleTable,
  DepartmentTable,
  MetaTable,
  NameTable,
  PartyFormTable,
  PartyTable,
  ProgrammeScopeTable,
  ProgrammeTable,
  ReportTable,
  StaffTable,
  VenueTable,
  YearChangeTable,
} from './tables/organisation.ts'
import type {
  AgeBandsTable,
  AgeBandTable,
  CodeAliasTable,
  CodeItemTable,
  CodeListTable,
  DraftTable,
  PaperTable,
  PlanNodeTable,
  PlanTable,
  SettingTable,
} from './tables/planning.ts'

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
  year_change: YearChangeTable
  case_file: CaseFileTable
  case_episode: CaseEpisodeTable
  consultation: ConsultationTable
  consultation_choice: ConsultationChoiceTable
  consultation_other: ConsultationOtherTable
  coordination: CoordinationTable
  referral: ReferralTable
  activity: ActivityTable
  activity_state: ActivityStateTable
  activity_partner: ActivityPartnerTable
  activity_attendance: ActivityAttendanceTable
  activity_measure: ActivityMeasureTable
  activity_withdrawn: ActivityWithdrawnTable
  tally: TallyTable
  form_sheet: FormSheetTable
  form_item: FormItemTable
  code_list: CodeListTable
  code_item: CodeItemTable
  code_alias: CodeAliasTable
  age_bands: AgeBandsTable
  age_band: AgeBandTable
  plan: PlanTable
  plan_node: PlanNodeTable
  setting: SettingTable
  paper: PaperTable
  draft: DraftTable
  favourite: FavouriteTable
  known_figure: KnownFigureTable
  finding_acknowledgement: FindingAcknowledgementTable
  confirmation: ConfirmationTable
  confirmed_value: ConfirmedValueTable
  submission: SubmissionTable
  late_arrival: LateArrivalTable
  intake_profile: IntakeProfileTable
  book_receipt: BookReceiptTable
  collection_issue: CollectionIssueTable
  indicator: IndicatorTable
  indicator_year: IndicatorYearTable
  action: ActionTable
  history: HistoryTable
  history_image: HistoryImageTable
}
