import type { Cell, Quantity } from '../../cell/cell.ts'
import { fractionCell, integerCell, isComplete, stateCell } from '../../cell/construct.ts'
import { growthWords } from '../../words/papers.ts'
import type { TableCell } from '../model.ts'
import { numberCell } from './cells.ts'
import { type Measure, percentMeasure } from './measure.ts'

/** Under this base no rate is printed (documents §3). */
export const smallestBase = 10

/**
 * 差 and 率 of two comparable cells (documents §3): from 0 皆増, to 0 皆減, no rate on a base under 10,
 * quotients differ in ポイント and have no rate. Without two complete numbers there is nothing to compare: －.
 */
export function growthCells(
  previous: Cell,
  current: Cell,
  measure: Measure,
): readonly [difference: TableCell, rate: TableCell] {
  const points = differenceOfQuotients(previous, current)
  if (points !== null) return [numberCell(points, measure), noneCell]
  const before = wholeNumber(previous)
  const now = wholeNumber(current)
  if (before === null || now === null) return [noneCell, noneCell]
  return [numberCell(integerCell(now - before), measure), rateCell(before, now)]
}

function rateCell(before: number, now: number): TableCell {
  if (before === 0 && now === 0) return noneCell
  if (before === 0) return wordCell(growthWords.allNew)
  if (now === 0) return wordCell(growthWords.allGone)
  if (before < smallestBase) return noneCell
  return numberCell(fractionCell(now - before, before), percentMeasure)
}

/** Exact difference of two complete fractions; whoever prints it multiplies by `per` (ポイント for percent). */
function differenceOfQuotients(previous: Cell, current: Cell): Cell | null {
  const [before, now] = [fractionOf(previous), fractionOf(current)]
  if (before === null || now === null) return null
  const top = now.numerator * before.denominator - before.numerator * now.denominator
  const bottom = now.denominator * before.denominator
  return Number.isSafeInteger(top) && Number.isSafeInteger(bottom) ? fractionCell(top, bottom) : null
}

const fractionOf = (cell: Cell): Extract<Quantity, { kind: 'fraction' }> | null =>
  cell.state === 'value' && cell.quantity.kind === 'fraction' && isComplete(cell) ? cell.quantity : null

const noneCell: TableCell = numberCell(stateCell('notApplicable'), percentMeasure)

const wordCell = (display: string): TableCell => ({
  kind: 'number',
  cell: stateCell('notApplicable'),
  display,
  raw: null,
  decimals: 0,
  unit: '',
  provisional: false,
  bold: false,
})

/** The count of a complete cell, or null: nothing else may be compared. */
export const wholeNumber = (cell: Cell): number | null =>
  cell.state === 'value' && cell.quantity.kind === 'integer' && isComplete(cell)
    ? cell.quantity.integer
    : null
