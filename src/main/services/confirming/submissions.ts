import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { markForSubmission } from '../../ledger/repositories/submissions.ts'
import { act } from '../act.ts'
import type { WriterContext, WriterHandlers } from '../contexts.ts'

/** 「国・都へ提出済み」: a lock of its own (domain §8). */
export const submissionsWriter = {
  'submissions.record': (input, context) =>
    act(context, 'submissions.record', input, (write) => {
      const { form, fiscalYear, month, submittedOn } = input
      const recipient = input.recipient.trim()
      if (recipient === '') {
        throw new AppFailure(
          appError('invalidValue', { constraint: 'empty', place: 'recipient' }, 'recipient'),
        )
      }
      if (month !== null && fiscalYearOf(month) !== fiscalYear) {
        throw new AppFailure(appError('invalidPeriod', { from: month, to: String(fiscalYear) }, 'month'))
      }
      assertPast(submittedOn, context)
      const { id, revision } = write.insert('submission', {
        form,
        fiscal_year: fiscalYear,
        month,
        recipient,
        submitted_on: submittedOn,
        needs_again: 0,
        why: '',
      })
      return { id, revision }
    }),
  'submissions.needAgain': (input, context) => {
    const reason = withReason(input.reason)
    return act(context, 'submissions.needAgain', { ...input, reason }, (write) => ({
      revision: markForSubmission(write, input, reason),
    }))
  },
  'submissions.submitAgain': (input, context) =>
    act(context, 'submissions.submitAgain', input, (write) => {
      const { id, revision, submittedOn } = input
      assertPast(submittedOn, context)
      const change = { needs_again: 0, why: '', submitted_on: submittedOn }
      return { revision: write.update('submission', id, revision, change).revision }
    }),
  'submissions.withdraw': (input, context) => {
    const reason = withReason(input.reason)
    act(context, 'submissions.withdraw', { ...input, reason }, (write) => {
      write.remove('submission', input.id, input.revision)
      return null
    })
    return {}
  },
} satisfies Partial<WriterHandlers>

function withReason(given: string): string {
  const reason = given.trim()
  if (reason === '') throw new AppFailure(appError('reasonMissing', {}, 'reason'))
  return reason
}

/** Nobody has handed in tomorrow. */
function assertPast(day: Day, context: WriterContext): void {
  if (day > dayInJapan(context.now())) {
    throw new AppFailure(
      appError('invalidValue', { constraint: 'future', place: 'submittedOn' }, 'submittedOn'),
    )
  }
}
