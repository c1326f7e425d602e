/**
 * Joins a kana with a separate voicing mark (か + ゛, as texts from a Mac have it) into one character, which the
 * fonts can draw. Not NFC: that would also exchange the old forms of names (神, 福) for the new ones.
 */
export function composeKana(text: string): string {
  return text.replace(/[\u3046-\u30f2][\u3099\u309a]/gu, (pair) => pair.normalize('NFC'))
}
