/** A whole number as typed in any width, or null: 「３０」, 「30歳」. */
export function readWholeNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(/歳$/, '')
  return /^\d{1,3}$/.test(plain) ? Number(plain) : null
}
