import type { Cell } from '../../cell/cell.ts'
import { fractionCell, stateCell } from '../../cell/construct.ts'
import { roundFraction } from '../../cell/round.ts'
import { inheritedFlags } from '../../statistics/algebra.ts'

/**
 * 構成比: part ÷ total. Both come from one query and so rest on the same months; while some are missing
 * (the year under way) the share is that of the months there are, as provisional as its parts. Of other
 * months, without two whole numbers, or of nothing, there is no share: －.
 */
export function shareOf(part: Cell, total: Cell): Cell {
  const [top, bottom] = [countOf(part), countOf(total)]
  const sameMonths =
    part.parts.reported === total.parts.reported && part.parts.expected === total.parts.expected
  return top === null || bottom === null || bottom === 0 || !sameMonths
    ? stateCell('notApplicable')
    : fractionCell(top, bottom, { parts: total.parts, flags: inheritedFlags([part, total]) })
}

const countOf = (cell: Cell): number | null =>
  cell.state === 'value' && cell.quantity.kind === 'integer' ? cell.quantity.integer : null

/** Whether the printed shares (one decimal) fail to add up to 100.0; then a note must say so (documents §3). */
export function sharesNeedNote(shares: readonly Cell[]): boolean {
  const tenths = shares.flatMap((share) =>
    share.state === 'value' && share.quantity.kind === 'fraction'
      ? [roundFraction(BigInt(share.quantity.numerator) * 100n, share.quantity.denominator, 1)]
      : [],
  )
  return tenths.length > 0 && tenths.reduce((sum, tenth) => sum + tenth, 0n) !== 1000n
}
