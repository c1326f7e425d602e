/** The most that is read from the clipboard; what lies behind is cut off and told as such by its count. */
const mostRows = 2_000
const mostColumns = 1_000

/**
 * Reads a range as spreadsheets copy it: tabs between cells, line ends between rows, quotes around a cell
 * that holds either (a quote in it is doubled). Rows may be of different lengths; one line end at the end
 * is not a row.
 */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const end = (): void => {
    if (rows.length < mostRows) rows.push(row)
    row = []
  }
  while (at < text.length) {
    const cell = readCell(text, at)
    if (row.length < mostColumns) row.push(cell.text)
    at = cell.next
    if (text[at] === '\t') {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    end()
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  if (row.length > 0) end()
  return rows
}

function readCell(text: string, from: number): { readonly text: string; readonly next: number } {
  if (text[from] === '"') {
    const quoted = readQuoted(text, from)
    if (quoted !== null) return quoted
  }
  const next = endOfCell(text, from)
  return { text: text.slice(from, next), next }
}

/** Null where the quote does not end at the end of a cell: then it is an ordinary sign. */
function readQuoted(text: string, from: number): { readonly text: string; readonly next: number } | null {
  let found = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return null
    found += text.slice(at, quote)
    if (text[quote + 1] === '"') {
      found += '"'
      at = quote + 2
      continue
    }
    const next = quote + 1
    return next === text.length || '\t\r\n'.includes(text[next] ?? '') ? { text: found, next } : null
  }
}

function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '\t' || sign === '\n' || sign === '\r') return at
  }
  return text.length
}

/** The range as spreadsheets paste it. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n')
}

/**
 * The first table of copied HTML as rows of texts; a merged cell stands once, at its left top, and the
 * places that it covers are empty. Null where there is no table.
 */
export function readHtmlTable(document: Document): readonly (readonly string[])[] | null {
  const table = document.querySelector('table')
  if (table === null) return null
  const rows: string[][] = []
  const covered = new Set<string>()
  ;[...table.rows].slice(0, mostRows).forEach((tableRow, row) => {
    const texts: string[] = []
    let column = 0
    for (const cell of tableRow.cells) {
      while (covered.has(`${row} ${column}`)) {
        texts[column] = ''
        column += 1
      }
      if (column >= mostColumns) break
      texts[column] = (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
      for (let down = 0; down < Math.min(cell.rowSpan, mostRows); down += 1) {
        for (let right = 0; right < Math.min(cell.colSpan, mostColumns); right += 1) {
          if (down + right > 0) covered.add(`${row + down} ${column + right}`)
        }
      }
      column += 1
    }
    while (covered.has(`${row} ${column}`) && column < mostColumns) {
      texts[column] = ''
      column += 1
    }
    rows.push(texts)
  })
  return rows
}
