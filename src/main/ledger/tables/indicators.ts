import type { Generated } from 'kysely'
import type { StagedIndicator } from '../../../shared/intake/staged.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import type { Identity } from './identity.ts'

export interface IndicatorTable extends Identity {
  plan_key: number
  node_key: number | null
  goal_mark: Generated<string>
  measure: string
  name: string
  kind: StagedIndicator['indicatorKind']
  unit: Generated<string>
  decimals: Generated<number>
  direction: StagedIndicator['direction']
  keep_low: string | null
  keep_high: string | null
  accumulation: Generated<'year' | 'cumulative' | 'snapshot'>
  baseline_year: FiscalYear | null
  /** JSON; null: entered. */
  source: string | null
  /** JSON array of words. */
  stages: string | null
  department_key: number | null
  note: Generated<string>
  position: number
  retired_on: Day | null
}

export interface IndicatorYearTable {
  indicator_key: number
  position: number
  role: 'baseline' | 'target' | 'actual'
  fiscal_year: FiscalYear | null
  kind: 'number' | 'stage' | 'none'
  /** Decimals as text: 「88.2」. */
  value: string | null
  bound: 'atLeast' | 'atMost' | null
  numerator: number | null
  denominator: number | null
  stage: string | null
  missing: 'blank' | 'notApplicable' | 'noSurvey' | null
  origin: Generated<'book' | 'entered'>
  note: Generated<string>
}
