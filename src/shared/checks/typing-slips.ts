import { logCount, logSum } from './count-likelihood.ts'

export type SlipKind = 'digit' | 'unit'

/** What someone may have meant who typed a number, with the probability of just this slip of it. */
interface Intended {
  readonly value: number
  readonly kind: SlipKind
  readonly log: number
}

/** How often a slip is of a kind (domain §7); together 1. */
const weights = { tenfold: 0.12, tenth: 0.1, inserted: 0.23, dropped: 0.22, transposed: 0.25, thousand: 0.08 }

/**
 * Every number that one slip of the keyboard or of the unit makes into `typed`: a digit inserted or
 * dropped, two neighbours changed, ×10, ÷10, 千円 for 円 and back.
 */
export function intendedBy(typed: number): readonly Intended[] {
  if (!Number.isInteger(typed) || typed < 0) return []
  const text = String(typed)
  const found: Intended[] = []
  const add = (value: number, kind: SlipKind, probability: number): void => {
    if (value !== typed && value >= 0) found.push({ value, kind, log: Math.log(probability) })
  }
  for (let at = 0; at < text.length && text.length > 1; at += 1) {
    const rest = text.slice(0, at) + text.slice(at + 1)
    if (rest.startsWith('0') && rest !== '0') continue
    add(Number(rest), 'digit', weights.inserted / (10 * text.length))
  }
  for (let at = 0; at <= text.length; at += 1) {
    for (let digit = at === 0 ? 1 : 0; digit < 10; digit += 1) {
      const whole = Number(text.slice(0, at) + digit + text.slice(at))
      add(whole, 'digit', weights.dropped / (text.length + 1))
    }
  }
  for (let at = 0; at + 1 < text.length; at += 1) {
    const other = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
    add(Number(other), 'digit', weights.transposed / (text.length - 1))
  }
  if (typed % 10 === 0) add(typed / 10, 'digit', weights.tenfold)
  for (let last = 0; last < 10; last += 1) add(typed * 10 + last, 'digit', weights.tenth)
  if (typed % 1000 === 0) add(typed / 1000, 'unit', weights.thousand)
  return found
}

export interface SlipJudgement {
  /** log of: how much better a slip explains the number than chance does. */
  readonly log: number
  readonly kind: SlipKind
  /** What was most probably meant. */
  readonly likely: number
}

/**
 * Weighs two explanations of a typed number against each other: that it is a count with this mean and
 * variance, and that such a count was mistyped. Null when no slip leads to it.
 */
export function judgeSlip(typed: number, mean: number, variance: number): SlipJudgement | null {
  const explained = intendedBy(typed).map(({ value, kind, log }) => ({
    value,
    kind,
    log: log + logCount(value, mean, variance),
  }))
  // 千円 for 円: whatever lies within the thousand; the density of the counts over that width.
  const width = Math.min(1000, Math.sqrt(2 * Math.PI * variance))
  const middle = Math.round(Math.min(Math.max(mean, typed * 1000), typed * 1000 + 999))
  const thousand = Math.log(weights.thousand * width) + logCount(middle, mean, variance)
  explained.push({ value: typed * 1000, kind: 'unit', log: thousand })
  const best = explained.reduce((one, other) => (other.log > one.log ? other : one))
  if (!Number.isFinite(best.log)) return null
  const slips = logSum(explained.map(({ log }) => log))
  return { log: slips - logByChance(typed, mean, variance), kind: best.kind, likely: best.value }
}

/** Now and then a month is truly unlike the others (a campaign, an illness): one in fifty, three times as wide. */
const odd = { share: 0.02, wider: 9 }

/** log P of a number that nobody mistyped. */
export function logByChance(value: number, mean: number, variance: number): number {
  return logSum([
    Math.log(1 - odd.share) + logCount(value, mean, variance),
    Math.log(odd.share) + logCount(value, mean, variance * odd.wider),
  ])
}
