import { toHalfWidthDigits } from '../cell/digits.ts'
import { type AgeBand, type Household8050Rule, unknownCode } from './code-list.ts'

/** Upper end of 「80代以上」: nobody is older. */
export const greatestAge = 150

/** An age as far as it is known, both ends included: 52 is 52–52, 30代 is 30–39, 不明 is null–null. */
export interface AgeRange {
  readonly low: number | null
  readonly high: number | null
}

export const unknownAge: AgeRange = { low: null, high: null }

/**
 * The band in which a whole age range lies. A range that a band's edge cuts counts as 不明, as does a
 * reversed one (domain §3).
 */
export function bandOf(low: number | null, high: number | null, bands: readonly AgeBand[]): string {
  if (low === null && high === null) return unknownCode
  const from = low ?? 0
  const to = high ?? greatestAge
  if (!(from <= to)) return unknownCode
  const band = bands.find(
    (candidate) =>
      (candidate.low === null || candidate.low <= from) && (candidate.high === null || to <= candidate.high),
  )
  return band?.code ?? unknownCode
}

export type AgeReading =
  | { readonly ok: true; readonly age: AgeRange; readonly took: 'exact' | 'decade' | 'unknown' }
  | { readonly ok: false; readonly reason: 'notAnAge' }

/** 「52」 「５２歳」 「30代」 「30代後半」 「80代以上」 「10歳未満」 「不明」; empty is 不明 (domain §4). Never throws. */
export function readAge(input: string | number): AgeReading {
  if (typeof input === 'number') return exact(input)
  if (input.length > 30) return { ok: false, reason: 'notAnAge' }
  const text = toHalfWidthDigits(input).replace(/[\s　]/g, '')
  if (/^(|不明|不詳|未確認|…)$/.test(text)) return { ok: true, age: unknownAge, took: 'unknown' }
  const number = /^(?:満)?(\d{1,3})(?:歳|才)?$/.exec(text)
  if (number) return exact(Number(number[1]))
  if (/^10(歳|才)未満$/.test(text)) return { ok: true, age: { low: 0, high: 9 }, took: 'decade' }
  const decade = /^([1-9]0)(?:歳)?代(前半|後半|以上)?$/.exec(text)
  if (decade === null) return { ok: false, reason: 'notAnAge' }
  const low = Number(decade[1])
  const open = decade[2] === '以上'
  return {
    ok: true,
    age: {
      low: decade[2] === '後半' ? low + 5 : low,
      high: open ? greatestAge : decade[2] === '前半' ? low + 4 : low + 9,
    },
    took: 'decade',
  }
}

function exact(age: number): AgeReading {
  return Number.isInteger(age) && age >= 0 && age <= 120
    ? { ok: true, age: { low: age, high: age }, took: 'exact' }
    : { ok: false, reason: 'notAnAge' }
}

/**
 * 8050 against the person's age (domain §4): `tooYoung` when the person is surely under the rule's age,
 * `unclear` when the known range is cut by it, null when nothing speaks against it.
 */
export function householdsCheck(
  household: string,
  age: AgeRange,
  rule: Household8050Rule,
): 'tooYoung' | 'unclear' | null {
  if (household !== '8050' || (age.low === null && age.high === null)) return null
  if ((age.high ?? greatestAge) < rule.minimumAge) return 'tooYoung'
  return (age.low ?? 0) < rule.minimumAge ? 'unclear' : null
}
