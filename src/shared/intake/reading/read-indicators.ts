import type { FiscalYear } from '../../time/day.ts'
import type { SheetRow } from '../book.ts'
import { cellAt, cellText, isDitto, quoted } from '../cell-text.ts'
import { natureOf } from '../layout/row-nature.ts'
import type { LayoutColumn } from '../layout/sheet-layout.ts'
import { problem } from '../problems.ts'
import type { BookPlace, IndicatorCell, Reading, RowProblem, StagedIndicator } from '../staged.ts'
import { fiscalYearNamed } from '../time-words.ts'
import { readIndicatorCell } from './indicator-cells.ts'
import type { SheetContext } from './sheet-context.ts'

const kinds: readonly (readonly [RegExp, StagedIndicator['indicatorKind']])[] = [
  [/段階|工程|進捗/, 'ladder'],
  [/アンケート|調査|意識/, 'survey'],
  [/成果|アウトカム|結果/, 'outcome'],
  [/活動|アウトプット|実施/, 'activity'],
]

const directions: readonly (readonly [RegExp, NonNullable<StagedIndicator['direction']>])[] = [
  [/以上/, 'atLeast'],
  [/以下/, 'atMost'],
  [/維持|横ばい|現状/, 'keep'],
  [/^(?:増|増加|上昇|向上|↑|↗|\+)/, 'rise'],
  [/^(?:減|減少|低下|抑制|↓|↘|-)/, 'fall'],
]

/** The plan's table of indicators (指標管理表): a row an indicator, its years beside it (domain §5). */
export function readIndicators(context: SheetContext): void {
  const { layout, sink, body } = context
  const above = { goal: '', measure: '' }
  for (const row of body) {
    const place: BookPlace = { sheet: layout.sheet.name, row: row.number, column: null }
    const text = textReader(layout.columns, row)
    above.goal = text('goal') || above.goal
    above.measure = text('measure') || above.measure
    const nature = natureOf(row, layout)
    const name = text('name')
    if (nature !== null || name === '') {
      sink.ignore(place, nature ?? 'note')
      continue
    }
    readIndicator(context, row, place, { goalMark: above.goal, measure: above.measure, name })
  }
}

type Named = Pick<StagedIndicator, 'goalMark' | 'measure' | 'name'>

function readIndicator(context: SheetContext, row: SheetRow, place: BookPlace, named: Named): void {
  const { layout, sink } = context
  const text = textReader(layout.columns, row)
  const indicatorKind = kindOf(text('kind'), context, row)
  const readings: Reading[] = []
  const warnings: RowProblem[] = []
  let refusal: RowProblem | null = null
  const cellOf = (column: LayoutColumn): IndicatorCell => {
    const at = { ...place, column: column.column }
    const written = cellText(cellAt(row, column.column))
    const found = readIndicatorCell(
      cellAt(row, column.column),
      indicatorKind === 'ladder',
      context.profile.answers,
    )
    if (found.asks !== null) sink.ask(found.asks, at, written)
    if (!found.ok) {
      refusal ??= problem(found.code, at, column.head, written, found.parameters)
      return { kind: 'none', reason: 'blank' }
    }
    if (found.shown !== null)
      readings.push({ place: at, field: column.field, text: quoted(written), ...found.shown })
    for (const each of found.doubts)
      warnings.push(problem(each.code, at, column.head, written, each.parameters))
    return found.value
  }
  const years = (field: string): StagedIndicator['targets'] =>
    taken(layout.columns, field)
      .map((column) => ({ fiscalYear: Number(column.code), cell: cellOf(column) }))
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear)
  const baseline = baselineOf(context, row, cellOf)
  const record: StagedIndicator = {
    kind: 'indicator',
    ...named,
    indicatorKind,
    unit: text('unit').replace('%', '％'),
    direction: directionOf(text('direction')),
    baselineYear: baseline.fiscalYear,
    baseline: baseline.cell,
    targets: years('target'),
    actuals: years('actual'),
  }
  if (refusal !== null) sink.refuse(place, refusal)
  else sink.rows.push({ outcome: 'record', place, record, readings, warnings })
}

const taken = (columns: readonly LayoutColumn[], field: string): readonly LayoutColumn[] =>
  columns.filter((column) => column.fate === 'taken' && column.field === field)

const textReader =
  (columns: readonly LayoutColumn[], row: SheetRow) =>
  (field: string): string => {
    const column = taken(columns, field)[0]
    const text = column === undefined ? '' : cellText(cellAt(row, column.column)).replace(/\s+/g, ' ').trim()
    return isDitto(text) ? '' : text.slice(0, 200)
  }

/** By 区分, else by what stands in the places of figures: words are stages. */
function kindOf(written: string, { layout }: SheetContext, row: SheetRow): StagedIndicator['indicatorKind'] {
  const told = kinds.find(([pattern]) => pattern.test(written.normalize('NFKC')))
  if (told !== undefined) return told[1]
  const figures = [...taken(layout.columns, 'target'), ...taken(layout.columns, 'baseline')]
  const texts = figures.map(({ column }) => cellText(cellAt(row, column))).filter((text) => text !== '')
  return texts.length > 0 && texts.every((text) => !/[\d０-９]/.test(text)) ? 'ladder' : 'outcome'
}

const directionOf = (written: string): StagedIndicator['direction'] =>
  directions.find(([pattern]) => pattern.test(written.normalize('NFKC').trim()))?.[1] ?? null

/** 基準年度 and 基準値, or one column 「R5基準値」. */
function baselineOf(
  { layout }: SheetContext,
  row: SheetRow,
  cellOf: (column: LayoutColumn) => IndicatorCell,
): { readonly fiscalYear: FiscalYear | null; readonly cell: IndicatorCell } {
  const ofYear = taken(layout.columns, 'baselineOf')[0]
  const plain = taken(layout.columns, 'baseline')[0]
  const year = taken(layout.columns, 'baselineYear')[0]
  const column = plain ?? ofYear
  const told = year === undefined ? null : fiscalYearNamed(cellText(cellAt(row, year.column)))
  return {
    fiscalYear: told ?? (ofYear === undefined ? null : Number(ofYear.code)),
    cell: column === undefined ? { kind: 'none', reason: 'blank' } : cellOf(column),
  }
}
