import type { ClosingReason } from '../../../shared/statistics/rows.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'

/** What happens to the register of cases in a year. */
export interface YearPlan {
  readonly fiscalYear: FiscalYear
  /** New cases by age band, with how many. */
  readonly arrivals: readonly { readonly low: number; readonly high: number; readonly count: number }[]
  readonly closings: number
  readonly reopenings: number
  readonly parties: Readonly<Record<string, number>>
}

/** Share of cases by the party that has most of their contacts, before and since the new contract. */
export const partiesBefore = { 'neet-contractor': 55, 'support-desk': 30, division: 15 }
const partiesSince = { 'hikikomori-contractor': 52, 'support-desk': 35, division: 13 }

/** The age cap (29歳) went in 令和６年度: from then on all ages arrive, and those whom it had shut out return. */
export const casePlan: readonly YearPlan[] = [
  {
    fiscalYear: 2022,
    arrivals: [
      { low: 14, high: 17, count: 6 },
      { low: 18, high: 27, count: 15 },
    ],
    closings: 14,
    reopenings: 1,
    parties: partiesBefore,
  },
  {
    fiscalYear: 2023,
    arrivals: [
      { low: 14, high: 17, count: 7 },
      { low: 18, high: 27, count: 16 },
    ],
    closings: 16,
    reopenings: 2,
    parties: partiesBefore,
  },
  {
    fiscalYear: 2024,
    arrivals: [
      { low: 15, high: 18, count: 8 },
      { low: 19, high: 29, count: 18 },
      { low: 30, high: 39, count: 19 },
      { low: 40, high: 49, count: 16 },
      { low: 50, high: 59, count: 13 },
      { low: 60, high: 66, count: 4 },
    ],
    closings: 24,
    reopenings: 6,
    parties: partiesSince,
  },
]

/** More people come in spring and after the summer holidays than in August and December. */
export const seasonalArrivals: Readonly<Record<string, number>> = {
  '04': 14,
  '05': 9,
  '06': 10,
  '07': 8,
  '08': 5,
  '09': 11,
  '10': 10,
  '11': 9,
  '12': 5,
  '01': 8,
  '02': 8,
  '03': 8,
}

export const closingReasons: Readonly<Record<ClosingReason, number>> = {
  goalReached: 34,
  handedOver: 26,
  wish: 14,
  interrupted: 15,
  movedAway: 8,
  died: 1,
  other: 2,
}
