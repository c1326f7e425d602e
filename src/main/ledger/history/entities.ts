import type { Insertable, Updateable } from 'kysely'
import type { Tables } from '../tables.ts'

/**
 * An entity is what history knows as one row: a row of a table with its child rows (a consultation
 * with its choices). Each change of it is one history entry with the whole image before and after.
 */
export const entityChildren = {
  staff: [],
  programme: ['programme_name', 'programme_scope'],
  party: ['party_name'],
  venue: ['venue_name'],
  department: ['department_name'],
  party_form: [],
  report: [],
  counting_rule: ['counting_rule_party'],
  year_change: [],
  case_file: [],
  case_episode: [],
  consultation: ['consultation_choice', 'consultation_other'],
  coordination: [],
  referral: [],
  activity: [
    'activity_state',
    'activity_partner',
    'activity_attendance',
    'activity_measure',
    'activity_withdrawn',
  ],
  tally: [],
  form_sheet: ['form_item'],
  code_list: [],
  code_item: ['code_alias'],
  age_bands: ['age_band'],
  plan: [],
  plan_node: [],
  setting: [],
  paper: [],
  favourite: [],
  known_figure: [],
  finding_acknowledgement: [],
  confirmation: ['confirmed_value'],
  submission: [],
  late_arrival: [],
  intake_profile: [],
  book_receipt: [],
  collection_issue: [],
  indicator: ['indicator_year'],
} as const satisfies Partial<Record<keyof Tables, readonly (keyof Tables)[]>>

export type EntityTable = keyof typeof entityChildren

export const entityTables = Object.keys(entityChildren) as readonly EntityTable[]

export const isEntityTable = (name: string): name is EntityTable => Object.hasOwn(entityChildren, name)

type ChildTable<T extends EntityTable> = (typeof entityChildren)[T][number]

/** Child rows as given: without the owner's key; `position` is the index unless it is given. */
type ChildRows<T extends EntityTable> = {
  readonly [C in ChildTable<T>]?: readonly (Omit<Insertable<Tables[C]>, `${T}_key` | 'position'> & {
    readonly position?: number
  })[]
}

/** A new row. `id` is made when it is not given; `key` and `revision` are the ledger's own. */
export type NewRow<T extends EntityTable> = Omit<Insertable<Tables[T]>, 'id' | 'key' | 'revision'> & {
  readonly id?: string
} & ChildRows<T>

/** Columns to change; a list of children that is given replaces the old one. */
export type RowChange<T extends EntityTable> = Omit<Updateable<Tables[T]>, 'id' | 'key' | 'revision'> &
  ChildRows<T>

/** What SQLite stores in a column of ours. */
export type SqlValue = string | number | null

/** A whole entity as stored: columns but the derived ones; child rows under their table's name. */
export interface RowImage {
  readonly columns: Readonly<Record<string, SqlValue>>
  readonly children: Readonly<Record<string, readonly (readonly SqlValue[])[]>>
}
