import { fractionCell, integerCell } from '../../../cell/construct.ts'
import { breakBetween, findStatistic } from '../../../statistics/catalogue/catalogue.ts'
import { type Comparison, compareCells, yearOnYear } from '../../../statistics/comparisons.ts'
import type { StatisticDefinition } from '../../../statistics/definition.ts'
import type { TimeFrame } from '../../../time/day.ts'
import { sentenceField } from '../../assemble/cells.ts'
import { statisticName } from '../../assemble/labels.ts'
import { countMeasure, measureOf, percentMeasure } from '../../assemble/measure.ts'
import { answer, coversYear, type Results, samePeriodAnswer } from '../../assemble/query.ts'
import { joinSentences, type Sentence, token } from '../../assemble/sentence.ts'
import { oldAges } from './contents.ts'

/**
 * One statistic against the same months of the year before, by rule: never across a break (domain §3),
 * no rate on a base under 10, and nothing about what is not there.
 */
export function comparison(statistic: string, frame: TimeFrame, results: Results): Sentence {
  const definition = findStatistic(statistic)
  if (definition === null) return { text: '', fields: [] }
  const measure = measureOf(definition)
  const current = answer(results, statistic, frame.fiscalYear)?.total ?? null
  const own = sentenceField(statistic, statisticName(definition), current, measure)
  const version = breakBetween(definition, frame.fiscalYear - 1, frame.fiscalYear)
  if (version !== null) {
    const text = `${statisticName(definition)}は${token(own)}である。${version.breakNote}`
    return joinSentences([{ text, fields: [own] }, recut(statistic, definition, frame, results)])
  }
  return { ...growth(definition, own, frame, results) }
}

function growth(
  definition: StatisticDefinition,
  own: ReturnType<typeof sentenceField>,
  frame: TimeFrame,
  results: Results,
): Sentence {
  const before = samePeriodAnswer(results, definition.code)?.total ?? null
  const { fiscalYear } = frame
  const compared =
    before === null
      ? null
      : compareCells(definition, { cell: own.cell, fiscalYear }, { cell: before, fiscalYear: fiscalYear - 1 })
          .comparison
  const alone = { text: `${statisticName(definition)}は${token(own)}である。`, fields: [own] }
  if (compared?.kind === 'refused' && compared.reason === 'monthsDiffer') {
    return joinSentences([alone, overCommonMonths(definition, frame, results)])
  }
  if (before === null || compared === null || !isGrowth(compared)) return alone
  const period = coversYear(frame) ? '前年度' : '前年同期'
  const previous = sentenceField(
    `${definition.code}.previous`,
    `${statisticName(definition)}（${period}）`,
    before,
    measureOf(definition),
  )
  const lead = `${statisticName(definition)}は${token(own)}で、${period}の${token(previous)}と`
  return joinSentences([
    { text: lead, fields: [own, previous] },
    change(definition, compared, { id: definition.code, period }),
  ])
}

/** Where one of the two years is not whole: both over the months that both have, and it is said (worked case 4). */
function overCommonMonths(definition: StatisticDefinition, frame: TimeFrame, results: Results): Sentence {
  const now = answer(results, definition.code, frame.fiscalYear, { by: ['month'] })
  const before = samePeriodAnswer(results, definition.code, ['month'])
  const none: Sentence = { text: '', fields: [] }
  if (now === null || before === null) return none
  const { commonMonths, common, total } = yearOnYear(now, before)
  if (commonMonths === null || common === null || !isGrowth(total.comparison)) return none
  const id = `${definition.code}.commonMonths`
  const name = `${statisticName(definition)}（両年度とも報告のある月）`
  const months = sentenceField(
    `${id}.count`,
    `${name}の月数`,
    integerCell(commonMonths.length),
    countMeasure('か月'),
  )
  const own = sentenceField(id, name, common.current, measureOf(definition))
  const previous = sentenceField(`${id}.previous`, `${name}の前年度`, common.previous, measureOf(definition))
  return joinSentences([
    {
      text: `両年度とも報告のある${token(months)}に限ると${token(own)}で、前年度の同じ月の${token(previous)}と`,
      fields: [months, own, previous],
    },
    change(definition, total.comparison, { id, period: '前年度' }),
  ])
}

type Growth = Extract<Comparison, { kind: 'change' | 'fromNothing' | 'toNothing' }>

const isGrowth = (comparison: Comparison): comparison is Growth =>
  comparison.kind === 'change' || comparison.kind === 'fromNothing' || comparison.kind === 'toNothing'

/** 「…比べ25件（13.0％）増加した。」 「…同数である。」: no rate where the rule gives none. */
function change(
  definition: StatisticDefinition,
  growth: Growth,
  named: { readonly id: string; readonly period: string },
): Sentence {
  if (growth.difference === 0) return { text: '同数である。', fields: [] }
  const name = statisticName(definition)
  const difference = sentenceField(
    `${named.id}.difference`,
    `${name}の${named.period}との差`,
    integerCell(Math.abs(growth.difference)),
    countMeasure(measureOf(definition).unit),
  )
  const direction = growth.difference > 0 ? '増加' : '減少'
  const share = growth.kind === 'change' ? growth.rate : null
  if (share === null) return { text: `比べ${token(difference)}${direction}した。`, fields: [difference] }
  const rate = sentenceField(
    `${named.id}.rate`,
    `${name}の${named.period}比の増減率`,
    fractionCell(Math.abs(share.numerator), share.denominator),
    percentMeasure,
  )
  return {
    text: `比べ${token(difference)}（${token(rate)}）${direction}した。`,
    fields: [difference, rate],
  }
}

/** 参考: what can be re-cut to the old ages, with its own caveat (worked case 6). */
function recut(
  statistic: string,
  definition: StatisticDefinition,
  frame: TimeFrame,
  results: Results,
): Sentence {
  const cell = answer(results, statistic, frame.fiscalYear, { where: oldAges })?.total ?? null
  if (cell === null) return { text: '', fields: [] }
  const field = sentenceField(
    `${statistic}.oldAges`,
    `${statisticName(definition)}（旧対象年齢の29歳以下）`,
    cell,
    measureOf(definition),
  )
  return {
    text: `参考として、旧対象年齢（29歳以下）に限ると${token(field)}である（経済状況による限定はしていない）。`,
    fields: [field],
  }
}
