import type { SheetRow } from '../book.ts'
import { cellText, isBlankCell } from '../cell-text.ts'
import { fold } from '../fold.ts'
import type { IgnoredRow } from '../staged.ts'
import type { SheetLayout } from './sheet-layout.ts'

const totalWord =
  /^(?:(?:\d{1,2}月|年度?|年間|月|第?[1-4]四半期|上半期|下半期|当月|今月|総|合|小|累|延べ?)*計|総数|計(?:\d+件|\d+人)?|合計数)$/
const noteStart = /^[\s　]*(?:※|＊|\*|注[\s　]*[)）\d０-９:：]|[(（]注|（備考）|備考[:：]|以上[\s　。]*$)/

/** Why a row of the body is no record, or null when it is one. */
export function natureOf(row: SheetRow, layout: SheetLayout): IgnoredRow['reason'] | null {
  let filled = 0
  let filledTaken = 0
  let first = ''
  let firstColumn = 0
  for (let place = 0; place < row.cells.length; place += 1) {
    const cell = row.cells[place]
    if (isBlankCell(cell)) continue
    filled += 1
    if (filled === 1) {
      first = cellText(cell)
      firstColumn = place + 1
    }
    if (filled <= 3 && isTaken(layout, place + 1)) filledTaken += 1
  }
  if (filled === 0) return 'empty'
  if (first !== '' && first.length <= 20 && totalWord.test(fold(first))) return 'total'
  if (noteStart.test(first)) return 'note'
  if (filled === 1) {
    const field = fieldAt(layout, firstColumn)
    // A prepared line: only its number, or its month, stands there.
    if (field === 'number' || field === 'month' || field === 'weekday') return 'empty'
    if (filledTaken === 0 || first.length > 25) return 'note'
  }
  return isHeadAgain(row, layout) ? 'head' : null
}

const takenByLayout = new WeakMap<SheetLayout, ReadonlyMap<number, string>>()

function fieldAt(layout: SheetLayout, column: number): string | null {
  let fields = takenByLayout.get(layout)
  if (fields === undefined) {
    fields = new Map(
      layout.columns.filter(({ fate }) => fate === 'taken').map(({ column: place, field }) => [place, field]),
    )
    takenByLayout.set(layout, fields)
  }
  return fields.get(column) ?? null
}

const isTaken = (layout: SheetLayout, column: number): boolean => fieldAt(layout, column) !== null

/** A head printed again on the next page. */
function isHeadAgain(row: SheetRow, layout: SheetLayout): boolean {
  let same = 0
  for (const { column, head } of layout.columns) {
    const cell = row.cells[column - 1]
    if (cell?.kind !== 'text') continue
    if (cell.text.length > 60 || cell.text.replace(/\s+/g, '') !== head) return false
    same += 1
    if (same >= 3) return true
  }
  return same >= 2
}
