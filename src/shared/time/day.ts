/** A calendar day in Asia/Tokyo as ISO text: `2024-11-30`. Days have no time and no zone. */
export type Day = `${number}-${number}-${number}`

/** A calendar month as ISO text: `2024-11`. */
export type Month = `${number}-${number}`

/** A fiscal year (会計年度), named by the calendar year in which it begins: 2024 is 令和６年度. */
export type FiscalYear = number

/** Whole months, both ends included (対象期間). */
export interface Period {
  readonly from: Month
  readonly to: Month
}

/** What every statistic and paper states: the fiscal year, its period and the as-of date (基準日). */
export interface TimeFrame {
  readonly fiscalYear: FiscalYear
  readonly period: Period
  readonly asOf: Day
}
