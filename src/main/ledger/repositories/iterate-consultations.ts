import { sql } from 'kysely'
import { z } from 'zod'
import type { ConsultationRow } from '../../../shared/statistics/rows.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'

const choicesSchema = z.array(z.tuple([z.enum(['support', 'companion', 'topic', 'factor']), z.string()]))

/** [[list, code], …] of a consultation, in the order in which they were recorded. */
const choices = sql<string>`(
  SELECT json_group_array(json_array(list, code))
  FROM (SELECT list, code FROM consultation_choice WHERE consultation_key = c.key ORDER BY list, position)
)`.as('choices')

/** 相談 one after the other, by day and then in the order of recording: memory does not grow with the ledger. */
export function* iterateConsultations(reader: LedgerReader): Generator<ConsultationRow> {
  const rows = reader.iterate(
    build
      .selectFrom('consultation as c')
      .innerJoin('party', 'party.key', 'c.party_key')
      .leftJoin('case_file', 'case_file.key', 'c.case_key')
      .selectAll('c')
      .select(['party.code as party', 'case_file.id as case_id', choices])
      .orderBy('c.day')
      .orderBy('c.key'),
  )
  for (const row of rows) {
    const chosen = choicesSchema.parse(JSON.parse(row.choices))
    const of = (list: 'support' | 'companion' | 'topic' | 'factor'): readonly string[] =>
      chosen.filter(([name]) => name === list).map(([, code]) => code)
    yield {
      id: row.id,
      day: row.day,
      party: row.party,
      caseId: row.case_id,
      method: row.method,
      supports: of('support'),
      caller: row.caller,
      companions: of('companion'),
      ageLow: row.age_low,
      ageHigh: row.age_high,
      sex: row.sex,
      schooling: row.schooling,
      economic: row.economic,
      household: row.household,
      area: row.area,
      duration: row.duration,
      route: row.route,
      mainTopic: row.main_topic,
      topics: of('topic'),
      factors: of('factor'),
      newClaim: row.new_claim === null ? null : row.new_claim === 1,
      note: row.note,
    }
  }
}
