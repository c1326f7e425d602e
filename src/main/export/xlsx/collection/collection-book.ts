import ExcelJS from 'exceljs'
import { collectionMarkName } from '../../../../shared/intake/collection-mark.ts'
import { collectionWords } from '../../../../shared/words/collection.ts'
import { exportWords } from '../../../../shared/words/export.ts'
import { repack } from '../repack.ts'
import { SheetNames } from '../sheet-names.ts'
import type { CollectionBookInput } from './book-head.ts'
import { addGuideSheet } from './guide-sheet.ts'
import { addMarkSheet } from './lists.ts'
import { addRecordSheet } from './record-sheet.ts'
import { addTallySheet } from './tally-sheet.ts'

/**
 * A collection book as a workbook: instructions, the sheets to fill with drop-downs and protected heads, and
 * its identity three times: a hidden defined name, a very hidden sheet, hidden keys in each sheet. Equal input,
 * equal bytes.
 */
export async function renderCollectionBook({
  content,
  head,
  clock,
}: CollectionBookInput): Promise<Uint8Array<ArrayBuffer>> {
  const at = new Date(clock)
  const book = new ExcelJS.Workbook()
  // No person's name goes out with a file (trust §5).
  book.creator = exportWords.product
  book.lastModifiedBy = exportWords.product
  book.created = at
  book.modified = at
  // It opens on the first sheet that is to be filled.
  book.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 1, visibility: 'visible' },
  ]
  const names = new SheetNames()
  await addGuideSheet(book, names.take(collectionWords.sheets.guide), head)
  for (const sheet of content.sheets) {
    const name = names.take(sheet.name)
    if (sheet.kind === 'tally') await addTallySheet(book, name, sheet, head)
    else await addRecordSheet(book, name, sheet, content.columns[sheet.kind], head)
  }
  addMarkSheet(book, head.mark, content.lists)
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  return repack(bytes, at, { 'xl/workbook.xml': (xml) => withMark(xml, head.mark) })
}

/** The library knows names of ranges only: the name that holds the mark as a text is put in here. */
function withMark(xml: string, mark: string): string {
  const name = `<definedName name="${collectionMarkName}" hidden="1">"${mark}"</definedName>`
  if (!xml.includes('</definedNames>')) throw new Error('the workbook has no defined names')
  return xml.replace('</definedNames>', `${name}</definedNames>`)
}
