import type { Filter } from '../statistics/definition.ts'
import type { Day, FiscalYear, Month } from '../time/day.ts'

/** What kind of number is asked for, where the words say so: 「何件」, 「実人数」, 「参加者」. */
export type MeasureWord = 'events' | 'sessions' | 'persons' | 'attendance' | 'people' | 'newPersons' | 'share'

/**
 * One part of a question (数字即答). Chips on the screen are terms; a piece of text with several terms is
 * ambiguous, and is asked, never guessed.
 */
export type Term =
  /** The statistics that a word may mean: 「相談」 is 延べ件数 or 実人数. */
  | { readonly kind: 'subject'; readonly statistics: readonly string[] }
  | { readonly kind: 'measure'; readonly measure: MeasureWord }
  | { readonly kind: 'year'; readonly fiscalYear: FiscalYear }
  /** Months of the year by their numbers, April first: 上半期 is 4 to 9. */
  | { readonly kind: 'months'; readonly from: number; readonly to: number }
  /** Months by themselves: 令和６年11月, the calendar year 令和６年. */
  | { readonly kind: 'period'; readonly from: Month; readonly to: Month }
  /** 「11月末現在」: from April, as of that month's end. */
  | { readonly kind: 'until'; readonly month: number }
  | { readonly kind: 'asOf'; readonly day: Day }
  /** Conditions that hold together: 「40代」 is from 40 and up to 49. */
  | { readonly kind: 'filter'; readonly filters: readonly Filter[] }
  | { readonly kind: 'party'; readonly party: string }
  /** 「来談者が」: says in which list the next code stands. */
  | { readonly kind: 'field'; readonly field: string }
  /** 「月ごと」 and 「合計」: together a sum over months. */
  | { readonly kind: 'monthly' }
  | { readonly kind: 'sum' }

/** A piece of a question as typed, with every term that it may be. */
export interface Chip {
  readonly text: string
  readonly options: readonly Term[]
}

export const sameTerm = (one: Term, other: Term): boolean => JSON.stringify(one) === JSON.stringify(other)
