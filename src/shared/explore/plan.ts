import { coversYear } from '../paper/assemble/query.ts'
import { breakBetween, findStatistic } from '../statistics/catalogue/catalogue.ts'
import { oldScopeRecut } from '../statistics/comparisons.ts'
import type { StatisticQuery } from '../statistics/definition.ts'
import type { FiscalYear, TimeFrame } from '../time/day.ts'
import { sameFrameLastYear } from '../time/frame.ts'
import { type ExploreChoices, frameIn, frameOfChoices, yearsOfChoices } from './choices.ts'

/** Places of one year's answers in the list of queries. */
export interface YearPlan {
  readonly year: FiscalYear
  readonly frame: TimeFrame
  /** By all chosen breakdowns (and months). */
  readonly main: number
  /** By the one down, and by the one across: totals of a crossing. Null where `main` has them. */
  readonly down: number | null
  readonly across: number | null
  /** 参考: within the old scope; null where there is none. */
  readonly recut: number | null
}

export interface ExplorePlan {
  readonly queries: readonly StatisticQuery[]
  readonly frame: TimeFrame
  readonly years: readonly YearPlan[]
  /** 前年同期 of the last year, where its earlier years stand as whole ones. */
  readonly samePeriod: number | null
  /** The breakdown down and the one across; `month` for 月別. */
  readonly down: string | null
  readonly across: string | null
}

/** Every question to the engine that a table of these choices needs, each once. */
export function planExplore(choices: ExploreChoices, window: TimeFrame): ExplorePlan {
  const frame = frameOfChoices(choices, window)
  const definition = findStatistic(choices.statistic)
  const queries: StatisticQuery[] = []
  const ask = (own: TimeFrame, by: readonly string[], recut = false): number => {
    const { statistic, where, party } = choices
    const query: StatisticQuery = { statistic, frame: own, by, where, party }
    return queries.push(recut ? (oldScopeRecut(query) ?? query) : query) - 1
  }
  const [first, second] = choices.by
  const down = first ?? (choices.per === 'month' ? 'month' : null)
  const across = second ?? (first !== undefined && choices.per === 'month' ? 'month' : null)
  const by = [down, across].filter((code) => code !== null)
  const years = yearsOfChoices(choices, frame).map((year): YearPlan => {
    const own = frameIn(choices, frame, year)
    const crossed = down !== null && across !== null
    const recuts = choices.recut && !crossed && oldScopeRecut({ ...choices, frame: own, by: [] }) !== null
    return {
      year,
      frame: own,
      main: ask(own, by),
      down: crossed ? ask(own, [down]) : null,
      across: crossed ? ask(own, [across]) : null,
      recut: recuts ? ask(own, down === 'month' ? ['month'] : [], true) : null,
    }
  })
  const part = choices.per === 'year' && across === null && !coversYear(frame)
  const compared =
    definition !== null && breakBetween(definition, frame.fiscalYear - 1, frame.fiscalYear) === null
  const samePeriod =
    part && compared && choices.earlier === 'whole' && years.length > 1
      ? ask(sameFrameLastYear(frame), by)
      : null
  return { queries, frame, years, samePeriod, down, across }
}
