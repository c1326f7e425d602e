import type { ActivityDate, ActivityRow, ConsultationRow, TallyRow } from '../../../shared/statistics/rows.ts'
import type { NamedPeriod } from '../../../shared/time/names.ts'
import type { NewRow } from '../history/entities.ts'

/** Plain rows → columns. Referring keys are given by the caller. */

export const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)

export const nameColumns = (names: readonly NamedPeriod[]) =>
  names.map(({ name, from, to }) => ({ name, valid_from: from, valid_to: to }))

export function consultationColumns(
  row: ConsultationRow,
  keys: { readonly party_key: number; readonly case_key: number | null },
): NewRow<'consultation'> {
  const choices = [
    ...row.supports.map((code) => ({ list: 'support' as const, code })),
    ...row.companions.map((code) => ({ list: 'companion' as const, code })),
    ...row.topics.map((code) => ({ list: 'topic' as const, code })),
    ...row.factors.map((code) => ({ list: 'factor' as const, code })),
  ]
  return {
    id: row.id,
    day: row.day,
    ...keys,
    method: row.method,
    caller: row.caller,
    age_low: row.ageLow,
    age_high: row.ageHigh,
    sex: row.sex,
    schooling: row.schooling,
    economic: row.economic,
    household: row.household,
    area: row.area,
    duration: row.duration,
    route: row.route,
    main_topic: row.mainTopic,
    new_claim: row.newClaim === null ? null : flag(row.newClaim),
    note: row.note,
    consultation_choice: choices,
  }
}

interface DateColumns {
  readonly kind: ActivityDate['kind']
  readonly from: string | null
  readonly to: string | null
}

/** A date as its three columns. */
export function dateColumns(date: ActivityDate): DateColumns {
  switch (date.kind) {
    case 'day':
      return { kind: 'day', from: date.day, to: null }
    case 'month':
      return { kind: 'month', from: date.month, to: null }
    case 'months':
      return { kind: 'months', from: date.from, to: date.to }
    case 'unknown':
      return { kind: 'unknown', from: null, to: null }
  }
}

export function activityColumns(
  row: ActivityRow,
  keys: { readonly party_key: number; readonly venue_key: number | null },
): NewRow<'activity'> {
  const planned = dateColumns(row.planned)
  const held = row.held === null ? null : dateColumns(row.held)
  return {
    id: row.id,
    fiscal_year: row.fiscalYear,
    category: row.category,
    kind: row.kind,
    title: row.title,
    ...keys,
    planned_kind: planned.kind,
    planned_from: planned.from,
    planned_to: planned.to,
    held_kind: held?.kind ?? null,
    held_from: held?.from ?? null,
    held_to: held?.to ?? null,
    public_persons: row.publicPersons,
    purpose: row.purpose,
    content: row.content,
    activity_state: row.states.map(({ state, on, reason }) => ({ state, on_day: on, reason })),
    activity_partner: row.partners.map((name) => ({ name })),
    activity_attendance: row.attendance.map(({ group, count }) => ({ group_code: group, count })),
    activity_measure: row.measures.map(({ statistic, stratum, value }) => ({ statistic, stratum, value })),
  }
}

export function tallyColumns(row: TallyRow, party_key: number): NewRow<'tally'> {
  const [first, second] = Object.entries(row.keys).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    id: row.id,
    party_key,
    statistic: row.statistic,
    fiscal_year: row.fiscalYear,
    month: row.month,
    by1: first?.[0] ?? '',
    code1: first?.[1] ?? '',
    by2: second?.[0] ?? '',
    code2: second?.[1] ?? '',
    state: row.state,
    value: row.value,
    provisional: flag(row.flags.includes('provisional')),
    revised: flag(row.flags.includes('revised')),
    estimate: flag(row.flags.includes('estimate')),
    adopted: flag(row.adopted),
    comment: row.comment,
  }
}
