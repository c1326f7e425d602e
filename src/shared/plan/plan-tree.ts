import type { FiscalYear } from '../time/day.ts'

/** A plan (計画) as data: level names and depth are the plan's own, goals that are not known are empty places. */
export interface PlanTree {
  readonly id: string
  /** 「第５期地域福祉計画」. */
  readonly name: string
  readonly from: FiscalYear
  /** Default 令和10年度, to be verified by the city. */
  readonly to: FiscalYear
  /** From the top: ['基本目標', '取組', '取組内容']. */
  readonly levels: readonly string[]
  readonly nodes: readonly PlanNode[]
}

export interface PlanNode {
  readonly id: string
  readonly parent: string | null
  /** Depth from 0; the name of the level is `levels[depth]`. */
  readonly depth: number
  /** 「３」 「①」 '' where the plan gives none. */
  readonly mark: string
  /** '' is an empty place (未登録), never invented text. */
  readonly text: string
  readonly order: number
}
