import type { CellFlag, CellState } from '../cell/cell.ts'
import type { Day, FiscalYear, Month } from '../time/day.ts'
import type { NamedPeriod } from '../time/names.ts'

/**
 * What the ledger hands to the statistics: plain rows, one type a table. The SQL tables mirror these
 * (snake_case); the demonstration and the random ledgers of the tests produce them; the pure
 * calculators read them. No row has a field for a name, address or phone number of a person concerned.
 */
export interface LedgerRows {
  readonly programmes: readonly ProgrammeRow[]
  readonly parties: readonly PartyRow[]
  readonly partyForms: readonly PartyFormRow[]
  readonly venues: readonly NamedRow[]
  readonly cases: readonly CaseRow[]
  readonly caseEpisodes: readonly CaseEpisodeRow[]
  readonly consultations: readonly ConsultationRow[]
  readonly coordinations: readonly CoordinationRow[]
  readonly referrals: readonly ReferralRow[]
  readonly activities: readonly ActivityRow[]
  readonly tallies: readonly TallyRow[]
  readonly reports: readonly ReportRow[]
  /** First day of recording: cases opened before it are `beforeLedger`; 新規 of that year needs the list. */
  readonly recordingSince: Day
  /** Whether the list of cases that existed before `recordingSince` was given (domain §3). */
  readonly earlierCasesKnown: boolean
}

export interface NamedRow {
  readonly code: string
  readonly names: readonly NamedPeriod[]
}

/** 事業. `predecessor` and `scopes` carry the lineage ひきこもり・ニート対策事業 → ひきこもり支援事業. */
export interface ProgrammeRow extends NamedRow {
  readonly predecessor: string | null
  /** Whom the programme was for, period by period, oldest first (平成20–26, 平成27–令和5, 令和6–). */
  readonly scopes: readonly ProgrammeScope[]
  /** 新規 rule (domain §3). */
  readonly newRule: 'firstEver' | 'firstOrReopened' | 'notInPreviousYear'
}

/** A period of a programme with its legal base (根拠) and target group (対象者), in words and as ages. */
export interface ProgrammeScope {
  readonly from: Day
  readonly to: Day | null
  readonly basis: string
  readonly target: string
  /** Youngest and oldest age served; null is open or not stated. */
  readonly ages: { readonly low: number | null; readonly high: number | null }
}

/** 報告元 = corporation × programme × contract period. */
export interface PartyRow extends NamedRow {
  readonly corporation: string
  readonly programme: string
  readonly contractFrom: Day
  readonly contractTo: Day | null
}

/** What a party hands in: a form, and whether by records or by tally. Never both for one month. */
export interface PartyFormRow {
  readonly party: string
  readonly form: FormCode
  readonly mode: 'records' | 'tally'
  readonly from: Month
  readonly to: Month | null
}

/** A form covers the statistics of a family: `consultation` covers consultation.*, referral.*, case.* … */
export type FormCode = 'consultation' | 'place' | 'network' | 'family' | 'outreach' | 'other'

export interface CaseRow {
  readonly id: string
  /** The office's code (H041); never a name. */
  readonly code: string
  /** The case that this one was merged into (名寄せ), or null. Merging is a map, rows stay. */
  readonly mergedInto: string | null
  /** Existed before the ledger's first day. */
  readonly beforeLedger: boolean
  /** Cases of one household (世帯) share it, so that 実世帯数 can be counted; null is a household of its own. */
  readonly householdId: string | null
}

export type ClosingReason =
  | 'goalReached'
  | 'handedOver'
  | 'wish'
  | 'interrupted'
  | 'movedAway'
  | 'died'
  | 'other'

/** 開始 … 終結; a second episode of a case is a 再開. */
export interface CaseEpisodeRow {
  readonly id: string
  readonly caseId: string
  readonly openedOn: Day
  readonly closedOn: Day | null
  readonly closingReason: ClosingReason | null
}

