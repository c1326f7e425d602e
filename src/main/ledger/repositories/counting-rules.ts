import type { CountingRule } from '../../../shared/statistics/engine/context.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

/** A 計上ルール with the reason that the city gives for it. */
export interface ReasonedCountingRule extends CountingRule {
  readonly reason: string
}

/** Writes 計上ルール; their parties must be there already. */
export function insertCountingRules(write: LedgerWriter, rules: readonly ReasonedCountingRule[]): void {
  const keys = new Map(
    write.all(build.selectFrom('party').select(['code', 'key'])).map(({ code, key }) => [code, key]),
  )
  for (const rule of rules) {
    write.insert('counting_rule', {
      statistic: rule.statistic,
      from_year: rule.from,
      to_year: rule.to,
      reason: rule.reason,
      // An unknown party has no key: the foreign key refuses it.
      counting_rule_party: rule.parties.map((code) => ({ party_key: keys.get(code) ?? 0 })),
    })
  }
}

/**
 * A successor counts wherever the party before it counts: without this its figures would stay out of the
 * city's total. Rules that ended before `fiscalYear` stay as they are.
 */
export function joinCountingRules(
  write: LedgerWriter,
  before: number,
  successor: number,
  fiscalYear: FiscalYear,
): void {
  const members = write.all(
    build
      .selectFrom('counting_rule as rule')
      .innerJoin('counting_rule_party as member', 'member.counting_rule_key', 'rule.key')
      .select(['rule.id', 'rule.revision', 'member.party_key'])
      .where((where) =>
        where.or([where('rule.to_year', 'is', null), where('rule.to_year', '>=', fiscalYear)]),
      )
      .orderBy('rule.key')
      .orderBy('member.position'),
  )
  for (const [id, rows] of Map.groupBy(members, (row) => row.id)) {
    const parties = rows.map((row) => row.party_key)
    const revision = rows[0]?.revision
    if (revision === undefined || !parties.includes(before)) continue
    const counting_rule_party = [...parties, successor].map((party_key) => ({ party_key }))
    write.update('counting_rule', id, revision, { counting_rule_party })
  }
}

/** All 計上ルール, the later one of a statistic last. */
export function readCountingRules(reader: LedgerReader): readonly ReasonedCountingRule[] {
  const rows = reader.all(
    build
      .selectFrom('counting_rule as rule')
      .leftJoin('counting_rule_party as member', 'member.counting_rule_key', 'rule.key')
      .leftJoin('party', 'party.key', 'member.party_key')
      .select(['rule.key', 'rule.statistic', 'rule.from_year', 'rule.to_year', 'rule.reason', 'party.code'])
      .orderBy('rule.from_year')
      .orderBy('rule.key')
      .orderBy('member.position'),
  )
  return [...Map.groupBy(rows, (row) => row.key).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : {
          statistic: first.statistic,
          from: first.from_year,
          to: first.to_year,
          reason: first.reason,
          parties: [first, ...others].flatMap((row) => row.code ?? []),
        },
  )
}
