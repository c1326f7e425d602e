import type { Cell } from '../cell/cell.ts'
import { mayBeSaid, type Saying, type Told } from '../disclosure/may-be-said.ts'
import { signed } from '../explore/cells.ts'
import { conditionWords, filterWords } from '../explore/filter-words.ts'
import { recutAge } from '../explore/recut.ts'
import { sentenceNumber } from '../paper/assemble/cells.ts'
import { growthOf } from '../paper/assemble/growth.ts'
import { statisticLabel, statisticName } from '../paper/assemble/labels.ts'
import { type Measure, measureOf } from '../paper/assemble/measure.ts'
import { coversYear } from '../paper/assemble/query.ts'
import { filterWithinScope } from '../paper/assemble/scope.ts'
import type { TableCell } from '../paper/model.ts'
import type { PaperFacts } from '../paper/template.ts'
import { versionIn } from '../statistics/catalogue/catalogue.ts'
import { compareCells } from '../statistics/comparisons.ts'
import type { StatisticDefinition, StatisticQuery, StatisticResult } from '../statistics/definition.ts'
import { formatAsOf, formatFiscalYear, formatFrame, formatMonth, formatPeriod } from '../time/format.ts'
import { answerWords, sentenceWords } from '../words/answers.ts'
import { cellStateWords } from '../words/cell.ts'
import { exploreTable } from '../words/explore.ts'
import { measureWords, noteWords } from '../words/statistics.ts'
import { filtersLabel } from './label.ts'

/** What the ledger says to one question, ready to be read out. */
export interface Answer {
  readonly label: string
  readonly conditions: readonly string[]
  readonly cell: Cell
  /** 「248件」, a state word, 「92人以上133人以下」. */
  readonly display: string
  /** 「10/12 か月分」, or '' for a whole number. */
  readonly months: string
  readonly provisional: boolean
  readonly definition: string
  readonly scope: string
  readonly measure: string
  readonly frameText: string
  readonly previous: string
  readonly recut: string
  readonly notes: readonly string[]
  readonly saying: Saying
  readonly sentences: { readonly polite: string; readonly plain: string }
}

export interface AnswerMaterial {
  readonly definition: StatisticDefinition
  readonly query: StatisticQuery
  readonly result: StatisticResult
  /** The same months of the year before, or null. */
  readonly previous: StatisticResult | null
  readonly recut: StatisticResult | null
  readonly whole: Cell | null
  readonly contributors: Told['contributors']
  readonly saidBefore: readonly number[]
  readonly facts: Pick<PaperFacts, 'codes'>
}

/** One number with everything that must be known before it is said. */
export function answerOf(material: AnswerMaterial): Answer {
  const { definition, query, result, facts } = material
  const measure = measureOf(definition)
  const cell = result.total
  const version = versionIn(definition, query.frame.fiscalYear)
  const { reported, expected } = cell.parts
  return {
    label: statisticLabel(definition),
    conditions: conditionWords(query, facts),
    cell,
    display: numberWords(cell, measure),
    months: reported < expected ? answerWords.months(reported, expected) : '',
    provisional: cell.flags.includes('provisional') || !coversYear(query.frame),
    definition: version?.text ?? '',
    scope: version?.scope ?? '',
    measure: measureWords[definition.measure].label,
    frameText: formatFrame(query.frame),
    previous: previousWords(material, measure),
    recut: recutWords(material, measure),
    notes: [...new Set(result.notes.map((note) => noteWords(note)))].filter((note) => note !== ''),
    saying: mayBeSaid({
      definition,
      where: query.where,
      cell,
      whole: material.whole,
      contributors: material.contributors,
      saidBefore: material.saidBefore,
    }),
    sentences: { polite: sentence(material, measure, 'polite'), plain: sentence(material, measure, 'plain') },
  }
}

/** 「248件」; a state by its word, never by a sign alone. */
export const numberWords = (cell: Cell, measure: Measure): string =>
  cell.state === 'value' ? sentenceNumber(cell, measure) : cellStateWords[cell.state]

function previousWords({ definition, query, result, previous }: AnswerMaterial, measure: Measure): string {
  if (previous === null) return answerWords.noPrevious
  const compared = compareCells(
    definition,
    { cell: result.total, fiscalYear: query.frame.fiscalYear },
    { cell: previous.total, fiscalYear: previous.query.frame.fiscalYear },
  )
  // Nobody outside the scope of that year could be counted: no 0 is told then.
  const cell = filterWithinScope(previous.total, definition, previous.query.frame.fiscalYear, query.where)
  const number = numberWords(cell, measure)
  const period = formatPeriod(previous.query.frame.period)
  if (compared.comparison.kind === 'broken') {
    return answerWords.previousOf(number, period, `${answerWords.previousBroken}${compared.comparison.note}`)
  }
  const [difference, rate] = growthOf(
    compared.comparison,
    { previous: previous.total, current: result.total },
    measure,
  )
  const words = [displayOf(difference, measure.unit), displayOf(rate, '％')]
  return answerWords.previousOf(
    number,
    period,
    words[0] === '' ? '' : answerWords.growth(words[0] ?? '', words[1] ?? ''),
  )
}

function displayOf(cell: TableCell, unit: string): string {
  const shown = signed(cell, unit)
  if (shown.kind !== 'number') return ''
  return shown.display === '－' ? '' : shown.display
}

function recutWords({ definition, query, recut }: AnswerMaterial, measure: Measure): string {
  const age = recutAge(definition, query.frame.fiscalYear)
  if (recut === null || age === null) return ''
  return answerWords.recutOf(exploreTable.recut(age), numberWords(recut.total, measure))
}

function sentence(
  { definition, query, result, facts }: AnswerMaterial,
  measure: Measure,
  style: 'polite' | 'plain',
): string {
  const { frame, where } = query
  const { total } = result
  const ages = where.filter((filter) => 'age' in filter)
  const others = where.filter((filter) => !('age' in filter))
  const conditions = [
    ...conditionWords({ where: [], party: query.party }, facts),
    ...others.map((filter) => filterWords(filter, facts)),
  ]
  const subject = sentenceWords.subject(
    timeWords(query),
    formatAsOf(frame.asOf),
    ages.length === 0 ? '' : sentenceWords.ages(filtersLabel(ages, facts)),
    statisticName(definition),
    conditions.length === 0 ? '' : sentenceWords.conditions(conditions),
  )
  if (total.state !== 'value') return `${subject}${sentenceWords.missing[style](cellStateWords[total.state])}`
  const provisional = total.flags.includes('provisional')
  const last = provisional ? sentenceWords.provisional[style] : ''
  return `${subject}${sentenceWords.value[style](sentenceNumber(total, measure))}${last}`
}

function timeWords({ frame }: StatisticQuery): string {
  if (coversYear(frame)) return formatFiscalYear(frame.fiscalYear)
  const { from, to } = frame.period
  if (from === to) return formatMonth(from)
  return formatPeriod(frame.period)
}
