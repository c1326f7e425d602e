import { failure, ok, type Result } from '../contract/errors.ts'
import type { FormCode, PartyFormRow } from '../statistics/rows.ts'
import { addMonths } from '../time/calendar.ts'
import type { Month } from '../time/day.ts'
import { formatMonth } from '../time/format.ts'
import { formWords } from '../words/checks.ts'
import { datesReversed } from './clean-name.ts'

/** What a party hands in, from–to month, both included. */
export type FormPeriod = Pick<PartyFormRow, 'form' | 'mode' | 'from' | 'to'>

/** Whether the form is asked for in a month. */
export const coversMonth = ({ from, to }: Pick<FormPeriod, 'from' | 'to'>, month: Month): boolean =>
  from <= month && (to === null || month <= to)

/**
 * A form period beside the others of its party: for one month a form is told by records or by tally, never
 * both (domain §3). Errors: `datesReversed`, `formsOverlap` {form, month}.
 */
export function checkForm(period: FormPeriod, others: readonly FormPeriod[]): Result<null> {
  const { form, from, to } = period
  if (to !== null && to < from) {
    return { ok: false, error: datesReversed(formatMonth(from), formatMonth(to), 'to') }
  }
  const clash = others.find(
    (other) =>
      other.form === form && (to === null || other.from <= to) && (other.to === null || from <= other.to),
  )
  if (clash === undefined) return ok(null)
  const month = clash.from > from ? clash.from : from
  return failure('formsOverlap', { form: formWords[form], month: formatMonth(month) }, 'from')
}

/**
 * The periods that stand in the place of one whose mode changes from a month on: only the part before, or
 * nothing when it changes from its first month, then the part after. Null when the month lies outside it.
 */
export function switchedFrom(
  period: FormPeriod,
  month: Month,
): { readonly before: FormPeriod | null; readonly after: FormPeriod } | null {
  if (!coversMonth(period, month)) return null
  const mode = period.mode === 'records' ? 'tally' : 'records'
  return {
    before: period.from < month ? { ...period, to: addMonths(month, -1) } : null,
    after: { ...period, mode, from: month },
  }
}

/** Forms of a kind in the order of the categories ①–⑥. */
export const formCodes: readonly FormCode[] = [
  'consultation',
  'place',
  'network',
  'family',
  'outreach',
  'other',
]
