/**
 * Width of a text in em in the fixed faces of papers and grids (BIZ UDGothic, BIZ UDMincho): half-width
 * letters, digits and katakana are ½ em, everything else 1 em.
 */
export function emWidth(text: string): number {
  let width = 0
  for (const character of text) width += isHalfWidth(character.codePointAt(0) ?? 0) ? 0.5 : 1
  return width
}

/** Latin signs that the faces draw full-width although they stand in Latin-1. */
const fullWidthLatin = new Set([0xa7, 0xa8, 0xb0, 0xb1, 0xb4, 0xb6, 0xd7, 0xf7])

function isHalfWidth(codePoint: number): boolean {
  if (codePoint >= 0xff61 && codePoint <= 0xff9f) return true
  return codePoint <= 0x24f && !fullWidthLatin.has(codePoint)
}
