import { firstDayOfDate, monthsOfActivity } from '../../../shared/activities/on-day.ts'
import { formatWhen, whenSortKey } from '../../../shared/activities/read-when.ts'
import { normaliseChoice } from '../../../shared/codes/read-code.ts'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { ActivityEntry, NamedChoice } from '../../../shared/contract/schemas/activities.ts'
import type { Day, FiscalYear, TimeFrame } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { formatMonthDay, formatMonthOnly } from '../../../shared/time/format.ts'
import { nameOn } from '../../../shared/time/names.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import type { ActivitiesView } from './use-view.ts'

export type Choices = RequestOutput<'activities.choices'>

/** An entry with the words in which the list shows it. */
export interface ActivityRowView {
  readonly entry: ActivityEntry
  readonly when: string
  /** Without the year, where it lies in the fiscal year on the screen: 「11月13日（水）」. */
  readonly shortWhen: string
  readonly state: string
  readonly kind: string
  readonly venue: string
  readonly party: string
  /** Everybody who came; null where nothing was recorded. */
  readonly people: number | null
  /** What a search looks through. */
  readonly text: string
}

/** The name of a place or party as it was valid on a day; its latest name when none was. */
export function nameOf(choices: readonly NamedChoice[], code: string | null, day: Day): string {
  if (code === null) return ''
  const names = choices.find((choice) => choice.code === code)?.names ?? []
  return nameOn(names, day) ?? names.at(-1)?.name ?? code
}

export function kindLabel(choices: Choices, kind: string): string {
  return choices.kinds.find((choice) => choice.code === kind)?.label ?? activityWords.otherKinds[kind] ?? kind
}

export function stateLabel(state: ActivityEntry['state']): string {
  return state === null ? activityWords.notYetKnown : activityWords.states[state]
}

/** Rows in words; names are those of the day of the activity, else of the as-of date. */
export function rowsOf(
  entries: readonly ActivityEntry[],
  choices: Choices,
  frame: TimeFrame,
): readonly ActivityRowView[] {
  return entries.map((entry) => {
    const day = firstDayOfDate(entry.when) ?? frame.asOf
    const row = {
      entry,
      when: formatWhen(entry.when) || activityWords.undated,
      shortWhen: shortWhenOf(entry, frame.fiscalYear),
      state: stateLabel(entry.state),
      kind: kindLabel(choices, entry.kind),
      venue: nameOf(choices.venues, entry.venue, day),
      party: nameOf(choices.parties, entry.party, day),
      people:
        entry.attendance.length === 0 ? null : entry.attendance.reduce((sum, { count }) => sum + count, 0),
    }
    const text = normaliseChoice([entry.title, row.when, row.state, row.kind, row.venue, row.party].join(' '))
    return { ...row, text }
  })
}

/** What the filters and the search leave, in the chosen order. */
export function chosenRows(
  rows: readonly ActivityRowView[],
  view: ActivitiesView,
): readonly ActivityRowView[] {
  const words = normaliseChoice(view.search).split(/\s+/).filter(Boolean)
  const passes = ({ entry, text }: ActivityRowView): boolean =>
    (view.category === '' || String(entry.category) === view.category) &&
    (view.kind === '' || entry.kind === view.kind) &&
    (view.party === '' || entry.party === view.party) &&
    (view.venue === '' || entry.venue === view.venue) &&
    (view.state === '' || (entry.state ?? 'later') === view.state) &&
    (view.month === '' || inMonth(entry, view.month)) &&
    words.every((word) => text.includes(word))
  const down = view.sort.startsWith('-')
  const key = sortKey(down ? view.sort.slice(1) : view.sort)
  const sorted = rows.filter(passes).toSorted((a, b) => {
    const [left, right] = [key(a), key(b)]
    return left < right
      ? -1
      : left > right
        ? 1
        : whenSortKey(a.entry.when) < whenSortKey(b.entry.when)
          ? -1
          : 1
  })
  return down ? sorted.toReversed() : sorted
}

function inMonth(entry: ActivityEntry, month: string): boolean {
  const months = monthsOfActivity(entry.when)
  if (month === 'none') return months === null
  return months !== null && months.from <= month && month <= months.to
}

function sortKey(column: string): (row: ActivityRowView) => string {
  switch (column) {
    case 'title':
      return (row) => row.entry.title
    case 'kind':
      return (row) => row.kind
    case 'state':
      return (row) => row.state
    case 'venue':
      return (row) => row.venue
    case 'party':
      return (row) => row.party
    case 'attendance':
      return (row) => String(row.people ?? -1).padStart(9, '0')
    default:
      return (row) => whenSortKey(row.entry.when)
  }
}

/** Sessions whose day has come and whose result is not recorded, oldest first (続けて記録). */
export function waitingRows(rows: readonly ActivityRowView[], asOf: Day): readonly ActivityRowView[] {
  return rows
    .filter(({ entry }) => {
      const first = firstDayOfDate(entry.when)
      const open = entry.latest === 'planned' || entry.latest === 'postponed'
      return open && entry.when.kind !== 'months' && first !== null && first <= asOf
    })
    .toSorted((a, b) => (whenSortKey(a.entry.when) < whenSortKey(b.entry.when) ? -1 : 1))
}

function shortWhenOf({ when }: ActivityEntry, fiscalYear: FiscalYear): string {
  const months = monthsOfActivity(when)
  if (months === null) return activityWords.undated
  const inYear = fiscalYearOf(months.from) === fiscalYear && fiscalYearOf(months.to) === fiscalYear
  if (!inYear) return formatWhen(when)
  if (when.kind === 'day') return formatMonthDay(when.day, { weekday: true })
  if (months.from === months.to) return formatMonthOnly(months.from)
  return activityWords.monthRange(formatMonthOnly(months.from), formatMonthOnly(months.to))
}
