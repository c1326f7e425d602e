/** log Γ for x > 0: Stirling's series, after shifting small arguments up. Error below 1e-10. */
export function logGamma(x: number): number {
  let shift = 0
  let at = x
  while (at < 8) {
    shift -= Math.log(at)
    at += 1
  }
  const inverse = 1 / at
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  return shift + (at - 0.5) * Math.log(at) - at + 0.9189385332046727 + series
}

/**
 * log P(count) of a negative binomial with this mean and variance (a Poisson where the variance is not
 * above the mean): counts of events are seldom as even as a Poisson. −∞ for what is no count.
 */
export function logCount(count: number, mean: number, variance: number): number {
  if (!Number.isInteger(count) || count < 0) return Number.NEGATIVE_INFINITY
  const base = Math.max(mean, 0.05)
  if (variance <= base * 1.0001) return count * Math.log(base) - base - logGamma(count + 1)
  const size = (base * base) / (variance - base)
  return (
    logGamma(count + size) -
    logGamma(size) -
    logGamma(count + 1) +
    size * Math.log(size / (size + base)) +
    count * Math.log(base / (size + base))
  )
}

/** log(e^a + e^b + …), −∞ for none. */
export function logSum(logs: readonly number[]): number {
  const most = Math.max(Number.NEGATIVE_INFINITY, ...logs)
  if (!Number.isFinite(most)) return Number.NEGATIVE_INFINITY
  return most + Math.log(logs.reduce((sum, one) => sum + Math.exp(one - most), 0))
}
