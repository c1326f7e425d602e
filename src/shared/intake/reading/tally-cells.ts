import type { StatisticDefinition } from '../../statistics/definition.ts'
import type { Month } from '../../time/day.ts'
import type { SheetRow } from '../book.ts'
import { cellAt, cellText, isDitto, quoted } from '../cell-text.ts'
import type { LayoutColumn } from '../layout/sheet-layout.ts'
import { doubt, problem } from '../problems.ts'
import type { BookPlace, Reading, StagedTally } from '../staged.ts'
import { type Count, numberCount, readCount } from './read-counts.ts'
import type { SheetContext } from './sheet-context.ts'
import { refusedText, type Taken } from './taken.ts'

/** A line of a report: what it counts and, for 内訳, cut by which codes. */
export interface TallyLine {
  readonly definition: StatisticDefinition
  readonly keys: Readonly<Record<string, string>>
  readonly label: string
  /** As the book writes it: 「千円」; '' where it does not. */
  readonly unit: string
}

/** A count as it was read, for comparing it with its 計. */
export interface ReadTally {
  readonly month: Month | null
  readonly column: number
  readonly count: Count | null
}

/** Stages one cell of counts; an empty one says nothing. Null: empty or refused. */
export function stageCell(
  context: SheetContext,
  row: SheetRow,
  column: Pick<LayoutColumn, 'column' | 'head'>,
  line: TallyLine,
  month: Month | null,
): Count | null {
  const { sink, layout, profile, party, fiscalYear } = context
  const place: BookPlace = { sheet: layout.sheet.name, row: row.number, column: column.column }
  const text = cellText(cellAt(row, column.column))
  const found = readCell(context, row, column.column, line)
  if (found === null) return null
  if (found.asks !== null) sink.ask(found.asks, place, text)
  const unitUnknown = line.definition.unit === '千円' && line.unit === ''
  if (unitUnknown) sink.ask('money', place, text)
  if (!found.ok) {
    sink.refuse(
      place,
      problem(found.code, place, column.head, text, { ...found.parameters, item: line.label }),
    )
    return null
  }
  if (party === null) {
    sink.refuse(place, problem('partyUnknown', place, column.head, ''))
    return null
  }
  const { definition, keys } = line
  const { state, value, flags } = found.value
  const record: StagedTally = {
    kind: 'tally',
    party,
    form: definition.form,
    month,
    fiscalYear,
    statistic: definition.code,
    keys,
    state,
    value,
    flags,
  }
  const readings: Reading[] =
    found.shown === null
      ? []
      : [{ place, field: definition.code, text: quoted(text), as: found.shown.as, took: found.shown.took }]
  const assumed = unitUnknown && profile.answers.money === undefined ? [doubt('moneyAssumed')] : []
  const warnings = [...found.doubts, ...assumed].map((each) =>
    problem(each.code, place, column.head, text, { ...each.parameters, item: line.label }),
  )
  sink.rows.push({ outcome: 'record', place, record, readings, warnings })
  return found.value
}

function readCell(
  { profile }: SheetContext,
  row: SheetRow,
  column: number,
  line: TallyLine,
): Taken<Count> | null {
  const cell = cellAt(row, column)
  if (cell === null || cellText(cell).trim() === '') {
    return cell?.kind === 'formula' ? refusedText('formulaWithoutValue') : null
  }
  if (cell.kind === 'error') return refusedText('errorCell')
  const text = cellText(cell)
  if (isDitto(text)) return refusedText('dittoWithoutAbove')
  const unit = placeUnit(line, profile.answers.money)
  const found =
    cell.kind === 'number' ? numberCount(cell.value, unit) : readCount(text, unit, profile.answers)
  return line.definition.unit === '千円' && unit === '円' ? inThousands(found) : found
}

/** Amounts of a book in 円 are stored in 千円. */
function placeUnit(line: TallyLine, answer: 'yen' | 'thousandYen' | undefined): string {
  const { unit } = line.definition
  if (unit !== '千円') return unit.normalize('NFKC')
  if (line.unit === '円' || (line.unit === '' && answer === 'yen')) return '円'
  return unit
}

function inThousands(found: Taken<Count>): Taken<Count> {
  if (!found.ok || found.value.value === null) return found
  return { ...found, value: { ...found.value, value: Math.round(found.value.value / 1_000) } }
}
