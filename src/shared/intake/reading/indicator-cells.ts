import { readNumber } from '../../cell/read-number.ts'
import type { NumberContext } from '../../cell/reading.ts'
import { cellStateWords } from '../../words/cell.ts'
import type { SheetCell } from '../book.ts'
import { cellText, isLoneDash } from '../cell-text.ts'
import { doubt } from '../problems.ts'
import type { Answers } from '../profile.ts'
import type { IndicatorCell } from '../staged.ts'
import { refusedText, type Taken, taken } from './taken.ts'

const noSurvey = /^(?:調査なし|調査無し|未調査|調査未実施|調査年度外|アンケートなし)$/
const bounded = /^(?:約)?([\d.,]+)(?:%|％|人|件|回|か所|団体)?(以上|以下|未満|超)$/
const withParts = /^([\d.,]+)(?:%)?\((\d{1,9})\/(\d{1,9})\)$/
const plainNumber = /^[+-]?[\d,]+(?:\.\d+)?$/

/** 「88.2（30/34）」, 「85以上」, 「調査なし」, 41.5 (domain §5). A figure keeps its decimals as they are written. */
export function readIndicatorCell(
  cell: SheetCell | null,
  ladder: boolean,
  answers: Answers,
): Taken<IndicatorCell> {
  const text = cellText(cell).trim()
  if (cell === null || text === '') return taken(none('blank'))
  if (cell.kind === 'error') return refusedText('errorCell')
  if (cell.kind === 'number' && !ladder) return taken(number(String(Number(cell.value.toPrecision(15)))))
  const half = text.normalize('NFKC').replace(/\s/g, '')
  if (noSurvey.test(half)) return taken(none('noSurvey'), { as: text, took: 'plain' })
  if (isLoneDash(text)) return dash(answers)
  if (ladder)
    return text.length > 60 ? refusedText('indicatorUnreadable') : taken({ kind: 'stage', stage: text })
  return readFigure(text, half)
}

const none = (reason: 'blank' | 'notApplicable' | 'noSurvey'): IndicatorCell => ({ kind: 'none', reason })

const number = (
  value: string,
  bound: 'atLeast' | 'atMost' | null = null,
  parts: { readonly numerator: number; readonly denominator: number } | null = null,
): IndicatorCell => ({ kind: 'number', value, bound, parts })

function dash(answers: Answers): Taken<IndicatorCell> {
  if (answers.dash === undefined)
    return taken(
      none('blank'),
      { as: cellStateWords.blank, took: 'unknown' },
      { doubts: [doubt('dashBlank')], asks: 'dash' },
    )
  const { dash: answer } = answers
  const value = answer === 'zero' ? number('0') : none(answer)
  return taken(
    value,
    { as: answer === 'zero' ? '0' : cellStateWords[answer], took: 'answer' },
    { asks: 'dash' },
  )
}

function readFigure(text: string, half: string): Taken<IndicatorCell> {
  const bound = bounded.exec(half)
  if (bound) {
    const value = tidy(bound[1] ?? '')
    const side = bound[2] === '以上' || bound[2] === '超' ? 'atLeast' : 'atMost'
    return value === null
      ? refusedText('indicatorUnreadable')
      : taken(number(value, side), { as: half, took: 'plain' })
  }
  const parts = withParts.exec(half)
  if (parts) {
    const value = tidy(parts[1] ?? '')
    const reading = readNumber(text)
    // The reader of numbers knows whether the parts make the percentage that is written.
    if (value === null || reading.outcome !== 'value')
      return refusedText('numberUnreadable', { reason: 'partsContradict' })
    const of = { numerator: Number(parts[2]), denominator: Number(parts[3]) }
    return taken(number(value, null, of), { as: half, took: 'plain' })
  }
  if (plainNumber.test(half)) {
    const value = tidy(half)
    if (value !== null) return taken(number(value), value === text ? null : { as: value, took: 'plain' })
  }
  return readOther(text)
}

/** 「約90」 「△3」 「１万２千」 「71人」: as the reader of numbers takes it. */
function readOther(text: string, context: NumberContext = {}): Taken<IndicatorCell> {
  const reading = readNumber(text, context)
  if (reading.outcome === 'state' && reading.state === 'unknown')
    return taken(none('noSurvey'), { as: text, took: 'plain' })
  if (reading.outcome === 'state' && reading.state === 'notApplicable') return taken(none('notApplicable'))
  if (reading.outcome !== 'value' || reading.quantity.kind === 'range')
    return refusedText('indicatorUnreadable')
  const { quantity } = reading
  const value = quantity.kind === 'integer' ? quantity.integer : quantity.numerator / quantity.denominator
  const shown = String(Number(value.toPrecision(12)))
  return taken(number(shown), { as: shown, took: 'plain' })
}

/** Without separators of thousands, decimals as written: 「85.0」 stays. */
function tidy(text: string): string | null {
  const digits = text.replaceAll(',', '').replace(/^\+/, '')
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(digits) ? digits : null
}
