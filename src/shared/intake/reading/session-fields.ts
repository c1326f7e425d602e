import { formatWhen, readWhen } from '../../activities/read-when.ts'
import { findList } from '../../codes/code-list.ts'
import type { ActivityDate } from '../../statistics/rows.ts'
import { monthOf } from '../../time/calendar.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import type { SheetCell } from '../book.ts'
import { fold } from '../fold.ts'
import { doubt } from '../problems.ts'
import { dayDoubts, readBookDay } from './read-dates.ts'
import { readPartyName } from './read-party.ts'
import { readFreeText } from './read-person.ts'
import { taughtOf, wordReader } from './read-words.ts'
import { readSessionState, type SessionState } from './session-state.ts'
import type { SheetContext } from './sheet-context.ts'
import { memo, refusedText, type Taken, taken } from './taken.ts'

/** What one cell says of a session, its counts apart. */
export interface SessionPatch {
  readonly date?: ActivityDate
  readonly party?: string
  readonly venue?: string | null
  readonly hours?: string
  readonly activityKind?: string
  readonly title?: string
  readonly state?: SessionState
  readonly reason?: string
  readonly content?: string
}

export type SessionReader = (cell: SheetCell, text: string) => Taken<SessionPatch>

const map = <From, To>(from: Taken<From>, into: (value: From) => To): Taken<To> =>
  from.ok ? { ...from, value: into(from.value) } : from

/** The reader of a column of sessions; null for fields that are counts or say nothing. */
export function sessionReader(
  field: string,
  context: Pick<SheetContext, 'facts' | 'profile' | 'fiscalYear' | 'current'>,
): SessionReader | null {
  const { facts, profile } = context
  const byText = (read: (text: string) => Taken<SessionPatch>): SessionReader => {
    const known = memo(read)
    return (_, text) => known(text)
  }
  switch (field) {
    case 'day':
      return (cell, text) => map(readDate(cell, text, context), (date) => ({ date }))
    case 'party':
      return byText((text) => map(readPartyName(text, facts, profile), (party) => ({ party })))
    case 'venue':
      return byText((text) => readVenue(text, context))
    case 'hours':
      return byText((text) => taken({ hours: text.trim().slice(0, 60) }))
    case 'activityKind': {
      if (findList(facts.codes, 'activityKind') === null) return null
      const words = wordReader(facts.codes, 'activityKind', profile)
      return byText((text) => map(words.one(text), ({ code }) => ({ activityKind: code })))
    }
    case 'title':
      return (_, text) =>
        map(readFreeText(text, profile.answers), (title) => ({ title: title.slice(0, 100) }))
    case 'state':
      return byText((text) => {
        const state = readSessionState(text)
        return state === null ? refusedText('stateUnreadable') : taken({ state })
      })
    case 'reason':
      return (_, text) =>
        map(readFreeText(text, profile.answers), (reason) => ({ reason: reason.slice(0, 200) }))
    case 'content':
      return (_, text) => map(readFreeText(text, profile.answers), (content) => ({ content }))
    case 'remark':
      return (_, text) => {
        const state = readSessionState(text)
        if (state !== null && state.state !== 'held')
          return taken({ state }, { as: text.trim(), took: 'partOf' })
        return map(readFreeText(text, profile.answers), (content) => ({ content }))
      }
    default:
      return null
  }
}

/** A day, or as much as is known: 「令和７年３月」, 「未定」. */
function readDate(
  cell: SheetCell,
  text: string,
  { fiscalYear, current }: Pick<SheetContext, 'fiscalYear' | 'current'>,
): Taken<ActivityDate> {
  if (cell.kind === 'day' && cell.monthOnly === true) {
    const month = monthOf(cell.day)
    if (fiscalYearOf(month) !== fiscalYear) return refusedText('outsideYear', { fiscalYear })
    return taken({ kind: 'month', month })
  }
  const day = readBookDay(cell, text, fiscalYear, current.month)
  if (day.ok) return { ...day, value: { kind: 'day', day: day.value } }
  if (day.code !== 'dayUnreadable' || cell.kind !== 'text') return day
  const when = readWhen(text, { fiscalYear })
  if (!when.ok || when.date.kind === 'day') return day
  const first =
    when.date.kind === 'month' ? when.date.month : when.date.kind === 'months' ? when.date.from : null
  if (first !== null && fiscalYearOf(first) !== fiscalYear) return refusedText('outsideYear', { fiscalYear })
  return taken(when.date, { as: formatWhen(when.date), took: 'partOf' }, { doubts: dayDoubts(when.findings) })
}

/** A venue that is not registered is no reason to lose the session: it is taken without one, and can be taught. */
function readVenue(
  text: string,
  { facts, profile }: Pick<SheetContext, 'facts' | 'profile'>,
): Taken<SessionPatch> {
  const written = fold(text)
  const taught = taughtOf(profile, 'venue').get(written)
  if (taught !== undefined)
    return taken({ venue: taught }, { as: nameOf(taught, facts.venues), took: 'answer' })
  const equal = facts.venues.find(
    ({ code, names }) => code === text.trim() || names.some((name) => fold(name) === written),
  )
  if (equal !== undefined) return taken({ venue: equal.code })
  const holding = facts.venues.filter(({ names }) =>
    names.some(
      (name) => written.length >= 4 && (fold(name).includes(written) || written.includes(fold(name))),
    ),
  )
  const [only] = holding
  if (only !== undefined && holding.length === 1) {
    return taken({ venue: only.code }, { as: nameOf(only.code, facts.venues), took: 'alias' })
  }
  return taken({ venue: null }, null, { doubts: [doubt('unknownVenue')] })
}

const nameOf = (
  code: string,
  named: readonly { readonly code: string; readonly names: readonly string[] }[],
): string => named.find((one) => one.code === code)?.names.at(-1) ?? code
