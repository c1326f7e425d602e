import type { Environment } from '../../ledger/environment.ts'
import { idStream } from './ids.ts'
import { randomStream } from './random.ts'

/** The evening of the last day of the invented data: when the demonstration ledger says it was made. */
export const demonstrationInstant = '2025-03-31T09:00:00.000Z'

/**
 * Clock, ids and randomness of the demonstration ledger, fixed by the seed: its key is published
 * anyway, and two ledgers made anywhere have the same ids, figures and history. Files and the rest of
 * the machine stay real.
 */
export function demonstrationEnvironment(seed: number, machine: Environment): Environment {
  const makeId = idStream(seed, 'ledger')
  const random = randomStream(seed, 'ledger/bytes')
  return {
    ...machine,
    now: () => new Date(demonstrationInstant),
    newId: () => makeId('2025-03-31'),
    randomBytes: random.bytes,
  }
}
