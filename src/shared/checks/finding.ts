import type { ConsultationRow, LedgerRows } from '../statistics/rows.ts'
import type { Day, FiscalYear, Month, TimeFrame } from '../time/day.ts'

/** Every rule of the first family (domain §7): bounds, sums, reports, numbers. Ids are stable. */
export const checkRules = {
  /** 実人数 above 延べ件数 (実 ≤ 延べ). */
  personsOverEvents: 'error',
  /** A 再掲 above what it is part of: 新規 > 実, 訪問 > 相談. */
  partOverWhole: 'error',
  /** 新規 + 継続 ≠ 実. */
  newAndContinuing: 'error',
  /** The groups of a single-choice breakdown do not make the total. */
  groupsNotTotal: 'error',
  /** The year's number of events is not Σ months. */
  yearNotSum: 'error',
  /** The year's 実人数 is below its largest month. */
  yearUnderMonth: 'error',
  /** The year's 実人数 is above Σ months. */
  yearOverMonths: 'error',
  /** The year's 実人数 is below 4月の継続 + Σ新規. */
  yearUnderNew: 'error',
  /** 実人数 of a place is below its largest session. */
  personsUnderSession: 'error',
  /** A cancelled session has attendance. */
  attendanceAtCancelled: 'error',
  /** A count below 0. */
  negativeCount: 'error',
  /** Nothing stands in the cell, but its comment is a number: the sum would skip it. */
  textLikeNumber: 'error',
  /** A digit too many or too few, against last year's same month and the months beside. */
  digitSlip: 'warning',
  /** An expected report has not come. */
  missingReport: 'warning',
  /** A report went back and has not come again. */
  reportSentBack: 'warning',
  /** Records in a month that the party tells by tally: they are not counted. */
  recordsInTallyMonth: 'warning',
  /** A tally in a month that the party tells by records: it is not counted. */
  tallyInRecordsMonth: 'warning',
  /** A case is marked 新規 more than once in a fiscal year. */
  newClaimedTwice: 'warning',
} as const satisfies Readonly<Record<string, 'error' | 'warning'>>

export type CheckRule = keyof typeof checkRules

/** Where a finding stands; what does not apply is null. */
export interface FindingPlace {
  readonly party: string | null
  readonly statistic: string | null
  /** A month, or null for the year's own value. */
  readonly month: Month | null
  readonly fiscalYear: FiscalYear
  readonly day: Day | null
  /** The row in the ledger, where one row is meant. */
  readonly rowId: string | null
}

/** エラー cannot be 確定; 警告 must be looked at (要確認). The words are in `words/checks.ts`. */
export interface CheckFinding {
  readonly rule: CheckRule
  readonly severity: 'error' | 'warning'
  readonly place: FindingPlace
  readonly parameters: Readonly<Record<string, string | number>>
}

/** What a check reads of a contact. */
export type CheckedContact = Pick<ConsultationRow, 'id' | 'day' | 'party' | 'caseId' | 'newClaim'>

/**
 * The rows that checks read. Of contacts those may be missing that no check has anything to say of: neither in
 * a month told by tally, nor marked 新規 beside another of the same person; and cases that no contact has.
 */
export interface CheckRows
  extends Pick<
    LedgerRows,
    'parties' | 'partyForms' | 'reports' | 'cases' | 'activities' | 'tallies' | 'recordingSince'
  > {
  readonly consultations: readonly CheckedContact[]
}

/** One check: pure, over rows, within a frame. */
export type Check = (rows: CheckRows, frame: TimeFrame) => readonly CheckFinding[]

export function finding(
  rule: CheckRule,
  place: Partial<FindingPlace> & Pick<FindingPlace, 'fiscalYear'>,
  parameters: CheckFinding['parameters'] = {},
): CheckFinding {
  return {
    rule,
    severity: checkRules[rule],
    place: { party: null, statistic: null, month: null, day: null, rowId: null, ...place },
    parameters,
  }
}
