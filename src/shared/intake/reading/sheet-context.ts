import type { FiscalYear, Month } from '../../time/day.ts'
import type { SheetRow } from '../book.ts'
import type { IntakeFacts } from '../facts.ts'
import type { SheetLayout } from '../layout/sheet-layout.ts'
import type { BookProfile } from '../profile.ts'
import type { Sink } from './sink.ts'

/** What the readers of all kinds are given: a sheet, what it is, and what the profile says. */
export interface SheetContext {
  readonly layout: SheetLayout
  readonly profile: BookProfile
  readonly facts: IntakeFacts
  readonly sink: Sink
  readonly fiscalYear: FiscalYear
  /** The months that the sheet names; empty: any of the year. */
  readonly months: readonly Month[]
  /** Who reports; null: nobody is known, or a column says it. */
  readonly party: string | null
  /** The month of the row that is being read, as a column 月 or the sheet tells it: 「5」 under 日 is the 5th of it. */
  readonly current: { month: Month | null }
  /** The rows below the head that hold anything, with merged cells carried down. */
  readonly body: readonly SheetRow[]
}
