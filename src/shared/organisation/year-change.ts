import type { ActivityDate, ActivityRow } from '../statistics/rows.ts'
import { addDays, addMonths, firstDayOf, lastDayOf } from '../time/calendar.ts'
import type { Day, FiscalYear } from '../time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../time/fiscal-year.ts'

/** First and last day of a fiscal year. */
export const firstDayOfYear = (fiscalYear: FiscalYear): Day => firstDayOf(fiscalYearPeriod(fiscalYear).from)
export const lastDayOfYear = (fiscalYear: FiscalYear): Day => lastDayOf(fiscalYearPeriod(fiscalYear).to)

/**
 * When an activity of a year is planned again in the next: the same weekday 52 weeks later (53 where the
 * year turns a little later), the same months, or not known.
 */
export function plannedNextYear(planned: ActivityDate, fiscalYear: FiscalYear): ActivityDate {
  switch (planned.kind) {
    case 'day': {
      const after = addDays(planned.day, 364)
      return { kind: 'day', day: fiscalYearOf(after) === fiscalYear + 1 ? after : addDays(after, 7) }
    }
    case 'month':
      return { kind: 'month', month: addMonths(planned.month, 12) }
    case 'months':
      return { kind: 'months', from: addMonths(planned.from, 12), to: addMonths(planned.to, 12) }
    default:
      return planned
  }
}

/**
 * What makes activities one series: the id that they share, else the same kind, title, party and venue. (Books
 * read in from Excel, and ledgers of version 1, have no series.)
 */
export const seriesKey = (
  activity: Pick<ActivityRow, 'kind' | 'title' | 'party' | 'venue'> & { readonly seriesId: string | null },
): string =>
  activity.seriesId ?? [activity.kind, activity.title, activity.party, activity.venue ?? ''].join('\u0001')

/** Contracts that end within a year, and that nobody took over yet. */
export function contractsEnding<Party extends Contract>(
  parties: readonly Party[],
  fiscalYear: FiscalYear,
): readonly Party[] {
  const takenOver = new Set(parties.flatMap(({ predecessor }) => predecessor ?? []))
  return parties.filter(
    ({ code, contractTo }) =>
      contractTo !== null &&
      contractTo >= firstDayOfYear(fiscalYear) &&
      contractTo <= lastDayOfYear(fiscalYear) &&
      !takenOver.has(code),
  )
}

/** Contracts that go on into the next year. */
export function contractsGoingOn<Party extends Contract>(
  parties: readonly Party[],
  fiscalYear: FiscalYear,
): readonly Party[] {
  return parties.filter(
    ({ contractFrom, contractTo }) =>
      contractFrom <= lastDayOfYear(fiscalYear) &&
      (contractTo === null || contractTo > lastDayOfYear(fiscalYear)),
  )
}

interface Contract {
  readonly code: string
  readonly contractFrom: Day
  readonly contractTo: Day | null
  readonly predecessor: string | null
}
