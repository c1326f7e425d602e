import { monthsOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear, Month } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { Entry } from './entry.ts'
import type { Random } from './random.ts'

export const workPreparationParty = 'workprep-contractor'

/** The month whose report never came. */
export const missingMonth: Month = '2025-02'

/** 就労準備支援につながった人数 by month from April: claimed by the contractor. */
const connectedByMonth: Readonly<Record<FiscalYear, readonly number[]>> = {
  2022: [0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1],
  2023: [1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0],
  2024: [1, 2, 2, 1, 1, 2, 3, 2, 1, 2, 2, 3],
}
const connectedOfYear: Readonly<Record<FiscalYear, number>> = { 2022: 5, 2023: 6, 2024: 16 }

/**
 * 就労準備支援事業委託事業者 reports by tally only: contacts, persons and new persons by month, and the year's
 * 実人数, which is asked for and never added (domain §3). All invented. Its contacts are another
 * programme's: a 計上ルール leaves them out of the city's total.
 */
export function workPreparation(random: Random): readonly Entry[] {
  return [2022, 2023, 2024].flatMap((fiscalYear) => {
    const months = monthsOf(fiscalYearPeriod(fiscalYear)).map((month, index) => {
      const persons = random.integer(8, 12) + (fiscalYear - 2022)
      return {
        month,
        persons,
        events: persons + random.integer(4, 9),
        fresh: index === 0 ? random.integer(3, 4) : random.integer(0, 2),
        connected: connectedByMonth[fiscalYear]?.[index] ?? 0,
      }
    })
    const [april] = months
    const continuing = april === undefined ? 0 : april.persons - april.fresh
    const fresh = months.reduce((sum, month) => sum + month.fresh, 0)
    const largest = Math.max(...months.map(({ persons }) => persons))
    const entry = (statistic: string, month: Month | null, value: number): Entry =>
      month === missingMonth
        ? { ...base, statistic, fiscalYear, month, value: null, comment: '月報が未提出' }
        : { ...base, statistic, fiscalYear, month, value }
    return [
      ...months.flatMap(({ month, events, persons, fresh: news, connected }) => [
        entry('consultation.events', month, events),
        entry('consultation.persons', month, persons),
        entry('consultation.new', month, news),
        entry('outcome.connectedToWorkPrep', month, connected),
      ]),
      entry('consultation.persons', null, Math.max(largest, continuing + fresh) + random.integer(2, 4)),
      entry('outcome.connectedToWorkPrep', null, connectedOfYear[fiscalYear] ?? 0),
    ]
  })
}

const base = { party: workPreparationParty }
