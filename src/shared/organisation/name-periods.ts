import { failure, ok, type Result } from '../contract/errors.ts'
import { addDays } from '../time/calendar.ts'
import type { Day } from '../time/day.ts'
import { type NamedPeriod, nameOn } from '../time/names.ts'
import { cleanName, datesReversed } from './clean-name.ts'

/**
 * Names with valid dates as they are kept (domain §1): cleaned, oldest first, each beginning on the day after
 * the one before it ends. Errors: `nameNotUsable`, `namePeriods` {name} for a gap or an overlap,
 * `datesReversed`.
 */
export function cleanNames(names: readonly NamedPeriod[]): Result<readonly NamedPeriod[]> {
  const cleaned: NamedPeriod[] = []
  for (const [index, period] of names.entries()) {
    const name = cleanName(period.name, `names.${index}.name`)
    if (!name.ok) return name
    const { from, to } = period
    if (from !== null && to !== null && to < from) {
      return { ok: false, error: datesReversed(from, to, `names.${index}.from`) }
    }
    const before = cleaned.at(-1)
    const joined =
      before === undefined || (before.to !== null && from !== null && from === addDays(before.to, 1))
    if (!joined) return failure('namePeriods', { name: name.value }, `names.${index}.from`)
    cleaned.push({ name: name.value, from, to })
  }
  return cleaned.length === 0 ? failure('nameNotUsable', { name: '' }, 'names') : ok(cleaned)
}

/** Names as a form holds them: each from a day on, the one before it ends the day before. */
export function joinedNames(
  rows: readonly { readonly name: string; readonly from: Day | null }[],
  lastDay: Day | null,
): readonly NamedPeriod[] {
  return rows.map(({ name, from }, index) => {
    const next = rows[index + 1]?.from ?? null
    return { name, from, to: index + 1 < rows.length ? (next === null ? null : addDays(next, -1)) : lastDay }
  })
}

/**
 * The same names with another one from a day on (課名変更): what was valid that day ends the day before, what
 * would have begun later is left out.
 */
export function renamedFrom(names: readonly NamedPeriod[], name: string, day: Day): readonly NamedPeriod[] {
  const kept = names.flatMap((period): readonly NamedPeriod[] => {
    if (period.from !== null && period.from >= day) return []
    const ends = period.to !== null && period.to < day ? period.to : addDays(day, -1)
    return [{ ...period, to: ends }]
  })
  const last = kept.at(-1)
  // A gap before the day would leave the row without a name: the name before it goes on till then.
  const joined = last === undefined ? [] : [...kept.slice(0, -1), { ...last, to: addDays(day, -1) }]
  return [...joined, { name, from: joined.length === 0 ? null : day, to: null }]
}

/** The name of a day; before or after its time the nearest one. */
export function nearestNameOn(names: readonly NamedPeriod[], day: Day): string {
  return (
    nameOn(names, day) ??
    names.findLast((row) => row.from !== null && row.from <= day)?.name ??
    names[0]?.name ??
    ''
  )
}
