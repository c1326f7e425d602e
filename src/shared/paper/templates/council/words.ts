import type { ActivityDate, ActivityState } from '../../../statistics/rows.ts'
import type { Day } from '../../../time/day.ts'
import { fiscalYearOf } from '../../../time/fiscal-year.ts'
import { formatFiscalYear, formatMonth, formatMonthDay, formatPeriod } from '../../../time/format.ts'
import { nameOn } from '../../../time/names.ts'
import { type ActivityGroup, groupOf, tookPlace, whenOf } from '../../assemble/activity-state.ts'
import type { PaperSettings } from '../../draft.ts'
import type { PaperFacts } from '../../template.ts'
import { councilKinds } from './kinds.ts'
import { lineageOf } from './lineage.ts'
import { placesWords, preparedPlaceName } from './places.ts'

/**
 * The words of the paper that depend on the ledger and on the as-of date. The four tenses are kept
 * apart here: 実施していた / 実施(した) / 実施予定 / 検討 (documents §1).
 */
export interface CouncilWords {
  readonly former: string
  readonly current: string
  /** Whether the programme had been renamed by the as-of date. */
  readonly changed: boolean
  /** 「令和６年度」, 「令和５年度」. */
  readonly changeYear: string
  readonly yearBeforeChange: string
  readonly nextYear: string
  readonly preparedPlace: string
  readonly places: (figures: (text: string) => string) => string
  /** ③: 実施 once a meeting took place, 実施予定 while none has. */
  readonly network: Pick<ToldActivity, 'held' | 'done'>
  /** 「（令和７年１月から２月までの間に{{seminars.planned}}実施予定）」. */
  readonly seminars: string
  readonly event: ToldActivity
  readonly lecture: ToldActivity
  readonly survey: { readonly known: boolean; readonly when: string; readonly published: string }
  readonly dialogue: ToldActivity
}

/** One activity as the paper tells it. `done` follows 「…を」: 実施, 実施した, 実施予定, 中止した … */
export interface ToldActivity {
  readonly known: boolean
  readonly held: boolean
  readonly when: string
  readonly done: string
}

export function councilWords(facts: PaperFacts, settings: PaperSettings): CouncilWords {
  const { fiscalYear, asOf } = settings.frame
  const group = (kind: string): ActivityGroup => groupOf(facts.activities, { kind, fiscalYear, asOf })
  const lineage = lineageOf(facts.programmes, asOf)
  const changeYear = fiscalYearOf(lineage.changedOn)
  return {
    former: lineage.former,
    current: lineage.current,
    changed: asOf >= lineage.changedOn && fiscalYear >= changeYear,
    changeYear: formatFiscalYear(changeYear),
    yearBeforeChange: formatFiscalYear(changeYear - 1),
    nextYear: formatFiscalYear(fiscalYear + 1),
    preparedPlace: preparedPlaceName(facts, group(councilKinds.placePreparation), asOf),
    places: placesWords(facts, {
      places: group(councilKinds.place),
      preparation: group(councilKinds.placePreparation),
      asOf,
    }),
    network: networkWords(group(councilKinds.networkMeeting)),
    seminars: seminarWords(group(councilKinds.familySeminar)),
    event: told(group(councilKinds.event), (date, venue) => `${dayOrMonth(date)}${venue}`, {
      facts,
      asOf,
      // The city tells its event by a noun: 「…の設置等を実施。」
      held: '実施',
    }),
    lecture: told(group(councilKinds.lecture), (date) => monthWords(date), { facts, asOf, held: '実施した' }),
    survey: surveyWords(group(councilKinds.survey), group(councilKinds.surveyPublication)),
    dialogue: told(group(councilKinds.dialogue), () => '', { facts, asOf, held: '実施' }),
  }
}

/** ④: planned, partly held, held or dropped, with the count as a field; nothing known prints 「値なし」. */
function seminarWords(group: ActivityGroup): string {
  const { months } = group
  const between =
    months === null ? '' : `${formatPeriod(months)}${months.from === months.to ? 'に' : 'の間に'}`
  if (group.held === 0 && group.planned > 0) return `（${between}{{seminars.planned}}実施予定）`
  if (group.held > 0 && group.planned === 0) return `（${between}{{seminars.held}}実施した）`
  if (group.held > 0) return `（${between}{{seminars.total}}実施予定、うち{{seminars.held}}実施済み）`
  if (group.dropped > 0) return `（${between}{{seminars.dropped}}予定していたが、${droppedWord(group)}）`
  return '（{{seminars.planned}}実施予定）'
}

const networkWords = (group: ActivityGroup): CouncilWords['network'] => ({
  held: group.held > 0,
  done: group.held === 0 ? '実施予定' : '実施',
})

function told(
  group: ActivityGroup,
  when: (date: ActivityDate, venue: string) => string,
  options: { readonly facts: PaperFacts; readonly asOf: Day; readonly held: string },
): ToldActivity {
  // One activity of its kind a year; if there are more, the first that took place speaks for it.
  const one = group.known.find(({ state }) => tookPlace(state)) ?? group.known[0]
  if (one === undefined) return { known: false, held: false, when: '', done: options.held }
  const venue = options.facts.venues.find((row) => row.code === one.activity.venue)
  const venueName = venue === undefined ? '' : (nameOn(venue.names, options.asOf) ?? '')
  return {
    known: true,
    held: tookPlace(one.state),
    when: when(whenOf(one.activity, one.state), venueName),
    done: doneWord(one.state, options.held),
  }
}

function doneWord(state: ActivityState, held: string): string {
  switch (state) {
    case 'planned':
      return '実施予定'
    case 'held':
      return held
    case 'partlyHeld':
      return '一部実施した'
    case 'substituted':
      return '代替の方法により実施した'
    case 'cancelled':
      return '予定していたが、中止した'
    case 'postponed':
      return '予定していたが、延期した'
  }
}

const droppedWord = (group: ActivityGroup): string =>
  group.known.every(({ state }) => state === 'postponed') ? '延期した' : '中止した'

function surveyWords(survey: ActivityGroup, publication: ActivityGroup): CouncilWords['survey'] {
  const one = survey.known[0]
  const result = publication.known[0]
  const when = one === undefined ? '' : monthWords(whenOf(one.activity, one.state))
  const published = result === undefined ? '' : monthWords(whenOf(result.activity, result.state))
  return {
    known: one !== undefined,
    when: one !== undefined && !tookPlace(one.state) ? `${when}（${stateNoun(one.state)}）` : when,
    published:
      result === undefined || published === ''
        ? '未定'
        : tookPlace(result.state)
          ? published
          : `${published}頃（${stateNoun(result.state)}）`,
  }
}

const stateNoun = (state: ActivityState): string =>
  state === 'cancelled' ? '中止' : state === 'postponed' ? '延期' : '予定'

function dayOrMonth(date: ActivityDate): string {
  return date.kind === 'day' ? formatMonthDay(date.day, { weekday: true }) : monthWords(date)
}

/** A known day is told by its month only where the sentence names a month; an unknown date says nothing. */
function monthWords(date: ActivityDate): string {
  switch (date.kind) {
    case 'day':
      return formatMonth(date.day.slice(0, 7) as `${number}-${number}`)
    case 'month':
      return formatMonth(date.month)
    case 'months':
      return formatPeriod({ from: date.from, to: date.to })
    case 'unknown':
      return ''
  }
}
