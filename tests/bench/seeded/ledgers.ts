import type { TallyRow } from '../../../src/shared/statistics/rows.ts'
import { monthsOf } from '../../../src/shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../src/shared/time/fiscal-year.ts'

/** A cell with what no one knows of a real one. */
export interface SeededCell {
  readonly row: TallyRow
  readonly mean: number
  /** Variance ÷ mean. */
  readonly dispersion: number
  readonly size: string
}

export interface SeededLedger {
  readonly tallies: readonly TallyRow[]
  readonly cells: readonly SeededCell[]
}

/** Means of a month, of an item of a small, a usual, a large contractor. */
export const sizeClasses = [
  { name: '1–5', from: 1, to: 5 },
  { name: '5–20', from: 5, to: 20 },
  { name: '20–100', from: 20, to: 100 },
  { name: '100–1000', from: 100, to: 1_000 },
  { name: '1000–20000', from: 1_000, to: 20_000 },
] as const

export type Random = () => number

/** mulberry32: the same on every machine. */
export function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Marsaglia and Tsang's gamma with mean `shape`. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

function poisson(random: Random, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  let [count, product] = [-1, 1]
  do {
    product *= 1 - random()
    count += 1
  } while (product > Math.exp(-mean))
  return count
}

/** A count with this mean and variance = dispersion × mean. */
export function countOf(random: Random, mean: number, dispersion: number): number {
  return dispersion <= 1.001
    ? poisson(random, mean)
    : poisson(random, (dispersion - 1) * gamma(random, mean / (dispersion - 1)))
}

const years = [2021, 2022, 2023, 2024]
/** Statistics without bounds between them, so that only the rules on numbers speak. */
const statistics = [
  'consultation.events',
  'coordination.events',
  'referral.events',
  'place.attendance',
  'network.agencies',
  'outreach.visitors',
]

/** Three parties with ten items each over four years, item by item and month by month. */
export function makeLedger(seed: number): SeededLedger {
  const random = randomOf(seed)
  const cells: SeededCell[] = []
  for (let party = 0; party < 3; party += 1) {
    for (let item = 0; item < 10; item += 1) {
      const size = sizeClasses[Math.floor(random() * sizeClasses.length)] ?? sizeClasses[0]
      cells.push(...itemOf(random, `party-${seed}-${party}`, item, size))
    }
  }
  return { cells, tallies: cells.map(({ row }) => row) }
}

function itemOf(
  random: Random,
  party: string,
  item: number,
  size: (typeof sizeClasses)[number],
): readonly SeededCell[] {
  const base = size.from * (size.to / size.from) ** random()
  // Half of the items scatter as a Poisson, the others up to three times as much.
  const dispersion = random() < 0.5 ? 1 : 1 + 2 * random()
  const swing = 0.4 * random()
  const top = 12 * random()
  const quirks = Array.from({ length: 12 }, () => 1 + 0.08 * normal(random))
  let level = base
  return years.flatMap((fiscalYear) => {
    level *= Math.exp(0.12 * normal(random))
    return monthsOf(fiscalYearPeriod(fiscalYear)).map((month, at) => {
      const mean = Math.max(
        0.2,
        level * (1 + swing * Math.cos(((at - top) / 6) * Math.PI)) * (quirks[at] ?? 1),
      )
      const row: TallyRow = {
        id: `${party}-${item}-${month}`,
        party,
        statistic: statistics[item % statistics.length] ?? '',
        fiscalYear,
        month,
        keys: item < statistics.length ? {} : { method: `m${item}` },
        state: 'value',
        value: countOf(random, mean, dispersion),
        flags: [],
        adopted: true,
        comment: '',
      }
      return { row, mean, dispersion, size: size.name }
    })
  })
}
