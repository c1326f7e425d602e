import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { closeCase, mergeCases, reopenCase } from '../../ledger/repositories/cases.ts'
import {
  contactsOfPerson,
  episodesOf,
  findCaseByCode,
  findEpisode,
  listCases,
  membersOfPerson,
  rootOfCase,
  type StoredCase,
} from '../../ledger/repositories/register/cases.ts'
import { act } from '../act.ts'
import { touchedByMerge } from '../confirming/merge-effect.ts'
import type { ReaderHandlers, WriterHandlers } from '../contexts.ts'
import { caseAtForm, caseDetail, caseSummary, requireCase } from './case-facts.ts'
import { caseCode } from './writer.ts'

/** `cases.*` that read. */
export const casesReader = {
  'cases.find': ({ code }, { ledger }) =>
    ledger.snapshot(() => {
      const found = caseCode(code) === '' ? null : findCaseByCode(ledger, caseCode(code))
      return { found: found === null ? null : caseAtForm(ledger, found) }
    }),
  'cases.read': ({ id }, { ledger }) => ledger.snapshot(() => caseDetail(ledger, id)),
  'cases.list': ({ search, which, offset, limit }, { ledger }) =>
    ledger.snapshot(() => {
      const { total, rows } = listCases(ledger, { search: caseCode(search), which, offset, limit })
      return {
        total,
        rows: rows.map((row) => {
          const contacts = contactsOfPerson(ledger, [row.key], 0)
          return {
            ...caseSummary(ledger, row),
            beforeLedger: row.beforeLedger,
            contacts: contacts.count,
            lastDay: contacts.last,
          }
        }),
      }
    }),
  'cases.mergePreview': ({ fromId, intoId }, { ledger }) =>
    ledger.snapshot(() => {
      const from = requireCase(ledger, fromId)
      const into = requireCase(ledger, intoId)
      assertNotOne(ledger, from, into)
      const confirmed = touchedByMerge(ledger, from, into).map((period) => ({ ...period }))
      return { from: caseDetail(ledger, fromId), into: caseDetail(ledger, intoId), confirmed }
    }),
} satisfies Partial<ReaderHandlers>

/** `cases.*` that write: 終結, 再開, 名寄せ, 世帯; each one step of undo. */
export const casesWriter = {
  'cases.close': (input, context) => {
    act(context, 'cases.close', input, (write) => {
      const running = runningEpisode(write, requireCase(write, input.id))
      if (running.episode === null) throw new AppFailure(appError('caseNotOpen', { code: running.code }))
      if (input.on < running.episode.openedOn) refuseDay()
      closeCase(write, running.episode.caseId, input.on, input.closingReason)
      return null
    })
    return {}
  },
  'cases.reopen': (input, context) => {
    act(context, 'cases.reopen', input, (write) => {
      const own = requireCase(write, input.id)
      const { code, episode, last } = runningEpisode(write, own)
      if (episode !== null) throw new AppFailure(appError('caseStillOpen', { code }))
      if (last !== null && input.on < last) refuseDay()
      reopenCase(write, rootOfCase(write, own).id, input.on)
      return null
    })
    return {}
  },
  'cases.changeEpisode': (input, context) =>
    act(context, 'cases.changeEpisode', input, (write) => {
      const { id, revision, openedOn, closedOn, closingReason } = input
      const episode = findEpisode(write, id)
      if (episode === null) throw new AppFailure(appError('notFound', { table: 'case_episode', id }, 'id'))
      if (closedOn !== null && closedOn < openedOn) refuseDay()
      if ((closedOn === null) !== (closingReason === null)) {
        throw new AppFailure(
          appError('invalidValue', { constraint: 'pair', place: 'closingReason' }, 'closingReason'),
        )
      }
      const others = episodesOf(write, [episode.caseKey]).filter((other) => other.id !== id)
      const overlaps = others.some(
        (other) =>
          (closedOn === null || other.openedOn < closedOn) &&
          (other.closedOn === null || openedOn < other.closedOn),
      )
      if (overlaps) refuseDay()
      const change = { opened_on: openedOn, closed_on: closedOn, closing_reason: closingReason }
      return { revision: write.update('case_episode', id, revision, change).revision }
    }),
  'cases.merge': (input, context) => {
    act(context, 'cases.merge', input, (write) => {
      const from = requireCase(write, input.fromId)
      const into = requireCase(write, input.intoId)
      assertNotOne(write, from, into)
      if (from.mergedIntoKey !== null) {
        const root = rootOfCase(write, from)
        throw new AppFailure(appError('caseCircle', { from: from.code, into: root.code }))
      }
      mergeCases(write, from.id, input.revision, into.id)
      return null
    })
    return {}
  },
  'cases.linkHousehold': (input, context) => {
    act(context, 'cases.linkHousehold', input, (write) => {
      const own = requireCase(write, input.id)
      if (input.withId === null) {
        write.update('case_file', own.id, input.revision, { household_id: null })
        return null
      }
      const other = requireCase(write, input.withId)
      if (other.id === own.id)
        throw new AppFailure(appError('caseCircle', { from: own.code, into: other.code }))
      const household = other.householdId ?? own.householdId ?? context.newId()
      write.update('case_file', own.id, input.revision, { household_id: household })
      if (other.householdId !== household) {
        write.update('case_file', other.id, other.revision, { household_id: household })
      }
      return null
    })
    return {}
  },
  'cases.setBeforeLedger': (input, context) => {
    act(context, 'cases.setBeforeLedger', input, (write) => {
      const { id } = requireCase(write, input.id)
      write.update('case_file', id, input.revision, { before_ledger: input.beforeLedger ? 1 : 0 })
      return null
    })
    return {}
  },
  'cases.addEarlier': (input, context) =>
    act(context, 'cases.addEarlier', input, (write) => {
      const codes = [...new Set(input.codes.map(caseCode).filter((code) => code !== ''))]
      let added = 0
      let marked = 0
      for (const code of codes) {
        const known = findCaseByCode(write, code)
        if (known === null) {
          write.insert('case_file', { code, merged_into_key: null, before_ledger: 1, household_id: null })
          added += 1
        } else if (!known.beforeLedger) {
          write.update('case_file', known.id, known.revision, { before_ledger: 1 })
          marked += 1
        }
      }
      return { added, marked }
    }),
} satisfies Partial<WriterHandlers>

/** The person's running episode with the id of its case, and the day on which the last one ended. */
function runningEpisode(reader: LedgerReader, own: StoredCase) {
  const members = membersOfPerson(reader, own)
  const episodes = episodesOf(
    reader,
    members.map((row) => row.key),
  )
  const running = episodes.findLast((episode) => episode.closedOn === null) ?? null
  const caseId = members.find((row) => row.key === running?.caseKey)?.id ?? own.id
  const ended = episodes.flatMap((episode) => episode.closedOn ?? []).toSorted()
  return {
    code: own.code,
    episode: running === null ? null : { ...running, caseId },
    last: ended.at(-1) ?? null,
  }
}

/** Both are one person already, or would be in a circle. */
function assertNotOne(reader: LedgerReader, from: StoredCase, into: StoredCase): void {
  if (rootOfCase(reader, from).key === rootOfCase(reader, into).key) {
    throw new AppFailure(appError('caseCircle', { from: from.code, into: into.code }))
  }
}

function refuseDay(): never {
  throw new AppFailure(appError('invalidValue', { constraint: 'order', place: 'on' }, 'on'))
}
