import type { Month } from '../../time/day.ts'
import type { SheetRow } from '../book.ts'
import { cellAt, cellText } from '../cell-text.ts'
import { problem } from '../problems.ts'
import { readCount } from './read-counts.ts'
import type { SheetContext } from './sheet-context.ts'
import type { ReadTally, TallyLine } from './tally-cells.ts'

/** A line as it was staged. */
export interface StagedLine {
  readonly row: SheetRow
  readonly line: TallyLine
  readonly cells: readonly ReadTally[]
}

const additive: ReadonlySet<string> = new Set(['events', 'attendance', 'newPersons'])

/** 計 of a line is never stored: recomputed and compared (domain §2). Σ of 実人数 is no year's value. */
export function checkTotal({ layout, sink }: SheetContext, { row, line, cells }: StagedLine): void {
  const column = layout.columns.find(({ field, fate }) => field === 'total' && fate === 'taken')
  const written = column === undefined ? null : numberIn(row, column.column)
  if (column === undefined || written === null) return
  const counted = cells.reduce((sum, { count, month }) => sum + (month === null ? 0 : (count?.value ?? 0)), 0)
  const place = { sheet: layout.sheet.name, row: row.number, column: column.column }
  const { measure } = line.definition
  if (measure === 'persons' && written === counted) {
    sink.findings.push(
      problem('personsSummed', place, column.head, String(written), { item: line.label, written }),
    )
  }
  if (additive.has(measure) && written !== counted) {
    sink.findings.push(
      problem('lineTotalDiffers', place, column.head, String(written), {
        item: line.label,
        written,
        counted,
      }),
    )
  }
}

/** 前月比 against the lines of the sheet: where it fits none of them, it contradicts. */
export function checkDerived(
  { layout, sink }: SheetContext,
  row: SheetRow,
  label: string,
  lines: readonly StagedLine[],
  columns: readonly number[],
): void {
  if (!/前月比|前月差|前月増減/.test(label.normalize('NFKC'))) return
  const written = columns.map((column) => signedIn(row, column))
  const fits = lines.some(({ cells }) =>
    cells.every(({ count }, index) => {
      const before = cells[index - 1]?.count?.value ?? null
      const now = count?.value ?? null
      const said = written[index] ?? null
      return index === 0 || said === null || before === null || now === null || now - before === said
    }),
  )
  if (fits) return
  const place = { sheet: layout.sheet.name, row: row.number, column: null }
  sink.findings.push(problem('derivedContradicts', place, '', label, { item: label }))
}

/** 実人数 ≤ 延べ件数 and 再掲 ≤ whole, month by month (domain §3; 点検 looks again after the import). */
export function checkBounds({ layout, sink }: SheetContext, lines: readonly StagedLine[]): void {
  const whole = new Map(
    lines
      .filter(({ line }) => Object.keys(line.keys).length === 0)
      .map((one) => [one.line.definition.code, one]),
  )
  const persons = whole.get('consultation.persons')
  const events = whole.get('consultation.events')
  if (persons !== undefined && events !== undefined) {
    for (const { month, column, over, under } of pairs(persons, events)) {
      const place = { sheet: layout.sheet.name, row: persons.row.number, column }
      sink.findings.push(
        problem('personsOverEvents', place, '', String(over), {
          month: Number(month.slice(5)),
          persons: over,
          events: under,
        }),
      )
    }
  }
  for (const part of whole.values()) {
    const all = whole.get(part.line.definition.partOf ?? '')
    if (all === undefined) continue
    for (const { month, column, over, under } of pairs(part, all)) {
      const place = { sheet: layout.sheet.name, row: part.row.number, column }
      sink.findings.push(
        problem('partOverWhole', place, '', String(over), {
          month: Number(month.slice(5)),
          item: part.line.label,
          part: over,
          whole: under,
        }),
      )
    }
  }
}

function pairs(
  one: StagedLine,
  other: StagedLine,
): readonly {
  readonly month: Month
  readonly column: number
  readonly over: number
  readonly under: number
}[] {
  return one.cells.flatMap(({ month, column, count }) => {
    const over = count?.value ?? null
    const under = other.cells.find((cell) => cell.month === month)?.count?.value ?? null
    return month !== null && over !== null && under !== null && over > under
      ? [{ month, column, over, under }]
      : []
  })
}

function numberIn(row: SheetRow, column: number): number | null {
  const cell = cellAt(row, column)
  if (cell === null) return null
  if (cell.kind === 'number') return cell.value
  const found = readCount(cellText(cell), '', {})
  return found.ok ? found.value.value : null
}

/** 「△8」 is −8 here. */
function signedIn(row: SheetRow, column: number): number | null {
  const text = cellText(cellAt(row, column)).normalize('NFKC').replace(/\s/g, '')
  const found = /^([△▲−-])?(\d{1,9})/.exec(text)
  return found === null ? null : Number(found[2]) * (found[1] === undefined ? 1 : -1)
}
