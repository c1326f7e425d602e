/**
 * A cell (値) of a statistic: never only a number (domain §2).
 * `suppressed` exists only in output, or where a book brought it in.
 */
export type CellState =
  | 'value'
  | 'blank'
  | 'notApplicable'
  | 'cancelled'
  | 'postponed'
  | 'notDone'
  | 'unknown'
  | 'suppressed'

/** 速報値, 訂正値, 約. `estimate` survives into sums. */
export type CellFlag = 'provisional' | 'revised' | 'estimate'

/** Exact numbers only: rounding happens once, when a model is written (see `round.ts`). */
export type Quantity =
  | { readonly kind: 'integer'; readonly integer: number }
  | { readonly kind: 'fraction'; readonly numerator: number; readonly denominator: number }
  /** Known only within bounds, both included: 「92人以上133人以下」. */
  | { readonly kind: 'range'; readonly low: number; readonly high: number }

/** How many of the expected months (of party reports) stand behind a number: 「33（11/12か月分）」. */
export interface Parts {
  readonly reported: number
  readonly expected: number
}

export interface ValueCell {
  readonly state: 'value'
  readonly quantity: Quantity
  readonly parts: Parts
  readonly flags: readonly CellFlag[]
}

export interface StateCell {
  readonly state: Exclude<CellState, 'value'>
  readonly parts: Parts
  readonly flags: readonly CellFlag[]
}

export type Cell = ValueCell | StateCell
