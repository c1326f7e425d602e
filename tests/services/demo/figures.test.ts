import { describe, expect, test } from 'vitest'
import { demonstrationRows } from '../../../src/main/services/demo/demonstration-rows.ts'
import { fiscalYearOf } from '../../../src/shared/time/fiscal-year.ts'

const rows = demonstrationRows()

function figuresOf(fiscalYear: number) {
  const contacts = rows.consultations.filter((row) => fiscalYearOf(row.day) === fiscalYear)
  const places = rows.activities.filter((row) => row.fiscalYear === fiscalYear && row.kind === 'place')
  const held = places.filter((row) => row.held !== null)
  const opened = rows.caseEpisodes.filter((row) => fiscalYearOf(row.openedOn) === fiscalYear)
  return {
    contacts: contacts.length,
    persons: new Set(contacts.flatMap((row) => row.caseId ?? [])).size,
    new: contacts.filter((row) => row.newClaim === true).length,
    anonymous: contacts.filter((row) => row.caseId === null).length,
    visits: contacts.filter((row) => row.method === 'outreach').length,
    under30: contacts.filter((row) => row.ageHigh !== null && row.ageHigh < 30).length,
    from30: contacts.filter((row) => row.ageLow !== null && row.ageLow >= 30).length,
    households8050: contacts.filter((row) => row.household === '8050').length,
    opened: opened.length,
    closed: rows.caseEpisodes.filter((row) => row.closedOn && fiscalYearOf(row.closedOn) === fiscalYear)
      .length,
    referrals: rows.referrals.filter((row) => fiscalYearOf(row.day) === fiscalYear).length,
    coordinations: rows.coordinations.filter((row) => fiscalYearOf(row.day) === fiscalYear).length,
    sessions: held.length,
    notHeld: places.length - held.length,
    attendance: held.flatMap((row) => row.attendance).reduce((sum, { count }) => sum + count, 0),
  }
}

type Figure = keyof ReturnType<typeof figuresOf>
type Range = readonly [number, number]

/** Lowest and highest plausible figure of 令和４, ５ and ６年度. */
const bounds: readonly (readonly [Figure, Range, Range, Range])[] = [
  ['contacts', [298, 298], [320, 320], [582, 582]],
  ['persons', [45, 65], [50, 75], [105, 140]],
  ['new', [18, 24], [20, 26], [65, 85]],
  ['anonymous', [5, 15], [5, 15], [15, 30]],
  ['visits', [20, 50], [20, 50], [50, 100]],
  ['under30', [260, 298], [280, 320], [290, 420]],
  ['from30', [0, 0], [0, 0], [120, 260]],
  ['households8050', [0, 0], [0, 0], [30, 120]],
  ['opened', [19, 25], [22, 28], [75, 95]],
  ['closed', [12, 20], [14, 22], [18, 30]],
  ['referrals', [40, 75], [45, 80], [90, 150]],
  ['coordinations', [70, 120], [75, 130], [130, 220]],
  ['sessions', [40, 50], [40, 50], [42, 50]],
  ['notHeld', [2, 6], [2, 6], [2, 6]],
  ['attendance', [350, 560], [350, 600], [420, 680]],
]

describe('the figures of the demonstration ledger', () => {
  const years = [2022, 2023, 2024].map(figuresOf)
  test.each(bounds)('%s is plausible in every year', (figure, ...ranges) => {
    years.forEach((year, index) => {
      const [low, high] = ranges[index] ?? [0, 0]
      expect(year[figure]).toBeGreaterThanOrEqual(low)
      expect(year[figure]).toBeLessThanOrEqual(high)
    })
  })

  test('there are 1,200 contacts and about 200 activities', () => {
    expect(rows.consultations).toHaveLength(1200)
    expect(rows.activities.length).toBeGreaterThanOrEqual(180)
    expect(rows.activities.length).toBeLessThanOrEqual(220)
  })

  test('the course of a year is seasonal: August and December are quiet', () => {
    const inMonth = (month: string) => rows.consultations.filter((row) => row.day.startsWith(month)).length
    for (const year of ['2022', '2023', '2024']) {
      expect(inMonth(`${year}-08`)).toBeLessThan(inMonth(`${year}-06`))
      expect(inMonth(`${year}-12`)).toBeLessThan(inMonth(`${year}-11`))
    }
  })

  test('nothing happened after 31 March 2025', () => {
    const days = [rows.consultations, rows.coordinations, rows.referrals].flatMap((part) =>
      part.map((row) => row.day),
    )
    expect(days.toSorted().at(-1)?.slice(0, 7)).toBe('2025-03')
    expect(days.toSorted()[0]?.slice(0, 7)).toBe('2022-04')
    const stateDays = rows.activities.flatMap((row) => row.states.map((state) => state.on))
    expect(stateDays.every((day) => day <= '2025-03-31')).toBe(true)
  })
})
