import type { Painter } from './painter.ts'

/**
 * A horizontal strip of a page that is never parted: a line of text, a table row, a chart. Everything that a
 * paper says becomes a column of strips, and the paginator only stacks them.
 */
export interface Strip {
  readonly blockId: string
  readonly height: number
  /** Space above, dropped at the top of a page. */
  readonly before: number
  /** No page may end between this strip and the next. */
  readonly keepWithNext: boolean
  /** No page should end here either, unless much of it would stay empty: a table that fits on one page. */
  readonly staysWithNext?: boolean
  /** Begins a new page. */
  readonly pageBreak?: boolean
  /** Drawn first when a page begins with this strip: the repeated head of a table. */
  readonly repeated?: readonly Strip[]
  /** A heading that the reader's outline lists. */
  readonly bookmark?: { readonly level: number; readonly title: string }
  /** Draws at the left edge of the text area; `top` is the strip's own top. */
  readonly paint: (painter: Painter, left: number, top: number) => void
}
