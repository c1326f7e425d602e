import { plain } from '../../../shared/contract/plain.ts'
import type { Day } from '../../../shared/time/day.ts'
import { nameOn } from '../../../shared/time/names.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'
import { readActivities } from '../../ledger/repositories/activities.ts'
import { searchActions } from '../../ledger/repositories/history-actions.ts'
import { historyState } from '../../ledger/repositories/history-list.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { readVenues } from '../../ledger/repositories/programmes.ts'
import { backupsOf } from '../backups.ts'
import type { ReaderHandlers } from '../contexts.ts'
import { HistoryTeller } from '../history/describe.ts'
import { historyNames } from '../history/names.ts'
import { dayInJapan } from '../statistics.ts'
import { readBoard } from './board.ts'
import { dueActivities } from './due-activities.ts'

const mostChanges = 6

/** `home.read`: looked at on today, or on the frame's as-of date if that is earlier (domain §1). */
export const homeReader = {
  'home.read': ({ frame }, { ledger, now, staff }) => {
    const present = dayInJapan(now())
    const today = frame.asOf < present ? frame.asOf : present
    return ledger.snapshot(() => {
      const activities = readActivities(ledger)
      return plain({
        fiscalYear: frame.fiscalYear,
        today,
        board: readBoard(ledger, frame.fiscalYear, today, activities),
        ...dueActivities(activities, today, namesOn(ledger, today)),
        changes: lastChanges(ledger, present),
        drafts: staff === null ? [] : draftsOf(ledger, staff.name),
        backup: lastBackup(ledger),
      })
    })
  },
} satisfies Pick<ReaderHandlers, 'home.read'>

function namesOn(ledger: LedgerReader, day: Day) {
  const parties = new Map(readParties(ledger).map((row) => [row.code, row.names]))
  const venues = new Map(readVenues(ledger).map((row) => [row.code, row.names]))
  return {
    party: (code: string) => nameOn(parties.get(code) ?? [], day) ?? code,
    venue: (code: string) => nameOn(venues.get(code) ?? [], day) ?? code,
  }
}

function lastChanges(ledger: LedgerReader, today: Day) {
  const teller = new HistoryTeller(ledger, historyNames(ledger, today))
  const any = { who: null, kinds: [], table: null, from: null, until: null, text: null, before: null }
  return searchActions(ledger, { ...any, limit: mostChanges }).map((action) => ({
    actionId: action.id,
    at: action.at,
    who: action.who,
    what: teller.name(action),
  }))
}

function draftsOf(ledger: LedgerReader, staff: string) {
  return ledger.all(
    build
      .selectFrom('draft')
      .select(['kind', 'updated_at as updatedAt'])
      .where('staff', '=', staff)
      .orderBy('updated_at', 'desc')
      .limit(5),
  )
}

function lastBackup(ledger: LedgerReader) {
  const newest = backupsOf(ledger.path, historyState(ledger).sequence)[0]
  return newest === undefined ? null : { takenAt: newest.takenAt, verified: newest.verified }
}
