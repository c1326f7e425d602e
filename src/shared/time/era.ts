import { dayOf, exists, partsOf } from './calendar.ts'
import type { Day, FiscalYear, Month } from './day.ts'

export interface Era {
  readonly name: string
  /** 「R」 as in R6.4.3. */
  readonly letter: string
  /** The one character of 「令6.4.3」. */
  readonly short: string
  /** Calendar year of 元年. */
  readonly firstYear: number
  readonly from: Day
  /** Last day, or null for the present era. */
  readonly to: Day | null
  /** The first fiscal year that carries this name: all of FY2019 is 令和元年度, though it began in 平成31年. */
  readonly firstFiscalYear: FiscalYear
}

/**
 * JIS X 0301:2019, oldest first. 明治 begins here with the Gregorian calendar (明治６年). A new era is a new
 * row, and `to` of the row before it.
 */
export const eras: readonly Era[] = [
  {
    name: '明治',
    letter: 'M',
    short: '明',
    firstYear: 1868,
    from: '1873-01-01',
    to: '1912-07-29',
    firstFiscalYear: 1873,
  },
  {
    name: '大正',
    letter: 'T',
    short: '大',
    firstYear: 1912,
    from: '1912-07-30',
    to: '1926-12-24',
    firstFiscalYear: 1913,
  },
  {
    name: '昭和',
    letter: 'S',
    short: '昭',
    firstYear: 1926,
    from: '1926-12-25',
    to: '1989-01-07',
    firstFiscalYear: 1927,
  },
  {
    name: '平成',
    letter: 'H',
    short: '平',
    firstYear: 1989,
    from: '1989-01-08',
    to: '2019-04-30',
    firstFiscalYear: 1989,
  },
  {
    name: '令和',
    letter: 'R',
    short: '令',
    firstYear: 2019,
    from: '2019-05-01',
    to: null,
    firstFiscalYear: 2019,
  },
]

export interface EraYear {
  readonly era: Era
  /** 1 is 元年. */
  readonly year: number
}

/** The era and its year on a day, or null before 明治６年. */
export function toEra(day: Day): EraYear | null {
  const era = eras.findLast((candidate) => candidate.from <= day)
  return era === undefined ? null : { era, year: partsOf(day).year - era.firstYear + 1 }
}

/** The era and year by which a fiscal year is called: FY2019 is 令和元年度, FY1988 昭和63年度. */
export function fiscalYearEra(fiscalYear: FiscalYear): EraYear | null {
  const era = eras.findLast((candidate) => candidate.firstFiscalYear <= fiscalYear)
  return era === undefined ? null : { era, year: fiscalYear - era.firstYear + 1 }
}

/** 「令和」, 「令」, 「R」 or 「r」 → the era. */
export function findEra(name: string): Era | null {
  const found = eras.find(
    (era) => era.name === name || era.short === name || era.letter === name.toUpperCase(),
  )
  return found ?? null
}

/** Whether a month of an era year lies partly within that era: 平成31年５月 does not. */
export function monthInEra(era: Era, month: Month): boolean {
  return era.from.slice(0, 7) <= month && (era.to === null || month <= era.to.slice(0, 7))
}

/** The day of an era date, or null when the calendar has none. Does not ask whether the era had it. */
export function fromEra(era: Era, year: number, month: number, day: number): Day | null {
  const calendarYear = era.firstYear + year - 1
  return exists(calendarYear, month, day) ? dayOf(calendarYear, month, day) : null
}
