import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type {
  ConsultationFilter,
  ConsultationListRow,
  ConsultationSort,
} from '../../../shared/contract/schemas/consultations.ts'
import { firstDayOf, lastDayOf } from '../../../shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { nameOn } from '../../../shared/time/names.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readParties, readPartyForms } from '../../ledger/repositories/parties.ts'
import { caseOfKey } from '../../ledger/repositories/register/cases.ts'
import { readConsultation } from '../../ledger/repositories/register/entry.ts'
import { kept } from '../../ledger/repositories/register/kept.ts'
import { registerKeys } from '../../ledger/repositories/register/keys.ts'
import {
  countConsultations,
  lastConsultationId,
  nextConsultationNumber,
  referralsOf,
  registerRows,
} from '../../ledger/repositories/register/rows.ts'
import type { ReaderContext, ReaderHandlers } from '../contexts.ts'
import { caseSummary, requireCase } from './case-facts.ts'
import { contractOutside, lockOf, monthInWords } from './checks.ts'
import { registerFilter, registerSort } from './filter.ts'
import { benchOf, judgeRows, judgeTyped } from './judge.ts'
import { warnedKeys } from './warned.ts'

/** `consultations.*` that read. */
export const consultationsReader = {
  'consultations.list': ({ filter, sort, offset, limit }, { ledger, now }) =>
    ledger.snapshot(() => {
      const keys = keysOf(ledger, filter, sort, now())
      const first = offset ?? Math.max(0, keys.length - limit)
      const window = [...keys.subarray(first, first + limit)]
      const rows = registerRows(ledger, window)
      const referrals = referralsOf(ledger, window)
      const judged = judgeRows(ledger, rows, benchOf(ledger, dayInJapan(now())))
      return {
        total: keys.length,
        offset: first,
        rows: rows.map((row): ConsultationListRow => {
          const {
            key,
            caseKey: _caseKey,
            household: _household,
            newClaim: _claim,
            note: _note,
            ...shown
          } = row
          const { revision: _revision, ...listed } = shown
          const { newness, warnings } = judged.get(key) ?? { newness: null, warnings: [] }
          const destinations = (referrals.get(key) ?? []).map((referral) => referral.destination)
          return {
            ...listed,
            number: key,
            newness,
            warnings: plain(warnings),
            destinations: destinations.slice(0, 40),
          }
        }),
      }
    }),
  'consultations.place': ({ filter, sort, id }, { ledger, now }) =>
    ledger.snapshot(() => {
      const number = readConsultation(ledger, id)?.key ?? null
      const index = number === null ? -1 : keysOf(ledger, filter, sort, now()).indexOf(number)
      return { index: index < 0 ? null : index, number }
    }),
  'consultations.warned': ({ from, to }, { ledger, now }) =>
    ledger.snapshot(() => ({
      count: warnedKeys(ledger, firstDayOf(from), lastDayOf(to), dayInJapan(now())).size,
    })),
  'consultations.counts': ({ period, fiscalYear }, { ledger }) =>
    ledger.snapshot(() => {
      const year = fiscalYearPeriod(fiscalYear)
      const from = period === null ? null : firstDayOf(period.from)
      const to = period === null ? null : lastDayOf(period.to)
      return {
        inPeriod: countConsultations(ledger, from, to),
        inYear: countConsultations(ledger, firstDayOf(year.from), lastDayOf(year.to)),
        nextNumber: nextConsultationNumber(ledger),
        lastId: lastConsultationId(ledger),
      }
    }),
  'consultations.parties': ({ day }, { ledger }) => {
    const reporting = new Set(
      readPartyForms(ledger)
        .filter((form) => form.form === 'consultation')
        .map((form) => form.party),
    )
    const parties = readParties(ledger).filter((party) => reporting.has(party.code) || reporting.size === 0)
    return {
      parties: parties.map(({ code, names, contractFrom, contractTo }) => ({
        code,
        name: nameOn(names, day) ?? names.at(-1)?.name ?? code,
        contractFrom,
        contractTo,
        isCurrent: contractFrom <= day && (contractTo === null || day <= contractTo),
        locked: lockOf(ledger, code, day),
      })),
    }
  },
  'consultations.read': ({ id }, { ledger, now }) =>
    ledger.snapshot(() => {
      const stored = readConsultation(ledger, id)
      if (stored === null) throw new AppFailure(appError('notFound', { table: 'consultation', id }, 'id'))
      const { key, revision, consultation, newClaim } = stored
      const own = stored.caseKey === null ? null : caseOfKey(ledger, stored.caseKey)
      const judged = judgeRows(ledger, registerRows(ledger, [key]), benchOf(ledger, dayInJapan(now()))).get(
        key,
      )
      return {
        id,
        number: key,
        revision,
        consultation: plain(consultation),
        caseOf: own === null ? null : caseSummary(ledger, own),
        newClaim,
        newness: judged?.newness ?? null,
        warnings: plain(judged?.warnings ?? []),
        locked: lockOf(ledger, consultation.party, consultation.day),
        lockedMonth: monthInWords(consultation.day),
      }
    }),
  'consultations.judge': (typed, { ledger, now }) =>
    ledger.snapshot(() => {
      const { id, caseId, day, party, method, household } = typed
      const number = id === null ? null : (readConsultation(ledger, id)?.key ?? null)
      const caseKey = caseId === null ? null : requireCase(ledger, caseId).key
      const contact = {
        number,
        day,
        party,
        method,
        household,
        age: { low: typed.ageLow, high: typed.ageHigh },
      }
      const { newness, warnings } = judgeTyped(ledger, contact, caseKey, benchOf(ledger, dayInJapan(now())))
      const outside = contractOutside(ledger, party, day)
      return {
        warnings: plain(warnings),
        newness,
        locked: lockOf(ledger, party, day),
        contract: outside === null ? null : { from: outside.from, to: outside.to },
      }
    }),
} satisfies Partial<ReaderHandlers>

function keysOf(
  ledger: LedgerReader,
  filter: ConsultationFilter,
  sort: ConsultationSort,
  now: ReturnType<ReaderContext['now']>,
): Int32Array {
  const today = dayInJapan(now)
  // The clock is part of the name: a date in the future becomes one of today.
  return kept(ledger, JSON.stringify([filter, sort, filter.warned ? today : '']), () => {
    const narrowed = registerFilter(ledger, filter)
    const keys = registerKeys(ledger, narrowed, registerSort(ledger, sort))
    if (!filter.warned) return keys
    const warned = warnedKeys(ledger, narrowed.from, narrowed.to, today)
    return keys.filter((key) => warned.has(key))
  })
}
