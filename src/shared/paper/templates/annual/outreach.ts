import type { ActivityRow, ActivityState } from '../../../statistics/rows.ts'
import { formatMonth, formatMonthDay, formatPeriod } from '../../../time/format.ts'
import { nameOn } from '../../../time/names.ts'
import { stateOn, whenOf } from '../../assemble/activity-state.ts'
import type { TextBlock } from '../../assemble/text-block.ts'
import { outreachStatistics } from './contents.ts'
import { type Book, statisticsTable } from './place.ts'

const stateWords: Readonly<Record<ActivityState, string>> = {
  planned: '実施予定',
  held: '実施',
  partlyHeld: '一部実施',
  substituted: '代替の方法により実施',
  cancelled: '中止',
  postponed: '延期',
}

/** ６ 広報・啓発: the numbers, and each event and lecture as it stood on the as-of date. */
export function outreachBlocks(book: Book): readonly TextBlock[] {
  const { facts, draft } = book.input
  const { frame } = draft.settings
  const told = facts.activities
    .filter((activity) => activity.category === 5 && activity.fiscalYear === frame.fiscalYear)
    .flatMap((activity) => {
      const state = stateOn(activity, frame.asOf)
      return state === null ? [] : [{ activity, state }]
    })
  return [
    { kind: 'heading', id: 'outreach', level: 1, text: '広報・啓発' },
    statisticsTable(book, {
      id: 'outreach.table',
      title: '広報・啓発の実績',
      statistics: outreachStatistics,
    }),
    ...(told.length === 0
      ? []
      : [
          {
            kind: 'labels' as const,
            id: 'outreach.activities',
            level: 1 as const,
            items: told.map(({ activity, state }) => ({
              label: activity.title,
              lines: [
                `${dateWords(activity, state)}　${venueWords(book, activity)}（${stateWords[state]}）`.trim(),
                ...(activity.content === '' ? [] : [activity.content]),
              ],
            })),
          },
        ]),
  ]
}

function dateWords(activity: ActivityRow, state: ActivityState): string {
  const date = whenOf(activity, state)
  switch (date.kind) {
    case 'day':
      return formatMonthDay(date.day, { weekday: true })
    case 'month':
      return formatMonth(date.month)
    case 'months':
      return formatPeriod({ from: date.from, to: date.to })
    case 'unknown':
      return ''
  }
}

function venueWords({ input }: Book, activity: ActivityRow): string {
  const venue = input.facts.venues.find((row) => row.code === activity.venue)
  return venue === undefined ? '' : (nameOn(venue.names, input.draft.settings.frame.asOf) ?? '')
}
