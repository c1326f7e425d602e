import type { NamedRow, PartyFormRow, PartyRow } from '../../../shared/statistics/rows.ts'
import { monthOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { nameOn } from '../../../shared/time/names.ts'
import type { OrganisationPreset } from '../presets.ts'

/** What stands where a new ledger must be told the contractor. */
const notRegistered = '未登録'

/**
 * The organisation of a ledger that begins on a day: parties whose contract is over are left out, and so is
 * everything that the preset invents (dates of renaming, contractors, contract periods). The lineage
 * of the programmes stays: it is true.
 */
export function organisationFrom(preset: OrganisationPreset, since: Day): OrganisationPreset {
  const parties = preset.parties
    .filter((party) => party.contractTo === null || party.contractTo >= since)
    .map(
      (party): PartyRow => ({
        ...party,
        names: currentName(party, since),
        corporation: party.corporation === preset.city ? party.corporation : notRegistered,
        contractFrom: since,
        contractTo: null,
      }),
    )
  const kept = new Set(parties.map((party) => party.code))
  return {
    ...preset,
    remark: '',
    departments: preset.departments.map((row) => ({ ...row, names: [...currentName(row, since)] })),
    parties,
    partyForms: preset.partyForms
      .filter((form) => kept.has(form.party) && (form.to === null || form.to >= monthOf(since)))
      .map((form): PartyFormRow => ({ ...form, from: monthOf(since) })),
    countingRules: preset.countingRules.map((rule) => ({
      ...rule,
      parties: rule.parties.filter((party) => kept.has(party)),
    })),
  }
}

function currentName(row: NamedRow, since: Day): NamedRow['names'] {
  const name = nameOn(row.names, since) ?? row.names.at(-1)?.name ?? ''
  return [{ name, from: null, to: null }]
}
