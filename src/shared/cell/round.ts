import type { Quantity } from './cell.ts'

/**
 * The one rounding of the whole tool: half away from zero, exact. Returns the number scaled by
 * 10^decimals: 23/80 in percent with one decimal is `roundFraction(2300, 80, 1)` = 288n, that is 28.8
 * (`toFixed` would say 28.7). Throws RangeError for a zero denominator and for parts that are no integers.
 */
export function roundFraction(
  numerator: number | bigint,
  denominator: number | bigint,
  decimals: number,
): bigint {
  let top = BigInt(numerator) * 10n ** BigInt(decimals)
  let bottom = BigInt(denominator)
  if (bottom === 0n) throw new RangeError('denominator is zero')
  if (bottom < 0n) {
    top = -top
    bottom = -bottom
  }
  const magnitude = top < 0n ? -top : top
  const rounded = (magnitude * 2n + bottom) / (bottom * 2n)
  return top < 0n ? -rounded : rounded
}

/** A scaled integer as plain decimal text: (288n, 1) → `28.8`, (-5n, 1) → `-0.5`, (0n, 1) → `0.0`. */
export function decimalText(scaled: bigint, decimals: number): string {
  const sign = scaled < 0n ? '-' : ''
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0')
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** A quantity rounded once, as plain decimal text. `per` multiplies first: 100 prints a fraction in percent. */
export function roundQuantity(
  quantity: Exclude<Quantity, { kind: 'range' }>,
  decimals: number,
  per = 1,
): string {
  const [numerator, denominator] =
    quantity.kind === 'integer' ? [quantity.integer, 1] : [quantity.numerator, quantity.denominator]
  return decimalText(roundFraction(BigInt(numerator) * BigInt(per), denominator, decimals), decimals)
}
