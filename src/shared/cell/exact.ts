import type { Quantity } from './cell.ts'

/** An exact number while it is being read: numerator over a positive denominator. */
export interface Exact {
  readonly top: bigint
  readonly bottom: bigint
}

export const exactOf = (top: bigint, bottom = 1n): Exact => ({ top, bottom })

export const multiply = (left: Exact, factor: bigint): Exact => exactOf(left.top * factor, left.bottom)

export const divide = (left: Exact, divisor: bigint): Exact => exactOf(left.top, left.bottom * divisor)

export const add = (left: Exact, right: Exact): Exact =>
  exactOf(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom)

export const lessThan = (left: Exact, right: Exact): boolean =>
  left.top * right.bottom < right.top * left.bottom

/** `12`, `12.50`, `.5` (digits checked by the caller) → exactly that. */
export function exactFromDigits(digits: string): Exact {
  const [whole = '', decimals = ''] = digits.split('.')
  return exactOf(BigInt(`${whole}${decimals}` || '0'), 10n ** BigInt(decimals.length))
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

const limit = BigInt(Number.MAX_SAFE_INTEGER)

/** In lowest terms; an integer where it is one. Null when a part is too large to be held exactly. */
export function toQuantity(exact: Exact): Quantity | null {
  const divisor = greatestCommonDivisor(exact.top, exact.bottom)
  const top = exact.top / divisor
  const bottom = exact.bottom / divisor
  if (top > limit || top < -limit || bottom > limit) return null
  return bottom === 1n
    ? { kind: 'integer', integer: Number(top) }
    : { kind: 'fraction', numerator: Number(top), denominator: Number(bottom) }
}
