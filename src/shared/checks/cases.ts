import { rootsOf } from '../statistics/records/roots.ts'
import { monthOf } from '../time/calendar.ts'
import type { TimeFrame } from '../time/day.ts'
import { fiscalYearOf } from '../time/fiscal-year.ts'
import { type Check, type CheckedContact, type CheckFinding, type CheckRows, finding } from './finding.ts'

/** 40 unless the setting says otherwise (domain §4: 8050). */
export const usualMinimumAge = 40

/** A person younger than before, 8050 with someone young, and the same contact twice (domain §7). */
export const checkCases: Check = (rows, frame) => {
  const roots = rootsOf(rows.cases)
  const codes = new Map(rows.cases.map((row) => [row.id, row.code]))
  const known = rows.consultations.filter(({ day, caseId }) => caseId !== null && day <= frame.asOf)
  const persons = Map.groupBy(known, ({ caseId }) => roots.rootOf(caseId ?? ''))
  const found = [...persons].flatMap(([root, contacts]) => {
    const inOrder = contacts.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    const code = codes.get(root) ?? ''
    return [...younger(inOrder, frame, code), ...twice(inOrder, frame, code)]
  })
  return [...found, ...tooYoung(rows, frame)].toSorted(byPlace)
}

const isAsked = ({ day }: CheckedContact, { period, asOf }: TimeFrame): boolean =>
  day <= asOf && monthOf(day) >= period.from && monthOf(day) <= period.to

const placeOf = ({ id, day, party }: CheckedContact) => ({
  party,
  month: monthOf(day),
  fiscalYear: fiscalYearOf(day),
  day,
  rowId: id,
})

const byPlace = ({ place: a }: CheckFinding, { place: b }: CheckFinding): number => {
  const [one, other] = [`${a.day} ${a.rowId}`, `${b.day} ${b.rowId}`]
  return one < other ? -1 : one > other ? 1 : 0
}

/** The first contact whose whole age range lies below one that was known before. */
function younger(
  contacts: readonly CheckedContact[],
  frame: TimeFrame,
  code: string,
): readonly CheckFinding[] {
  let oldest: CheckedContact | null = null
  for (const contact of contacts) {
    const before = oldest?.ageLow ?? null
    if (oldest !== null && before !== null && contact.ageHigh !== null && contact.ageHigh < before) {
      if (!isAsked(contact, frame)) return []
      const parameters = { case: code, age: contact.ageHigh, before, first: oldest.day }
      return [finding('youngerThanBefore', placeOf(contact), parameters)]
    }
    if (contact.ageLow !== null && (before === null || contact.ageLow > before)) oldest = contact
  }
  return []
}

/** The same day and channel: once for all of a day's. */
function twice(contacts: readonly CheckedContact[], frame: TimeFrame, code: string): readonly CheckFinding[] {
  const same = Map.groupBy(contacts, ({ day, method }) => `${day} ${method}`)
  return [...same.values()].flatMap((own) => {
    const second = own[1]
    if (second === undefined || !isAsked(second, frame)) return []
    return [finding('duplicateContact', placeOf(second), { case: code, count: own.length })]
  })
}

function tooYoung(rows: CheckRows, frame: TimeFrame): readonly CheckFinding[] {
  const minimumAge = rows.minimumAge8050 ?? usualMinimumAge
  return rows.consultations.flatMap((contact) => {
    const { household, ageHigh: age } = contact
    if (household !== '8050' || age === null || age >= minimumAge || !isAsked(contact, frame)) return []
    return [finding('tooYoungFor8050', placeOf(contact), { age, minimumAge })]
  })
}
