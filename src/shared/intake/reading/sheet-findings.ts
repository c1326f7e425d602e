import { problem } from '../problems.ts'
import type { SheetContext } from './sheet-context.ts'

/** What is to be known of a sheet as a whole before its rows: hidden rows and columns, columns that nobody takes. */
export function sheetFindings({ layout, sink }: SheetContext): void {
  const { sheet, columns, head } = layout
  const headRow = head.rows.at(-1) ?? 1
  const place = (column: number | null): { sheet: string; row: number; column: number | null } => ({
    sheet: sheet.name,
    row: headRow,
    column,
  })
  const hiddenRows = sheet.rows.slice(head.bodyFrom).filter(({ hidden }) => hidden)
  const [firstHidden] = hiddenRows
  if (firstHidden !== undefined) {
    const at = { sheet: sheet.name, row: firstHidden.number, column: null }
    sink.findings.push(problem('hiddenRows', at, '', '', { count: hiddenRows.length }))
  }
  const hidden = columns.filter(
    ({ column, fate }) => fate === 'taken' && sheet.hiddenColumns.includes(column),
  )
  const [first] = hidden
  if (first !== undefined) {
    const heads = hidden.map((column) => column.head).join('、')
    sink.findings.push(
      problem('hiddenColumns', place(first.column), first.head, '', { count: hidden.length, heads }),
    )
  }
  if (sheet.hidden) sink.findings.push(problem('hiddenSheet', place(null), '', sheet.name))
  for (const column of columns) {
    if (column.fate === 'taken' || column.fate === 'dropped') continue
    const code = column.fate === 'twice' ? 'columnTwice' : 'columnNotUsed'
    sink.findings.push(problem(code, place(column.column), column.head, ''))
  }
  const hasCase = columns.some(({ field, fate }) => field === 'caseCode' && fate === 'taken')
  if (layout.kind === 'consultations' && !hasCase)
    sink.findings.push(problem('noCaseColumn', place(null), '', ''))
}
