import type { NamedPeriod } from '../../../shared/time/names.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import { namesByOwner } from './names.ts'

/** Rows of the organisation with what a change needs beside their words: id and revision. */
export interface SettingsRow {
  readonly key: number
  readonly id: string
  readonly revision: number
  readonly code: string
  readonly names: readonly NamedPeriod[]
}

const nameColumns = ['name', 'valid_from', 'valid_to'] as const

export function partyRows(reader: LedgerReader) {
  const names = namesByOwner(
    reader.all(
      build
        .selectFrom('party_name')
        .select(['party_key as owner', ...nameColumns])
        .orderBy('party_key')
        .orderBy('position'),
    ),
  )
  return reader
    .all(
      build
        .selectFrom('party')
        .innerJoin('programme', 'programme.key', 'party.programme_key')
        .selectAll('party')
        .select('programme.code as programme')
        .orderBy('party.key'),
    )
    .map((row) => ({ ...row, names: names(row.key) }))
}

export function programmeRows(reader: LedgerReader) {
  const names = namesByOwner(
    reader.all(
      build
        .selectFrom('programme_name')
        .select(['programme_key as owner', ...nameColumns])
        .orderBy('programme_key')
        .orderBy('position'),
    ),
  )
  const scopes = Map.groupBy(
    reader.all(build.selectFrom('programme_scope').selectAll().orderBy('programme_key').orderBy('position')),
    ({ programme_key }) => programme_key,
  )
  return reader
    .all(build.selectFrom('programme').selectAll().orderBy('key'))
    .map((row) => ({ ...row, names: names(row.key), scopes: scopes.get(row.key) ?? [] }))
}

export function venueRows(reader: LedgerReader) {
  const names = namesByOwner(
    reader.all(
      build
        .selectFrom('venue_name')
        .select(['venue_key as owner', ...nameColumns])
        .orderBy('venue_key')
        .orderBy('position'),
    ),
  )
  return reader
    .all(build.selectFrom('venue').selectAll().orderBy('key'))
    .map((row) => ({ ...row, names: names(row.key) }))
}

export function departmentRows(reader: LedgerReader) {
  const names = namesByOwner(
    reader.all(
      build
        .selectFrom('department_name')
        .select(['department_key as owner', ...nameColumns])
        .orderBy('department_key')
        .orderBy('position'),
    ),
  )
  return reader
    .all(build.selectFrom('department').selectAll().orderBy('position').orderBy('key'))
    .map((row) => ({ ...row, kana: '', names: names(row.key) }))
}

export function partyFormRows(reader: LedgerReader) {
  return reader.all(
    build
      .selectFrom('party_form')
      .innerJoin('party', 'party.key', 'party_form.party_key')
      .selectAll('party_form')
      .select('party.code as party')
      .orderBy('party_form.form')
      .orderBy('party_form.from_month')
      .orderBy('party_form.key'),
  )
}

export function countingRuleRows(reader: LedgerReader) {
  const members = Map.groupBy(
    reader.all(
      build
        .selectFrom('counting_rule_party as member')
        .innerJoin('party', 'party.key', 'member.party_key')
        .select(['member.counting_rule_key as rule', 'party.code'])
        .orderBy('member.counting_rule_key')
        .orderBy('member.position'),
    ),
    ({ rule }) => rule,
  )
  return reader
    .all(build.selectFrom('counting_rule').selectAll().orderBy('statistic').orderBy('from_year'))
    .map((row) => ({ ...row, parties: (members.get(row.key) ?? []).map(({ code }) => code) }))
}

/** Names as child rows: `{name, valid_from, valid_to}`. */
export const nameRows = (names: readonly NamedPeriod[]) =>
  names.map(({ name, from, to }) => ({ name, valid_from: from, valid_to: to }))
