/**
 * Every rule of 点検 (domain §7) as data: the one list from which the screen's filter, the manual and the
 * benchmark come. Ids are stable; the Japanese titles stand in `words/check-rules.ts`.
 *
 * - `family`: what kind of mistake it looks for;
 * - `severity`: エラー cannot be 確定 and cannot be acknowledged away, 警告 is looked into;
 * - `about`: the record that a finding's `rowId` names.
 */
export const checkRules = {
  /** 実人数 above 延べ件数 (実 ≤ 延べ). */
  personsOverEvents: { family: 'bounds', severity: 'error', about: 'tally' },
  /** A 再掲 above what it is part of: 新規 > 実, 訪問 > 相談. */
  partOverWhole: { family: 'bounds', severity: 'error', about: 'tally' },
  /** 新規 + 継続 ≠ 実. */
  newAndContinuing: { family: 'bounds', severity: 'error', about: 'tally' },
  /** The year's 実人数 is below its largest month. */
  yearUnderMonth: { family: 'bounds', severity: 'error', about: 'tally' },
  /** The year's 実人数 is above Σ months. */
  yearOverMonths: { family: 'bounds', severity: 'error', about: 'tally' },
  /** The year's 実人数 is below 4月の継続 + Σ新規. */
  yearUnderNew: { family: 'bounds', severity: 'error', about: 'tally' },
  /** 実人数 of a place is below its largest session. */
  personsUnderSession: { family: 'bounds', severity: 'error', about: 'tally' },
  /** The groups of a single-choice breakdown do not make the total. */
  groupsNotTotal: { family: 'sums', severity: 'error', about: 'tally' },
  /** The year's number of events is not Σ months. */
  yearNotSum: { family: 'sums', severity: 'error', about: 'tally' },
  /** A ratio or mean that was entered is not its numerator ÷ its denominator. */
  derivedNotParts: { family: 'sums', severity: 'error', about: 'tally' },
  /** A count below 0: a sign flip. */
  negativeCount: { family: 'slips', severity: 'error', about: 'tally' },
  /** Nothing stands in the cell, but its comment is a number: the sum would skip it. */
  textLikeNumber: { family: 'slips', severity: 'error', about: 'tally' },
  /** A digit inserted, dropped, changed places, or ×10, ÷10. */
  digitSlip: { family: 'slips', severity: 'warning', about: 'tally' },
  /** 千円 for 円, or the other way round: ×1000, ÷1000. */
  unitSlip: { family: 'slips', severity: 'warning', about: 'tally' },
  /** Two cells beside each other hold each other's value. */
  swappedCells: { family: 'slips', severity: 'warning', about: 'tally' },
  /** Last year's values stand where this year's belong. */
  sameAsLastYear: { family: 'slips', severity: 'warning', about: 'tally' },
  /** A month is over, and its report has not come. */
  missingReport: { family: 'reports', severity: 'warning', about: 'report' },
  /** The day by which it was due is over, too. */
  lateReport: { family: 'reports', severity: 'warning', about: 'report' },
  /** A report went back and has not come again. */
  reportSentBack: { family: 'reports', severity: 'warning', about: 'report' },
  /** Records in a month that the party tells by tally: they are not counted. */
  recordsInTallyMonth: { family: 'reports', severity: 'warning', about: 'report' },
  /** A tally in a month that the party tells by records: it is not counted. */
  tallyInRecordsMonth: { family: 'reports', severity: 'warning', about: 'tally' },
  /** A case is marked 新規 more than once in a fiscal year. */
  newClaimedTwice: { family: 'cases', severity: 'warning', about: 'consultation' },
  /** A person is younger than in an earlier contact. */
  youngerThanBefore: { family: 'cases', severity: 'warning', about: 'consultation' },
  /** 8050 with a person under the age of it. */
  tooYoungFor8050: { family: 'cases', severity: 'warning', about: 'consultation' },
  /** The same day, case and channel twice. */
  duplicateContact: { family: 'cases', severity: 'warning', about: 'consultation' },
  /** A contact on a holiday or in the days when offices are closed. */
  contactOnClosedDay: { family: 'days', severity: 'warning', about: 'consultation' },
  /** A session on a holiday or in the days when offices are closed. */
  activityOnClosedDay: { family: 'days', severity: 'warning', about: 'activity' },
  /** Told as done before its day. */
  heldBeforeItsDay: { family: 'days', severity: 'error', about: 'activity' },
  /** A number for a month that has not begun. */
  toldAhead: { family: 'days', severity: 'warning', about: 'tally' },
  /** A reason that the season does not know: 台風 in December. */
  implausibleReason: { family: 'days', severity: 'warning', about: 'activity' },
  /** A cancelled session has attendance. */
  attendanceAtCancelled: { family: 'days', severity: 'error', about: 'activity' },
  /** A number that was 確定 is another one when it is counted again (確定後の差異). */
  movedSinceConfirmed: { family: 'moved', severity: 'warning', about: 'value' },
  /** A number that a paper or sheet has printed is another one now. */
  movedSincePrinted: { family: 'moved', severity: 'warning', about: 'value' },
} as const satisfies Readonly<
  Record<
    string,
    { readonly family: RuleFamily; readonly severity: 'error' | 'warning'; readonly about: RuleSubject }
  >
>

export type RuleFamily = 'bounds' | 'sums' | 'slips' | 'reports' | 'cases' | 'days' | 'moved'
export type RuleSubject = 'tally' | 'consultation' | 'activity' | 'report' | 'value'
export type CheckRule = keyof typeof checkRules

export const checkRuleIds = Object.keys(checkRules) as readonly CheckRule[]
export const isCheckRule = (id: string): id is CheckRule => Object.hasOwn(checkRules, id)

/** Whether 確認済（理由あり） may silence it: what cannot be true stays, whatever the reason. */
export const canBeAcknowledged = (rule: CheckRule): boolean => checkRules[rule].severity === 'warning'
