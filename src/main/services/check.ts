import type { CheckFinding } from '../../shared/checks/finding.ts'
import { runAllChecks } from '../../shared/checks/run-checks.ts'
import { limits } from '../../shared/contract/limits.ts'
import type { Finding } from '../../shared/contract/schemas/ledger.ts'
import type { PartyRow } from '../../shared/statistics/rows.ts'
import { lastDayOf } from '../../shared/time/calendar.ts'
import type { Day } from '../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../shared/time/fiscal-year.ts'
import { nameOn } from '../../shared/time/names.ts'
import { findingValues, ruleTitles, tableOfFinding } from '../../shared/words/check-screen.ts'
import { findingMessage, findingPlace, severityWords } from '../../shared/words/checks.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { readCheckRows } from '../ledger/repositories/check-rows.ts'
import { lastChangeBeside } from '../ledger/repositories/history-list.ts'
import { readParties } from '../ledger/repositories/parties.ts'
import { readLedgerFacts } from '../ledger/repositories/settings.ts'
import type { ReaderHandlers } from './contexts.ts'
import { summariseLedger } from './ledger-summary.ts'
import { dayInJapan } from './statistics.ts'

/** A finding of 点検 with its words: what is wrong, and where (domain §7). */
export interface CheckResult extends CheckFinding {
  readonly message: string
  /** 「生活サポート相談窓口　令和６年９月」. */
  readonly placeWords: string
}

interface Checked {
  readonly asOf: Day
  /** The last change that a check may see: a text of a paper changes nothing. */
  readonly sequence: number
  readonly findings: readonly CheckResult[]
}

/** What was found last, for its reader's life: ホーム and 点検 ask for the same. */
const lastChecked = new WeakMap<LedgerReader, Checked>()

/**
 * `check` (点検): runs every rule over all that the ledger holds up to a day, year by year, errors first.
 * Empty when clean: the command then prints nothing and exits 0, else 1.
 */
export function check(reader: LedgerReader, asOf: Day): readonly CheckResult[] {
  return reader.snapshot(() => {
    const sequence = lastChangeBeside(reader, 'paper')
    const last = lastChecked.get(reader)
    if (last?.asOf === asOf && last.sequence === sequence) return last.findings
    const findings = findingsOf(reader, asOf)
    // A writer reads what an action that may yet fail has written.
    if (reader.mode === 'read') lastChecked.set(reader, { asOf, sequence, findings })
    return findings
  })
}

function findingsOf(reader: LedgerReader, asOf: Day): readonly CheckResult[] {
  const rows = readCheckRows(reader, asOf)
  return runAllChecks(rows, asOf).map((finding) => ({
    ...finding,
    message: findingMessage(finding),
    placeWords: findingPlace(finding, rows),
  }))
}

/**
 * The day up to which a ledger is checked: today. The demonstration ends with its data: nobody reports to
 * it, so that no month after them is missing.
 */
export function checkDay(reader: LedgerReader, today: Day): Day {
  if (!readLedgerFacts(reader).fictional) return today
  const lastYear = summariseLedger(reader).yearsWithData.at(-1)
  if (lastYear === undefined) return today
  const end = lastDayOf(fiscalYearPeriod(lastYear).to)
  return end < today ? end : today
}

/** One line a finding, for people: 「エラー（確定できません）　場所　何が」. */
export const checkLine = (result: CheckResult): string =>
  [severityWords[result.severity], result.placeWords, result.message].filter((part) => part !== '').join('　')

/** `check.run` for the screens: up to the frame's as-of date, or today; the first page of findings. */
export const checkReader = {
  'check.run': ({ frame }, { ledger, now, progress }) => {
    progress('comparing', 0, null)
    const findings = check(ledger, frame?.asOf ?? checkDay(ledger, dayInJapan(now())))
    const parties = readParties(ledger)
    return { total: findings.length, findings: findings.slice(0, limits.page).map(toldBy(parties)) }
  },
} satisfies Pick<ReaderHandlers, 'check.run'>

/** A finding for the screens: its words, its values, and what it leads to. */
const toldBy =
  (parties: readonly PartyRow[]) =>
  (result: CheckResult): Finding => {
    const { rule, severity, message, placeWords, place, parameters } = result
    const party = parties.find(({ code }) => code === place.party)
    const day = lastDayOf(place.month ?? fiscalYearPeriod(place.fiscalYear).to)
    return {
      rule,
      severity,
      message,
      place: placeWords,
      title: ruleTitles[rule],
      ...findingValues(result),
      party: place.party,
      partyName: party === undefined ? place.party : (nameOn(party.names, day) ?? party.code),
      statistic: place.statistic,
      month: place.month,
      fiscalYear: place.fiscalYear,
      table: tableOfFinding(result),
      rowId: place.rowId,
      isCut: typeof parameters.codes === 'string' && parameters.codes !== '',
    }
  }
