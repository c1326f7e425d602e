import type { PaperPlace, StyleFinding } from '../../../shared/contract/schemas/papers.ts'

/**
 * New texts of the places whose findings are put right. From the end to the start, so that earlier offsets
 * stay true; a finding about words that no longer stand there is left alone.
 */
export function applySuggestions(
  places: readonly PaperPlace[],
  findings: readonly StyleFinding[],
  textOf: (place: string) => string,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const fromTheEnd = [...findings].sort((a, b) => b.start - a.start)
  for (const { place, start, end, excerpt, suggestion } of fromTheEnd) {
    if (suggestion === null || !places.some((each) => each.place === place)) continue
    const text = texts.get(place) ?? textOf(place)
    if (text.slice(start, end) !== excerpt) continue
    texts.set(place, text.slice(0, start) + suggestion + text.slice(end))
  }
  return texts
}
