import type { PasteTarget } from './paste.ts'

/** Where each row and column of a pasted range belongs; null is left out. */
export interface PastedHeads {
  readonly rowOf: (rangeRow: number) => number | null
  readonly columnOf: (rangeColumn: number) => number | null
  readonly byMonths: boolean
  readonly byNames: boolean
  readonly unknownNames: readonly string[]
}

/** How far down a row of months is looked for, and how far right a column of names. */
const headRows = 6
const nameColumns = 3

/**
 * Finds the row of months (「4月」, 「令和６年４月」, 「４月分」; merged heads above it are left out) and the column of
 * item names (「居場所 参加延べ人数」, 「うち新規」, indented or not).
 */
export function readPastedHeads(
  range: readonly (readonly string[])[],
  target: Pick<PasteTarget, 'lines' | 'row' | 'column'>,
): PastedHeads {
  const monthRow = range.slice(0, headRows).findIndex((row) => monthsIn(row).size >= 2)
  const months = monthRow === -1 ? null : monthsIn(range[monthRow] ?? [])
  const body = range.slice(monthRow + 1)
  const named = namesIn(body, target.lines)
  const names = named?.rows ?? null
  const firstValue = named === null ? 0 : named.column + 1
  return {
    byMonths: months !== null,
    byNames: names !== null,
    unknownNames: named?.unknown ?? [],
    rowOf: (rangeRow) => {
      const index = rangeRow - (monthRow + 1)
      if (index < 0) return null
      return names === null ? target.row + index : (names[index] ?? null)
    },
    columnOf: (rangeColumn) => {
      if (months !== null) return months.get(rangeColumn) ?? null
      return rangeColumn < firstValue ? null : target.column + rangeColumn - firstValue
    },
  }
}

/** Range column → 0 for April … 11 for March, of the texts that name a month. */
function monthsIn(row: readonly string[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  row.forEach((text, column) => {
    const month = monthNamed(text)
    if (month !== null && ![...found.values()].includes(month)) found.set(column, month)
  })
  return found
}

function monthNamed(text: string): number | null {
  const tight = text.normalize('NFKC').replaceAll(/\s/g, '')
  const found = /^(?:[^\d]{0,4}\d{0,4}年)?(\d{1,2})月分?$/.exec(tight)
  const month = Number(found?.[1] ?? 0)
  return month >= 1 && month <= 12 ? (month + 8) % 12 : null
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s・└├│─\-_.:,、。]/g, '')
    .replace(/^(うち|内訳|内)/, '')
    .replace(/\([^()]*\)$/, '')

/** The column of the range in which most texts are items of the sheet, and the line of each row. */
function namesIn(
  body: readonly (readonly string[])[],
  lines: PasteTarget['lines'],
): {
  readonly column: number
  readonly rows: readonly (number | null)[]
  readonly unknown: readonly string[]
} | null {
  const labels = lines.map(({ label }) => bare(label))
  for (let column = 0; column < nameColumns; column += 1) {
    const texts = body.map((row) => bare(row[column] ?? ''))
    const written = texts.filter((text) => text !== '' && !/^[\d.]+$/.test(text))
    const known = written.filter((text) => labels.includes(text))
    if (known.length === 0 || known.length * 2 < written.length) continue
    return { column, ...followNames(texts, labels) }
  }
  return null
}

/** A name that several items have (本人, 家族) is the next one below the last item found. */
function followNames(
  texts: readonly string[],
  labels: readonly string[],
): { readonly rows: readonly (number | null)[]; readonly unknown: readonly string[] } {
  const unknown: string[] = []
  let last = -1
  const rows = texts.map((text) => {
    if (text === '') return null
    const below = labels.indexOf(text, last + 1)
    const line = below === -1 ? labels.indexOf(text) : below
    if (line === -1) {
      unknown.push(text)
      return null
    }
    last = line
    return line
  })
  return { rows, unknown }
}
