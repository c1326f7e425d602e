import { unknownCode } from '../../../shared/codes/code-list.ts'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type {
  CaseAttributes,
  CaseDetail,
  Consultation,
  EarlierContact,
} from '../../../shared/contract/schemas/consultations.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import {
  contactsOfPerson,
  episodesOf,
  findCase,
  householdOf,
  membersOfPerson,
  rootOfCase,
  type StoredCase,
} from '../../ledger/repositories/register/cases.ts'
import { readConsultation } from '../../ledger/repositories/register/entry.ts'

/** Contacts that the panel lists. */
const shownContacts = 50
/** Contacts that are asked for a person's attributes: further back nothing is offered. */
const askedContacts = 12

/** @throws AppFailure `notFound`. */
export function requireCase(reader: LedgerReader, id: string): StoredCase {
  const found = findCase(reader, id)
  if (found === null) throw new AppFailure(appError('notFound', { table: 'case_file', id }, 'id'))
  return found
}

export function caseSummary(reader: LedgerReader, of: StoredCase) {
  const root = rootOfCase(reader, of)
  const members = membersOfPerson(reader, of).map((row) => row.key)
  const episodes = episodesOf(reader, members)
  const state: 'open' | 'closed' | 'none' = episodes.some((episode) => episode.closedOn === null)
    ? 'open'
    : episodes.length > 0
      ? 'closed'
      : 'none'
  return { id: of.id, code: of.code, revision: of.revision, root: { id: root.id, code: root.code }, state }
}

/** How a case stands, for the form: how often it came, when last, and what that contact leaves to the next. */
export function caseAtForm(reader: LedgerReader, of: StoredCase) {
  const keys = membersOfPerson(reader, of).map((row) => row.key)
  const { count, newest } = contactsOfPerson(reader, keys, askedContacts)
  const contacts = newest.flatMap((id) => readConsultation(reader, id)?.consultation ?? [])
  const last = contacts[0]
  return {
    ...caseSummary(reader, of),
    contacts: count,
    last: last === undefined ? null : { day: last.day, method: last.method, caller: last.caller },
    attributes: attributesOf(contacts),
  }
}

/** The last known value of each attribute; newest contacts first. Null without a contact. */
export function attributesOf(contacts: readonly Consultation[]): CaseAttributes | null {
  if (contacts.length === 0) return null
  const last = (field: Exclude<keyof CaseAttributes, 'ageLow' | 'ageHigh' | 'factors'>): string =>
    contacts.find((contact) => contact[field] !== unknownCode)?.[field] ?? unknownCode
  const age = contacts.find((contact) => contact.ageLow !== null)
  return {
    ageLow: age?.ageLow ?? null,
    ageHigh: age?.ageHigh ?? null,
    sex: last('sex'),
    schooling: last('schooling'),
    economic: last('economic'),
    household: last('household'),
    area: last('area'),
    duration: last('duration'),
    route: last('route'),
    factors: [...(contacts.find((contact) => contact.factors.length > 0)?.factors ?? [])],
  }
}

/** `cases.read`. */
export function caseDetail(reader: LedgerReader, id: string): CaseDetail {
  const own = requireCase(reader, id)
  const members = membersOfPerson(reader, own)
  const codes = new Map(members.map((row) => [row.key, row.code]))
  const ids = new Map(members.map((row) => [row.key, row.id]))
  const keys = members.map((row) => row.key)
  const { count, first, last, newest } = contactsOfPerson(reader, keys, shownContacts)
  const contacts = newest.flatMap((one) => readConsultation(reader, one) ?? [])
  const households = [...new Set(members.flatMap((row) => row.householdId ?? []))]
  return {
    ...caseSummary(reader, own),
    beforeLedger: members.some((row) => row.beforeLedger),
    members: members.map((row) => ({
      id: row.id,
      code: row.code,
      revision: row.revision,
      mergedInto: row.mergedIntoKey === null ? null : (ids.get(row.mergedIntoKey) ?? null),
    })),
    household: households
      .flatMap((household) => householdOf(reader, household))
      .filter((row) => !keys.includes(row.key))
      .map((row) => ({ id: row.id, code: row.code })),
    episodes: episodesOf(reader, keys).map(({ key: _key, caseKey, ...episode }) => ({
      ...episode,
      caseCode: codes.get(caseKey) ?? '',
    })),
    contacts: count,
    firstDay: first,
    lastDay: last,
    earlier: contacts.map(
      (contact): EarlierContact => ({
        id: contact.id,
        number: contact.key,
        day: contact.consultation.day,
        caseCode: codes.get(contact.caseKey ?? 0) ?? '',
        method: contact.consultation.method,
        caller: contact.consultation.caller,
        mainTopic: contact.consultation.mainTopic,
        destinations: contact.consultation.referrals.map((referral) => referral.destination),
        note: contact.consultation.note,
      }),
    ),
    attributes: attributesOf(contacts.slice(0, askedContacts).map((contact) => contact.consultation)),
  }
}
