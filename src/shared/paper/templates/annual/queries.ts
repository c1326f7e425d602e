import { ask, askSamePeriod, type Queries } from '../../assemble/query.ts'
import type { PaperSettings } from '../../draft.ts'
import {
  comparedStatistics,
  crossTables,
  effectStatistics,
  mainStatistics,
  monthlyStatistics,
  oldAges,
  outreachStatistics,
  usageTables,
} from './contents.ts'

/** The year of the book and the two before it. */
export const annualYears = (fiscalYear: number): readonly number[] => [
  fiscalYear - 2,
  fiscalYear - 1,
  fiscalYear,
]

export function annualQueries(settings: PaperSettings): Queries {
  const { frame } = settings
  const year = frame.fiscalYear
  const overYears = [...mainStatistics, ...effectStatistics, ...outreachStatistics].flatMap(([statistic]) =>
    annualYears(year).map((each) => ask(frame, statistic, each)),
  )
  const usage = usageTables.flatMap(([statistic, breakdown]) =>
    annualYears(year).map((each) => ask(frame, statistic, each, { by: [breakdown] })),
  )
  const monthly = monthlyStatistics.map((statistic) => ask(frame, statistic, year, { by: ['month'] }))
  const crossed = crossTables.flatMap(([statistic, down, across]) => [
    ask(frame, statistic, year, { by: [down, across] }),
    ask(frame, statistic, year, { by: [down] }),
    ask(frame, statistic, year, { by: [across] }),
    ask(frame, statistic, year - 1, { by: [down] }),
  ])
  return Object.assign(
    {},
    ...overYears,
    ...usage,
    ...monthly,
    ...crossed,
    ...comparedStatistics.flatMap((statistic) => [
      askSamePeriod(frame, statistic),
      // For the months that both years have, where one of them is not whole (worked case 4).
      askSamePeriod(frame, statistic, ['month']),
      ask(frame, statistic, year, { by: ['month'] }),
    ]),
    ask(frame, 'consultation.events', year, { where: oldAges }),
    ask(frame, 'place.attendancePerSession', year),
    ask(frame, 'referral.events', year, { by: ['destination'] }),
  )
}
