import type { Month } from '../../time/day.ts'
import type { SheetRow } from '../book.ts'
import { cellText } from '../cell-text.ts'
import { problem } from '../problems.ts'
import type { BookPlace, RowProblem } from '../staged.ts'
import type { SheetContext } from './sheet-context.ts'

/** A warning where a day lies outside the months that its sheet names; null: nothing to say. */
export function checkMonth(
  { months }: SheetContext,
  month: Month,
  place: BookPlace,
  head: string,
): RowProblem | null {
  const [from] = months
  if (from === undefined || months.includes(month)) return null
  return problem('outsideMonth', place, head, month, { from, to: months.at(-1) ?? from })
}

/** 「計　41件」 below a register against the rows above it, refused ones counted. */
export function checkRowTotal({ layout, sink }: SheetContext, row: SheetRow, counted: number): void {
  for (const [place, cell] of row.cells.entries()) {
    if (place === 0 && cell?.kind !== 'number') continue
    const found = /^(?:計|合計)?(\d{1,6})件?$/.exec(cellText(cell).normalize('NFKC').replace(/[\s,]/g, ''))
    if (found === null || cell?.kind === 'day') continue
    const written = Number(found[1])
    if (written !== counted) {
      const at = { sheet: layout.sheet.name, row: row.number, column: place + 1 }
      sink.findings.push(problem('sheetTotalDiffers', at, '', cellText(cell), { written, counted }))
    }
    return
  }
}

/** A finding where the sheet is named by one month and most of its days lie in another. */
export function needMonth({ layout, sink, months }: SheetContext): void {
  if (months.length === 0) return
  const counts = new Map<Month, number>()
  let all = 0
  for (let index = sink.rows.length - 1; index >= 0; index -= 1) {
    const row = sink.rows[index]
    if (row === undefined || row.place.sheet !== layout.sheet.name) break
    if (row.outcome !== 'record' || !('month' in row.record) || row.record.month === null) continue
    counts.set(row.record.month, (counts.get(row.record.month) ?? 0) + 1)
    all += 1
  }
  const outside = [...counts].filter(([month]) => !months.includes(month)).toSorted((a, b) => b[1] - a[1])[0]
  if (outside === undefined || outside[1] * 2 <= all) return
  const place = { sheet: layout.sheet.name, row: layout.head.rows[0] ?? 1, column: null }
  sink.findings.push(
    problem('monthContradicts', place, '', layout.sheet.name, {
      stated: months[0] ?? '',
      counted: outside[0],
    }),
  )
}
