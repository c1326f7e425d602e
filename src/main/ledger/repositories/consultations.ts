import type { ConsultationRow, CoordinationRow, ReferralRow } from '../../../shared/statistics/rows.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'

/** 相談, in the order of recording. */
export function readConsultations(reader: LedgerReader): readonly ConsultationRow[] {
  const choices = readChoices(reader)
  const rows = reader.all(
    build
      .selectFrom('consultation as c')
      .innerJoin('party', 'party.key', 'c.party_key')
      .leftJoin('case_file', 'case_file.key', 'c.case_key')
      .selectAll('c')
      .select(['party.code as party', 'case_file.id as case_id'])
      .orderBy('c.key'),
  )
  return rows.map((row) => {
    const own = choices.get(row.key)
    return {
      id: row.id,
      day: row.day,
      party: row.party,
      caseId: row.case_id,
      method: row.method,
      supports: own?.support ?? [],
      caller: row.caller,
      companions: own?.companion ?? [],
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
      topics: own?.topic ?? [],
      factors: own?.factor ?? [],
      newClaim: row.new_claim === null ? null : row.new_claim === 1,
      note: row.note,
    }
  })
}

type Choices = Record<'support' | 'companion' | 'topic' | 'factor', string[]>

function readChoices(reader: LedgerReader): ReadonlyMap<number, Choices> {
  const byConsultation = new Map<number, Choices>()
  const rows = reader.iterate(
    build
      .selectFrom('consultation_choice')
      .select(['consultation_key', 'list', 'code'])
      .orderBy('consultation_key')
      .orderBy('list')
      .orderBy('position'),
  )
  for (const { consultation_key, list, code } of rows) {
    const known = byConsultation.get(consultation_key)
    const own = known ?? { support: [], companion: [], topic: [], factor: [] }
    if (known === undefined) byConsultation.set(consultation_key, own)
    own[list].push(code)
  }
  return byConsultation
}

/** 関係機関との連絡調整, in the order of recording. */
export function readCoordinations(reader: LedgerReader): readonly CoordinationRow[] {
  return reader.all(
    build
      .selectFrom('coordination as c')
      .innerJoin('party', 'party.key', 'c.party_key')
      .leftJoin('case_file', 'case_file.key', 'c.case_key')
      .select(['c.id', 'c.day', 'party.code as party', 'case_file.id as caseId', 'c.agency'])
      .orderBy('c.key'),
  )
}

/** つなぎ, in the order of recording. */
export function readReferrals(reader: LedgerReader): readonly ReferralRow[] {
  return reader.all(
    build
      .selectFrom('referral as r')
      .innerJoin('party', 'party.key', 'r.party_key')
      .leftJoin('case_file', 'case_file.key', 'r.case_key')
      .leftJoin('consultation', 'consultation.key', 'r.consultation_key')
      .select([
        'r.id',
        'r.day',
        'party.code as party',
        'case_file.id as caseId',
        'consultation.id as consultationId',
        'r.destination',
        'r.depth',
      ])
      .orderBy('r.key'),
  )
}
