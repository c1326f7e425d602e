/** Twelve months from April on; null where there is no number. */
export type YearOfCounts = readonly (number | null)[]

export interface Expected {
  readonly mean: number
  /** Of the number itself, with what is not known of the mean. */
  readonly variance: number
}

/** What is expected in each month of a year, given all the others. */
export interface YearModel {
  /**
   * Of a month by its index, made without that month's number and without that of `beside`; null where
   * there is no number, or nothing to compare it with.
   */
  expected(index: number, beside?: number): Expected | null
}

/** Assumed before anything is seen: dispersion (variance ÷ mean) with the weight of so many numbers. */
const usual = { dispersion: 1.3, weight: 4 }
/** A year's level beside the last one's, and a month beside the year's mean: relative variances. */
const drift = 0.12
const season = { least: 0.002, most: 1.5, unknown: 0.06 }

/**
 * The course of a count (domain §7: the same month last year, and the neighbours): expected = level of this
 * year × factor of the month.
 *
 * The factor comes from earlier years, drawn towards the smooth course of their months as far as they differ
 * from it no more than chance would have it (empirical Bayes); the level from the other months of this year, one that stands out far
 * clipped, drawn towards last year's while there are few. The dispersion is that of all other numbers about
 * the same model, so that an uneven count expects to be uneven; where most months have none at all, only
 * those that have some are compared.
 */
export function modelYear(year: YearOfCounts, earlier: readonly YearOfCounts[]): YearModel {
  const history = earlier.filter((one) => one.some((value) => value !== null)).slice(0, 4)
  const size = sizeOfEvents([year, ...history])
  if (size === null) return modelCourse(year, history, usual.dispersion)
  // Events of one kind differ by half of their size, before anything is seen.
  return modelCourse(withoutZeros(year), history.map(withoutZeros), Math.max(usual.dispersion, size / 4))
}

/**
 * How many come at a time, where it is many at a time or none at all (events, lectures): a month without any
 * says nothing of the others. Null for what goes on all the year.
 */
function sizeOfEvents(years: readonly YearOfCounts[]): number | null {
  const values = years.flat().filter((value) => value !== null)
  const some = values.filter((value) => value > 0)
  const zeros = values.length - some.length
  const size = some.reduce((all, value) => all + value, 0) / Math.max(1, some.length)
  return zeros >= 3 && zeros >= 0.12 * values.length && size > 8 ? size : null
}

const withoutZeros = (year: YearOfCounts): YearOfCounts => year.map((value) => (value === 0 ? null : value))

function modelCourse(year: YearOfCounts, history: readonly YearOfCounts[], usually: number): YearModel {
  const { factors, spread, exposure, levels, scatter } = seasonOf(history, usually)
  const lastLevel = levels[0] ?? null
  const clipped = clippedYear(year, factors, lastLevel, scatter.dispersion)
  const residuals = year.map((value, at) => {
    const mean = Math.max(clipped.level * (factors[at] ?? 1), 0.1)
    return value === null ? null : (value - mean) ** 2 / mean
  })
  return {
    expected(index, beside = index) {
      if ((year[index] ?? null) === null) return null
      let [sum, weight, squares, count] = [0, 0, scatter.squares, scatter.freedom]
      for (let at = 0; at < year.length; at += 1) {
        const residual = residuals[at] ?? null
        if (residual === null || at === index || at === beside) continue
        sum += clipped.values[at] ?? 0
        weight += factors[at] ?? 1
        squares += residual
        count += 1
      }
      const dispersion = Math.max(
        1,
        (squares + usually * usual.weight) / (Math.max(0, count - 1) + usual.weight),
      )
      if (weight === 0 && lastLevel === null) return null
      // Last year's level counts as so many months of this year as it is sure.
      const prior = lastLevel === null ? 0 : dispersion / (drift * Math.max(lastLevel, 0.3))
      const level = Math.max((sum + prior * (lastLevel ?? 0)) / (weight + prior), 0.05)
      const factor = factors[index] ?? 1
      const mean = level * factor
      const seen = (exposure[index] ?? 0) / dispersion
      const known = seen + 1 / spread
      // What the smooth course itself is unsure of, as far as the factor leans on it.
      const lean = seen === 0 ? 0 : (1 / spread / known) ** 2 * (kernelNoise / seen)
      const relative = 1 / (Math.max(factor, 0.1) * known) + lean + dispersion / (level * (weight + prior))
      return { mean, variance: dispersion * mean + relative * mean * mean }
    },
  }
}

interface Season {
  readonly factors: readonly number[]
  /** Relative variance of the months about the year's mean. */
  readonly spread: number
  readonly exposure: readonly number[]
  /** Mean of each earlier year, newest first. */
  readonly levels: readonly number[]
  readonly scatter: { readonly squares: number; readonly freedom: number; readonly dispersion: number }
}

