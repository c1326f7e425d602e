/**
 * Two spellings of one head or label are equal when folded: width, case, spaces, line breaks and punctuation
 * are gone. Brackets stay (half-width), since 「相談内容（主）」 and 「相談内容（複数可）」 are two columns.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・.,、。:;'"「」『』[\]【】<>〈〉_\-‐–―−~〜※*★☆▼■□●]/g, '')
    .replace(/(?<![ァ-ヶー])ー/g, '')
}

/** Folded without what stands in brackets: 「要因（複数可）」 → 要因. */
export const foldBare = (text: string): string => fold(text).replace(/\([^()]*\)/g, '')

/** A dictionary of spellings: each folded spelling → what it names. The first that names it keeps it. */
export function spellingMap<T>(entries: Iterable<readonly [string, T]>): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const [spelling, named] of entries) {
    const key = fold(spelling)
    if (key !== '' && !map.has(key)) map.set(key, named)
  }
  return map
}
