import { fractionCell, integerCell } from '../../../cell/construct.ts'
import { breakBetween, findStatistic } from '../../../statistics/catalogue/catalogue.ts'
import { compareCells } from '../../../statistics/comparisons.ts'
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
  const measure = measureOf(definition)
  const previousCell = samePeriodAnswer(results, definition.code)?.total ?? null
  const { fiscalYear } = frame
  const compared =
    previousCell === null
      ? null
      : compareCells(
          definition,
          { cell: own.cell, fiscalYear },
          { cell: previousCell, fiscalYear: fiscalYear - 1 },
        ).comparison
  if (
    compared === null ||
    (compared.kind !== 'change' && compared.kind !== 'fromNothing' && compared.kind !== 'toNothing')
  ) {
    return { text: `${statisticName(definition)}は${token(own)}である。`, fields: [own] }
  }
  const change = compared.difference
  const period = coversYear(frame) ? '前年度' : '前年同期'
  const previous = sentenceField(
    `${definition.code}.previous`,
    `${statisticName(definition)}（${period}）`,
    previousCell,
    measure,
  )
  const lead = `${statisticName(definition)}は${token(own)}で、${period}の${token(previous)}と`
  if (change === 0) return { text: `${lead}同数である。`, fields: [own, previous] }
  const difference = sentenceField(
    `${definition.code}.difference`,
    `${statisticName(definition)}の${period}との差`,
    integerCell(Math.abs(change)),
    countMeasure(measure.unit),
  )
  const direction = change > 0 ? '増加' : '減少'
  const share = compared.kind === 'change' ? compared.rate : null
  if (share === null) {
    return {
      text: `${lead}比べ${token(difference)}${direction}した。`,
      fields: [own, previous, difference],
    }
  }
  const rate = sentenceField(
    `${definition.code}.rate`,
    `${statisticName(definition)}の${period}比の増減率`,
    fractionCell(Math.abs(share.numerator), share.denominator),
    percentMeasure,
  )
  return {
    text: `${lead}比べ${token(difference)}（${token(rate)}）${direction}した。`,
    fields: [own, previous, difference, rate],
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