function seasonOf(history: readonly YearOfCounts[], usually: number): Season {
  let factors: number[] = Array.from({ length: 12 }, () => 1)
  let spread: number = season.unknown
  let exposure: number[] = Array.from({ length: 12 }, () => 0)
  let levels: number[] = []
  let scatter = { squares: 0, freedom: 0, dispersion: usually }
  for (let round = 0; round < 3 && history.length > 0; round += 1) {
    levels = history.map((one) => levelOf(one, factors))
    exposure = factors.map((_factor, at) =>
      history.reduce((sum, one, k) => sum + ((one[at] ?? null) === null ? 0 : (levels[k] ?? 0)), 0),
    )
    const totals = factors.map((_factor, at) => history.reduce((sum, one) => sum + (one[at] ?? 0), 0))
    const course = courseOf(totals, exposure)
    spread = spreadOf(totals, course, exposure, scatter.dispersion)
    factors = totals.map((total, at) => {
      const weight = 1 / spread
      const middle = course[at] ?? 1
      return (
        (total / scatter.dispersion + middle * weight) / ((exposure[at] ?? 0) / scatter.dispersion + weight)
      )
    })
    scatter = scatterOf(history, levels, factors, exposure, spread, usually)
  }
  return { factors, spread, exposure, levels, scatter }
}

function levelOf(year: YearOfCounts, factors: readonly number[]): number {
  let [sum, weight] = [0, 0]
  year.forEach((value, at) => {
    if (value === null) return
    sum += value
    weight += factors[at] ?? 1
  })
  return weight === 0 ? 0 : Math.max(sum / weight, 0.05)
}

/** A month leans on itself and on the two at either side, across the turn of the year. */
const kernel = [0.085, 0.24, 0.35, 0.24, 0.085] as const
/** What chance leaves of a month's variance in the smooth course, and in a month beside it. */
const kernelNoise = 0.252
const besideNoise = 0.552

/** The smooth course of the year: each month beside the year's mean, with its neighbours. */
function courseOf(totals: readonly number[], exposure: readonly number[]): readonly number[] {
  return totals.map((_total, at) => {
    let [sum, weight] = [0, 0]
    kernel.forEach((share, step) => {
      const month = (at + step + 10) % 12
      const exposed = exposure[month] ?? 0
      if (exposed === 0) return
      sum += (share * (totals[month] ?? 0)) / exposed
      weight += share
    })
    return weight === 0 ? 1 : Math.max(sum / weight, 0.05)
  })
}

/** By how much months differ from the smooth course, beyond what chance makes of their counts. */
function spreadOf(
  totals: readonly number[],
  course: readonly number[],
  exposure: readonly number[],
  dispersion: number,
): number {
  let [squares, chance, months] = [0, 0, 0]
  totals.forEach((total, at) => {
    const exposed = exposure[at] ?? 0
    if (exposed === 0) return
    squares += (total / exposed - (course[at] ?? 1)) ** 2
    chance += dispersion / exposed
    months += 1
  })
  if (months < 4) return season.unknown
  return Math.min(season.most, Math.max(season.least, (squares / besideNoise - chance) / months))
}

/** The scatter of the earlier years about the model, and how many numbers say so. */
function scatterOf(
  history: readonly YearOfCounts[],
  levels: readonly number[],
  factors: readonly number[],
  exposure: readonly number[],
  spread: number,
  usually: number,
): Season['scatter'] {
  let [squares, count] = [0, 0]
  history.forEach((one, k) => {
    one.forEach((value, at) => {
      if (value === null) return
      const mean = Math.max((levels[k] ?? 0) * (factors[at] ?? 1), 0.1)
      squares += (value - mean) ** 2 / mean
      count += 1
    })
  })
  // Every factor that is its month's own uses up a number, one that was drawn to 1 almost none.
  const used = exposure.reduce((sum, exposed) => sum + exposed / (exposed + usually / spread), 0)
  const freedom = Math.max(0, count - history.length - used * (11 / 12))
  const dispersion = Math.max(1, (squares + usually * usual.weight) / (freedom + usual.weight))
  return { squares, freedom, dispersion }
}

/** This year's numbers with those far from the others' level drawn in, so that one mistake moves nothing. */
function clippedYear(
  year: YearOfCounts,
  factors: readonly number[],
  lastLevel: number | null,
  dispersion: number,
): { readonly values: YearOfCounts; readonly level: number } {
  const ratios = year
    .flatMap((value, at) => (value === null ? [] : [value / Math.max(factors[at] ?? 1, 0.1)]))
    .sort((a, b) => a - b)
  const inner = ratios.length >= 5 ? ratios.slice(1, -1) : ratios
  const middle =
    inner.length === 0 ? (lastLevel ?? 0) : inner.reduce((sum, one) => sum + one, 0) / inner.length
  let level = ratios.length <= 2 && lastLevel !== null ? lastLevel : middle
  let values: YearOfCounts = year
  for (let round = 0; round < 2; round += 1) {
    values = year.map((value, at) => {
      if (value === null) return null
      const mean = Math.max(level * (factors[at] ?? 1), 0.1)
      const reach = 3 * Math.sqrt(dispersion * mean) + 1
      return Math.min(mean + reach, Math.max(mean - reach, value))
    })
    level = levelOf(values, factors)
  }
  return { values, level }
}
