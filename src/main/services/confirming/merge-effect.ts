import { endOfPeriod } from '../../../shared/confirming/period.ts'
import type { FiscalYear, Month } from '../../../shared/time/day.ts'
import { nameOn } from '../../../shared/time/names.ts'
import { confirmWords } from '../../../shared/words/confirming.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'
import { readConfirmations } from '../../ledger/repositories/confirmations.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { membersOfPerson, type StoredCase } from '../../ledger/repositories/register/cases.ts'

/** A period whose stored values a 名寄せ would count otherwise today; they stay as they are (domain §8). */
export interface TouchedPeriod {
  readonly name: string
  readonly fiscalYear: FiscalYear
  readonly month: Month | null
}

/**
 * The 確定 periods in which one of two persons has a contact while the other is known by its end: 実人数 and 新規 of
 * these would be counted otherwise. In the order in which they were confirmed.
 */
export function touchedByMerge(
  reader: LedgerReader,
  from: StoredCase,
  into: StoredCase,
): readonly TouchedPeriod[] {
  const confirmed = readConfirmations(reader).filter(({ form }) => form === 'consultation')
  if (confirmed.length === 0) return []
  const sides = [from, into].map((side) => contactsOf(reader, side))
  const names = new Map(readParties(reader).map((row) => [row.code, row.names]))
  return confirmed.flatMap(({ party, fiscalYear, month }): readonly TouchedPeriod[] => {
    const end = endOfPeriod({ fiscalYear, month })
    const inside = (row: Contacts[number]): boolean =>
      (party === null || row.party === party) &&
      (month === null ? row.fiscalYear === fiscalYear : row.month === month)
    const touched =
      sides.some((side) => side.some(inside)) && sides.every((side) => side.some(({ first }) => first <= end))
    if (!touched) return []
    const name = party === null ? confirmWords.whole : (nameOn(names.get(party) ?? [], end) ?? party)
    return [{ name, fiscalYear, month }]
  })
}

type Contacts = ReturnType<typeof contactsOf>

/** Where a person has contacts: party × month, with the first day. */
function contactsOf(reader: LedgerReader, side: StoredCase) {
  const keys = membersOfPerson(reader, side).map(({ key }) => key)
  return reader.all(
    build
      .selectFrom('consultation as c')
      .innerJoin('party', 'party.key', 'c.party_key')
      .select(({ fn }) => [
        'party.code as party',
        'c.fiscal_year as fiscalYear',
        'c.month',
        fn.min('c.day').as('first'),
      ])
      .where('c.case_key', 'in', keys)
      .groupBy(['party.code', 'c.fiscal_year', 'c.month']),
  )
}
