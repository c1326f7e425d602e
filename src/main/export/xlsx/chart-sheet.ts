import type { ChartBlock, TableBlock, TableCell } from '../../../shared/paper/model.ts'
import { exportWords } from '../../../shared/words/export.ts'
import { chartLegend } from '../notes-under.ts'

/** A chart's numbers as a table: a row a category, a column a series; a break as a hatched row. */
export function chartAsTable(block: ChartBlock): TableBlock {
  const { spec } = block
  const label = (text: string): TableCell => ({ kind: 'label', text, indent: 0, bold: false })
  const rows = spec.categories.flatMap((category, index) => {
    const gaps = spec.breaks
      .filter((gap) => gap.before === index)
      .map((gap) => ({
        id: `break-${index}`,
        cells: [label(''), ...spec.series.map((): TableCell => ({ kind: 'broken', text: gap.mark }))],
      }))
    const cells = spec.series.map((series) => pointCell(series.points[index] ?? null, block.unit))
    return [...gaps, { id: `category-${index}`, cells: [label(category), ...cells] }]
  })
  return {
    kind: 'table',
    id: block.id,
    editable: false,
    mark: block.mark,
    title: block.title,
    unit: block.unit,
    columns: [
      { heads: [exportWords.category], align: 'left', width: 10, breakBefore: false },
      ...spec.series.map((series) => ({
        heads: [series.label],
        align: 'right' as const,
        width: 8,
        breakBefore: false,
      })),
    ],
    rows,
    notes: block.notes,
    legend: chartLegend(spec),
    source: block.source,
  }
}

function pointCell(point: ChartBlock['spec']['series'][number]['points'][number], unit: string): TableCell {
  if (!point) return { kind: 'empty' }
  return {
    kind: 'number',
    cell: {
      state: 'value',
      quantity: { kind: 'fraction', numerator: point.value, denominator: 1 },
      parts: { reported: 1, expected: 1 },
      flags: point.provisional ? ['provisional'] : [],
    },
    display: point.display,
    raw: point.value,
    decimals: /\.(\d+)/u.exec(point.display)?.[1]?.length ?? 0,
    unit,
    provisional: point.provisional,
    bold: false,
  }
}
