import { fiscalYearOfDate } from '../../../shared/activities/on-day.ts'
import {
  type ActivityContent,
  type ActivityLogEntry,
  type ActivityRecord,
  type StateChange,
  tookPlace,
} from '../../../shared/activities/record.ts'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import {
  insertActivity,
  readSeries,
  removeActivity,
  updateActivity,
} from '../../ledger/repositories/activity-records.ts'
import { act } from '../act.ts'
import type { WriterContext, WriterHandlers } from '../contexts.ts'
import { activityOf, assertChange, assertContent, assertOpen, keysOf } from './rules.ts'

/** `activities.*` that write: each is one step of undo; a confirmed month and a party's tally are refused. */
export const activitiesWriter = {
  'activities.create': (input, context) =>
    act(context, 'activities.create', input, (write) => {
      const { content, change, plannedOn } = input
      const planned = newLog(plannedOn, change)
      const whole = change === null ? content : withoutSession(content, change)
      const made = {
        ...whole,
        fiscalYear: fiscalYearOfDate(change?.held ?? content.planned, input.fiscalYear),
        seriesId: null,
        held: change === null ? null : heldOf(change),
        log: planned,
      }
      assertContent(whole, made)
      if (change !== null) {
        assertChange(
          { log: planned.slice(0, -1), planned: content.planned, attendance: whole.attendance },
          change,
          today(context),
        )
      }
      assertOpen(write, made)
      return plain(activityOf(write, insertActivity(write, whole, keysOf(write, whole), made)))
    }),
  'activities.save': (input, context) =>
    act(context, 'activities.save', input, (write) => {
      const before = activityOf(write, input.id)
      const next = changed(before, input.content, input.change, today(context))
      return store(write, before, next, input.revision)
    }),
  'activities.withdrawState': (input, context) =>
    act(context, 'activities.withdrawState', input, (write) => {
      const before = activityOf(write, input.id)
      return store(write, before, withdrawn(before, input.reason, today(context)), input.revision)
    }),
  'activities.remove': (input, context) => {
    act(context, 'activities.remove', input, (write) => {
      const before = activityOf(write, input.id)
      assertOpen(write, before)
      removeActivity(write, input.id, input.revision)
      return null
    })
    return {}
  },
  'activities.createSeries': (input, context) =>
    act(context, 'activities.createSeries', input, (write) => {
      const seriesId = context.newId()
      const keys = keysOf(write, input.content)
      assertContent(input.content, null)
      const ids = [...new Set(input.days)].toSorted().map((day) => {
        const content: ActivityContent = { ...input.content, planned: { kind: 'day', day }, attendance: [] }
        const made = {
          ...content,
          fiscalYear: fiscalYearOf(day),
          seriesId,
          held: null,
          log: newLog(input.plannedOn < day ? input.plannedOn : day, null),
        }
        assertOpen(write, made)
        return insertActivity(write, content, keys, made)
      })
      return { seriesId, count: ids.length, first: ids[0] ?? '' }
    }),
  'activities.changeSeries': (input, context) =>
    act(context, 'activities.changeSeries', input, (write) => {
      const own = activityOf(write, input.id)
      if (own.revision !== input.revision) {
        const { id, revision } = input
        throw new AppFailure(
          appError('conflict', { table: 'activity', id, seen: revision, current: own.revision }),
        )
      }
      const from = own.planned.kind === 'day' ? own.planned.day : null
      const series = own.seriesId === null || from === null ? [own] : readSeries(write, own.seriesId)
      const later = series.filter(
        ({ planned }) => from === null || (planned.kind === 'day' && planned.day >= from),
      )
      const open = later.filter(
        ({ log }) => log.at(-1)?.state === 'planned' || log.at(-1)?.state === 'postponed',
      )
      for (const before of open) {
        const { title, venue, hours } = input
        store(write, before, { ...before, title, venue, hours }, before.revision)
      }
      return {
        activity: plain(activityOf(write, input.id)),
        changed: open.length,
        kept: later.length - open.length,
      }
    }),
} satisfies Pick<
  WriterHandlers,
  | 'activities.create'
  | 'activities.save'
  | 'activities.withdrawState'
  | 'activities.remove'
  | 'activities.createSeries'
  | 'activities.changeSeries'
>

const today = (context: WriterContext): Day => dayInJapan(context.now())

const heldOf = (change: StateChange) => (tookPlace(change.state) ? change.held : null)

function newLog(plannedOn: Day, change: StateChange | null): readonly ActivityLogEntry[] {
  const planned = { state: 'planned' as const, on: plannedOn, reason: '', evidence: '', moved: null }
  if (change === null || change.state === 'planned') return [planned]
  const { state, on, reason, evidence } = change
  const first = plannedOn < on ? plannedOn : on
  return [
    { ...planned, on: first },
    { state, on, reason, evidence, moved: null },
  ]
}

/** A session that did not take place has no attendance: blanks, not zeros. */
const withoutSession = (content: ActivityContent, change: StateChange): ActivityContent =>
  tookPlace(change.state) || change.state === 'planned' ? content : { ...content, attendance: [] }

function changed(
  before: ActivityRecord,
  content: ActivityContent | null,
  change: StateChange | null,
  now: Day,
): ActivityRecord {
  const merged: ActivityRecord = { ...before, ...content }
  if (change === null) {
    assertContent(merged, before)
    const moved = JSON.stringify(merged.planned) !== JSON.stringify(before.planned)
    return moved ? { ...merged, fiscalYear: fiscalYearOfDate(merged.planned, before.fiscalYear) } : merged
  }
  assertChange({ ...before, attendance: merged.attendance }, change, now)
  const moves = change.state === 'postponed' && change.planned !== null
  const { state, on, reason, evidence } = change
  const next: ActivityRecord = {
    ...merged,
    planned: moves && change.planned !== null ? change.planned : merged.planned,
    held: heldOf(change),
    log: [...before.log, { state, on, reason, evidence, moved: moves ? before.planned : null }],
  }
  assertContent(next, next)
  return next
}

/** The last state leaves the counts and stays in the log; what it moved moves back. */
function withdrawn(before: ActivityRecord, reason: string, now: Day): ActivityRecord {
  const last = before.log.at(-1)
  if (last === undefined || before.log.length === 1) {
    throw new AppFailure(appError('invalidValue', { value: '', place: 'onlyState' }, 'state'))
  }
  const log = before.log.slice(0, -1)
  const { moved, ...entry } = last
  return {
    ...before,
    planned: moved ?? before.planned,
    held: tookPlace(log.at(-1)?.state ?? null) ? before.held : null,
    log,
    withdrawn: [...before.withdrawn, { ...entry, withdrawnOn: now, withdrawnFor: reason }],
  }
}

/** Both the month that it leaves and the one that it enters must be open. */
function store(write: LedgerWriter, before: ActivityRecord, next: ActivityRecord, seen: number) {
  assertOpen(write, before)
  assertOpen(write, next)
  updateActivity(write, seen, next, keysOf(write, next))
  return plain(activityOf(write, next.id))
}
