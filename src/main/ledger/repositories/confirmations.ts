import { type ConfirmablePeriod, endOfPeriod, periodKey } from '../../../shared/confirming/period.ts'
import { readStored, writeStored } from '../../../shared/confirming/stored-answer.ts'
import { type StoredTable, storedPlaceOf } from '../../../shared/confirming/stored-tables.ts'
import { findStatistic, versionIn } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { StatisticQuery, StatisticResult } from '../../../shared/statistics/definition.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { fail } from '../failures.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

/** A period that is 確定, without its values. */
export interface Confirmation extends ConfirmablePeriod {
  readonly key: number
  readonly id: string
  readonly revision: number
  readonly confirmedOn: Day
}

/** All that are 確定, or those of a year, in the order in which they were confirmed. */
export function readConfirmations(
  reader: LedgerReader,
  fiscalYear: FiscalYear | null = null,
): readonly Confirmation[] {
  const all = build
    .selectFrom('confirmation as c')
    .leftJoin('party', 'party.key', 'c.party_key')
    .select([
      'c.key',
      'c.id',
      'c.revision',
      'party.code as party',
      'c.form',
      'c.fiscal_year as fiscalYear',
      'c.month',
      'c.confirmed_on as confirmedOn',
    ])
    .orderBy('c.key')
  return reader.all(fiscalYear === null ? all : all.where('c.fiscal_year', '=', fiscalYear))
}

/** Stores a period's values, as counted. @throws AppFailure `unknownParty`. */
export function insertConfirmation(
  write: LedgerWriter,
  period: ConfirmablePeriod,
  answers: readonly StoredValue[],
  confirmedOn: Day,
): string {
  const party =
    period.party === null
      ? null
      : write.get(build.selectFrom('party').select('key').where('code', '=', period.party))
  if (party === undefined) fail('unknownParty', { party: period.party ?? '' })
  return write.insert('confirmation', {
    party_key: party?.key ?? null,
    form: period.form,
    fiscal_year: period.fiscalYear,
    month: period.month,
    as_of: endOfPeriod(period),
    confirmed_on: confirmedOn,
    confirmed_value: answers.map(({ statistic, by, validFrom, answer }) => ({
      statistic,
      breakdowns: by.join(','),
      valid_from: validFrom,
      answer,
    })),
  }).id
}

/** A stored table with its version and the text of its answer. */
export interface StoredValue extends StoredTable {
  readonly validFrom: FiscalYear
  readonly answer: string
}

/** What is to be stored of an answer. */
export function storedValue(
  table: StoredTable,
  fiscalYear: FiscalYear,
  result: StatisticResult,
): StoredValue {
  const definition = findStatistic(table.statistic)
  const version = definition === null ? null : versionIn(definition, fiscalYear)
  return { ...table, validFrom: version?.validFrom ?? fiscalYear, answer: writeStored(result) }
}

/** The stored answers of a ledger's present state: which periods are 確定 is read once. */
export class ConfirmedAnswers {
  readonly #reader: LedgerReader
  readonly #periods: ReadonlyMap<string, Confirmation>

  constructor(reader: LedgerReader) {
    this.#reader = reader
    this.#periods = new Map(readConfirmations(reader).map((row) => [periodKey(row), row]))
  }

  /** The answer to a query that asks for exactly what was stored at 確定; else null. */
  find(query: StatisticQuery): StatisticResult | null {
    if (this.#periods.size === 0) return null
    const place = storedPlaceOf(query)
    const confirmation = place === null ? undefined : this.#periods.get(periodKey(place.period))
    if (place === null || confirmation === undefined) return null
    const { table } = place
    const row = this.#reader.get(
      build
        .selectFrom('confirmed_value')
        .select('answer')
        .where('confirmation_key', '=', confirmation.key)
        .where('statistic', '=', table.statistic)
        .where('breakdowns', '=', table.by.join(',')),
    )
    return row === undefined ? null : readStored(row.answer, table.by, query, confirmation.confirmedOn)
  }
}

/** The tables that were stored of a confirmation, which later catalogues may call otherwise. */
export function storedTablesOf(reader: LedgerReader, confirmation: Confirmation): readonly StoredValue[] {
  const rows = reader.all(
    build
      .selectFrom('confirmed_value')
      .select(['statistic', 'breakdowns', 'valid_from as validFrom', 'answer'])
      .where('confirmation_key', '=', confirmation.key)
      .orderBy('position'),
  )
  return rows.map(({ breakdowns, ...row }) => ({
    ...row,
    by: breakdowns === '' ? [] : breakdowns.split(','),
  }))
}
