import type { CellFlag, CellState } from '../../cell/cell.ts'
import { readNumber } from '../../cell/read-number.ts'
import type { NumberReading } from '../../cell/reading.ts'
import { numberReadingWords } from '../../words/cell.ts'
import { type Doubt, doubt } from '../problems.ts'
import type { Answers } from '../profile.ts'
import { refusedText, type Taken, taken } from './taken.ts'

/** A count as it is staged: whole, or a state. */
export interface Count {
  readonly state: CellState
  readonly value: number | null
  readonly flags: readonly CellFlag[]
  /** Words beside it: 「中止（台風）」. */
  readonly remark: string
}

/**
 * A count in a cell of a book (domain §2): 「３人」 「19件」 「１，２３４」 「…」 「中止」. A lone dash is what the profile
 * answers, else blank with a doubt; brackets are never part of the figure.
 */
export function readCount(text: string, unit: string, answers: Answers): Taken<Count> {
  const reading = readNumber(text, {
    unit,
    door: 'import',
    ...(answers.dash === undefined ? {} : { dash: answers.dash }),
    ...(answers.brackets === undefined ? {} : { brackets: answers.brackets }),
  })
  return countOf(reading, text)
}

/** A count that stands as a number in the workbook. */
export const numberCount = (value: number, unit: string): Taken<Count> =>
  countOf(readNumber(value, { unit }), String(value))

const stateCount = (state: CellState, remark = ''): Count => ({ state, value: null, flags: [], remark })

function countOf(reading: NumberReading, text: string): Taken<Count> {
  switch (reading.outcome) {
    case 'ask':
      if (reading.question.code === 'dash') {
        const blank = stateCount('blank')
        return taken(
          blank,
          {
            as: numberReadingWords({ outcome: 'state', state: 'blank', why: [], findings: [] }),
            took: 'unknown',
          },
          { doubts: [doubt('dashBlank')], asks: 'dash' },
        )
      }
      if (reading.question.code === 'brackets') return refusedText('bracketsAsked', {}, { asks: 'brackets' })
      return refusedText('numberUnreadable', { reason: 'notANumber' })
    case 'refused':
      return refusedText('numberUnreadable', { reason: reading.reason })
    case 'state': {
      const remark = remarkOf(reading)
      const answered = reading.why.includes('answered')
      const shown =
        reading.state === 'blank' && !answered
          ? null
          : ({ as: numberReadingWords(reading), took: answered ? 'answer' : 'plain' } as const)
      return taken(stateCount(reading.state, remark), shown, answered ? { asks: 'dash' } : {})
    }
    case 'value':
      return valueCount(reading, text)
  }
}

function valueCount(reading: Extract<NumberReading, { outcome: 'value' }>, text: string): Taken<Count> {
  const bracketed = reading.bracket === null ? {} : ({ asks: 'brackets' } as const)
  if (reading.bracket !== null && /^[\s　]*[(（]/.test(text)) {
    // 「(12)」 alone: another figure than the one asked for.
    return taken(stateCount('blank'), { as: numberReadingWords(reading), took: 'answer' }, bracketed)
  }
  const { quantity } = reading
  if (quantity.kind !== 'integer') {
    return refusedText('numberUnreadable', { reason: quantity.kind === 'fraction' ? 'notWhole' : 'notExact' })
  }
  if (quantity.integer < 0) return refusedText('negativeCount')
  const answered = reading.why.includes('answered')
  const worth = reading.why.length > 0
  return taken(
    { state: 'value', value: quantity.integer, flags: reading.flags, remark: remarkOf(reading) },
    worth ? { as: numberReadingWords(reading), took: answered ? 'answer' : 'plain' } : null,
    {
      doubts: numberDoubts(reading),
      ...(answered && reading.bracket === null ? { asks: 'dash' as const } : bracketed),
    },
  )
}

function numberDoubts(reading: Extract<NumberReading, { outcome: 'value' }>): readonly Doubt[] {
  return reading.findings.flatMap((finding): readonly Doubt[] =>
    finding.code === 'unitDiffers'
      ? [doubt('unitDiffers', { written: finding.written, expected: finding.expected })]
      : finding.code === 'remark' && !/^(?:延べ|のべ|計|合計)$/.test(finding.text)
        ? [doubt('remarkBesideNumber')]
        : [],
  )
}

const remarkOf = (reading: Extract<NumberReading, { findings: unknown }>): string =>
  reading.findings.flatMap((finding) => (finding.code === 'remark' ? [finding.text] : [])).join('、')
