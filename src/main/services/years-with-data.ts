import { AppFailure, type Result } from '../../shared/contract/errors.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { build } from '../ledger/query.ts'

/**
 * Years that hold a consultation, a held activity or a monthly value, oldest first. What is only planned is
 * no data yet: a paper of that year would be empty.
 */
export function yearsWithData(ledger: LedgerReader): number[] {
  const rows = [
    ...ledger.all(build.selectFrom('consultation').select('fiscal_year').distinct()),
    ...ledger.all(build.selectFrom('tally').select('fiscal_year').distinct()),
    ...ledger.all(
      build.selectFrom('activity').select('fiscal_year').distinct().where('held_kind', 'is not', null),
    ),
  ]
  return [...new Set(rows.map((row) => row.fiscal_year))].sort((a, b) => a - b)
}

/** The same answer; `noDataForYear` also names the years to choose from. */
export function namingYears<T>(ledger: LedgerReader, result: Result<T>): Result<T> {
  if (result.ok || result.error.code !== 'noDataForYear') return result
  const { error } = result
  return {
    ok: false,
    error: { ...error, parameters: { ...error.parameters, years: yearsWithData(ledger).join('、') } },
  }
}

/** The answer, or its failure thrown, with the years to choose from. @throws AppFailure */
export function orNamingYears<T>(ledger: LedgerReader, result: Result<T>): T {
  const named = namingYears(ledger, result)
  if (!named.ok) throw new AppFailure(named.error)
  return named.value
}
