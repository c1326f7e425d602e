import type { Result } from '../../../shared/contract/errors.ts'
import type { PaperSettings } from '../../../shared/paper/draft.ts'
import type { LedgerRows } from '../../../shared/statistics/rows.ts'
import type { Environment } from '../../ledger/environment.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { type Action, mutate } from '../../ledger/mutate.ts'
import { insertCodeLists } from '../../ledger/repositories/code-lists.ts'
import { insertCountingRules } from '../../ledger/repositories/counting-rules.ts'
import { insertDepartments } from '../../ledger/repositories/departments.ts'
import { insertPaper } from '../../ledger/repositories/papers.ts'
import { insertPlan } from '../../ledger/repositories/plan.ts'
import { insertSettings } from '../../ledger/repositories/settings.ts'
import { insertStaff } from '../../ledger/repositories/staff.ts'
import { insertRows } from '../../ledger/rows/insert-rows.ts'
import { readCodeListPreset } from '../code-lists.ts'
import type { Presets } from '../presets.ts'
import { type City, settingNames } from './settings.ts'

/** First content of a ledger. */
export interface LedgerContent {
  readonly presets: Presets
  readonly rows: LedgerRows
  /** Papers that the ledger begins with. */
  readonly papers: readonly PaperSettings[]
  /** Who fills it: the first of the staff list. */
  readonly staff: string
  /** The others of the staff list. */
  readonly colleagues: readonly string[]
  readonly environment: Environment
}

/**
 * Writes the first content into a new ledger, in two actions: the records with their organisation, then
 * code lists, plan, names and settings. For `createLedger`'s `fill`: a failure leaves no ledger.
 */
export function fillLedger(ledger: Ledger, content: LedgerContent): Result<null> {
  const { presets, rows, papers, environment } = content
  const action = (kind: string): Action => ({
    actionId: environment.newId(),
    staff: content.staff,
    kind,
    reason: '',
    at: environment.now().toISOString(),
  })
  const recorded = insertRows(ledger, action('ledger.records'), rows)
  if (!recorded.ok) return recorded
  const filled = mutate(ledger, action('ledger.content'), (write) => {
    insertCodeLists(write, readCodeListPreset())
    insertPlan(write, presets.plan)
    insertDepartments(write, presets.organisation.departments)
    insertCountingRules(write, presets.organisation.countingRules)
    insertSettings(write, settingsOf(presets))
    for (const name of content.colleagues) insertStaff(write, name)
    const at = environment.now().toISOString()
    for (const settings of papers) insertPaper(write, settings, at)
    return null
  })
  return filled
}

function settingsOf({ organisation, plan, nationalMenu }: Presets): Readonly<Record<string, unknown>> {
  const { city: name, areaCode, organisationCode, committee, remark } = organisation
  const city: City = { name, areaCode, organisationCode, committee, remark }
  return {
    [settingNames.city]: city,
    [settingNames.planEndVerified]: plan.toVerified,
    [settingNames.nationalMenu]: nationalMenu,
  }
}
