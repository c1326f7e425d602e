import type { ReportState } from '../statistics/rows.ts'

/**
 * How a report may move before it is 確定 (domain §8): 未提出 → 受領 → 差戻し中 → 再提出 → 確認済, and back
 * from 確認済 to 受領 when something must be mended. 確定 and its lifting have a request of their own.
 */
const next: Readonly<Record<ReportState, readonly ReportState[]>> = {
  missing: ['received', 'checked'],
  received: ['checked', 'sentBack', 'missing'],
  sentBack: ['resubmitted', 'received'],
  resubmitted: ['checked', 'sentBack'],
  checked: ['received'],
  confirmed: [],
}

/** The states to which a report may be moved from the one it has. */
export const statesAfter = (state: ReportState): readonly ReportState[] => next[state]

/** 差戻し and taking 確認済 back must say why; the reason goes into the history. */
export const needsReason = (from: ReportState, to: ReportState): boolean =>
  to === 'sentBack' || (from === 'checked' && to === 'received')
