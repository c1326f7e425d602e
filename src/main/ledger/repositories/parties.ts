import type { PartyFormRow, PartyRow } from '../../../shared/statistics/rows.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import { namesByOwner } from './names.ts'

/** 報告元, in the order of recording. */
export function readParties(reader: LedgerReader): readonly PartyRow[] {
  const names = namesByOwner(
    reader.all(
      build
        .selectFrom('party_name')
        .select(['party_key as owner', 'name', 'valid_from', 'valid_to'])
        .orderBy('party_key')
        .orderBy('position'),
    ),
  )
  const rows = reader.all(
    build
      .selectFrom('party')
      .innerJoin('programme', 'programme.key', 'party.programme_key')
      .select([
        'party.key',
        'party.code',
        'corporation',
        'programme.code as programme',
        'contract_from as contractFrom',
        'contract_to as contractTo',
      ])
      .orderBy('party.key'),
  )
  return rows.map(({ key, code, ...row }) => ({ code, names: names(key), ...row }))
}

/** What each party hands in, and how. */
export function readPartyForms(reader: LedgerReader): readonly PartyFormRow[] {
  return reader.all(
    build
      .selectFrom('party_form')
      .innerJoin('party', 'party.key', 'party_form.party_key')
      .select(['party.code as party', 'form', 'mode', 'from_month as from', 'to_month as to'])
      .orderBy('party_form.key'),
  )
}

/** The key of a party's code, or null. */
export function partyKeyOf(reader: LedgerReader, code: string): number | null {
  return reader.get(build.selectFrom('party').select('key').where('code', '=', code))?.key ?? null
}
