import type { RequestOutput } from '../../../shared/contract/contract.ts'
import { plain } from '../../../shared/contract/plain.ts'
import { daySchema } from '../../../shared/time/schema.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'
import { rowUses } from '../../ledger/repositories/row-uses.ts'
import {
  countingRuleRows,
  departmentRows,
  partyFormRows,
  partyRows,
  programmeRows,
  venueRows,
} from '../../ledger/repositories/settings-rows.ts'
import { listStaff } from '../../ledger/repositories/staff.ts'
import type { ReaderHandlers } from '../contexts.ts'

type Organisation = RequestOutput<'settings.organisation'>

/** 報告元, 事業, 会場, 課名, 計上ルール and 担当者 with what a change of them needs. */
export const organisationReader = {
  'settings.organisation': (_input, { ledger }): Organisation => ({
    parties: partiesOf(ledger),
    programmes: programmesOf(ledger),
    venues: placesOf(ledger, 'venue'),
    departments: placesOf(ledger, 'department'),
    rules: countingRuleRows(ledger).map((row) => ({
      id: row.id,
      revision: row.revision,
      statistic: row.statistic,
      from: row.from_year,
      to: row.to_year,
      parties: row.parties,
      reason: row.reason,
    })),
    staff: staffOf(ledger),
  }),
} satisfies Pick<ReaderHandlers, 'settings.organisation'>

function partiesOf(reader: LedgerReader): Organisation['parties'] {
  const uses = rowUses(reader, 'party')
  const forms = Map.groupBy(partyFormRows(reader), (row) => row.party)
  return partyRows(reader).map((row) => ({
    id: row.id,
    revision: row.revision,
    code: row.code,
    names: plain(row.names).slice(),
    kana: row.kana,
    corporation: row.corporation,
    programme: row.programme,
    contractFrom: row.contract_from,
    contractTo: row.contract_to,
    predecessor: row.predecessor,
    uses: uses.get(row.code) ?? 0,
    forms: (forms.get(row.code) ?? []).map((form) => ({
      id: form.id,
      revision: form.revision,
      form: form.form,
      mode: form.mode,
      from: form.from_month,
      to: form.to_month,
    })),
  }))
}

function programmesOf(reader: LedgerReader): Organisation['programmes'] {
  const uses = rowUses(reader, 'programme')
  return programmeRows(reader).map((row) => ({
    id: row.id,
    revision: row.revision,
    code: row.code,
    names: plain(row.names).slice(),
    predecessor: row.predecessor,
    newRule: row.new_rule,
    retiredOn: row.retired_on,
    uses: uses.get(row.code) ?? 0,
    scopes: row.scopes.map((scope) => ({
      from: scope.valid_from,
      to: scope.valid_to,
      basis: scope.basis,
      target: scope.target,
      ages: { low: scope.age_low, high: scope.age_high },
    })),
  }))
}

function placesOf(reader: LedgerReader, kind: 'venue' | 'department'): Organisation['venues'] {
  const uses = rowUses(reader, kind)
  const rows = kind === 'venue' ? venueRows(reader) : departmentRows(reader)
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    code: row.code,
    names: plain(row.names).slice(),
    kana: row.kana,
    retiredOn: row.retired_on,
    uses: uses.get(row.code) ?? 0,
  }))
}

function staffOf(reader: LedgerReader): Organisation['staff'] {
  const actions = new Map(
    reader
      .all(
        build
          .selectFrom('action')
          .select(['staff', ({ fn }) => fn.countAll<number>().as('count')])
          .groupBy('staff'),
      )
      .map(({ staff, count }) => [staff, count]),
  )
  return listStaff(reader).map(({ id, revision, name, validFrom, validTo }) => ({
    id,
    revision,
    name,
    validFrom: daySchema.nullable().parse(validFrom),
    validTo: daySchema.nullable().parse(validTo),
    uses: actions.get(name) ?? 0,
  }))
}
