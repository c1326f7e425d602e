import type { Cell } from '../../cell/cell.ts'
import { fractionCell, stateCell } from '../../cell/construct.ts'
import { roundFraction } from '../../cell/round.ts'
import { wholeNumber } from './growth.ts'

/** 構成比: part ÷ total. Without two complete whole numbers, or of nothing, there is no share: －. */
export function shareOf(part: Cell, total: Cell): Cell {
  const [top, bottom] = [wholeNumber(part), wholeNumber(total)]
  return top === null || bottom === null || bottom === 0
    ? stateCell('notApplicable')
    : fractionCell(top, bottom)
}

/** Whether the printed shares (one decimal) fail to add up to 100.0; then a note must say so (documents §3). */
export function sharesNeedNote(shares: readonly Cell[]): boolean {
  const tenths = shares.flatMap((share) =>
    share.state === 'value' && share.quantity.kind === 'fraction'
      ? [roundFraction(BigInt(share.quantity.numerator) * 100n, share.quantity.denominator, 1)]
      : [],
  )
  return tenths.length > 0 && tenths.reduce((sum, tenth) => sum + tenth, 0n) !== 1000n
}
