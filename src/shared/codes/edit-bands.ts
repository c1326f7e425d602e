import { failure, ok, type Result } from '../contract/errors.ts'
import { cleanName } from '../organisation/clean-name.ts'
import type { AgeBand } from './code-list.ts'

/** A band as a form holds it; its code is made by the tool. */
export interface BandWords {
  readonly label: string
  readonly low: number | null
  readonly high: number | null
}

/**
 * Bands as they are kept: youngest first, open at both ends, without gap or overlap, so that every age
 * stands in exactly one. A band keeps the code of the one with its label or its ages. Errors:
 * `nameNotUsable`, `nameTaken`, `bandsBroken` {band}.
 */
export function cleanBands(
  bands: readonly BandWords[],
  before: readonly AgeBand[],
): Result<readonly AgeBand[]> {
  const cleaned: AgeBand[] = []
  const codes = new Set<string>()
  for (const [index, band] of bands.entries()) {
    const label = cleanName(band.label, `bands.${index}.label`)
    if (!label.ok) return label
    if (cleaned.some((one) => one.label === label.value)) {
      return failure('nameTaken', { name: label.value }, `bands.${index}.label`)
    }
    const last = index === bands.length - 1
    const previous = cleaned.at(-1)
    const begins =
      previous === undefined
        ? band.low === null || band.low === 0
        : previous.high !== null && band.low === previous.high + 1
    const ends = last ? band.high === null : band.high !== null && band.high >= (band.low ?? 0)
    if (!begins || !ends) return failure('bandsBroken', { band: label.value }, `bands.${index}.low`)
    const code = codeOf({ ...band, label: label.value }, before, codes)
    codes.add(code)
    cleaned.push({ code, label: label.value, low: band.low, high: band.high })
  }
  return cleaned.length === 0 ? failure('bandsBroken', {}, 'bands') : ok(cleaned)
}

function codeOf(band: BandWords, before: readonly AgeBand[], taken: ReadonlySet<string>): string {
  const same =
    before.find((one) => one.low === band.low && one.high === band.high && !taken.has(one.code)) ?? null
  if (same !== null) return same.code
  const base = band.low === null ? `under${(band.high ?? 0) + 1}` : `${band.low}-${band.high ?? 'over'}`
  const used = new Set([...taken, ...before.map(({ code }) => code)])
  let code = base
  for (let number = 2; used.has(code); number += 1) code = `${base}-v${number}`
  return code
}
