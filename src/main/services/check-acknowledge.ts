import { canBeAcknowledged, isCheckRule } from '../../shared/checks/rules.ts'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import { keepAcknowledgement, withdrawAcknowledgement } from '../ledger/repositories/acknowledgements.ts'
import { act } from './act.ts'
import type { WriterHandlers } from './contexts.ts'

/**
 * 確認済（理由あり）: a true outlier is silenced until one of the values it was found by changes (domain §7).
 * What cannot be true is refused with `findingStays`, an empty reason with `reasonMissing`. One undo step.
 */
export const checkWriter = {
  'check.acknowledge': (input, context) => {
    const reason = input.reason.trim()
    if (reason === '') throw new AppFailure(appError('reasonMissing', {}, 'reason'))
    if (!input.findings.every(({ rule }) => isCheckRule(rule) && canBeAcknowledged(rule))) {
      throw new AppFailure(appError('findingStays', {}))
    }
    return act(context, 'check.acknowledge', { ...input, reason }, (write) => {
      for (const { rule, placeKey, fingerprint, place, message } of input.findings) {
        const seen = { rule, place: placeKey, fingerprint }
        keepAcknowledgement(write, { ...seen, reason, placeWords: place, message })
      }
      return { count: input.findings.length }
    })
  },
  'check.withdrawAcknowledgement': (input, context) =>
    act(context, 'check.withdrawAcknowledgement', input, (write) => {
      for (const { id, revision } of input.acknowledgements) withdrawAcknowledgement(write, id, revision)
      return { count: input.acknowledgements.length }
    }),
} satisfies Pick<WriterHandlers, 'check.acknowledge' | 'check.withdrawAcknowledgement'>
