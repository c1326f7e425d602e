import type { PaperFacts } from '../../../shared/paper/template.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readActivities } from '../../ledger/repositories/activities.ts'
import { readDepartments } from '../../ledger/repositories/departments.ts'
import { readPlan } from '../../ledger/repositories/plan.ts'
import { readProgrammes, readVenues } from '../../ledger/repositories/programmes.ts'
import { readLedgerFacts } from '../../ledger/repositories/settings.ts'
import { readCity } from '../ledger-content/settings.ts'
import { readCodeLabels } from '../statistics/code-labels.ts'

/**
 * What a paper reads of the ledger beside its numbers, for a frame: the plan that covers its year, names
 * as they were on its as-of date, activities of its year and the one after, not yet cut to the date.
 */
export function readPaperFacts(reader: LedgerReader, frame: TimeFrame): PaperFacts {
  const { fiscalYear, asOf } = frame
  return {
    city: readCity(reader)?.name ?? '',
    fictional: readLedgerFacts(reader).fictional,
    departments: readDepartments(reader),
    plan: readPlan(reader, fiscalYear),
    programmes: readProgrammes(reader),
    venues: readVenues(reader),
    codes: readCodeLabels(reader, asOf),
    activities: readActivities(reader).filter(
      (activity) => activity.fiscalYear === fiscalYear || activity.fiscalYear === fiscalYear + 1,
    ),
  }
}
