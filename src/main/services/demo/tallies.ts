import type { ActivityRow, TallyRow } from '../../../shared/statistics/rows.ts'
import { firstDayOf, monthOf, monthsOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear, Month } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { Entry } from './entry.ts'
import { idStream } from './ids.ts'
import { type Random, randomStream } from './random.ts'
import { workPreparation } from './work-preparation.ts'

const fiscalYears = [2022, 2023, 2024] as const

/** 月報の値: what parties count without records, and figures of the city. All invented. */
export function demonstrationTallies(seed: number, activities: readonly ActivityRow[]): readonly TallyRow[] {
  const random = randomStream(seed, 'tallies')
  const makeId = idStream(seed, 'tally')
  return [
    ...fiscalYears.flatMap((fiscalYear) => placePersons(random, activities, fiscalYear)),
    ...familyPersons,
    ...sharedUsers,
    ...socialParticipation,
    ...workPreparation(random),
    ...populations,
    ...budgets,
  ].map(({ keys = {}, comment = '', ...entry }): TallyRow => {
    const month = entry.month ?? (`${entry.fiscalYear + 1}-03` as Month)
    return {
      id: makeId(firstDayOf(month)),
      ...entry,
      keys,
      state: entry.value === null ? 'blank' : 'value',
      flags: [],
      adopted: true,
      comment,
    }
  })
}

/** 居場所の参加実人数: at least the largest session, at most all attendances; the year's own is asked for, never added. */
function placePersons(
  random: Random,
  activities: readonly ActivityRow[],
  fiscalYear: FiscalYear,
): readonly Entry[] {
  const party = fiscalYear >= 2024 ? 'hikikomori-contractor' : 'neet-contractor'
  const crowds = monthsOf(fiscalYearPeriod(fiscalYear)).map((month) => {
    const sizes = activities
      .filter((row) => row.kind === 'place' && row.held?.kind === 'day' && monthOf(row.held.day) === month)
      .map((row) => row.attendance.reduce((sum, { count }) => sum + count, 0))
    const largest = Math.max(0, ...sizes)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    return { month, total, persons: Math.min(total, largest + random.integer(2, 5)) }
  })
  const largestMonth = Math.max(...crowds.map(({ persons }) => persons))
  return [
    ...crowds.map(({ month, persons }) => ({
      party,
      statistic: 'place.persons',
      fiscalYear,
      month,
      value: persons,
    })),
    {
      party,
      statistic: 'place.persons',
      fiscalYear,
      month: null,
      value: largestMonth + random.integer(12, 18),
    },
  ]
}

const familyPersons: readonly Entry[] = (
  [
    ['2025-01', 13],
    ['2025-02', 19],
    [null, 22],
  ] as const
).map(([month, value]) => ({
  party: 'division',
  statistic: 'family.persons',
  fiscalYear: 2024,
  month,
  value,
}))

/** 両事業共通の利用者: asked for once a year. */
const sharedUsers: readonly Entry[] = (
  [
    [2022, 5],
    [2023, 6],
    [2024, 12],
  ] as const
).map(([fiscalYear, value]) => ({
  party: 'division',
  statistic: 'network.sharedUsers',
  fiscalYear,
  month: null,
  value,
}))

/** 社会参加につながった人数: told by the contractor of 居場所 at the end of the year. */
const socialParticipation: readonly Entry[] = (
  [
    ['neet-contractor', 2022, 7],
    ['neet-contractor', 2023, 9],
    ['hikikomori-contractor', 2024, 21],
  ] as const
).map(([party, fiscalYear, value]) => ({
  party,
  statistic: 'outcome.socialParticipation',
  fiscalYear,
  month: null,
  value,
}))

/** 住民基本台帳による人口（４月１日現在） by age band; invented, of the size of such a city. */
const populationByBand: Readonly<Record<string, readonly [number, number, number]>> = {
  under10: [15_320, 15_080, 14_810],
  '10s': [17_940, 17_860, 17_790],
  '20s': [23_610, 23_740, 23_900],
  '30s': [25_480, 25_210, 25_030],
  '40s': [31_250, 30_620, 29_980],
  '50s': [32_040, 32_480, 32_790],
  '60s': [20_870, 21_230, 21_660],
  '70s': [20_360, 20_050, 19_720],
  over80: [18_710, 19_240, 19_770],
}

const populations: readonly Entry[] = fiscalYears.flatMap((fiscalYear, index) => {
  const month: Month = `${fiscalYear}-04`
  const bands = Object.entries(populationByBand).map(([band, values]) => ({
    band,
    value: values[index] ?? 0,
  }))
  const base = { party: 'division', statistic: 'population', fiscalYear, month }
  const comment = '４月１日現在（架空）'
  return [
    { ...base, value: bands.reduce((sum, { value }) => sum + value, 0), comment },
    ...bands.map(({ band, value }) => ({ ...base, value, keys: { ageBand: band }, comment })),
  ]
})

/** Thousand yen; the settled figure of 令和６年度 is not known before 31 May 2025, so there is none. */
const budgets: readonly Entry[] = (
  [
    ['neet-contractor', 2022, 9_860, 9_612],
    ['neet-contractor', 2023, 10_120, 9_987],
    ['hikikomori-contractor', 2024, 18_450, null],
  ] as const
).flatMap(([party, fiscalYear, initial, settled]) => [
  { party, statistic: 'budget.initial', fiscalYear, month: null, value: initial },
  ...(settled === null
    ? []
    : [{ party, statistic: 'budget.settled', fiscalYear, month: null, value: settled }]),
])
