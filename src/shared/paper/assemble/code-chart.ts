import type { ChartSpec } from '../../chart/chart-spec.ts'
import type { StatisticDefinition, StatisticResult } from '../../statistics/definition.ts'
import type { ChartBlock } from '../model.ts'
import type { PaperFacts } from '../template.ts'
import { codeLabel } from './code-labels.ts'
import { measureOf } from './measure.ts'
import { point } from './year-chart.ts'

export interface CodeChart {
  readonly id: string
  readonly title: string
  readonly kind: ChartSpec['kind']
  readonly facts: PaperFacts
  readonly definition: StatisticDefinition
  readonly breakdown: string
  readonly result: StatisticResult
  readonly source: string
}

/** A statistic of one frame by the codes of a breakdown: months as columns, groups as bars. */
export function codeChart(chart: CodeChart): ChartBlock {
  const measure = measureOf(chart.definition)
  const rows = chart.result.rows.map((row) => ({
    label: codeLabel(chart.facts, chart.breakdown, row.keys[0] ?? ''),
    point: point(row.cell, measure, false),
  }))
  return {
    kind: 'chart',
    id: chart.id,
    editable: false,
    mark: '',
    title: chart.title,
    unit: `単位：${measure.unit}`,
    spec: {
      kind: chart.kind,
      categories: rows.map((row) => row.label),
      series: [{ label: chart.definition.label, points: rows.map((row) => row.point) }],
      unit: `（${measure.unit}）`,
      breaks: [],
    },
    alternative: `${chart.title}。${rows
      .map((row) => `${row.label} ${row.point === null ? '値なし' : `${row.point.display}${measure.unit}`}`)
      .join('、')}。`,
    notes: [],
    source: chart.source,
  }
}
