import type { CheckFinding } from '../../shared/checks/finding.ts'
import { runAllChecks } from '../../shared/checks/run-checks.ts'
import type { Day } from '../../shared/time/day.ts'
import { findingMessage, findingPlace, severityWords } from '../../shared/words/checks.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { readRows } from '../ledger/rows/read-rows.ts'

/** A finding of 点検 with its words: what is wrong, and where (domain §7). */
export interface CheckResult extends CheckFinding {
  readonly message: string
  /** 「生活サポート相談窓口　令和６年９月」. */
  readonly placeWords: string
}

/**
 * `check` (点検): runs every rule over all that the ledger holds up to a day, year by year, errors first.
 * Empty when clean: the command then prints nothing and exits 0, else 1.
 */
export function check(reader: LedgerReader, asOf: Day): readonly CheckResult[] {
  const rows = readRows(reader)
  return runAllChecks(rows, asOf).map((finding) => ({
    ...finding,
    message: findingMessage(finding),
    placeWords: findingPlace(finding, rows),
  }))
}

/** One line a finding, for people: 「エラー（確定できません）　場所　何が」. */
export const checkLine = (result: CheckResult): string =>
  [severityWords[result.severity], result.placeWords, result.message].filter((part) => part !== '').join('　')
