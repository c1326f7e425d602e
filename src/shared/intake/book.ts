import type { Day } from '../time/day.ts'

/**
 * A workbook or CSV as it came in, read but not yet understood: what the reader hands to the rules of intake.
 * No number is read out of a text here, no formula is trusted that was not computed.
 */
export interface Book {
  readonly format: 'xlsx' | 'csv'
  /** The file's own name, without its folder. */
  readonly name: string
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly digest: string
  /** Of a CSV, found from its bytes and shown to the user; null for a workbook. */
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16' | 'cp932' | null
  readonly sheets: readonly Sheet[]
  /** What the file holds beside its cells, and what the reader left out. */
  readonly findings: readonly BookFinding[]
  /** Hidden mark of a collection book that was issued by this tool (`collectionMark`), or null. */
  readonly mark: string | null
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Rows that hold anything, in their order. */
  readonly rows: readonly SheetRow[]
  /** Merged ranges; the value stands in the upper left cell, the others are null. */
  readonly merges: readonly CellRange[]
  /** 1-based. */
  readonly hiddenColumns: readonly number[]
  readonly columnCount: number
}

export interface SheetRow {
  /** 1-based, as the user's program shows it. */
  readonly number: number
  readonly hidden: boolean
  /** By column from the first; a hole is null. Shorter than `columnCount` where the rest is empty. */
  readonly cells: readonly (SheetCell | null)[]
}

/** 1-based, both ends included. */
export interface CellRange {
  readonly fromRow: number
  readonly fromColumn: number
  readonly toRow: number
  readonly toColumn: number
}

export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  /** `computed`: a formula without a cached value that is a simple sum, computed here. */
  | { readonly kind: 'number'; readonly value: number; readonly computed?: true; readonly percent?: true }
  /** A number with a date format (1900 or 1904 system). `monthOnly`: the format shows no day (「令和７年３月」). */
  | { readonly kind: 'day'; readonly day: Day; readonly monthOnly?: true }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** #REF! and the like. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula without a cached value that is no simple sum: reported, never guessed. */
  | { readonly kind: 'formula'; readonly formula: string }

/**
 * What the reader noticed. Per sheet and code there is one finding with the first place and how many there
 * are; `row` and `column` are null where it is about the sheet or the whole file.
 */
export interface BookFinding {
  readonly code:
    | 'externalLinks'
    | 'macros'
    | 'hiddenSheet'
    | 'formulaWithoutValue'
    | 'formulaComputed'
    /** A computed sum that, as in Excel, skips a cell whose text holds digits (「４」 typed full-width, 「△5」). */
    | 'sumSkippedText'
    | 'errorCell'
    | 'unknownCharacters'
    | 'emptySheet'
    /** Cells right of column 1,024, and texts longer than a cell of Excel holds (32,767), are left out or cut. */
    | 'cutCells'
  readonly sheet: string | null
  readonly row: number | null
  readonly column: number | null
  readonly count: number
}
