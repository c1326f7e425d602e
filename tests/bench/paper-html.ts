import type { Block, Inline, ReportModel, TableBlock } from '../../src/shared/paper/model.ts'

/** The same paper as HTML, for the browser that the benchmark compares with: equal text, tables, fonts, page. */
export function paperHtml(
  model: ReportModel,
  fonts: { mincho: string; gothic: string; gothicBold: string },
): string {
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${model.head.title}</title><style>
@font-face { font-family: M; src: url(${fonts.mincho}) }
@font-face { font-family: G; src: url(${fonts.gothic}) }
@font-face { font-family: G; font-weight: 700; src: url(${fonts.gothicBold}) }
@page { size: A4; margin: 25mm 20mm 25mm 25mm }
* { margin: 0; padding: 0 }
body { font: 11pt/17pt M; letter-spacing: .69pt; text-align: justify; line-break: strict }
h1, h2, caption, th, td { font-family: G; font-size: 11pt; letter-spacing: 0 }
h2 { font-weight: 400 } p { text-indent: 1em; padding-left: 2em }
table { border-collapse: collapse; width: 100%; break-inside: avoid; margin: 6pt 0 }
th, td { border: .5pt solid #000; font-size: 9.5pt; line-height: 13pt; padding: 1pt 4pt; text-align: right }
th { background: #f2f2f2; text-align: center; font-weight: 400 } svg { width: 100%; height: 40mm }
</style><body><h1 style="text-align:center;font-size:14pt">${model.head.title}</h1>${model.blocks.map(blockHtml).join('\n')}</body></html>`
}

const joined = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.display)).join('')

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${block.mark}${joined(block.inlines)}</h${block.level}>`
    case 'paragraph':
      return `<p>${joined(block.inlines)}</p>`
    case 'table':
      return tableHtml(block)
    case 'chart': {
      const points = block.spec.series.flatMap((series, row) =>
        series.points.map(
          (point, index) =>
            `<circle cx="${60 + index * 100}" cy="${100 - (point?.value ?? 0) / 2 + row}" r="3"/><text x="${60 + index * 100}" y="90" font-size="9">${point?.display ?? ''}</text>`,
        ),
      )
      return `<svg viewBox="0 0 620 120">${points.join('')}</svg><p>${block.mark}　${block.title}</p>`
    }
    default:
      return ''
  }
}

function tableHtml(block: TableBlock): string {
  const head = block.columns.map((column) => `<th>${column.heads.at(-1) ?? ''}</th>`).join('')
  const rows = block.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const text = cell.kind === 'number' ? cell.display : cell.kind === 'empty' ? '' : cell.text
      return `<td>${text}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table><caption>${block.mark}　${block.title}（${block.unit}）</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>${block.notes.map((note) => `<p>${note.mark}　${note.text}</p>`).join('')}`
}
