import { toHalfWidthDigits } from '../../../shared/cell/digits.ts'

/** An age, null for an empty field (open), undefined for what is no age. Full-width digits are read. */
export function ageIn(text: string): number | null | undefined {
  const digits = toHalfWidthDigits(text).replace(/[\s　歳]/g, '')
  if (digits === '') return null
  const age = /^\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN
  return age <= 150 ? age : undefined
}
