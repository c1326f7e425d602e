import { leastChance } from '../../../src/shared/checks/copied-years.ts'
import { logCount } from '../../../src/shared/checks/count-likelihood.ts'
import { thresholds } from '../../../src/shared/checks/slips.ts'
import { judgeSlip, logByChance } from '../../../src/shared/checks/typing-slips.ts'
import type { ErrorKind } from './errors.ts'
import type { SeededCell } from './ledgers.ts'

/**
 * Whether the same likelihoods and thresholds find it when the true mean and scatter of each cell are known.
 * `cells` as they stand after the mistake.
 */
export function oracleFinds(kind: ErrorKind | 'slip', cells: readonly SeededCell[]): boolean {
  const [first, second] = cells
  if (first === undefined) return false
  switch (kind) {
    case 'signFlip':
      return (first.row.value ?? 0) < 0
    case 'copiedMonths':
    case 'copiedYear':
      return (
        cells.reduce((log, cell) => log + logCount(cell.row.value ?? 0, cell.mean, varianceOf(cell)), 0) <=
        leastChance
      )
    case 'swappedMonths':
    case 'swappedItems': {
      if (second === undefined) return false
      const of = (value: SeededCell, mean: SeededCell): number =>
        logByChance(value.row.value ?? 0, mean.mean, varianceOf(mean))
      const log = of(second, first) + of(first, second) - of(first, first) - of(second, second)
      return log > thresholds.swap || cells.some(slipFound)
    }
    default:
      return slipFound(first)
  }
}

const varianceOf = ({ mean, dispersion }: SeededCell): number => mean * dispersion

function slipFound(cell: SeededCell): boolean {
  const judged = judgeSlip(cell.row.value ?? 0, cell.mean, varianceOf(cell))
  return judged !== null && judged.log > thresholds.slip
}
