/** What a number format makes of a number. `month` shows no day (「令和７年３月」); a time alone is `plain`. */
export type NumberLook = 'plain' | 'day' | 'month' | 'percent'

/**
 * Formats that a book names by number alone (ECMA-376 18.8.30, with the Japanese ones 27–36 and 50–58).
 * What is not listed here is a plain number or a time.
 */
const builtIn = new Map<number, NumberLook>([
  ...([9, 10] as const).map((id) => [id, 'percent'] as const),
  ...([14, 15, 16, 22, 27, 28, 29, 30, 31, 35, 36] as const).map((id) => [id, 'day'] as const),
  ...([50, 51, 53, 54, 56, 57, 58] as const).map((id) => [id, 'day'] as const),
  ...([17, 34, 52, 55] as const).map((id) => [id, 'month'] as const),
])

export const lookOfBuiltIn = (id: number): NumberLook => builtIn.get(id) ?? 'plain'

/**
 * Reads a format code: `[$-411]ggge"年"m"月"d"日"` is a day, `h:mm` is none, `0.0%` is a percentage.
 * Only the first section counts; words in quotes, escaped letters, colours and conditions are no tokens.
 */
export function lookOfFormat(code: string): NumberLook {
  const tokens = tokensOf(code)
  if (tokens.includes('%')) return 'percent'
  const shows = new Set(tokens)
  if (shows.has('d') || shows.has('a')) return 'day'
  if (shows.has('y') || shows.has('e') || shows.has('g')) return 'month'
  return shows.has('m') && !shows.has('h') && !shows.has('s') ? 'month' : 'plain'
}

/** Letters of the first section that are date, time or percent tokens, in lower case. */
function tokensOf(code: string): string {
  const bare = code
    .replaceAll(/"[^"]*"?|\\.|_.|\*./gs, '')
    .split(';', 1)
    .join('')
    .replaceAll(/\[(h+|m+|s+)\]/gi, 's')
    .replaceAll(/\[[^\]]*\]?/g, '')
    .replaceAll(/general|g\/標準|am\/pm|a\/p|e[+-]/gi, '')
  return bare.replaceAll(/[^ymdhsgea%]/gi, '').toLowerCase()
}