/** One contact (相談). Codes are those of the code lists; `unknown` is 不明 in every list. */
export interface ConsultationRow {
  readonly id: string
  readonly day: Day
  readonly party: string
  /** Null exactly when the contact is anonymous: it counts in 延べ, never in 実. */
  readonly caseId: string | null
  readonly method: string
  readonly supports: readonly string[]
  readonly caller: string
  readonly companions: readonly string[]
  /** Integer range, both ends included: 52 is 52–52, 30代 is 30–39, 80代以上 is 80–150, 不明 is null–null. */
  readonly ageLow: number | null
  readonly ageHigh: number | null
  readonly sex: string
  readonly schooling: string
  readonly economic: string
  readonly household: string
  readonly area: string
  readonly duration: string
  readonly route: string
  readonly mainTopic: string
  readonly topics: readonly string[]
  readonly factors: readonly string[]
  /** 「新規」 as written by the reporter: a claim to be checked, never the source. */
  readonly newClaim: boolean | null
  readonly note: string
}

/** 関係機関との連絡調整: never a consultation. */
export interface CoordinationRow {
  readonly id: string
  readonly day: Day
  readonly party: string
  readonly caseId: string | null
  readonly agency: string
}

export type ReferralDepth = 'informed' | 'introduced' | 'accompanied' | 'useConfirmed'

/** つなぎ. */
export interface ReferralRow {
  readonly id: string
  readonly day: Day
  readonly party: string
  readonly caseId: string | null
  readonly consultationId: string | null
  readonly destination: string
  readonly depth: ReferralDepth
}

/** When an activity is planned or was held, as far as it is known. */
export type ActivityDate =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'months'; readonly from: Month; readonly to: Month }
  | { readonly kind: 'unknown' }

export type ActivityState = 'planned' | 'held' | 'partlyHeld' | 'substituted' | 'cancelled' | 'postponed'

/** A state and the day on which it came about: the state on an as-of date is the last one before it. */
export interface ActivityStateChange {
  readonly state: ActivityState
  readonly on: Day
  readonly reason: string
}

/** One session, meeting, seminar, event, survey wave (活動). Category is ①–⑥. */
export interface ActivityRow {
  readonly id: string
  readonly fiscalYear: FiscalYear
  readonly category: 1 | 2 | 3 | 4 | 5 | 6
  /** `place`, `networkMeeting`, `familyMeeting`, `familySeminar`, `event`, `lecture`, `survey`, `dialogue`, `training` … */
  readonly kind: string
  readonly title: string
  readonly party: string
  readonly venue: string | null
  readonly planned: ActivityDate
  readonly held: ActivityDate | null
  /** Oldest first, never empty. */
  readonly states: readonly ActivityStateChange[]
  readonly partners: readonly string[]
  /** Speakers, guests, officials: public persons only. */
  readonly publicPersons: string
  readonly purpose: string
  readonly content: string
  readonly attendance: readonly { readonly group: string; readonly count: number }[]
  /** Other counts by statistic code (`outreach.visitors`, `survey.sample` …), with a stratum where there is one. */
  readonly measures: readonly {
    readonly statistic: string
    readonly stratum: string | null
    readonly value: number
  }[]
}

/**
 * 月報の値: an entered cell for statistic × month (or year) × breakdown × party. `month` null is the
 * year's own value (年の実人数 is asked for, never summed).
 */
export interface TallyRow {
  readonly id: string
  readonly party: string
  readonly statistic: string
  readonly fiscalYear: FiscalYear
  readonly month: Month | null
  /** Breakdown → code, at most two, empty for the total. */
  readonly keys: Readonly<Record<string, string>>
  readonly state: CellState
  /** Present exactly when state is `value`. */
  readonly value: number | null
  readonly flags: readonly CellFlag[]
  /** False: 前年度の値（未採用）; it prints and sums as blank. */
  readonly adopted: boolean
  readonly comment: string
}

export type ReportState = 'missing' | 'received' | 'sentBack' | 'resubmitted' | 'checked' | 'confirmed'

/** The state of a party's form for a month; `zeroDeclared` is 「０件」. */
export interface ReportRow {
  readonly party: string
  readonly form: FormCode
  readonly month: Month
  readonly state: ReportState
  readonly zeroDeclared: boolean
}
