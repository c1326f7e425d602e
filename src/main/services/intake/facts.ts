import type { IntakeFacts, NamedFacts } from '../../../shared/intake/facts.ts'
import { statistics } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { NamedRow } from '../../../shared/statistics/rows.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { readParties, readPartyForms } from '../../ledger/repositories/parties.ts'
import { readProgrammes, readVenues } from '../../ledger/repositories/programmes.ts'

/** What the ledger knows and the understanding of a book needs. */
export function readIntakeFacts(reader: LedgerReader, fiscalYear: FiscalYear): IntakeFacts {
  const forms = Map.groupBy(readPartyForms(reader), ({ party }) => party)
  return {
    fiscalYear,
    parties: readParties(reader).map((party) => ({
      code: party.code,
      names: [...new Set([...party.names.map(({ name }) => name), party.corporation])],
      programme: party.programme,
      contractFrom: party.contractFrom,
      contractTo: party.contractTo,
      forms: forms.get(party.code) ?? [],
    })),
    programmes: readProgrammes(reader).map(namedFacts),
    venues: readVenues(reader).map(namedFacts),
    codes: readCodeLists(reader),
    statistics,
  }
}

const namedFacts = ({ code, names }: NamedRow): NamedFacts => ({
  code,
  names: names.map(({ name }) => name),
})
