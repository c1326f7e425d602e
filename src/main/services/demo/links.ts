import type { ConsultationRow, CoordinationRow, ReferralRow } from '../../../shared/statistics/rows.ts'
import { addDays, lastDayOf, monthOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { idStream } from './ids.ts'
import { randomStream } from './random.ts'
import * as weights from './weights.ts'
import { nextWorkingDay } from './working-days.ts'

/** Share of contacts that end with a referral (つなぎ), by fiscal year. */
const referralShare: Readonly<Record<FiscalYear, number>> = { 2022: 0.17, 2023: 0.25, 2024: 0.21 }
const coordinationShare = 0.32

/** つなぎ that came out of a contact, on the same day and by the same party. */
export function demonstrationReferrals(
  seed: number,
  consultations: readonly ConsultationRow[],
): readonly ReferralRow[] {
  const random = randomStream(seed, 'referrals')
  const makeId = idStream(seed, 'referral')
  return consultations.flatMap((contact): readonly ReferralRow[] => {
    const share = referralShare[fiscalYearOf(contact.day)] ?? 0
    if (contact.caseId === null || !random.chance(share)) return []
    const old = contact.ageLow !== null && contact.ageLow >= 40
    return [
      {
        id: makeId(contact.day),
        day: contact.day,
        party: contact.party,
        caseId: contact.caseId,
        consultationId: contact.id,
        destination: random.weighted(old ? weights.destinationsOld : weights.destinationsYoung),
        depth: random.weighted(weights.depths),
      },
    ]
  })
}

/** 関係機関との連絡調整, within a week after a contact and in its month: a list of its own, never consultations. */
export function demonstrationCoordinations(
  seed: number,
  consultations: readonly ConsultationRow[],
): readonly CoordinationRow[] {
  const random = randomStream(seed, 'coordinations')
  const makeId = idStream(seed, 'coordination')
  return consultations
    .flatMap((contact) => {
      if (contact.caseId === null || !random.chance(coordinationShare)) return []
      const later = nextWorkingDay(addDays(contact.day, random.integer(0, 6)))
      const day: Day = later <= lastDayOf(monthOf(contact.day)) ? later : contact.day
      return [
        { day, party: contact.party, caseId: contact.caseId, agency: random.weighted(weights.agencies) },
      ]
    })
    .toSorted((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0))
    .map((row) => ({ id: makeId(row.day), ...row }))
}
