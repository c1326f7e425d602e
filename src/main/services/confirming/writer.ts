import type { RequestInput } from '../../../shared/contract/contract.ts'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import { formatFiscalYear, formatMonth } from '../../../shared/time/format.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import { build } from '../../ledger/query.ts'
import { insertConfirmation, readConfirmations } from '../../ledger/repositories/confirmations.ts'
import { markForSubmission, submissionsOf } from '../../ledger/repositories/submissions.ts'
import { act } from '../act.ts'
import type { WriterContext, WriterHandlers } from '../contexts.ts'
import { assertNotSubmitted } from '../guards/month-guard.ts'
import { type ConfirmPlan, stateOf } from './count.ts'

/** A state of the ledger that the plan does not know: 確定 must count anew. */
class Overtaken extends Error {}

/** The writer's part of `confirming.confirm`. Null: somebody wrote since it was counted. */
export const confirmingWriterTasks = {
  'confirming.store': (
    { input, plan }: { readonly input: RequestInput<'confirming.confirm'>; readonly plan: ConfirmPlan },
    context: WriterContext,
  ) => {
    const today = dayInJapan(context.now())
    try {
      return act(context, 'confirming.confirm', input, (write) => {
        if (stateOf(write) !== plan.sequence) throw new Overtaken()
        if (plan.refusal !== null) throw new AppFailure(plan.refusal)
        for (const { period, values } of plan.periods) {
          insertConfirmation(write, period, values, today)
          if (period.party !== null && period.month !== null) {
            moveReport(write, period.party, period.form, period.month, 'confirmed')
          }
        }
        const whole = plan.periods.filter(({ period }) => period.party === null)
        return { confirmed: input.places.length, whole: whole.map(({ period }) => period.form) }
      })
    } catch (error) {
      if (error instanceof Overtaken) return null
      throw error
    }
  },
}

/** `confirming.reopen` (確定解除). */
export const reopenWriter = {
  'confirming.reopen': (input, context) => {
    const reason = input.reason.trim()
    return act(context, 'confirming.reopen', { ...input, reason }, (write) => {
      const { party, form, fiscalYear, month } = input
      if (reason === '') throw new AppFailure(appError('reasonMissing', {}, 'reason'))
      const all = readConfirmations(write, fiscalYear).filter((row) => row.form === form)
      const own = all.find((row) => row.party === party && row.month === month)
      const report = month === null ? undefined : reportOf(write, party, form, month)
      if (own === undefined && report?.state !== 'confirmed') refuseOpen(input)
      const submitted = submissionsOf(write, { form, fiscalYear, month })
      if (submitted.length > 0 && !input.submitAgain) assertNotSubmitted(write, { form, fiscalYear, month })
      for (const row of submitted) markForSubmission(write, row, reason)
      // What was made of the period goes with it: its year, and 全体 of the month and of the year.
      const year = all.filter((row) => row.party === party && row.month === null && month !== null)
      const whole = all.filter((row) => row.party === null && (row.month === null || row.month === month))
      for (const row of [...(own === undefined ? [] : [own]), ...year, ...whole]) {
        write.remove('confirmation', row.id, row.revision)
      }
      if (month !== null) moveReport(write, party, form, month, 'received')
      return { year: year.length > 0, whole: whole.length, submissions: submitted.length }
    })
  },
} satisfies Pick<WriterHandlers, 'confirming.reopen'>

function refuseOpen({ party, fiscalYear, month }: RequestInput<'confirming.reopen'>): never {
  const period = month === null ? formatFiscalYear(fiscalYear) : formatMonth(month)
  throw new AppFailure(appError('notConfirmed', { party, month: period }))
}

function reportOf(write: LedgerWriter, party: string, form: FormCode, month: string) {
  return write.get(
    build
      .selectFrom('report as r')
      .innerJoin('party', 'party.key', 'r.party_key')
      .select(['r.id', 'r.revision', 'r.state'])
      .where('party.code', '=', party)
      .where('r.form', '=', form)
      .where('r.month', '=', month as `${number}-${number}`),
  )
}

function moveReport(
  write: LedgerWriter,
  party: string,
  form: FormCode,
  month: string,
  state: 'confirmed' | 'received',
): void {
  const report = reportOf(write, party, form, month)
  if (report !== undefined) write.update('report', report.id, report.revision, { state })
}
