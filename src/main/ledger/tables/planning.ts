import type { Generated } from 'kysely'
import type { Day } from '../../../shared/time/day.ts'
import type { Identity } from './identity.ts'

export interface CodeListTable extends Identity {
  code: string
  label: string
  choice: 'single' | 'multiple'
  version: Generated<number>
  groups: string | null
}

export interface CodeItemTable extends Identity {
  code_list_key: number
  code: string
  label: string
  roll_up: string | null
  position: number
  since_version: number
  /** Last day on which it is offered. */
  retired_on: Day | null
  merged_into: string | null
  kana: Generated<string>
  with_text: Generated<number>
  valid_from: Day | null
}

export interface CodeAliasTable {
  code_item_key: number
  position: number
  text: string
  also_list: string | null
  also_code: string | null
}

export interface AgeBandsTable extends Identity {
  code: string
  label: string
  version: Generated<number>
}

export interface AgeBandTable {
  age_bands_key: number
  position: number
  code: string
  label: string
  low: number | null
  high: number | null
}

export interface PlanTable extends Identity {
  name: string
  from_year: number
  to_year: number
  /** JSON array of strings. */
  levels: string
}

export interface PlanNodeTable extends Identity {
  plan_key: number
  parent_key: number | null
  depth: number
  mark: string
  text: string
  position: number
}

export interface SettingTable extends Identity {
  name: string
  /** JSON. */
  value: string
}

export interface PaperTable extends Identity {
  template: string
  /** JSON of `PaperSettings`. */
  settings: string
  /** JSON of `PaperDraft['edits']`. */
  edits: string
  created_at: string
  updated_at: string
}

export interface DraftTable extends Identity {
  kind: string
  target_id: string | null
  staff: string
  /** JSON. */
  content: string
  updated_at: string
}
