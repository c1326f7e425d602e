import type { ActivityRecord } from '../../../shared/activities/record.ts'
import { tookPlace } from '../../../shared/activities/record.ts'
import type { StoredRecord } from '../../../shared/intake/match.ts'
import type { StagedConsultation, StagedSession } from '../../../shared/intake/staged.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { ReferralDepth } from '../../../shared/statistics/rows.ts'
import { monthOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear, Period } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import { readActivitiesOfYear } from './activity-records.ts'
import { partyKey, readMonthlyCells } from './monthly.ts'

/**
 * Records of the ledger said as a book says them, to be compared with one. Each in the order of recording.
 */

/** 相談 of a party in a period, with the codes of their cases. */
export function storedConsultations(
  reader: LedgerReader,
  party: string,
  period: Period,
): readonly (StoredRecord & { readonly record: StagedConsultation })[] {
  const key = partyKey(reader, party)
  const choices = readChildren(
    reader.iterate(
      build
        .selectFrom('consultation as c')
        .innerJoin('consultation_choice as o', 'o.consultation_key', 'c.key')
        .select(['c.key', 'o.list', 'o.code as value'])
        .where('c.party_key', '=', key)
        .where('c.month', '>=', period.from)
        .where('c.month', '<=', period.to)
        .orderBy('c.key')
        .orderBy('o.list')
        .orderBy('o.position'),
    ),
  )
  const others = readChildren(
    reader.iterate(
      build
        .selectFrom('consultation as c')
        .innerJoin('consultation_other as o', 'o.consultation_key', 'c.key')
        .select(['c.key', 'o.list', 'o.text as value'])
        .where('c.party_key', '=', key)
        .where('c.month', '>=', period.from)
        .where('c.month', '<=', period.to)
        .orderBy('c.key')
        .orderBy('o.list'),
    ),
  )
  const referrals = new Map<number, { destination: string; depth: ReferralDepth }[]>()
  const told = reader.iterate(
    build
      .selectFrom('consultation as c')
      .innerJoin('referral as r', 'r.consultation_key', 'c.key')
      .select(['c.key', 'r.destination', 'r.depth'])
      .where('c.party_key', '=', key)
      .where('c.month', '>=', period.from)
      .where('c.month', '<=', period.to)
      .orderBy('r.key'),
  )
  for (const { key: owner, destination, depth } of told) {
    const list = referrals.get(owner)
    if (list === undefined) referrals.set(owner, [{ destination, depth }])
    else list.push({ destination, depth })
  }
  const rows = reader.all(
    build
      .selectFrom('consultation as c')
      .leftJoin('case_file as f', 'f.key', 'c.case_key')
      .selectAll('c')
      .select('f.code as caseCode')
      .where('c.party_key', '=', key)
      .where('c.month', '>=', period.from)
      .where('c.month', '<=', period.to)
      .orderBy('c.key'),
  )
  return rows.map((row) => {
    const own = choices.get(row.key)
    return {
      id: row.id,
      revision: row.revision,
      record: {
        kind: 'consultation',
        party,
        month: row.month,
        day: row.day,
        caseCode: row.caseCode,
        method: row.method,
        supports: own?.support ?? none,
        caller: row.caller,
        companions: own?.companion ?? none,
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
        topics: own?.topic ?? none,
        factors: own?.factor ?? none,
        referrals: referrals.get(row.key) ?? [],
        others: Object.fromEntries(
          Object.entries(others.get(row.key) ?? {}).map(([list, texts]) => [list, texts.join(' ')]),
        ),
        newClaim: row.new_claim === null ? null : row.new_claim === 1,
        note: row.note,
      },
    }
  })
}

const none: readonly string[] = []

