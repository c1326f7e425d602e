import type { CellFlag, Quantity } from './cell.ts'
import { cutCounter, unitOfPlace } from './counters.ts'
import { divide, type Exact, exactOf, toQuantity } from './exact.ts'
import { readDigits } from './read-digits.ts'
import type { NumberFinding, NumberRefusal, ReadingReason, ValueReading } from './reading.ts'
import { type ReadingExtras, valueReading } from './reading-build.ts'

export interface PlainNumber {
  readonly ok: true
  readonly quantity: Quantity
  readonly unit: string | null
  readonly flags: readonly CellFlag[]
  readonly why: readonly ReadingReason[]
  readonly findings: readonly NumberFinding[]
}

export type PlainReading = PlainNumber | { readonly ok: false; readonly reason: NumberRefusal }

const refused = (reason: NumberRefusal): PlainReading => ({ ok: false, reason })

const triangle = /^[△▲⊿∆Δ▼]/
const dash = /^[-−‐‑‒–—―ー➖]/
const estimateBefore = /^(約|およそ|おおよそ|凡そ|おおむね|概ね|ほぼ|推計|推定)/
const estimateAfter = /(程度|前後|ほど|くらい|ぐらい|余り|あまり|強|弱|余)$/
const noteMark = /(※\d*|\*+\d*\)?|†|注\d*\)?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+\)?)$/
const kindWord = /^(延べ|のべ|計|合計|満)/

/**
 * One number without brackets, half-width and without spaces: sign, 約, multipliers, counter, note mark.
 * With a unit of the place (「千円」), a written unit is converted; a different one is a finding.
 */
export function readPlain(input: string, unit: string | undefined): PlainReading {
  const why: ReadingReason[] = []
  const flags: CellFlag[] = []
  const findings: NumberFinding[] = []
  let text = input

  const mark = noteMark.exec(text)?.[0]
  if (mark !== undefined && mark !== text) {
    findings.push({ code: 'noteMark', mark })
    text = text.slice(0, -mark.length)
  }
  const kind = kindWord.exec(text)?.[0]
  if (kind !== undefined) {
    findings.push({ code: 'remark', text: kind })
    text = text.slice(kind.length)
  }
  const status = /^([pr])(?=[\d△▲-])|(?<=\d)([pr])$/.exec(text)
  if (status) {
    const provisional = (status[1] ?? status[2]) === 'p'
    flags.push(provisional ? 'provisional' : 'revised')
    why.push(provisional ? 'provisionalMark' : 'revisedMark')
    text = status[1] === undefined ? text.slice(0, -1) : text.slice(1)
  }
  const about = estimateBefore.exec(text)?.[0]
  if (about !== undefined) text = text.slice(about.length)

  const sign = readSign(text)
  if (sign.reason !== null) why.push(sign.reason)
  text = sign.rest
  let currency = false
  if (/^[¥\\]/.test(text)) {
    currency = true
    text = text.slice(1)
  }
  const aboutBefore = estimateAfter.exec(text)?.[0]
  if (aboutBefore !== undefined) text = text.slice(0, -aboutBefore.length)
  if (/(以上|以下|未満|以内|超|を超える)$/.test(text)) return refused('bound')
  const cut = currency ? { rest: text, counter: '円' } : cutCounter(text)
  text = cut?.rest ?? text
  const aboutAfter = estimateAfter.exec(text)?.[0]
  if (aboutAfter !== undefined) text = text.slice(0, -aboutAfter.length)
  if (about !== undefined || aboutBefore !== undefined || aboutAfter !== undefined) {
    flags.push('estimate')
    why.push('approximately')
  }
  if (text === '') return refused(sign.reason === null ? 'notANumber' : 'signWithoutNumber')

  const digits = readDigits(text)
  if (!digits.ok) return digits
  why.push(...digits.why)
  if (cut !== null) why.push(cut.counter === '%' ? 'percent' : 'counter')
  const place = fitPlace(digits.exact, cut?.counter ?? null, digits.why.includes('multiplier'), unit)
  if (!place.ok) return place
  if (place.finding !== null) findings.push(place.finding)
  const quantity = toQuantity(sign.negative ? exactOf(-place.exact.top, place.exact.bottom) : place.exact)
  if (quantity === null) return refused('tooLarge')
  return { ok: true, quantity, unit: place.unit, flags, why, findings }
}

interface Sign {
  readonly rest: string
  readonly negative: boolean
  readonly reason: ReadingReason | null
}

function readSign(text: string): Sign {
  if (triangle.test(text)) return { rest: text.slice(1), negative: true, reason: 'triangleMinus' }
  if (dash.test(text)) return { rest: text.slice(1), negative: true, reason: 'dashMinus' }
  if (/^\+/.test(text)) return { rest: text.slice(1), negative: false, reason: 'plus' }
  if (/^±0/.test(text)) return { rest: text.slice(1), negative: false, reason: 'plus' }
  return { rest: text, negative: false, reason: null }
}

type Placed =
  | {
      readonly ok: true
      readonly exact: Exact
      readonly unit: string | null
      readonly finding: NumberFinding | null
    }
  | { readonly ok: false; readonly reason: NumberRefusal }

/** 「1,234千円」 in a place of 円 is 1,234,000; in one of 千円 1,234. Bare digits stand in the place's unit. */
function fitPlace(
  exact: Exact,
  counter: string | null,
  multiplied: boolean,
  unit: string | undefined,
): Placed {
  if (unit === undefined) return { ok: true, exact, unit: counter, finding: null }
  const place = unitOfPlace(unit)
  if (counter === null) {
    return multiplied && place.multiplier !== 1n
      ? { ok: false, reason: 'unitUnclear' }
      : { ok: true, exact, unit, finding: null }
  }
  if (counter === place.base) return { ok: true, exact: divide(exact, place.multiplier), unit, finding: null }
  return {
    ok: true,
    exact,
    unit: counter,
    finding: { code: 'unitDiffers', written: counter, expected: unit },
  }
}

/** As {@link readPlain}; spaces may stand beside signs and units, never between two digits. */
export function readTight(text: string, unit: string | undefined): PlainReading {
  if (/\d \d/.test(text)) return refused('severalNumbers')
  return readPlain(text.replaceAll(' ', ''), unit)
}

export const fromPlain = (plain: PlainNumber, extras: ReadingExtras = {}): ValueReading =>
  valueReading(plain.quantity, plain.unit, plain.why, {
    flags: plain.flags,
    findings: plain.findings,
    ...extras,
  })
