import { breakdownLabel, codeLabel } from '../../../shared/paper/assemble/code-labels.ts'
import { statisticLabel } from '../../../shared/paper/assemble/labels.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import { formatFiscalYear, formatFrame } from '../../../shared/time/format.ts'
import { cellStateWords } from '../../../shared/words/cell.ts'
import { commandLineWords } from '../../../shared/words/command-line.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCodeLabels } from './code-labels.ts'
import type { StatsCell, StatsJson } from './stats-json.ts'

/**
 * A statistic as people read it, tabs between columns: what, when and as of when; a line a row with the
 * names of its codes; the total; notes. Scripts take `--json`.
 */
export function statsText(reader: LedgerReader, answer: StatsJson, by: readonly string[]): string {
  const { fiscalYear, period, asOf, unit } = answer
  const facts = { codes: readCodeLabels(reader, asOf) }
  const definition = findStatistic(answer.statistic)
  const label = definition === null ? answer.statistic : statisticLabel(definition)
  const frame = formatFrame({ fiscalYear, period, asOf })
  const head = [label, formatFiscalYear(fiscalYear), frame].join('\t')
  const columns = by.length === 0 ? [] : [[...by.map(breakdownLabel), label].join('\t')]
  const rows = answer.by.map(({ keys, cell }) =>
    [...keys.map((key, index) => codeLabel(facts, by[index] ?? '', key)), cellText(cell, unit)].join('\t'),
  )
  const total = [commandLineWords.total, ...by.slice(1).map(() => ''), cellText(answer.total, unit)].join(
    '\t',
  )
  const notes = answer.notes.map(({ text }) => `※ ${text}`)
  return [head, ...columns, ...rows, total, ...notes].join('\n')
}

function cellText(cell: StatsCell, unit: string): string {
  const { reported, expected } = cell.parts
  const parts = reported < expected ? commandLineWords.parts(reported, expected) : ''
  if (cell.value !== null) return `${cell.value.toLocaleString('ja-JP', mostDigits)}${unit}${parts}`
  if (cell.low !== undefined && cell.high !== undefined) {
    return `${commandLineWords.range(cell.low, cell.high, unit)}${parts}`
  }
  return `${cell.state === 'value' ? commandLineWords.noValue : cellStateWords[cell.state]}${parts}`
}

const mostDigits = { maximumFractionDigits: 10 } as const
