import type { ReactNode } from 'react'

/** A cell by its place, both from 0. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** A rectangle of cells, both ends included. */
export interface SpotRange {
  readonly from: Spot
  readonly to: Spot
}

/** How a cell looks; the grid knows nothing of what it means. Equal views are the same object. */
export interface GridCellView {
  readonly text: string
  /** Read aloud instead of the text, with everything that is only seen. */
  readonly spoken: string
  readonly look: 'value' | 'sign' | 'ghost' | 'unread' | 'quiet' | 'sum'
  /** Grey words behind the number: 「10/12 月分」. */
  readonly note?: string
  /** Closed, or still to come; null is open. */
  readonly shade: 'closed' | 'future' | null
  readonly warning: 'warn' | 'stop' | null
  /** A small letter at the left top. */
  readonly mark?: string
  readonly comment: boolean
  /** Something is expected here: a dotted base line. */
  readonly due: boolean
  /** Not on the disk yet. */
  readonly unsaved: boolean
  /** Why it takes nothing; null where it does. */
  readonly refusal: string | null
}

export interface GridColumn {
  readonly id: string
  readonly label: string
  /** In pixels; null takes what is left. */
  readonly width: number | null
  /** The column that is being filled: framed. */
  readonly current: boolean
}

/** A head over several columns. */
export interface GridBand {
  readonly id: string
  readonly span: number
  readonly content: ReactNode
  readonly look: 'closed' | 'done' | 'current' | 'open' | 'future' | 'none'
}

export interface GridRow {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly depth: 0 | 1 | 2
  /** A stronger line stands above it. */
  readonly opens: boolean
}

/** How a typed text was read; stands under the cell while it is typed. */
export interface GridReading {
  readonly ok: boolean
  readonly value: string
  readonly words: string
}
