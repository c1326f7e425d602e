/**
 * An element of the PDF's structure (what a screen reader sees). Made while laying out; the painter turns it
 * into the file's element when its first mark is drawn, so the reading order is the drawing order.
 */
export interface Tag {
  readonly type: TagType
  readonly parent: Tag | null
  readonly alternative?: string
  /** Of a TH: which cells it heads. */
  readonly scope?: 'Row' | 'Column'
  readonly columnSpan?: number
  readonly rowSpan?: number
}

export type TagType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'

/** The one root of every paper. */
export const documentTag: Tag = Object.freeze({ type: 'Document', parent: null })

export const childTag = (
  parent: Tag,
  type: TagType,
  more: Pick<Tag, 'alternative' | 'scope' | 'columnSpan' | 'rowSpan'> = {},
): Tag => ({ type, parent, ...more })
