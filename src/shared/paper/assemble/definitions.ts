import { findStatistic, versionIn } from '../../statistics/catalogue/catalogue.ts'
import type { FiscalYear } from '../../time/day.ts'
import { formatFiscalYear } from '../../time/format.ts'
import { measureWords } from '../../words/statistics.ts'
import type { LabelText, TextBlock } from './text-block.ts'

/**
 * 定義: what each printed statistic counts in the paper's year, whom, and what may not be done with it.
 * Generated from the catalogue: not editable, so that it always says what was counted.
 */
export function definitionBlocks(
  statistics: readonly string[],
  fiscalYear: FiscalYear,
): readonly TextBlock[] {
  const items = [...new Set(statistics)].flatMap((code) => definitionItem(code, fiscalYear))
  if (items.length === 0) return []
  return [
    { kind: 'heading', id: 'definitions', level: 1, text: '統計項目の定義', fixed: true },
    { kind: 'labels', id: 'definitions.items', level: 1, items, fixed: true },
  ]
}

function definitionItem(code: string, fiscalYear: FiscalYear): readonly LabelText[] {
  const definition = findStatistic(code)
  if (definition === null) return []
  const version = versionIn(definition, fiscalYear)
  const measure = measureWords[definition.measure]
  const scope =
    version === null ? '' : `対象は、${version.scope}（${formatFiscalYear(version.validFrom)}から）。`
  return [
    {
      label: definition.label,
      lines: [`${version?.text ?? ''}${scope}${measure.label}：${measure.explanation}`],
    },
  ]
}
