import type { Quantity } from './cell.ts'
import { exactFromDigits, exactOf, toQuantity } from './exact.ts'
import { readBrackets } from './read-brackets.ts'
import { fromPlain, readTight } from './read-plain.ts'
import { readSpecial } from './read-special.ts'
import type { NumberContext, NumberReading } from './reading.ts'
import { refusedReading, stateReading, valueReading } from './reading-build.ts'

/**
 * Reads a number as offices write it (domain §2). Never throws: it gives a value, a state, a question or a
 * refusal, each with what it was taken for and why. Longest text read: 100 characters.
 */
export function readNumber(
  input: string | number | null | undefined,
  context: NumberContext = {},
): NumberReading {
  if (input === null || input === undefined) return stateReading('blank')
  if (typeof input === 'number') return readFloat(input, context)
  if (input.length > 1_000) return refusedReading('tooLong')
  const text = normalise(input)
  if (text === '') return stateReading('blank')
  if (text.length > 100) return refusedReading('tooLong')
  const reading =
    readSpecial(text, context) ??
    readRangeWithRemark(text, context) ??
    readBrackets(text, context) ??
    readRangeOrPlain(text, context)
  if (reading.outcome === 'ask' && reading.question.code === 'dash') {
    return { outcome: 'ask', question: { ...reading.question, written: input.trim() } }
  }
  return reading.outcome === 'value' && /[０-９]/.test(input)
    ? { ...reading, why: ['fullWidth', ...reading.why] }
    : reading
}

/**
 * Full-width ASCII and half-width kana only. Unicode's own normalisation would turn the foot-note mark of
 * 「12²」 into the number 122, and ① into 1.
 */
function normalise(input: string): string {
  return input
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[｡-ﾟ]+/g, (kana) => kana.normalize('NFKC'))
    .replace(/￥/g, '¥')
    .replace(/(?<=\d)、(?=\d{3})/g, ',')
    .replace(/[\s\u200b\u200e\u200f\ufeff]+/g, ' ')
    .trim()
}

/** A number as a workbook stores it. Floats are taken as Excel shows them: 15 significant digits. */
function readFloat(input: number, context: NumberContext): NumberReading {
  if (!Number.isFinite(input)) return refusedReading('notANumber')
  if (Math.abs(input) > Number.MAX_SAFE_INTEGER) return refusedReading('tooLarge')
  const shown = Number(input.toPrecision(15))
  const text = String(Math.abs(shown))
  // 1e-9 is a remainder of floating point, not a figure of an office.
  if (text.includes('e')) return refusedReading('notANumber')
  const exact = exactFromDigits(text)
  const quantity = toQuantity(shown < 0 ? exactOf(-exact.top, exact.bottom) : exact)
  if (quantity === null) return refusedReading('tooLarge')
  return valueReading(quantity, context.unit ?? null, shown === input ? [] : ['floatNoise'])
}

/** 「92人以上133人以下（重複を含む）」. */
function readRangeWithRemark(text: string, context: NumberContext): NumberReading | null {
  const found = /^([^()]*(?:以上.*以下|[~〜]|から)[^()]*)\(([^()\d]+)\)$/.exec(text)
  if (found === null) return null
  const reading = readRangeOrPlain((found[1] ?? '').trim(), context)
  if (reading.outcome !== 'value') return reading
  return { ...reading, findings: [...reading.findings, { code: 'remark', text: found[2] ?? '' }] }
}

function readRangeOrPlain(text: string, context: NumberContext): NumberReading {
  if (/[①-⓿❶-➓Ⅰ-ⅿ½¼¾⅐-⅞]/.test(text)) return refusedReading('enumerationMark')
  const tight = text.replaceAll(' ', '')
  const between = /^(.+?)以上(.+?)以下$/.exec(tight) ?? /^(.+?)(?:[~〜]|から)(.+?)(?:まで)?$/.exec(tight)
  if (between) return readRange(between[1] ?? '', between[2] ?? '', context)
  const plain = readTight(text, context.unit)
  if (plain.ok) return fromPlain(plain)
  const several = plain.reason === 'notANumber' && /\d\D*[/・,、とや;:]\D*\d/.test(tight)
  return refusedReading(several ? 'severalNumbers' : plain.reason)
}

function readRange(lowText: string, highText: string, context: NumberContext): NumberReading {
  const high = readTight(highText, context.unit)
  const low = readTight(lowText, context.unit)
  if (!low.ok) return refusedReading(low.reason)
  if (!high.ok) return refusedReading(high.reason)
  if (low.quantity.kind !== 'integer' || high.quantity.kind !== 'integer') return refusedReading('notANumber')
  if (low.quantity.integer > high.quantity.integer) return refusedReading('rangeReversed')
  const quantity: Quantity =
    low.quantity.integer === high.quantity.integer
      ? low.quantity
      : { kind: 'range', low: low.quantity.integer, high: high.quantity.integer }
  return valueReading(quantity, high.unit, [...new Set([...low.why, ...high.why, 'range' as const])], {
    flags: [...new Set([...low.flags, ...high.flags])],
    findings: [...low.findings, ...high.findings],
  })
}
