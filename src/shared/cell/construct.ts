import type { Cell, CellFlag, Parts, StateCell, ValueCell } from './cell.ts'

export interface CellExtras {
  /** Default 1 of 1: complete. */
  readonly parts?: Parts
  readonly flags?: readonly CellFlag[]
}

export const completeParts: Parts = { reported: 1, expected: 1 }

function requireInteger(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  return value === 0 ? 0 : value
}

const extrasOf = (extras: CellExtras): { readonly parts: Parts; readonly flags: readonly CellFlag[] } => ({
  parts: extras.parts ?? completeParts,
  flags: extras.flags ?? [],
})

/** A count. Throws RangeError for anything that is no whole number (NaN, 0.5, 1e21). */
export function integerCell(integer: number, extras: CellExtras = {}): ValueCell {
  return {
    state: 'value',
    quantity: { kind: 'integer', integer: requireInteger(integer) },
    ...extrasOf(extras),
  }
}

/**
 * An exact fraction; the parts are kept as given (「30/34」), the sign stands in the numerator.
 * Throws RangeError for parts that are no whole numbers and for a zero denominator (see `quotientCell`).
 */
export function fractionCell(numerator: number, denominator: number, extras: CellExtras = {}): ValueCell {
  requireInteger(numerator)
  requireInteger(denominator)
  if (denominator === 0) throw new RangeError('denominator is zero')
  const sign = denominator < 0 ? -1 : 1
  return {
    state: 'value',
    quantity: {
      kind: 'fraction',
      numerator: requireInteger(numerator * sign),
      denominator: denominator * sign,
    },
    ...extrasOf(extras),
  }
}

/** Σnumerator ÷ Σdenominator; with a zero denominator the quotient cannot occur: `notApplicable`. */
export function quotientCell(numerator: number, denominator: number, extras: CellExtras = {}): Cell {
  return denominator === 0 ? stateCell('notApplicable', extras) : fractionCell(numerator, denominator, extras)
}

/** Bounds, both included; equal bounds are a plain integer. Throws RangeError when low is above high. */
export function rangeCell(low: number, high: number, extras: CellExtras = {}): ValueCell {
  requireInteger(low)
  requireInteger(high)
  if (low > high) throw new RangeError(`range reversed: ${low} > ${high}`)
  if (low === high) return integerCell(low, extras)
  return {
    state: 'value',
    quantity: { kind: 'range', low: requireInteger(low), high: requireInteger(high) },
    ...extrasOf(extras),
  }
}

export function stateCell(state: StateCell['state'], extras: CellExtras = {}): StateCell {
  return { state, ...extrasOf(extras) }
}

/** Whether all expected reports stand behind the cell. */
export function isComplete(cell: Cell): boolean {
  return cell.parts.reported >= cell.parts.expected
}
