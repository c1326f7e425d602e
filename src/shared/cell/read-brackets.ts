import type { CellFlag, Quantity } from './cell.ts'
import { exactOf, toQuantity } from './exact.ts'
import { fromPlain, type PlainNumber, readTight } from './read-plain.ts'
import type { BracketMeaning, NumberContext, NumberReading } from './reading.ts'
import { refusedReading, valueReading } from './reading-build.ts'
import { decimalText, roundFraction } from './round.ts'

/** Words in brackets that say what kind of number it is. */
const bracketFlags: readonly (readonly [RegExp, CellFlag])[] = [
  [/^(速報値?|暫定値?|p)$/, 'provisional'],
  [/^(訂正値?|修正値?|改訂値?|r)$/, 'revised'],
  [/^(概数|推計値?|見込み?|見込値|推定値?)$/, 'estimate'],
]

/** Words before the number that say what the brackets mean: then nothing needs to be asked. */
const bracketWords: readonly (readonly [RegExp, BracketMeaning])[] = [
  [/^(うち|内数?|内訳)/, 'included'],
  [/^再掲?/, 'repeated'],
  [/^(前年同期|前年度?|昨年度?)/, 'previousYear'],
]

/** 「33（11/12か月分）」, 「88.2（30/34）」, 「45（12）」, 「(12)」, 「12（人）」, 「12（速報値）」. Null: no brackets. */
export function readBrackets(text: string, context: NumberContext): NumberReading | null {
  // 「123 注１）」 is a note mark, no bracket.
  if (/^[^()[\]]*(注|※|\*)\d+\)$/.test(text)) return null
  const found = /^([^()[\]]*)[([]([^()[\]]*)[)\]]([^()[\]]*)$/.exec(text)
  if (found === null) return /[()[\]]/.test(text) ? refusedReading('notANumber') : null
  const [before, inside, after] = [found[1] ?? '', found[2] ?? '', found[3] ?? ''].map((part) => part.trim())
  const outerText = `${before ?? ''}${after ?? ''}`
  const innerText = inside ?? ''
  if (innerText === '') return refusedReading('notANumber')

  const months = /^(\d{1,4})\/(\d{1,4})か月分$/.exec(innerText)
  const parts = /^(\d{1,9})\/(\d{1,9})$/.exec(innerText)
  const said = bracketWords.find(([pattern]) => pattern.test(innerText))
  const inner = readTight(said === undefined ? innerText : innerText.replace(said[0], ''), undefined)
  if (outerText === '') {
    return inner.ok ? brackets(null, inner.quantity, said?.[1], context) : refusedReading(inner.reason)
  }
  const outer = readTight(outerText, context.unit)
  const asUnit = readTight(`${outerText}${innerText}`, context.unit)
  if (!outer.ok) return refusedReading(outer.reason)
  if (months) return withMonths(outer, Number(months[1]), Number(months[2]))
  if (parts) return withParts(outer, Number(parts[1]), Number(parts[2]))
  if (inner.ok) return brackets(outer, inner.quantity, said?.[1], context)
  const flag = bracketFlags.find(([pattern]) => pattern.test(innerText))?.[1]
  if (flag !== undefined) return fromPlain(outer, { flags: [...new Set([...outer.flags, flag])] })
  if (/^(確定値?|確報値?)$/.test(innerText)) return fromPlain(outer)
  if (asUnit.ok && after === '') return fromPlain(asUnit)
  if (/\d/.test(innerText)) return refusedReading('severalNumbers')
  return fromPlain(outer, { findings: [...outer.findings, { code: 'remark', text: innerText }] })
}

function brackets(
  outer: PlainNumber | null,
  inner: Quantity,
  said: BracketMeaning | undefined,
  context: NumberContext,
): NumberReading {
  const meaning = said ?? context.brackets
  if (meaning === undefined) {
    return { outcome: 'ask', question: { code: 'brackets', outer: outer?.quantity ?? null, inner } }
  }
  const bracket = { meaning, quantity: inner }
  const why = said === undefined ? 'answered' : 'bracketWord'
  return outer === null
    ? valueReading(inner, context.unit ?? null, [why], { bracket })
    : fromPlain({ ...outer, why: [...outer.why, why] }, { bracket })
}

function withMonths(outer: PlainNumber, reported: number, expected: number): NumberReading {
  if (reported > expected) return refusedReading('partsContradict')
  return fromPlain({ ...outer, why: [...outer.why, 'monthParts'] }, { parts: { reported, expected } })
}

/** 「88.2（30/34）」: the parts are the truth, if they round to the percentage that is written. */
function withParts(outer: PlainNumber, numerator: number, denominator: number): NumberReading {
  const written = outer.quantity
  if (denominator === 0 || written.kind === 'range') return refusedReading('partsContradict')
  const [top, bottom] =
    written.kind === 'integer' ? [written.integer, 1] : [written.numerator, written.denominator]
  const agrees = [0, 1, 2, 3].some(
    (decimals) =>
      decimalText(roundFraction(numerator * 100, denominator, decimals), decimals) ===
        decimalText(roundFraction(top, bottom, decimals), decimals) && isShort(top, bottom, decimals),
  )
  const quantity = toQuantity(exactOf(BigInt(numerator) * 100n, BigInt(denominator)))
  if (!agrees || quantity === null) return refusedReading('partsContradict')
  return valueReading(quantity, '%', [...outer.why, 'percentParts'], {
    flags: outer.flags,
    findings: outer.findings,
  })
}

/** Whether top/bottom has no more than these decimals. */
function isShort(top: number, bottom: number, decimals: number): boolean {
  return (BigInt(top) * 10n ** BigInt(decimals)) % BigInt(bottom) === 0n
}
