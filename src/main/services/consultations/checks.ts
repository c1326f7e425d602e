import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { Consultation } from '../../../shared/contract/schemas/consultations.ts'
import { monthOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { formatDay, formatMonth } from '../../../shared/time/format.ts'
import { nameOn } from '../../../shared/time/names.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { partyKeyOf, readParties } from '../../ledger/repositories/parties.ts'
import { codesOfLists } from '../../ledger/repositories/register/rows.ts'
import { assertMode, assertMonthOpen } from '../guards/month-guard.ts'

/** Field of a consultation → its list. */
const lists = {
  method: 'method',
  caller: 'caller',
  companions: 'caller',
  sex: 'sex',
  schooling: 'schooling',
  economic: 'economic',
  household: 'household',
  area: 'area',
  duration: 'duration',
  route: 'route',
  mainTopic: 'topic',
  topics: 'topic',
  factors: 'factor',
  supports: 'support',
} as const satisfies Partial<Record<keyof Consultation, string>>

/**
 * Stops a save that would break the ledger: codes of no list, half an age, a day outside the contract, a
 * month that is 確定 or told by tally. Doubts are warnings, and stop nothing.
 *
 * @throws AppFailure `invalidValue` {constraint, place, value}, `unknownParty`, `outsideContract`
 *   {party, from, to}, `periodConfirmed`, `reportedByTally`; `field` is the field of the form.
 */
export function assertMayRecord(reader: LedgerReader, consultation: Consultation): void {
  assertCodes(codesOfLists(reader), consultation)
  const { ageLow, ageHigh, day, party } = consultation
  if ((ageLow === null) !== (ageHigh === null) || (ageLow !== null && ageHigh !== null && ageLow > ageHigh)) {
    refuse('age', 'age', `${ageLow ?? ''}–${ageHigh ?? ''}`)
  }
  const contract = contractOutside(reader, party, day)
  if (contract !== null) {
    const { name, from, to } = contract
    const parameters = { party: name, from: formatDay(from), to: to === null ? '' : formatDay(to) }
    throw new AppFailure(appError('outsideContract', parameters, 'day'))
  }
  assertPlaceOpen(reader, party, day)
}

/** The month is neither 確定 nor told by tally. */
export function assertPlaceOpen(reader: LedgerReader, party: string, day: Day): void {
  assertMonthOpen(reader, party, 'consultation', monthOf(day))
  assertMode(reader, party, 'consultation', monthOf(day), 'records')
}

/** Why a month takes no record, for screens that say so before anything is typed. */
export function lockOf(
  reader: LedgerReader,
  party: string,
  day: Day,
): 'periodConfirmed' | 'reportedByTally' | null {
  try {
    assertPlaceOpen(reader, party, day)
    return null
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error
    const { code } = error.appError
    return code === 'periodConfirmed' || code === 'reportedByTally' ? code : null
  }
}

export const monthInWords = (day: Day): string => formatMonth(monthOf(day))

/** The contract of a party when it does not hold the day; null when it does. @throws AppFailure `unknownParty`. */
export function contractOutside(reader: LedgerReader, party: string, day: Day) {
  const row = readParties(reader).find((one) => one.code === party)
  if (row === undefined) throw new AppFailure(appError('unknownParty', { party }, 'party'))
  const { contractFrom: from, contractTo: to } = row
  if (from <= day && (to === null || day <= to)) return null
  return { name: nameOn(row.names, day) ?? row.names.at(-1)?.name ?? row.code, from, to }
}

/** @throws AppFailure `unknownParty`. */
export function partyKey(reader: LedgerReader, code: string): number {
  const key = partyKeyOf(reader, code)
  if (key === null) throw new AppFailure(appError('unknownParty', { party: code }, 'party'))
  return key
}

function assertCodes(known: ReturnType<typeof codesOfLists>, consultation: Consultation): void {
  const isCode = (list: string, code: string): boolean => known.get(list)?.has(code) === true
  for (const [field, list] of Object.entries(lists) as [keyof typeof lists, string][]) {
    const value = consultation[field]
    const codes = typeof value === 'string' ? [value] : value
    const wrong = codes.find((code) => !isCode(list, code))
    if (wrong !== undefined) refuse('unknownCode', field, wrong)
    if (new Set(codes).size !== codes.length) refuse('twice', field, codes.join(' '))
  }
  for (const { destination } of consultation.referrals) {
    if (!isCode('destination', destination)) refuse('unknownCode', 'referrals', destination)
  }
  for (const { list } of consultation.others) {
    if (!known.has(list)) refuse('unknownCode', 'others', list)
  }
}

function refuse(constraint: string, field: string, value: string): never {
  throw new AppFailure(
    appError('invalidValue', { constraint, place: field, value: value.slice(0, 100) }, field),
  )
}
