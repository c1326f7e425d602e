import type { TableBlock, TableCell } from '../paper/model.ts'
import { exploreCopy, exploreTable } from '../words/explore.ts'

/** A table as it is put on the clipboard: for a spreadsheet, and as formatted text. */
export interface CopiedTable {
  readonly text: string
  readonly html: string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A spreadsheet takes such a cell as words, whatever they begin with. */
const asText = `style="mso-number-format:'\\@'"`

/** No tab or line break may part a cell; what begins like a formula stays text. */
function plainCell(text: string): string {
  const flat = text.replaceAll(/[\t\r\n]+/g, ' ')
  return /^[=+@-]/.test(flat) && !/^[+-]?[\d.,]+％?$/.test(flat) ? `'${flat}` : flat
}

/**
 * Numbers as numbers (without commas, as a spreadsheet reads them), states as words, the caption, unit,
 * period, as-of date and notes around them.
 *
 * @param frame 「令和６年４月から11月まで（令和６年11月30日現在）」
 */
export function copiedTable(table: TableBlock, frame: string, extra: readonly string[] = []): CopiedTable {
  const width = table.columns.length
  const levels = Math.max(1, ...table.columns.map((column) => column.heads.length))
  const heads = Array.from({ length: levels }, (_, level) =>
    table.columns.map((column) => column.heads[level - levels + column.heads.length] ?? ''),
  )
  const under = [
    ...table.notes.map((note) => `${note.mark}　${note.text}`),
    ...extra,
    ...(table.legend === '' ? [] : [exploreCopy.legend(table.legend)]),
    ...(table.source === '' ? [] : [exploreCopy.source(table.source)]),
  ]
  const top = [table.title, exploreCopy.unit(table.unit), frame]
  const text = [
    ...top.map(plainCell),
    ...heads.map((row) => row.map(plainCell).join('\t')),
    ...table.rows.map((row) => row.cells.map((cell) => plainCell(textOf(cell))).join('\t')),
    ...under.map(plainCell),
  ].join('\r\n')
  const line = (words: string): string => `<tr><td colspan="${width}" ${asText}>${escaped(words)}</td></tr>`
  const head = (row: readonly string[]): string =>
    `<tr>${row.map((words) => `<th ${asText}>${escaped(words).replaceAll('\n', '<br>')}</th>`).join('')}</tr>`
  const html = [
    '<table>',
    ...top.map(line),
    ...heads.map(head),
    ...table.rows.map((row) => `<tr>${row.cells.map(htmlOf).join('')}</tr>`),
    ...under.map(line),
    '</table>',
  ].join('')
  return { text, html }
}

/** 「比べない」 and the like stand in their cells as words. */
function textOf(cell: TableCell): string {
  switch (cell.kind) {
    case 'label':
      return `${'　'.repeat(cell.indent)}${cell.text}`
    case 'number':
      return isPlain(cell) ? String(cell.raw) : cell.display
    case 'broken':
      return brokenWords(cell.text)
    case 'empty':
      return ''
  }
}

const brokenWords = (mark: string): string =>
  mark === '' ? exploreTable.notCompared : exploreCopy.notCompared(mark)

/** A number with words beside it (「33（11/12か月分）」) is copied as it is shown: a bare 33 would mislead. */
const isPlain = (cell: Extract<TableCell, { kind: 'number' }>): cell is typeof cell & { raw: number } =>
  cell.raw !== null && !/[（約]/.test(cell.display)

function htmlOf(cell: TableCell): string {
  if (cell.kind === 'number' && isPlain(cell)) {
    const decimals = cell.decimals > 0 ? `0.${'0'.repeat(cell.decimals)}` : '#,##0'
    return `<td align="right" x:num="${cell.raw}" data-format="${decimals}">${cell.raw}</td>`
  }
  const align = cell.kind === 'label' ? '' : ' align="right"'
  return `<td${align} ${asText}>${escaped(textOf(cell))}</td>`
}
