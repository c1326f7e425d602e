import { codeFacts } from '../../../shared/paper/assemble/code-facts.ts'
import type { PaperFacts } from '../../../shared/paper/template.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { readProgrammes, readVenues } from '../../ledger/repositories/programmes.ts'

/** Labels of every breakdown's codes, by the ledger's lists and by the names of a day. */
export const readCodeLabels = (reader: LedgerReader, day: Day): PaperFacts['codes'] =>
  codeFacts({
    lists: readCodeLists(reader),
    venues: readVenues(reader),
    parties: readParties(reader),
    programmes: readProgrammes(reader),
    day,
  })
