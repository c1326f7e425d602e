import { AppFailure } from '../../shared/contract/errors.ts'
import { plain } from '../../shared/contract/plain.ts'
import { type LedgerWriter, mutate } from '../ledger/mutate.ts'
import type { WriterContext } from './contexts.ts'
import { keepingConfirmed } from './guards/settings-guard.ts'

/** What every writing request carries beside its own input. */
export interface Acting {
  readonly actionId: string
  /** Why, where the rule asks for it. */
  readonly reason?: string
}

/**
 * One user action: everything that `work` writes is one entry of the undo list (domain §8), in one
 * transaction, by the chosen staff member; the same action id again gives the same answer. `work` must be
 * synchronous and its answer JSON. The whole input is the request, so that an id cannot be used twice for
 * different things.
 *
 * @throws AppFailure those of `mutate` (`conflict`, `notFound`, `invalidValue`, `staffNotChosen` …).
 */
export function act<T>(
  context: WriterContext,
  kind: string,
  input: Acting,
  work: (write: LedgerWriter, at: string) => T,
): ReturnType<typeof plain<T>> {
  const at = context.now().toISOString()
  const { actionId, ...request } = input
  const action = { actionId, staff: context.staff?.name ?? '', kind, reason: input.reason ?? '', at, request }
  // Settings have many doors, and none of them may change what a period that is 確定 was made of (domain §8).
  const mutation = mutate(context.ledger, action, (write) =>
    kind.startsWith('settings.') || kind === 'history.putBack'
      ? keepingConfirmed(write, () => work(write, at))
      : work(write, at),
  )
  if (!mutation.ok) throw new AppFailure(mutation.error)
  return plain(mutation.value)
}
