import type { Day } from '../../../shared/time/day.ts'
import type { Identity } from './identity.ts'

export interface FavouriteTable extends Identity {
  name: string
  /** JSON object. */
  choices: string
  position: number
}

export interface KnownFigureTable extends Identity {
  said_on: Day
  occasion: string
  /** JSON of a `StatisticQuery`. */
  query: string
  /** JSON of a `Cell`. */
  cell: string
  sentence: string
}
