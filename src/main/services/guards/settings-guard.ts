import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { coverageOf } from '../../../shared/statistics/engine/coverage.ts'
import { monthsOf } from '../../../shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatFiscalYear, formatMonth } from '../../../shared/time/format.ts'
import { confirmWords } from '../../../shared/words/confirming.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { type Confirmation, readConfirmations } from '../../ledger/repositories/confirmations.ts'
import { readCountingRules } from '../../ledger/repositories/counting-rules.ts'
import { readPartyForms } from '../../ledger/repositories/parties.ts'

/**
 * Runs a change of settings, and refuses it when it alters what a period that is 確定 was made of: by which way
 * a party reports its form in that period, or which parties make 全体 (計上ルール). Whatever the request, it is
 * compared before and after, inside the action: nothing of a refused change stays.
 *
 * @throws AppFailure `periodConfirmed` {party, month}.
 */
export function keepingConfirmed<T>(reader: LedgerReader, work: () => T): T {
  const confirmed = readConfirmations(reader)
  if (confirmed.length === 0) return work()
  const before = madeOf(reader, confirmed)
  const answer = work()
  const after = madeOf(reader, confirmed)
  const changed = confirmed.find((_row, index) => before[index] !== after[index])
  if (changed === undefined) return answer
  const { party, fiscalYear, month } = changed
  const parameters = {
    party: party ?? confirmWords.whole,
    month: month === null ? formatFiscalYear(fiscalYear) : formatMonth(month),
  }
  throw new AppFailure(appError('periodConfirmed', parameters))
}

/** What each confirmation depends on in the settings, as a text to be compared. */
function madeOf(reader: LedgerReader, confirmed: readonly Confirmation[]): readonly string[] {
  const rows = { partyForms: readPartyForms(reader), reports: [] }
  const rules = readCountingRules(reader)
  const coverages = new Map<string, ReturnType<typeof coverageOf>>()
  return confirmed.map(({ party, form, fiscalYear, month }) => {
    if (party === null) {
      const inForce = rules.filter((rule) => rule.from <= fiscalYear && fiscalYear <= (rule.to ?? fiscalYear))
      return JSON.stringify(inForce.map(({ statistic, parties }) => [statistic, parties]))
    }
    const coverage = coverages.get(form) ?? coverageOf(rows, form)
    coverages.set(form, coverage)
    const months = month === null ? monthsOf(fiscalYearPeriod(fiscalYear)) : [month]
    return months.map((one) => coverage.modeOf(party, one)).join(' ')
  })
}
