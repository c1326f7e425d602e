import type { StatisticDefinition } from '../../statistics/definition.ts'

/** How a statistic is printed: its unit, decimals, and the factor of its quotient (100 for percent). */
export interface Measure {
  readonly unit: string
  readonly decimals: number
  readonly per: number
  /** The share of answers in a survey, which small numbers may not dress up (`survey-share.ts`). */
  readonly survey?: boolean
}

/** Counts are whole, ratios and means have one decimal (documents §3). */
export const measureOf = (definition: StatisticDefinition): Measure => ({
  unit: definition.unit,
  decimals: definition.quotient === null ? 0 : 1,
  per: definition.quotient?.per ?? 1,
  ...(definition.quotient?.survey === true ? { survey: true } : {}),
})

export const countMeasure = (unit: string): Measure => ({ unit, decimals: 0, per: 1 })

/** 構成比, 率: percent with one decimal. */
export const percentMeasure: Measure = { unit: '％', decimals: 1, per: 100 }
