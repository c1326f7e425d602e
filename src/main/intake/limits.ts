/**
 * What a file that comes in may cost (trust, "Files coming in are hostile"). They hold while reading: a file
 * that goes beyond one is left in the middle, whatever its own headers say about its size.
 */
export const limits = {
  /** Of the file itself. */
  fileBytes: 100 * 1024 * 1024,
  csvBytes: 40 * 1024 * 1024,
  zipEntries: 20_000,
  /** Inflated bytes of all parts that are read. */
  bookBytes: 160 * 1024 * 1024,
  /** Inflated : packed, looked at from `ratioFrom` inflated bytes on; true sheets of empty cells reach some 150. */
  ratio: 400,
  ratioFrom: 16 * 1024 * 1024,
  /** Characters between two tags: a cell of Excel holds 32,767. */
  textBetweenTags: 4 * 1024 * 1024,
  elementDepth: 200,
  sheets: 1_000,
  /** Places of a row right of this are left out with a finding. */
  columns: 1_024,
  /** Places of all rows together, holes included, and cells that hold something. */
  places: 5_000_000,
  cells: 2_000_000,
  merges: 200_000,
  styles: 100_000,
  sharedStrings: 2_000_000,
  /** Characters of one cell in Excel. */
  cellText: 32_767,
  /** Comments in an annotated copy; cells beyond get their colour only. Excel slows down with more. */
  comments: 5_000,
  /** Cells looked at while formulas without a value are computed. */
  formulaSteps: 5_000_000,
} as const
