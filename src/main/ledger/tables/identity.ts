import type { Generated, GeneratedAlways } from 'kysely'
import type { Month } from '../../../shared/time/day.ts'

/** What every row with an identity has. */
export interface Identity {
  key: Generated<number>
  id: string
  /** Starts at 1, rises with each change; a write that saw an older one is a conflict. */
  revision: Generated<number>
}

/** Derived from `day` by SQLite; never written. */
export interface DerivedFromDay {
  fiscal_year: GeneratedAlways<number>
  month: GeneratedAlways<Month>
}
