import type { NamedRow, ProgrammeRow } from '../../../shared/statistics/rows.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import { namesByOwner } from './names.ts'

/** 事業, in the order of recording. */
export function readProgrammes(reader: LedgerReader): readonly ProgrammeRow[] {
  const names = namesByOwner(
    reader.all(
      build
        .selectFrom('programme_name')
        .select(['programme_key as owner', 'name', 'valid_from', 'valid_to'])
        .orderBy('programme_key')
        .orderBy('position'),
    ),
  )
  const scopes = Map.groupBy(
    reader.all(build.selectFrom('programme_scope').selectAll().orderBy('programme_key').orderBy('position')),
    ({ programme_key }) => programme_key,
  )
  const rows = reader.all(
    build.selectFrom('programme').select(['key', 'code', 'predecessor', 'new_rule']).orderBy('key'),
  )
  return rows.map(({ key, code, predecessor, new_rule }) => ({
    code,
    names: names(key),
    predecessor,
    scopes: (scopes.get(key) ?? []).map((scope) => ({
      from: scope.valid_from,
      to: scope.valid_to,
      basis: scope.basis,
      target: scope.target,
      ages: { low: scope.age_low, high: scope.age_high },
    })),
    newRule: new_rule,
  }))
}

/** 会場, in the order of recording. */
export function readVenues(reader: LedgerReader): readonly NamedRow[] {
  const names = namesByOwner(
    reader.all(
      build
        .selectFrom('venue_name')
        .select(['venue_key as owner', 'name', 'valid_from', 'valid_to'])
        .orderBy('venue_key')
        .orderBy('position'),
    ),
  )
  return reader
    .all(build.selectFrom('venue').select(['key', 'code']).orderBy('key'))
    .map(({ key, code }) => ({ code, names: names(key) }))
}
