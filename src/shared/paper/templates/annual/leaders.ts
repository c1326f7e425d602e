import type { Cell } from '../../../cell/cell.ts'
import { isComplete } from '../../../cell/construct.ts'
import { unknownCode } from '../../../codes/code-list.ts'
import { findStatistic } from '../../../statistics/catalogue/catalogue.ts'
import { sentenceField } from '../../assemble/cells.ts'
import { breakdownLabel, codeLabel } from '../../assemble/code-labels.ts'
import { statisticName } from '../../assemble/labels.ts'
import { measureOf, percentMeasure } from '../../assemble/measure.ts'
import { answer, type Results } from '../../assemble/query.ts'
import { type Sentence, token } from '../../assemble/sentence.ts'
import { shareOf } from '../../assemble/shares.ts'
import type { PaperFacts } from '../../template.ts'

export interface LeaderQuestion {
  readonly statistic: string
  readonly breakdown: string
  readonly fiscalYear: number
  /** Shares are said where the groups add up to the total; months of 実人数 do not. */
  readonly withShare: boolean
}

/**
 * 「相談延べ件数は、相談方法別では電話が120件（全体の43.8％）で最も多い。」 The largest group, or all that share the first
 * place; 不明 is no answer. Without numbers nothing is said.
 */
export function leader(question: LeaderQuestion, facts: PaperFacts, results: Results): Sentence {
  const nothing: Sentence = { text: '', fields: [] }
  const { statistic, breakdown, fiscalYear } = question
  const definition = findStatistic(statistic)
  const result = answer(results, statistic, fiscalYear, { by: [breakdown] })
  if (definition === null || result === null) return nothing
  const known = result.rows.filter((row) => row.keys[0] !== unknownCode && row.cell.parts.expected > 0)
  // Where a group's number is missing or cut short, nobody can say which one is the largest.
  if (known.some(({ cell }) => cell.state !== 'value' || isCutShort(cell))) return nothing
  const groups = known.flatMap(({ keys, cell }) =>
    cell.state === 'value' && cell.quantity.kind === 'integer'
      ? [{ code: keys[0] ?? '', value: cell.quantity.integer, cell }]
      : [],
  )
  const most = Math.max(0, ...groups.map((group) => group.value))
  const first = groups.filter((group) => group.value === most)
  const [leading] = first
  if (leading === undefined || most === 0) return nothing
  const names = first.map((group) => codeLabel(facts, breakdown, group.code))
  const label = breakdownLabel(breakdown)
  const field = sentenceField(
    `top.${statistic}.${breakdown}`,
    `${statisticName(definition)}が最も多い${label}の数`,
    leading.cell,
    measureOf(definition),
  )
  const share = sentenceField(
    `top.${statistic}.${breakdown}.share`,
    `${statisticName(definition)}が最も多い${label}の構成比`,
    shareOf(leading.cell, result.total),
    percentMeasure,
  )
  const withShare = question.withShare && share.cell.state === 'value'
  const number = withShare ? `${token(field)}（全体の${token(share)}）` : token(field)
  return {
    text: `${statisticName(definition)}は、${label}別では${names.join('、')}が${first.length > 1 ? '各' : ''}${number}で最も多い。`,
    fields: withShare ? [field, share] : [field],
  }
}

/** Months that no one reported; records that are only not checked yet are all there. */
const isCutShort = (cell: Cell): boolean => !isComplete(cell) && !cell.flags.includes('provisional')
