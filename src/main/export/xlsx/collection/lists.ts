import type { Workbook } from 'exceljs'
import type { CollectionContent } from '../../../../shared/intake/collection/content.ts'
import { collectionMarkName } from '../../../../shared/intake/collection-mark.ts'
import { collectionWords } from '../../../../shared/words/collection.ts'
import { safeText } from '../cells.ts'
import { letters } from '../table-sheet.ts'
import { key } from './styles.ts'

/** Named range of the signs that may stand in a cell of counts. */
export const stateRange = 'fukushi_states'
/** Named range of a drop-down. */
export const listRange = (list: string): string => `fukushi_list_${list}`

/** The very hidden sheet: the mark in A1, and each drop-down in a column of its own under a defined name. */
export function addMarkSheet(book: Workbook, mark: string, lists: CollectionContent['lists']): void {
  const sheet = book.addWorksheet(collectionMarkName, { state: 'veryHidden' })
  key(sheet.getCell(1, 1), mark)
  const columns: readonly (readonly [string, readonly string[]])[] = [
    [stateRange, collectionWords.states],
    ...Object.entries(lists).map(
      ([name, items]) => [listRange(name), items.map(({ label }) => label)] as const,
    ),
  ]
  columns.forEach(([name, labels], index) => {
    const column = letters(index + 2)
    labels.forEach((label, row) => {
      sheet.getCell(row + 1, index + 2).value = safeLabel(label)
    })
    book.definedNames.add(
      `'${collectionMarkName}'!$${column}$1:$${column}$${Math.max(1, labels.length)}`,
      name,
    )
  })
  sheet.protect('', {})
}

/** The sign 「－」 is itself a choice, and no beginning of a formula. */
const safeLabel = (label: string): string => (label === '－' ? label : safeText(label))
