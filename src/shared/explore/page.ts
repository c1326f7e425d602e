import type { Cell } from '../cell/cell.ts'
import type { ChartSpec } from '../chart/chart-spec.ts'
import type { TableBlock } from '../paper/model.ts'
import type { PaperFacts } from '../paper/template.ts'
import type { StatisticDefinition, StatisticResult } from '../statistics/definition.ts'
import type { FiscalYear } from '../time/day.ts'
import type { ExploreChoices } from './choices.ts'
import type { ExplorePlan } from './plan.ts'

/** Where a number of the table comes from: a query of the page and the codes of its row there. */
export interface SourcePlace {
  readonly query: number
  readonly keys: readonly string[]
}

/** What a column holds beside its block: how the screen sets it and what the chart hangs under it. */
export interface ExploreColumn {
  readonly kind: 'label' | 'number' | 'total' | 'difference' | 'rate' | 'broken' | 'share'
  /** 「注１」 where a hatched column stands before this one. */
  readonly breakMark: string | null
  /** p stands in the head: the column is not final. */
  readonly provisional: boolean
}

export interface ExploreChart {
  readonly title: string
  readonly spec: ChartSpec
  readonly alternative: string
  /** The table's column of each category, so that points stand under their numbers; null: a chart of its own. */
  readonly columns: readonly number[] | null
}

/** One table with its chart. Crossings and months of a breakdown have a page a year. */
export interface ExplorePage {
  readonly year: FiscalYear | null
  readonly table: TableBlock
  readonly columns: readonly ExploreColumn[]
  /** Row by row, cell by cell. */
  readonly sources: readonly (readonly (SourcePlace | null)[])[]
  /** Why there is no sum, or what the total is; '' where everything adds up. */
  readonly sums: string
  readonly chart: ExploreChart | null
}

/** Everything at hand while pages are made. */
export interface ExploreMaterial {
  readonly choices: ExploreChoices
  readonly definition: StatisticDefinition
  readonly plan: ExplorePlan
  /** By the plan's places; null: the ledger has nothing of that year. */
  readonly results: readonly (StatisticResult | null)[]
  readonly facts: Pick<PaperFacts, 'codes'>
}

export const resultAt = (material: ExploreMaterial, place: number | null): StatisticResult | null =>
  place === null ? null : (material.results[place] ?? null)

const joined = (keys: readonly string[]): string => keys.join('\u0001')

/** Cells of a result by their codes, found at once. */
export function cellsByKeys(result: StatisticResult | null): ReadonlyMap<string, Cell> {
  return new Map((result?.rows ?? []).map((row) => [joined(row.keys), row.cell]))
}

export const cellAtKeys = (cells: ReadonlyMap<string, Cell>, ...keys: readonly string[]): Cell | null =>
  cells.get(joined(keys)) ?? null
