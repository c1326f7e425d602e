import { completedForms, expectedMonths, obstacleOf, standingOf } from '../../../shared/confirming/judge.ts'
import { type ConfirmablePeriod, periodKey } from '../../../shared/confirming/period.ts'
import { storedQuery, storedTables } from '../../../shared/confirming/stored-tables.ts'
import type { RequestInput } from '../../../shared/contract/contract.ts'
import { type AppError, AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { Day } from '../../../shared/time/day.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { formWords } from '../../../shared/words/checks.ts'
import { confirmWords } from '../../../shared/words/confirming.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { type StoredValue, storedValue } from '../../ledger/repositories/confirmations.ts'
import { lastChangeBeside } from '../../ledger/repositories/history-list.ts'
import { recountStatistics } from '../../ledger/statistics/query-statistics.ts'
import type { ReaderContext } from '../contexts.ts'
import { findingsIn } from './findings.ts'
import { confirmedIn, placesOf } from './places.ts'

type Input = RequestInput<'confirming.confirm'>

/** All that 確定 will write, as counted in one state of the ledger; or why it may not. */
export interface ConfirmPlan {
  /** The state of the ledger: in another one the plan is worth nothing. */
  readonly sequence: number
  readonly refusal: AppError | null
  readonly periods: readonly { readonly period: ConfirmablePeriod; readonly values: readonly StoredValue[] }[]
}

/** The last change that the values of a period may see. */
export const stateOf = (reader: LedgerReader): number => lastChangeBeside(reader, 'paper')

/** `confirming.count`: the long part of 確定, in a reader; the writer only stores it. */
export function countForConfirming(input: Input, context: ReaderContext): ConfirmPlan {
  const { ledger } = context
  const today = dayInJapan(context.now())
  return ledger.snapshot(() => {
    const sequence = stateOf(ledger)
    const refusal = refusalOf(ledger, input, today)
    if (refusal !== null) return { sequence, refusal, periods: [] }
    const { fiscalYear, month } = input
    const own = input.places.map(({ party, form }) => ({ party, form, fiscalYear, month }))
    const confirmed = new Set([...confirmedIn(ledger, fiscalYear).keys, ...own.map(periodKey)])
    const rows = placesOf(ledger, fiscalYear, today)
    const whole = completedForms(rows, { fiscalYear, month }, confirmed).map(
      (form): ConfirmablePeriod => ({ party: null, form, fiscalYear, month }),
    )
    const all = [...own, ...whole]
    const periods = all.map((period, index) => {
      context.progress('counting', index, all.length)
      return { period, values: valuesOf(ledger, period) }
    })
    return { sequence, refusal: null, periods }
  })
}

/** The period's tables as they are counted from the records. @throws AppFailure those of the statistics. */
export function valuesOf(ledger: LedgerReader, period: ConfirmablePeriod): readonly StoredValue[] {
  const tables = storedTables(period)
  const answers = recountStatistics(
    ledger,
    tables.map((table) => storedQuery(period, table)),
  )
  return tables.flatMap((table, index) => {
    const answer = answers[index]
    if (answer === undefined) throw new Error('One query has one answer')
    if (answer.ok) return [storedValue(table, period.fiscalYear, answer.value)]
    // A year in which nothing was told has nothing to store.
    if (answer.error.code === 'noDataForYear') return []
    throw new AppFailure(answer.error)
  })
}

/** The rows that cannot be 確定, in words; null when all can. */
function refusalOf(ledger: LedgerReader, input: Input, today: Day): AppError | null {
  const { fiscalYear, month } = input
  const rows = placesOf(ledger, fiscalYear, today)
  const { keys } = confirmedIn(ledger, fiscalYear)
  const findings = findingsIn(ledger, { fiscalYear, month }, today)
  const list: string[] = []
  let unseen = 0
  for (const { party, form, warningsSeen } of input.places) {
    const row = rows.find((one) => one.party === party && one.form === form)
    const owes = row !== undefined && (month === null || expectedMonths(row).includes(month))
    const { errors, warnings } = findings(party, form)
    const what = confirmWords.place(row?.name ?? party, formWords[form])
    if (!owes) list.push(confirmWords.refused.notOwed(what))
    else if (standingOf(row, fiscalYear, month, keys) === 'confirmed') {
      list.push(confirmWords.refused.confirmed(what))
    } else {
      const obstacle = obstacleOf(row, { fiscalYear, month }, errors.length, today)
      if (obstacle !== null) {
        list.push(
          confirmWords.refused[obstacle](
            what,
            errors.map(({ message }) => message),
          ),
        )
      } else if (warnings.length > warningsSeen) unseen += warnings.length
    }
  }
  if (list.length > 0)
    return appError('confirmRefused', { count: list.length, list: list.join('') }, 'places')
  return unseen > 0 ? appError('warningsNotSeen', { count: unseen }, 'places') : null
}
