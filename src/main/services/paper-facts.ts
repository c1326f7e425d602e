import { codeFacts } from '../../shared/paper/assemble/code-facts.ts'
import type { PaperFacts } from '../../shared/paper/template.ts'
import type { TimeFrame } from '../../shared/time/day.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { readActivities } from '../ledger/repositories/activities.ts'
import { readCodeLists } from '../ledger/repositories/code-lists.ts'
import { readDepartments } from '../ledger/repositories/departments.ts'
import { readParties } from '../ledger/repositories/parties.ts'
import { readPlan } from '../ledger/repositories/plan.ts'
import { readProgrammes, readVenues } from '../ledger/repositories/programmes.ts'
import { readLedgerFacts } from '../ledger/repositories/settings.ts'
import { readCity } from './ledger-content/settings.ts'

/**
 * What a paper may read of the ledger beside numbers, for a frame: the plan that covers its year, names as
 * they were on its as-of date, activities of its year and the one after.
 */
export function readPaperFacts(reader: LedgerReader, frame: TimeFrame): PaperFacts {
  return reader.snapshot(() => {
    const { fiscalYear, asOf: day } = frame
    const programmes = readProgrammes(reader)
    const venues = readVenues(reader)
    const parties = readParties(reader)
    return {
      city: readCity(reader)?.name ?? '',
      fictional: readLedgerFacts(reader).fictional,
      departments: readDepartments(reader),
      plan: readPlan(reader, fiscalYear),
      programmes,
      venues,
      codes: codeFacts({ lists: readCodeLists(reader), venues, parties, programmes, day }),
      activities: readActivities(reader).filter(
        (row) => row.fiscalYear === fiscalYear || row.fiscalYear === fiscalYear + 1,
      ),
    }
  })
}
