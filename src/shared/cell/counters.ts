/** Counters (助数詞) and units that may stand behind a number. Spellings of one counter stand in one row. */
const rows: readonly (readonly string[])[] = [
  ['人', '名', '人分', '方'],
  ['件', '件数'],
  ['回', '度', '回分'],
  ['か所', 'カ所', 'ヶ所', 'ヵ所', 'ケ所', '箇所', '個所'],
  ['か月', 'カ月', 'ヶ月', 'ヵ月', 'ケ月', '箇月', 'か月分'],
  ['世帯'],
  ['円'],
  ['%', 'パーセント', '％'],
  ['ポイント', 'pt'],
  ['団体'],
  ['機関'],
  ['事業所'],
  ['事業'],
  ['家族'],
  ['歳', '才'],
  ['日', '日間'],
  ['時間'],
  ['分'],
  ['年', '年間'],
  ['組'],
  ['部'],
  ['枚'],
  ['冊'],
  ['通'],
  ['本'],
  ['台'],
  ['点'],
  ['校'],
  ['室'],
  ['席'],
  ['個'],
  ['倍'],
  ['票'],
  ['社'],
]

const canonical: ReadonlyMap<string, string> = new Map(
  rows.flatMap((row) => row.map((spelling) => [spelling, row[0] ?? spelling] as const)),
)

const longestFirst = [...canonical.keys()].sort((left, right) => right.length - left.length)

const multipliers: Readonly<Record<string, bigint>> = {
  百: 100n,
  千: 1_000n,
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  億: 100_000_000n,
}

/** Cuts a known counter off the end: 「12人」 → 12 and 人. Null when there is none. */
export function cutCounter(text: string): { readonly rest: string; readonly counter: string } | null {
  const spelling = longestFirst.find(
    (candidate) => text.length > candidate.length && text.endsWith(candidate),
  )
  if (spelling === undefined) return null
  return { rest: text.slice(0, -spelling.length), counter: canonical.get(spelling) ?? spelling }
}

export interface UnitOfPlace {
  readonly base: string
  readonly multiplier: bigint
}

/** 「千円」 → 円 × 1000; 「人」 → 人 × 1; an unknown unit is its own base. */
export function unitOfPlace(unit: string): UnitOfPlace {
  const known = canonical.get(unit)
  if (known !== undefined) return { base: known, multiplier: 1n }
  for (const length of [2, 1]) {
    const multiplier = multipliers[unit.slice(0, length)]
    const base = canonical.get(unit.slice(length))
    if (multiplier !== undefined && base !== undefined) return { base, multiplier }
  }
  return { base: unit, multiplier: 1n }
}
