import { collectionMarkName, isCollectionMark } from '../../../shared/intake/collection-mark.ts'
import { limits } from '../limits.ts'
import { tooLarge } from '../refuse.ts'
import { isTrue, prefixed, readXml } from '../xml/read-xml.ts'
import type { ZipEntry } from '../zip/archive.ts'
import type { Budget } from '../zip/inflate.ts'

export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  /** Of the relationship that names its part. */
  readonly relationship: string
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[]
  readonly date1904: boolean
  /** The writer asks for all formulas to be computed again: its cached values are worth nothing (XlsxWriter writes 0). */
  readonly recompute: boolean
  readonly mark: string | null
}

/** Reads `workbook.xml`: the sheets in their order, the date system, the mark of a collection book. */
export function readWorkbook(entry: ZipEntry, budget: Budget): Workbook {
  const sheets: SheetEntry[] = []
  let date1904 = false
  let recompute = false
  let mark: string | null = null
  let constant: string | null = null
  readXml(entry, budget, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904)
      if (name === 'calcPr') recompute = isTrue(attributes.fullCalcOnLoad)
      if (name === 'definedName' && attributes.name === collectionMarkName) constant = ''
      if (name !== 'sheet') return
      if (sheets.length >= limits.sheets) throw tooLarge('sheets', limits.sheets)
      const state = attributes.state ?? 'visible'
      const relationship = prefixed(attributes, 'id') ?? ''
      sheets.push({ name: attributes.name ?? '', hidden: state !== 'visible', relationship })
    },
    text(text) {
      if (constant !== null) constant += text
    },
    close(name) {
      if (name !== 'definedName' || constant === null) return
      const bare = constant.replace(/^"(.*)"$/s, '$1')
      if (isCollectionMark(bare)) mark = bare
      constant = null
    },
  })
  return { sheets, date1904, recompute, mark }
}
