import type { Cell } from '../../cell/cell.ts'
import { stateCell } from '../../cell/construct.ts'
import { withCommas } from '../../cell/write.ts'
import type { Measure } from './measure.ts'

/** Fewer answers than this print whole percents, and no percents, and nothing (domain §5, worked case 7). */
export const decimalsFrom = 100
export const percentsFrom = 30
export const shownFrom = 10

/** How a share of answers may be said: the cell and measure to write, and its parts 「30/34」 where they belong. */
export interface SurveyShare {
  readonly cell: Cell
  readonly measure: Measure
  readonly parts: string | null
  readonly percent: boolean
}

/**
 * The share of a survey by its number of answers n: from 100 as any share, from 30 whole percents with
 * their parts, from 10 the parts alone, below nothing (－). Null for whatever is no such share.
 */
export function surveyShare(cell: Cell, measure: Measure): SurveyShare | null {
  if (measure.survey !== true || cell.state !== 'value' || cell.quantity.kind !== 'fraction') return null
  const { numerator, denominator } = cell.quantity
  if (denominator < shownFrom) {
    return {
      cell: stateCell('notApplicable', { parts: cell.parts, flags: cell.flags }),
      measure,
      parts: null,
      percent: false,
    }
  }
  const parts = `${withCommas(String(numerator))}/${withCommas(String(denominator))}`
  if (denominator < percentsFrom) return { cell, measure, parts, percent: false }
  if (denominator < decimalsFrom) {
    return { cell, measure: { ...measure, decimals: 0 }, parts, percent: true }
  }
  return { cell, measure, parts: null, percent: true }
}

/**
 * How two shares of a survey differ in points: whole ones where either has under 100 answers; null where
 * either is too small to be a percentage at all.
 */
export function surveyPoints(previous: Cell, current: Cell, measure: Measure): Measure | null {
  if (measure.survey !== true) return measure
  const shares = [previous, current].map((cell) => surveyShare(cell, measure))
  if (shares.some((share) => share !== null && !share.percent)) return null
  const decimals = Math.min(...shares.map((share) => share?.measure.decimals ?? measure.decimals))
  return { ...measure, decimals }
}
