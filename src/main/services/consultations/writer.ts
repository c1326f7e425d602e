import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { AboutCase, Consultation } from '../../../shared/contract/schemas/consultations.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import { openCase } from '../../ledger/repositories/cases.ts'
import { removeDraft } from '../../ledger/repositories/drafts.ts'
import { findCase, findCaseByCode } from '../../ledger/repositories/register/cases.ts'
import {
  insertConsultation,
  readConsultation,
  removeConsultation,
  type StoredConsultation,
  updateConsultation,
} from '../../ledger/repositories/register/entry.ts'
import { act } from '../act.ts'
import type { WriterHandlers } from '../contexts.ts'
import { requireCase } from './case-facts.ts'
import { assertMayRecord, assertPlaceOpen, partyKey } from './checks.ts'

/**
 * `consultations.*` that write, each one step of undo: a contact with its つなぎ先, and the case that begins
 * with it. What may not be recorded is refused by `assertMayRecord`; doubts are saved.
 */
export const consultationsWriter = {
  'consultations.create': (input, context) => {
    const answer = act(context, 'consultations.create', input, (write) => {
      const { id, consultation, about } = input
      assertMayRecord(write, consultation)
      const caseKey = caseKeyOf(write, about, consultation)
      const keys = { partyKey: partyKey(write, consultation.party), caseKey }
      const { key, revision } = insertConsultation(write, id, consultation, keys)
      return { id, number: key, revision, caseOf: caseNamed(write, about) }
    })
    // After the save: a kill between the two leaves a draft of a record that is there, and it is not offered.
    removeDraft(context.ledger, input.id)
    return answer
  },
  'consultations.change': (input, context) =>
    act(context, 'consultations.change', input, (write) => {
      const before = requireConsultation(write, input.id)
      const after = { ...before.consultation, ...withoutUndefined(input.changes) }
      assertPlaceOpen(write, before.consultation.party, before.consultation.day)
      assertMayRecord(write, after)
      const caseKey = input.about === null ? before.caseKey : caseKeyOf(write, input.about, after)
      const keys = { partyKey: partyKey(write, after.party), caseKey }
      const { key, revision } = updateConsultation(write, before, input.revision, after, keys)
      return { id: input.id, number: key, revision }
    }),
  'consultations.remove': (input, context) => {
    if (input.reason.trim() === '') throw new AppFailure(appError('reasonMissing', {}, 'reason'))
    act(context, 'consultations.remove', input, (write) => {
      const before = requireConsultation(write, input.id)
      assertPlaceOpen(write, before.consultation.party, before.consultation.day)
      removeConsultation(write, before, input.revision)
      return null
    })
    return {}
  },
} satisfies Partial<WriterHandlers>

function requireConsultation(reader: LedgerReader, id: string): StoredConsultation {
  const stored = readConsultation(reader, id)
  if (stored === null) throw new AppFailure(appError('notFound', { table: 'consultation', id }, 'id'))
  return stored
}

/** The key of the case; a new one begins on the contact's day. */
function caseKeyOf(write: LedgerWriter, about: AboutCase, { day }: Pick<Consultation, 'day'>): number | null {
  if (about.kind === 'none') return null
  if (about.kind === 'known') return requireCase(write, about.id).key
  const code = caseCode(about.code)
  if (findCaseByCode(write, code) !== null) {
    throw new AppFailure(appError('caseCodeTaken', { code }, 'about'))
  }
  return openCase(write, { code, on: day }).key
}

function caseNamed(reader: LedgerReader, about: AboutCase) {
  if (about.kind === 'none') return null
  const found =
    about.kind === 'known' ? findCase(reader, about.id) : findCaseByCode(reader, caseCode(about.code))
  return found === null ? null : { id: found.id, code: found.code }
}

/** ｈ０４１ and h041 are H041. */
export const caseCode = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase()

function withoutUndefined<T extends object>(given: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}
