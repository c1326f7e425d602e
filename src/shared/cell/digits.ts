/** House style of digits in running text (documents §2). Tables, page numbers and file names are exempt. */
export type DigitStyle = 'oneFullWidth' | 'halfWidth'

const fullWidthZero = '０'.charCodeAt(0)
const halfWidthZero = '0'.charCodeAt(0)

/** `12` → `１２`. Everything but ASCII digits stays. */
export function toFullWidthDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - halfWidthZero + fullWidthZero),
  )
}

/** `１２` → `12`. Everything but full-width digits stays. */
export function toHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - fullWidthZero + halfWidthZero),
  )
}

/**
 * A whole number for running text: `6` → 「６」, `11` → 「11」 (`oneFullWidth`), or always half-width.
 * `digits` may carry leading zeros or commas; only a single digit is widened.
 */
export function houseDigits(number: number | string, style: DigitStyle = 'oneFullWidth'): string {
  const digits = toHalfWidthDigits(String(number))
  return style === 'oneFullWidth' && /^[0-9]$/.test(digits) ? toFullWidthDigits(digits) : digits
}
