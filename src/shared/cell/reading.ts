import type { CellFlag, CellState, Parts, Quantity } from './cell.ts'

/** Why a text was taken for what it was taken for; the words are in `words/cell.ts`. */
export type ReadingReason =
  | 'fullWidth'
  | 'thousands'
  | 'triangleMinus'
  | 'dashMinus'
  | 'plus'
  | 'approximately'
  | 'numerals'
  | 'multiplier'
  | 'counter'
  | 'percent'
  | 'percentParts'
  | 'monthParts'
  | 'range'
  | 'provisionalMark'
  | 'revisedMark'
  | 'floatNoise'
  | 'zeroWord'
  | 'stateWord'
  | 'unknownSign'
  | 'suppressedSign'
  | 'notApplicableSign'
  | 'ditto'
  | 'answered'
  | 'bracketWord'

/** Read, but worth a look. */
export type NumberFinding =
  /** 「3件」 where 人 were asked for. */
  | { readonly code: 'unitDiffers'; readonly written: string; readonly expected: string }
  /** ※, * or 注１ stood beside the number. */
  | { readonly code: 'noteMark'; readonly mark: string }
  /** Words beside the number, kept as a comment: 「12（オンラインを含む）」, 「中止（台風）」. */
  | { readonly code: 'remark'; readonly text: string }

/** What a number in brackets may be in an official table; never a negative number (domain §2). */
export type BracketMeaning = 'included' | 'repeated' | 'previousYear'

/** What a lone dash may be. */
export type DashMeaning = 'zero' | 'notApplicable' | 'blank'

export type NumberRefusal =
  | 'notANumber'
  | 'severalNumbers'
  | 'signWithoutNumber'
  | 'unitWithoutNumber'
  | 'oddGrouping'
  | 'mixedNumerals'
  | 'letterInNumber'
  | 'enumerationMark'
  | 'bound'
  | 'rangeReversed'
  | 'partsContradict'
  | 'unitUnclear'
  | 'tooLarge'
  | 'tooLong'
  | 'dittoOnScreen'
  | 'dittoWithoutAbove'

export type NumberReading =
  | {
      readonly outcome: 'value'
      /** The number as it stands in its unit: 「28.8％」 is 144/5 with unit `%`. */
      readonly quantity: Quantity
      readonly unit: string | null
      readonly flags: readonly CellFlag[]
      readonly parts: Parts | null
      /** 「45（12）」 after the question was answered, 「45（うち12）」 at once. */
      readonly bracket: { readonly meaning: BracketMeaning; readonly quantity: Quantity } | null
      readonly why: readonly ReadingReason[]
      readonly findings: readonly NumberFinding[]
    }
  | {
      readonly outcome: 'state'
      readonly state: Exclude<CellState, 'value'>
      readonly why: readonly ReadingReason[]
      readonly findings: readonly NumberFinding[]
    }
  | { readonly outcome: 'ask'; readonly question: NumberQuestion }
  | { readonly outcome: 'refused'; readonly reason: NumberRefusal }

export type ValueReading = Extract<NumberReading, { outcome: 'value' }>

export type NumberQuestion =
  /** 「－」, 「なし」: asked once per profile. */
  | { readonly code: 'dash'; readonly written: string; readonly choices: readonly DashMeaning[] }
  /** 「45（12）」, 「(12)」. `outer` is null where the brackets stand alone. */
  | { readonly code: 'brackets'; readonly outer: Quantity | null; readonly inner: Quantity }
  /** A lone 一: the numeral one, or a dash? A lone 〇: zero, or a mark? */
  | { readonly code: 'lookalike'; readonly written: string; readonly asNumber: number }

export interface NumberContext {
  /** The unit that the place expects: 「人」 「件」 「千円」 「%」. */
  readonly unit?: string
  /** On screen `-` is the key for 該当項目なし, and 〃 is refused. Default `import`. */
  readonly door?: 'screen' | 'import'
  /** The profile's answer to the lone dash. */
  readonly dash?: DashMeaning
  /** The profile's answer to numbers in brackets. */
  readonly brackets?: BracketMeaning
  /** The reading of the cell above, for 〃 and 同上. */
  readonly above?: NumberReading
}
