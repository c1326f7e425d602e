const candidates = [',', '\t', ';'] as const
export type Delimiter = (typeof candidates)[number]

/** Characters that are looked at: enough for the title lines and the head of any book. */
const sample = 64 * 1024

/**
 * The separator of a CSV: the one that stands most often outside of quotes in its first part. Commas in a
 * telling text do not outweigh tabs, because tabs are never typed: one line with two of them decides.
 */
export function findDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>(candidates.map((candidate) => [candidate, 0]))
  let quoted = false
  for (let at = 0; at < Math.min(text.length, sample); at++) {
    const character = text.charAt(at)
    if (character === '"') quoted = !quoted
    const known = quoted ? undefined : counts.get(character)
    if (known !== undefined) counts.set(character, known + 1)
  }
  const [comma, tab, semicolon] = candidates.map((candidate) => counts.get(candidate) ?? 0)
  if ((tab ?? 0) >= 2 && (tab ?? 0) * 4 >= (comma ?? 0)) return '\t'
  return (semicolon ?? 0) > (comma ?? 0) ? ';' : ','
}
