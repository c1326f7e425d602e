import { categoryOfKind } from '../../activities/kinds.ts'
import { attendanceGroups } from '../../activities/record.ts'
import { readAge } from '../../codes/age.ts'
import { unknownCode } from '../../codes/code-list.ts'
import type { ReferralDepth } from '../../statistics/rows.ts'
import { monthOf } from '../../time/calendar.ts'
import { collectionWords } from '../../words/collection.ts'
import type { StagedConsultation, StagedSession } from '../staged.ts'
import type { SheetOf } from './content.ts'
import type { CollectionIssue } from './issue.ts'
import { countReading, readCount } from './read-count.ts'
import type { RecordRow } from './read-record.ts'

/** A contact: one row of the month's sheet. Null where the row left a problem that keeps it out. */
export function readContact(
  row: RecordRow,
  sheet: SheetOf<'consultations'>,
  issue: Pick<CollectionIssue, 'party'>,
): StagedConsultation | null {
  const day = row.day('day', [sheet.month])
  const person = caseOf(row)
  const age = readAge(row.text('age'))
  if (!age.ok) row.refuse('ageUnreadable', 'age')
  const referrals = ['1', '2'].flatMap((number) => referralOf(row, number))
  const claim = row.codeOrNull('claim')
  const codes = {
    method: row.code('method'),
    supports: row.codes('supports'),
    caller: row.code('caller'),
    companions: row.codes('companions'),
    sex: row.code('sex'),
    schooling: row.code('schooling'),
    economic: row.code('economic'),
    household: row.code('household'),
    area: row.code('area'),
    duration: row.code('duration'),
    route: row.code('route'),
    mainTopic: row.code('mainTopic'),
    topics: row.codes('topics'),
    factors: row.codes('factors'),
  }
  const note = row.freeText('note')
  if (day === null || person === undefined || !age.ok || row.problems.length > 0) return null
  return {
    kind: 'consultation',
    party: issue.party,
    month: sheet.month,
    day,
    caseCode: person,
    ...codes,
    // The main topic is no other topic as well.
    topics: codes.topics.filter((topic) => topic !== codes.mainTopic && topic !== unknownCode),
    ageLow: age.age.low,
    ageHigh: age.age.high,
    referrals,
    others: row.others,
    newClaim: claim === null ? null : claim === 'new',
    note,
  }
}

/** The case's code; null is anonymous. Undefined: missing, or no code but perhaps a name. */
function caseOf(row: RecordRow): string | null | undefined {
  const typed = row.text('case').normalize('NFKC').trim().toUpperCase()
  if (typed === '') {
    row.refuse('collectionCaseMissing', 'case')
    return undefined
  }
  if (typed === '0' || typed === collectionWords.anonymous) return null
  if (isCaseCode(typed)) return typed
  // Its value is not shown: a name may have been written there.
  row.refuseHidden('notACaseCode', 'case')
  return undefined
}

/** Letters, digits and hyphens with a digit among them: never a name. */
const isCaseCode = (text: string): boolean => /^(?=.*\d)[A-Z0-9][A-Z0-9_./-]{0,39}$/.test(text)

const depths: readonly string[] = ['informed', 'introduced', 'accompanied', 'useConfirmed']
const isDepth = (code: string | null): code is ReferralDepth => code !== null && depths.includes(code)

function referralOf(row: RecordRow, number: string): StagedConsultation['referrals'] {
  const destination = row.codeOrNull(`destination.${number}`)
  const depth = row.codeOrNull(`depth.${number}`)
  if (destination === null) return []
  if (isDepth(depth)) return [{ destination, depth }]
  row.warn('depthUnreadable', `depth.${number}`)
  return [{ destination, depth: 'informed' }]
}

/** A session of a place, a meeting, an event: one row. */
export function readSession(
  row: RecordRow,
  sheet: SheetOf<'sessions'>,
  issue: Pick<CollectionIssue, 'party'>,
): StagedSession | null {
  const day = row.day('date', sheet.months)
  const [only] = sheet.kinds
  const kind = sheet.kinds.length > 1 ? row.codeOrNull('kind') : (only ?? null)
  if (kind === null && row.text('kind') === '') row.refuse('collectionKindMissing', 'kind')
  const counted = attendanceOf(row)
  const state = stateOf(row, counted.length > 0)
  const venue = venueOf(row)
  const attendance = state === 'held' ? counted : []
  if (state !== 'held' && counted.some(({ count }) => count > 0)) row.warn('attendanceAtCancelled', 'state')
  const texts = {
    title: row.freeText('title'),
    reason: row.freeText('reason'),
    content: row.freeText('content'),
  }
  if (day === null || kind === null || state === null || row.problems.length > 0) return null
  return {
    kind: 'session',
    party: issue.party,
    month: monthOf(day),
    category: categoryOfKind(kind) ?? 6,
    activityKind: kind,
    ...texts,
    venue,
    date: { kind: 'day', day },
    state,
    hours: row.text('hours'),
    attendance,
  }
}

function attendanceOf(row: RecordRow): StagedSession['attendance'] {
  return attendanceGroups.flatMap((group) => {
    const key = `attendance.${group}`
    const reading = readCount(row.cell(key), '人')
    if (!reading.ok) {
      row.refuse(reading.code, key, reading.parameters)
      return []
    }
    row.readings.push(...countReading(reading, row.place(key), key))
    if (reading.remark !== '') row.warn('remarkBesideNumber', key)
    return reading.value === null ? [] : [{ group, count: reading.value }]
  })
}

/** Who came tells that it was held; a day alone tells nothing. */
function stateOf(row: RecordRow, attended: boolean): StagedSession['state'] | null {
  const code = row.codeOrNull('state')
  if (code === 'held' || code === 'cancelled' || code === 'postponed') return code
  if (code === null && row.text('state') === '' && attended) return 'held'
  row.refuse('stateUnreadable', 'state')
  return null
}

/** A place that is not in the list is told, never guessed. */
function venueOf(row: RecordRow): string | null {
  const text = row.text('venue')
  const venue = row.named('venue')
  if (text !== '' && venue === null) row.warn('unknownVenue', 'venue')
  return venue
}
