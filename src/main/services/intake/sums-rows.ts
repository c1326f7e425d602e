import type {
  StagedConsultation,
  StagedRecord,
  StagedSession,
  StagedTally,
} from '../../../shared/intake/staged.ts'
import type { ActivityRow, ConsultationRow, LedgerRows, TallyRow } from '../../../shared/statistics/rows.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readActivitiesOfYear } from '../../ledger/repositories/activity-records.ts'
import { readCases } from '../../ledger/repositories/cases.ts'
import { storedConsultations } from '../../ledger/repositories/intake-side.ts'
import { readFrameRows } from '../../ledger/statistics/query-statistics.ts'
import type { IntakeOperations } from './operations.ts'

const mostActivities = 100_000

export interface PartyYear {
  readonly rows: LedgerRows
  /** Codes of cases → their ids. */
  readonly caseIds: ReadonlyMap<string, string>
}

/** A party's records of a fiscal year with all that decides how they are counted. */
export function rowsAsTheyAre(reader: LedgerReader, party: string, fiscalYear: FiscalYear): PartyYear {
  const cases = readCases(reader)
  const caseIds = new Map(cases.map(({ code, id }) => [code, id]))
  const contacts = storedConsultations(reader, party, fiscalYearPeriod(fiscalYear))
  const consultations = contacts.map(({ id, record }) => contactRow(id, record, caseIds))
  const { activities } = readActivitiesOfYear(reader, fiscalYear, mostActivities)
  const rows = {
    ...readFrameRows(reader),
    cases,
    caseEpisodes: [],
    consultations,
    coordinations: [],
    referrals: contacts.flatMap(({ id, record }) => referralRows(id, record, caseIds)),
    activities: activities
      .filter((activity) => activity.party === party)
      .map(({ log, ...activity }): ActivityRow => ({ ...activity, states: log })),
  }
  return { rows, caseIds }
}

/** The same rows after the operations of a book. */
export function rowsAsTheyWouldBe(
  { rows, caseIds }: PartyYear,
  { inserts, updates, removals }: IntakeOperations,
  party: string,
  fiscalYear: FiscalYear,
): LedgerRows {
  const mine = (record: StagedRecord): boolean =>
    record.kind !== 'indicator' && record.party === party && yearOf(record) === fiscalYear
  const replaced = new Set([...removals, ...updates].map(({ id }) => id))
  const written = [
    ...inserts.map((record, index) => ({ id: `new-${index}`, record })),
    ...updates.map(({ id, record }) => ({ id, record })),
  ].filter(({ record }) => mine(record))
  const of = <Kind extends StagedRecord['kind']>(kind: Kind) =>
    written.flatMap(({ id, record }) =>
      record.kind === kind ? [{ id, record: record as Extract<StagedRecord, { kind: Kind }> }] : [],
    )
  const left = <Row extends { readonly id: string }>(list: readonly Row[]) =>
    list.filter(({ id }) => !replaced.has(id))
  const contacts = of('consultation')
  return {
    ...rows,
    consultations: [
      ...left(rows.consultations),
      ...contacts.map(({ id, record }) => contactRow(id, record, caseIds)),
    ],
    referrals: [
      ...rows.referrals.filter(
        ({ consultationId }) => consultationId === null || !replaced.has(consultationId),
      ),
      ...contacts.flatMap(({ id, record }) => referralRows(id, record, caseIds)),
    ],
    activities: [
      ...left(rows.activities),
      ...of('session').map(({ id, record }) => activityRow(id, record, rows.activities)),
    ],
    tallies: [...left(rows.tallies), ...of('tally').map(({ id, record }) => tallyRow(id, record))],
  }
}

const yearOf = (record: Exclude<StagedRecord, { kind: 'indicator' }>): FiscalYear =>
  record.kind === 'tally' ? record.fiscalYear : fiscalYearOf(record.month)

/** A case that is not there yet is told apart by its code. */
const caseIdOf = (code: string | null, ids: ReadonlyMap<string, string>): string | null =>
  code === null ? null : (ids.get(code) ?? `new-${code}`)

function contactRow(
  id: string,
  record: StagedConsultation,
  ids: ReadonlyMap<string, string>,
): ConsultationRow {
  const { kind, month, caseCode, referrals, others, ...rest } = record
  return { ...rest, id, caseId: caseIdOf(caseCode, ids) }
}

function referralRows(
  id: string,
  { day, party, caseCode, referrals }: StagedConsultation,
  ids: ReadonlyMap<string, string>,
): LedgerRows['referrals'] {
  return referrals.map(({ destination, depth }, index) => ({
    id: `${id}-${index}`,
    day,
    party,
    caseId: caseIdOf(caseCode, ids),
    consultationId: id,
    destination,
    depth,
  }))
}

function activityRow(id: string, record: StagedSession, before: readonly ActivityRow[]): ActivityRow {
  const { date, state, month, activityKind, category, title, party, venue, attendance, content, reason } =
    record
  const known = before.find((row) => row.id === id)
  const on = date.kind === 'day' ? date.day : lastDayOf(month)
  return {
    partners: [],
    publicPersons: '',
    purpose: '',
    measures: [],
    planned: date,
    ...known,
    id,
    fiscalYear: fiscalYearOf(month),
    kind: activityKind,
    category,
    title,
    party,
    venue,
    attendance,
    content,
    held: state === 'held' ? date : null,
    states: [{ state, on, reason }],
  }
}

function tallyRow(id: string, record: StagedTally): TallyRow {
  const { party, statistic, fiscalYear, month, keys, state, value, flags } = record
  return { id, party, statistic, fiscalYear, month, keys, state, value, flags, adopted: true, comment: '' }
}
