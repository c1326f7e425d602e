import { categoryOfKind, formsOfActivity } from '../../../shared/activities/kinds.ts'
import type { ActivityContent } from '../../../shared/activities/record.ts'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type {
  StagedConsultation,
  StagedRecord,
  StagedSession,
  StagedTally,
} from '../../../shared/intake/staged.ts'
import { findSource } from '../../../shared/statistics/catalogue/catalogue.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import { insertActivity, keyOfCode } from '../../ledger/repositories/activity-records.ts'
import { openCase } from '../../ledger/repositories/cases.ts'
import { findMonthlyCell, saveMonthlyCell } from '../../ledger/repositories/monthly.ts'
import { findCaseByCode } from '../../ledger/repositories/register/cases.ts'
import { insertConsultation } from '../../ledger/repositories/register/entry.ts'
import { assertOpen } from '../activities/rules.ts'
import { assertMayRecord, partyKey } from '../consultations/checks.ts'
import { assertMode, assertMonthOpen, assertYearOpen } from '../guards/month-guard.ts'

/**
 * Writes a late row as a record of its month, through the guards of every door.
 *
 * @throws AppFailure `periodConfirmed` until 確定解除, `notFound` for what is no record of a month.
 */
export function takeLate(write: LedgerWriter, record: StagedRecord, newId: () => string): void {
  switch (record.kind) {
    case 'consultation':
      takeConsultation(write, record, newId())
      return
    case 'tally':
      takeTally(write, record)
      return
    case 'session':
      takeSession(write, record)
      return
    case 'indicator':
      throw new AppFailure(appError('notFound', { table: 'late_arrival', id: record.kind }))
  }
}

function takeConsultation(write: LedgerWriter, record: StagedConsultation, id: string): void {
  const { kind, month, caseCode, others, newClaim, referrals, ...rest } = record
  const consultation = {
    ...rest,
    companions: [...rest.companions],
    topics: [...rest.topics],
    factors: [...rest.factors],
    supports: [...rest.supports],
    referrals: referrals.map((row) => ({ ...row })),
    others: Object.entries(others).map(([list, text]) => ({ list, text })),
  }
  assertMayRecord(write, consultation)
  const known = caseCode === null ? null : findCaseByCode(write, caseCode)
  const caseKey =
    caseCode === null ? null : (known?.key ?? openCase(write, { code: caseCode, on: record.day }).key)
  insertConsultation(write, id, consultation, { partyKey: partyKey(write, record.party), caseKey })
}

/** A cell that was entered meanwhile is replaced: what came in is the party's own word. */
function takeTally(write: LedgerWriter, record: StagedTally): void {
  const { party, form, month, fiscalYear, statistic, keys, state, value, flags } = record
  if (month === null) assertYearOpen(write, party, form, fiscalYear)
  else {
    assertMonthOpen(write, party, form, month)
    if (findSource(statistic)?.kind !== 'entered') assertMode(write, party, form, month, 'tally')
  }
  const place = { party: partyKey(write, party), fiscalYear, statistic, keys, month }
  const current = findMonthlyCell(write, place)
  const comment = current?.comment ?? ''
  saveMonthlyCell(write, place, { state, value, flags, adopted: true, comment }, current)
}

function takeSession(write: LedgerWriter, record: StagedSession): void {
  const { party, venue, date, state, month } = record
  const content: ActivityContent = {
    category: categoryOfKind(record.activityKind) ?? record.category,
    kind: record.activityKind,
    kindOther: '',
    title: record.title,
    party,
    venue,
    planned: date,
    partners: [],
    publicPersons: '',
    purpose: '',
    content: record.content,
    attendance: state === 'held' ? record.attendance : [],
    measures: [],
    hours: record.hours,
    capacity: null,
    applications: null,
    surveyMethod: '',
    surveyFrom: null,
    surveyTo: null,
  }
  const on = date.kind === 'day' ? date.day : lastDayOf(month)
  const made = {
    fiscalYear: fiscalYearOf(month),
    seriesId: null,
    held: state === 'held' ? date : null,
    log: [{ state, on, reason: record.reason, evidence: '', moved: null }],
  }
  assertOpen(write, { ...content, ...made })
  for (const form of formsOfActivity(content)) assertMonthOpen(write, party, form, month)
  const keys = {
    party_key: partyKey(write, party),
    venue_key: venue === null ? null : keyOfCode(write, 'venue', venue),
  }
  insertActivity(write, content, keys, made)
}
