import type { StatisticDefinition } from '../../statistics/definition.ts'
import type { Month } from '../../time/day.ts'
import type { SheetRow } from '../book.ts'
import { cellAt, cellText, isBlankCell } from '../cell-text.ts'
import { natureOf } from '../layout/row-nature.ts'
import type { LayoutColumn } from '../layout/sheet-layout.ts'
import { problem } from '../problems.ts'
import { monthOfFiscalYear } from '../time-words.ts'
import { createMonthColumn } from './month-column.ts'
import type { SheetContext } from './sheet-context.ts'
import { type ReadTally, stageCell, type TallyLine } from './tally-cells.ts'
import { checkBounds, checkDerived, checkTotal, type StagedLine } from './tally-checks.ts'
import { readFootnote } from './tally-footnote.ts'
import { createLineReader } from './tally-lines.ts'

/** A monthly report of counts: items × months, months × items, or a sheet a month (domain §2, §3). */
export function readTally(context: SheetContext): void {
  const across = context.layout.columns.some(({ field, fate }) => field === 'cell' && fate === 'taken')
  const items = context.layout.columns.some(({ field, fate }) => field === 'item' && fate === 'taken')
  if (!across && !items && hasStatistics(context)) readMonthsDown(context)
  else readItemsDown(context)
}

const hasStatistics = ({ layout }: SheetContext): boolean =>
  layout.columns.some(({ field, fate }) => field === 'statistic' && fate === 'taken')

/** A line an item; a column a month, or one column for the month of the sheet. */
function readItemsDown(context: SheetContext): void {
  const { layout, sink, body } = context
  const cells = monthColumns(context)
  const labels = labelColumns(layout.columns, cells)
  const unit = layout.columns.find(({ field, fate }) => field === 'unit' && fate === 'taken')
  const lineOf = createLineReader(context.facts, context.profile)
  const lines: StagedLine[] = []
  const derived: { readonly row: SheetRow; readonly label: string }[] = []
  const seen = new Set<string>()
  for (const row of body) {
    const place = { sheet: layout.sheet.name, row: row.number, column: null }
    const note = readFootnote(context, row)
    if (note) continue
    const texts = labels.map((column) => cellText(cellAt(row, column)))
    const values = cells.filter(({ column }) => !isBlankCell(cellAt(row, column.column)))
    const nature = natureOf(row, layout)
    if (nature === 'note' || nature === 'empty' || nature === 'head') {
      sink.ignore(place, nature)
      continue
    }
    const found = lineOf(texts)
    const label = texts.join('').trim()
    if (found.kind === 'derived' || found.kind === 'total') {
      if (found.kind === 'derived') derived.push({ row, label })
      sink.ignore(place, found.kind)
    } else if (found.kind === 'unknown') {
      if (values.length === 0) sink.ignore(place, 'title')
      else {
        sink.unknown('statistic', label, { ...place, column: labels.at(-1) ?? null })
        sink.refuse(
          place,
          problem('unknownItem', { ...place, column: labels.at(-1) ?? null }, '', found.label),
        )
      }
    } else if (values.length === 0) {
      sink.ignore(place, 'empty')
    } else {
      const line: TallyLine = {
        ...found,
        label,
        unit: unit === undefined ? '' : cellText(cellAt(row, unit.column)).trim(),
      }
      const id = `${line.definition.code}|${JSON.stringify(line.keys)}`
      if (seen.has(id)) sink.findings.push(problem('duplicateItem', place, '', label, { item: label }))
      seen.add(id)
      lines.push({ row, line, cells: stageLine(context, row, line, cells) })
    }
  }
  for (const staged of lines) checkTotal(context, staged)
  for (const one of derived)
    checkDerived(
      context,
      one.row,
      one.label,
      lines,
      cells.map(({ column }) => column.column),
    )
  checkBounds(context, lines)
}

function stageLine(
  context: SheetContext,
  row: SheetRow,
  line: TallyLine,
  cells: readonly MonthColumn[],
): readonly ReadTally[] {
  return cells.map(({ column, month }) => ({
    month,
    column: column.column,
    count: stageCell(context, row, column, line, month),
  }))
}

interface MonthColumn {
  readonly column: LayoutColumn
  readonly month: Month | null
}

/** Columns of months by their heads, else the one column of a sheet that names its month, and the year's own column. */
function monthColumns({ layout, fiscalYear, months }: SheetContext): readonly MonthColumn[] {
  const taken = layout.columns.filter(({ fate }) => fate === 'taken')
  const across = taken
    .filter(({ field }) => field === 'cell')
    .map((column) => ({ column, month: monthOfFiscalYear(fiscalYear, Number(column.code)) }))
  const year = taken.filter(({ field }) => field === 'yearPersons').map((column) => ({ column, month: null }))
  if (across.length > 0) return [...across, ...year]
  const [month] = months
  const value = taken.find(({ field }) => field === 'value')
  return value === undefined || month === undefined || months.length > 1
    ? year
    : [{ column: value, month }, ...year]
}

/** The texts left of the figures: 大項目, 項目, 内訳. */
function labelColumns(columns: readonly LayoutColumn[], cells: readonly MonthColumn[]): readonly number[] {
  const first = Math.min(...cells.map(({ column }) => column.column), 1_000)
  const other = new Set(
    columns
      .filter(({ field }) => field === 'unit' || field === 'total' || field === 'remark' || field === 'cell')
      .map(({ column }) => column),
  )
  return Array.from({ length: Math.min(first - 1, 5) }, (_, index) => index + 1).filter(
    (column) => !other.has(column),
  )
}

/** A line a month; a column an item. */
function readMonthsDown(context: SheetContext): void {
  const { layout, sink, body, fiscalYear, facts } = context
  const monthOfRow = createMonthColumn(layout, fiscalYear)
  const monthColumn =
    layout.columns.find(({ field, fate }) => field === 'month' && fate === 'taken')?.column ?? 1
  const byCode = new Map<string, StatisticDefinition>(facts.statistics.map((one) => [one.code, one]))
  const columns = layout.columns.flatMap((column) => {
    const definition =
      column.fate === 'taken' && column.field === 'statistic' ? byCode.get(column.code ?? '') : undefined
    if (definition === undefined || definition.quotient !== null) return []
    return [{ column, line: { definition, keys: {}, label: column.head, unit: '' } satisfies TallyLine }]
  })
  for (const row of body) {
    const place = { sheet: layout.sheet.name, row: row.number, column: null }
    if (readFootnote(context, row)) continue
    const nature = natureOf(row, layout)
    const month = isBlankCell(cellAt(row, monthColumn)) ? null : monthOfRow(row)
    const values = columns.filter(({ column }) => !isBlankCell(cellAt(row, column.column)))
    if (nature !== null) sink.ignore(place, nature)
    else if (values.length === 0) sink.ignore(place, 'empty')
    else if (month === null)
      sink.refuse(
        place,
        problem('monthMissing', { ...place, column: monthColumn }, '', cellText(cellAt(row, monthColumn))),
      )
    else for (const { column, line } of values) stageCell(context, row, column, line, month)
  }
}
