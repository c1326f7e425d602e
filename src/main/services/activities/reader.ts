import { formsOfActivity } from '../../../shared/activities/kinds.ts'
import { activityOn } from '../../../shared/activities/on-day.ts'
import { type ActivityRecord, tookPlace } from '../../../shared/activities/record.ts'
import { findList } from '../../../shared/codes/code-list.ts'
import { AppFailure } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import { longestYear } from '../../../shared/contract/requests/activities.ts'
import type { ActivityEntry } from '../../../shared/contract/schemas/activities.ts'
import type { Day } from '../../../shared/time/day.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readActivitiesOfYear } from '../../ledger/repositories/activity-records.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { venueRows } from '../../ledger/repositories/settings-rows.ts'
import type { ReaderHandlers } from '../contexts.ts'
import { assertMode, assertMonthOpen } from '../guards/month-guard.ts'
import { activityOf, monthsTouched } from './rules.ts'
import { surveyRate } from './survey-rate.ts'

/** `activities.*` that read. */
export const activitiesReader = {
  'activities.year': ({ fiscalYear, asOf }, { ledger }) => {
    const { activities, total } = ledger.snapshot(() => readActivitiesOfYear(ledger, fiscalYear, longestYear))
    return { activities: activities.map((record) => entryOf(record, asOf)), total }
  },
  'activities.read': ({ id }, { ledger }) => {
    const activity = activityOf(ledger, id)
    return { activity: plain(activity), locked: lockOf(ledger, activity) }
  },
  'activities.choices': (_input, { ledger, now }) => {
    const lists = readCodeLists(ledger)
    const choices = (code: string) =>
      (findList(lists, code)?.items ?? []).map((item) => ({
        code: item.code,
        label: item.label,
        kana: item.kana,
        from: item.validFrom,
        to: item.validTo,
        isMerged: item.mergedInto !== null,
      }))
    return {
      kinds: choices('activityKind'),
      groups: choices('attendanceGroup'),
      venues: venueRows(ledger).map(({ code, names, retired_on }) =>
        plain({ code, names, from: null, to: retired_on }),
      ),
      parties: readParties(ledger).map(({ code, names, contractFrom, contractTo }) =>
        plain({ code, names, from: contractFrom, to: contractTo }),
      ),
      today: dayInJapan(now()),
    }
  },
  'activities.survey': ({ measures }, { ledger }) => ({ rate: plain(surveyRate(ledger, measures)) }),
} satisfies Pick<
  ReaderHandlers,
  'activities.year' | 'activities.read' | 'activities.choices' | 'activities.survey'
>

/** A record as it stood on the as-of date. */
export function entryOf(record: ActivityRecord, asOf: Day): ActivityEntry {
  const { state, when } = activityOn(record, asOf)
  return plain({
    id: record.id,
    revision: record.revision,
    category: record.category,
    kind: record.kind,
    title: record.title,
    party: record.party,
    venue: record.venue,
    seriesId: record.seriesId,
    hours: record.hours,
    state,
    latest: record.log.at(-1)?.state ?? 'planned',
    when,
    attendance: tookPlace(state) ? record.attendance : [],
  })
}

/** Why it cannot be changed now, so that the screen says so before anyone types. */
function lockOf(reader: LedgerReader, activity: ActivityRecord) {
  for (const month of monthsTouched(activity)) {
    for (const form of formsOfActivity(activity)) {
      try {
        assertMonthOpen(reader, activity.party, form, month)
        assertMode(reader, activity.party, form, month, 'records')
      } catch (error) {
        if (!(error instanceof AppFailure)) throw error
        const { code, parameters } = error.appError
        // What was handed in is told when it is changed: it needs a reason, not another screen.
        if (code === 'periodSubmitted') continue
        if (code !== 'periodConfirmed' && code !== 'reportedByTally') throw error
        const period = { party: activity.party, form, month }
        return { code, party: String(parameters.party), month: String(parameters.month), period }
      }
    }
  }
  return null
}
