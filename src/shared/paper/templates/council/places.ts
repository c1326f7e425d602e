import type { Day } from '../../../time/day.ts'
import { nameOn } from '../../../time/names.ts'
import { type ActivityGroup, tookPlace } from '../../assemble/activity-state.ts'
import type { PaperFacts } from '../../template.ts'

/** Used while the ledger names no place under consideration. */
const defaultPreparedPlace = '谷戸高齢者在宅サービスセンター跡地'

/** The place under consideration by its name of that day (facts 51, 71). */
export function preparedPlaceName(facts: PaperFacts, preparation: ActivityGroup, asOf: Day): string {
  const code = preparation.known[0]?.activity.venue ?? null
  return (code === null ? null : venueName(facts, code, asOf)) ?? defaultPreparedPlace
}

/**
 * ② 「消費者センター分館での居場所の実施及び谷戸…跡地での居場所づくりの検討」: 実施 where sessions took
 * place by the as-of date, 検討 while a place is only prepared.
 */
export function placesWords(
  facts: PaperFacts,
  groups: { readonly places: ActivityGroup; readonly preparation: ActivityGroup; readonly asOf: Day },
): (figures: (text: string) => string) => string {
  const names = (group: ActivityGroup, held: boolean): readonly string[] => [
    ...new Set(
      group.known
        .filter(({ state }) => tookPlace(state) === held && state !== 'cancelled')
        .flatMap(({ activity }) => {
          const name = activity.venue === null ? null : venueName(facts, activity.venue, groups.asOf)
          return name === null ? [] : [name]
        }),
    ),
  ]
  const held = names(groups.places, true)
  const considered = names(groups.preparation, false).filter((name) => !held.includes(name))
  return (figures) => {
    const done =
      held.length === 0
        ? ''
        : `${joined(held)}での居場所の実施${figures('（{{place.sessions}}、延べ{{place.attendance}}）')}`
    const studied = considered.length === 0 ? '' : `${joined(considered)}での居場所づくりの検討`
    return [done, studied].filter((part) => part !== '').join('及び')
  }
}

/** 「A」, 「A及びB」, 「A、B及びC」. */
function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}及び${last}`
}

function venueName(facts: PaperFacts, code: string, asOf: Day): string | null {
  const venue = facts.venues.find((row) => row.code === code)
  return venue === undefined ? null : nameOn(venue.names, asOf)
}
