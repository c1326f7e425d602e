import type { Result } from '../../../shared/contract/errors.ts'
import { demonstrationCouncilSettings } from '../../../shared/paper/templates/council/demonstration-draft.ts'
import { demonstrationWords } from '../../../shared/words/demonstration.ts'
import type { Environment } from '../../ledger/environment.ts'
import type { SlotCost } from '../../ledger/keys/key-file.ts'
import { demonstrationPassphrase } from '../../ledger/keys/passphrase.ts'
import { type CreatedLedger, createLedger } from '../../ledger/open/create.ts'
import { fillLedger } from '../ledger-content/fill-ledger.ts'
import { readPresets } from '../presets.ts'
import { demonstrationRows, demonstrationSeed } from './demonstration-rows.ts'
import { demonstrationEnvironment } from './environment.ts'

export interface DemonstrationOptions {
  /** The folder to make: `…/見本.daicho`. */
  readonly path: string
  readonly environment: Environment
  readonly seed?: number
  /** Cheaper keys, for tests only. */
  readonly cost?: SlotCost
}

/**
 * Makes the demonstration ledger (domain §9): marked as fictional, opened with the published passphrase,
 * with the same ids and figures each time, and a draft council paper. Errors as `createLedger`.
 */
export function createDemonstration(options: DemonstrationOptions): Promise<Result<CreatedLedger>> {
  const seed = options.seed ?? demonstrationSeed
  const environment = demonstrationEnvironment(seed, options.environment)
  const presets = readPresets()
  const [staff = demonstrationWords.staff, ...colleagues] = presets.organisation.staff.map(({ name }) => name)
  return createLedger({
    path: options.path,
    name: demonstrationWords.ledgerName,
    passphrase: demonstrationPassphrase,
    staff,
    environment,
    fictional: true,
    ...(options.cost === undefined ? {} : { cost: options.cost }),
    fill: (ledger) =>
      fillLedger(ledger, {
        presets,
        rows: demonstrationRows(seed),
        papers: [demonstrationCouncilSettings],
        staff,
        colleagues,
        environment,
      }),
  })
}
