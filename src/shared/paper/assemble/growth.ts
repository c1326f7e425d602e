import type { Cell } from '../../cell/cell.ts'
import { fractionCell, integerCell, stateCell } from '../../cell/construct.ts'
import type { Comparison } from '../../statistics/comparisons.ts'
import { growthWords } from '../../words/papers.ts'
import type { TableCell } from '../model.ts'
import { numberCell } from './cells.ts'
import { type Measure, percentMeasure } from './measure.ts'
import { surveyPoints } from './survey-share.ts'

/**
 * 差 and 率 as printed (documents §3) of what the statistics say about two cells: 皆増 and 皆減 as words,
 * quotients in ポイント without a rate, a break hatched with its mark, and － where nothing can be compared.
 * `mark` is that of the break's note.
 */
export function growthCells(
  comparison: Comparison,
  measure: Measure,
  mark = '',
): readonly [difference: TableCell, rate: TableCell] {
  switch (comparison.kind) {
    case 'broken':
      return [
        { kind: 'broken', text: mark },
        { kind: 'broken', text: '' },
      ]
    case 'refused':
      return [noneCell, noneCell]
    case 'fromNothing':
      return [count(comparison.difference, measure), wordCell(growthWords.allNew)]
    case 'toNothing':
      return [count(comparison.difference, measure), wordCell(growthWords.allGone)]
    case 'points':
      return [pointsCell(comparison.numerator, comparison.denominator, measure), noneCell]
    case 'change': {
      const { difference, rate } = comparison
      const shown = rate === null ? noneCell : quotient(rate.numerator, rate.denominator, percentMeasure)
      return [count(difference, measure), shown]
    }
  }
}

/** As {@link growthCells}; two shares of a survey differ only as far as their numbers of answers allow. */
export function growthOf(
  comparison: Comparison,
  cells: { readonly previous: Cell; readonly current: Cell },
  measure: Measure,
  mark = '',
): readonly [difference: TableCell, rate: TableCell] {
  const points = surveyPoints(cells.previous, cells.current, measure)
  return points === null && comparison.kind === 'points'
    ? [noneCell, noneCell]
    : growthCells(comparison, { ...(points ?? measure), survey: false }, mark)
}

/** Whether a rate was left out because its base is under 10: then a note must say so. */
export const leftOutForBase = (comparison: Comparison): boolean =>
  comparison.kind === 'change' && comparison.rate === null

const count = (difference: number, measure: Measure): TableCell =>
  numberCell(integerCell(difference), { ...measure, provisional: 'never' })

const quotient = (numerator: number, denominator: number, measure: Measure): TableCell =>
  numberCell(fractionCell(numerator, denominator), { ...measure, provisional: 'never' })

/** Parts of millions multiply past what a number holds exactly: rather － than a guess. */
const pointsCell = (numerator: number, denominator: number, measure: Measure): TableCell =>
  Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)
    ? quotient(numerator, denominator, measure)
    : noneCell

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
