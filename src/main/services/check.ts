import type { CheckFinding } from '../../shared/checks/finding.ts'
import { canBeAcknowledged } from '../../shared/checks/rules.ts'
import { runAllChecks } from '../../shared/checks/run-checks.ts'
import { limits } from '../../shared/contract/limits.ts'
import type { Finding } from '../../shared/contract/schemas/ledger.ts'
import type { FormCode, PartyRow } from '../../shared/statistics/rows.ts'
import { lastDayOf } from '../../shared/time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../shared/time/fiscal-year.ts'
import { nameOn } from '../../shared/time/names.ts'
import { ruleTitles } from '../../shared/words/check-rules.ts'
import { findingValues, tableOfFinding } from '../../shared/words/check-screen.ts'
import { findingMessage, findingPlace, severityWords } from '../../shared/words/checks.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { type Acknowledgement, readAcknowledgements } from '../ledger/repositories/acknowledgements.ts'
import { readCheckRows } from '../ledger/repositories/check-rows.ts'
import { readCodeLists } from '../ledger/repositories/code-lists.ts'
import { lastChangeBeside } from '../ledger/repositories/history-list.ts'
import { readParties } from '../ledger/repositories/parties.ts'
import { readLedgerFacts } from '../ledger/repositories/settings.ts'
import { movedSinceConfirmed } from './confirming/moved.ts'
import type { ReaderHandlers } from './contexts.ts'
import { summariseLedger } from './ledger-summary.ts'
import { readDueDay } from './reports/due-day.ts'
import { readCodeLabels } from './statistics/code-labels.ts'
import { dayInJapan } from './statistics.ts'

/** A finding of 点検 with its words: what is wrong, where, and whether someone looked into it (domain §7). */
export interface CheckResult extends CheckFinding {
  readonly message: string
  /** 「生活サポート相談窓口　令和６年９月」. */
  readonly placeWords: string
  /** 確認済（理由あり）, or null while the finding is open. */
  readonly acknowledgement: Pick<Acknowledgement, 'id' | 'revision' | 'reason'> | null
}

type Told = Omit<CheckResult, 'acknowledgement'>

interface Checked {
  readonly asOf: Day
  readonly today: Day | null
  /** The last change that a check may see: a text of a paper changes nothing. */
  readonly sequence: number
  readonly findings: readonly Told[]
}

/** What was found last, for its reader's life: ホーム and 点検 ask for the same. */
const lastChecked = new WeakMap<LedgerReader, Checked>()

/**
 * 点検: runs every rule over all that the ledger holds up to a day, year by year, errors first. Those that
 * someone acknowledged are among them; `isOpen` tells them apart. `today` shows what is told ahead of it.
 */
export function check(reader: LedgerReader, asOf: Day, today: Day | null = null): readonly CheckResult[] {
  return reader.snapshot(() => {
    const acknowledged = acknowledgements(reader)
    return found(reader, asOf, today).map((told) => ({ ...told, acknowledgement: acknowledged(told) }))
  })
}

/** Nobody has given a reason for it: it counts. */
export const isOpen = ({ acknowledgement }: CheckResult): boolean => acknowledgement === null

/** A party's form, in a month or in a whole fiscal year (with the year's own values). */
export type FindingScope = { readonly party: string; readonly form: FormCode } & (
  | { readonly month: Month }
  | { readonly fiscalYear: FiscalYear }
)

/**
 * What 点検 has to say about a party's form in a month or year, as of the ledger's day: before 確定 (an
 * エラー forbids it) and beside a report. Acknowledged ones are among them.
 */
export function findingsOf(reader: LedgerReader, scope: FindingScope, today: Day): readonly CheckResult[] {
  return check(reader, checkDay(reader, today), today).filter(({ place }) => {
    if (place.party !== scope.party || place.form !== scope.form) return false
    return 'month' in scope ? place.month === scope.month : place.fiscalYear === scope.fiscalYear
  })
}

function found(reader: LedgerReader, asOf: Day, today: Day | null): readonly Told[] {
  const sequence = lastChangeBeside(reader, 'paper', 'finding_acknowledgement')
  const last = lastChecked.get(reader)
  if (last?.asOf === asOf && last.today === today && last.sequence === sequence) return last.findings
  const rows = {
    ...readCheckRows(reader, asOf, readCodeLists(reader).household8050.minimumAge),
    dueDay: readDueDay(reader),
    ...(today === null ? {} : { today }),
    moved: movedSinceConfirmed(reader),
  }
  const labelOf = labels(reader, asOf)
  const findings = runAllChecks(rows, asOf).map((finding) => ({
    ...finding,
    message: findingMessage(finding),
    placeWords: findingPlace(finding, rows, labelOf),
  }))
  // A writer reads what an action that may yet fail has written.
  if (reader.mode === 'read') lastChecked.set(reader, { asOf, today, sequence, findings })
  return findings
}

/** The words of a code, read when a finding first stands in a cut. */
function labels(reader: LedgerReader, day: Day): (breakdown: string, code: string) => string {
  let known: ReturnType<typeof readCodeLabels> | null = null
  return (breakdown, code) => {
    known ??= readCodeLabels(reader, day)
    return known[breakdown]?.find((item) => item.code === code)?.label ?? code
  }
}

/** The acknowledgement of a finding: the same rule at the same place, which saw the same values. */
function acknowledgements(reader: LedgerReader): (finding: CheckFinding) => CheckResult['acknowledgement'] {
  const nameOf = (...parts: readonly string[]): string => JSON.stringify(parts)
  const rows = new Map(
    readAcknowledgements(reader).map(({ id, revision, reason, rule, place, fingerprint }) => [
      nameOf(rule, place, fingerprint),
      { id, revision, reason },
    ]),
  )
  return ({ rule, placeKey, fingerprint }) => rows.get(nameOf(rule, placeKey, fingerprint)) ?? null
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
  'check.run': ({ frame, show }, { ledger, now, progress }) => {
    progress('comparing', 0, null)
    const today = dayInJapan(now())
    const all = check(ledger, frame?.asOf ?? checkDay(ledger, today), today)
    const open = all.filter(isOpen)
    const findings = show === 'open' ? open : show === 'all' ? all : all.filter((one) => !isOpen(one))
    const errors = open.filter(({ severity }) => severity === 'error').length
    const parties = readParties(ledger)
    return {
      total: findings.length,
      counts: { errors, warnings: open.length - errors, acknowledged: all.length - open.length },
      findings: findings.slice(0, limits.page).map(toldBy(parties)),
    }
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
      placeKey: result.placeKey,
      fingerprint: result.fingerprint,
      canBeAcknowledged: canBeAcknowledged(rule),
      acknowledgement: result.acknowledgement,
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