/** Child rows by their owner's key and list. */
function readChildren(
  rows: Iterable<{ readonly key: number; readonly list: string; readonly value: string }>,
): ReadonlyMap<number, Readonly<Record<string, string[]>>> {
  const byOwner = new Map<number, Record<string, string[]>>()
  for (const { key, list, value } of rows) {
    let own = byOwner.get(key)
    if (own === undefined) {
      own = {}
      byOwner.set(key, own)
    }
    const values = own[list]
    if (values === undefined) own[list] = [value]
    else values.push(value)
  }
  return byOwner
}

const mostActivities = 100_000

/** 活動 of a party in a period, of one kind. */
export function storedSessions(
  reader: LedgerReader,
  party: string,
  activityKind: string,
  period: Period,
): readonly StoredRecord[] {
  const first = fiscalYearOf(period.from)
  const years = Array.from({ length: fiscalYearOf(period.to) - first + 1 }, (_none, at) => first + at)
  const seen = new Set<string>()
  return years
    .flatMap((year) => readActivitiesOfYear(reader, year, mostActivities).activities)
    .filter((activity) => activity.party === party && activity.kind === activityKind)
    .flatMap((activity) => {
      const record = sessionOf(activity)
      // An activity moved into the next fiscal year stands in both.
      if (record === null || record.month < period.from || record.month > period.to) return []
      if (seen.has(activity.id)) return []
      seen.add(activity.id)
      return { id: activity.id, revision: activity.revision, record }
    })
}

/** An activity as a session of a book; null where it has no month. */
export function sessionOf(activity: ActivityRecord): StagedSession | null {
  const date = activity.held ?? activity.planned
  const month = date.kind === 'day' ? monthOf(date.day) : date.kind === 'month' ? date.month : null
  const last = activity.log.at(-1)
  if (month === null || last === undefined) return null
  const state = tookPlace(last.state)
    ? 'held'
    : last.state === 'cancelled' || last.state === 'postponed'
      ? last.state
      : 'planned'
  return {
    kind: 'session',
    party: activity.party,
    month,
    category: activity.category,
    activityKind: activity.kind,
    title: activity.title,
    venue: activity.venue,
    date,
    state,
    reason: state === 'cancelled' || state === 'postponed' ? last.reason : '',
    hours: activity.hours,
    attendance: activity.attendance,
    content: activity.content,
  }
}

/** 月報の値 of a party in a fiscal year; one that is 前年度の値（未採用） counts as empty. */
export function storedTallies(
  reader: LedgerReader,
  party: string,
  fiscalYear: FiscalYear,
): readonly StoredRecord[] {
  return readMonthlyCells(reader, partyKey(reader, party), fiscalYear).map((cell) => ({
    id: cell.id,
    revision: cell.revision,
    record: {
      kind: 'tally',
      party,
      form: findStatistic(cell.statistic)?.form ?? 'other',
      month: cell.month,
      fiscalYear,
      statistic: cell.statistic,
      keys: cell.keys,
      state: cell.adopted ? cell.state : 'blank',
      value: cell.adopted ? cell.value : null,
      flags: cell.flags,
    },
  }))
}

/** Codes of cases that the ledger knows, among these. */
export function knownCases(reader: LedgerReader, codes: Iterable<string>): ReadonlyMap<string, number> {
  const wanted = new Set(codes)
  const rows = reader.iterate(build.selectFrom('case_file').select(['code', 'key']))
  const known = new Map<string, number>()
  for (const { code, key } of rows) if (wanted.has(code)) known.set(code, key)
  return known
}

/** Tables whose change may change what a comparison found. */
const comparedTables = [
  'party',
  'party_form',
  'report',
  'case_file',
  'consultation',
  'referral',
  'activity',
  'tally',
  'confirmation',
  'submission',
  'plan',
  'indicator',
]

/** Whether anything that a book is compared with was written after an entry of the history. */
export function changedBeside(reader: LedgerReader, sequence: number): boolean {
  const found = reader.get(
    build
      .selectFrom('history')
      .select('seq')
      .where('seq', '>', sequence)
      .where('table_name', 'in', comparedTables)
      .limit(1),
  )
  return found !== undefined
}
