import type { Strip } from './strip.ts'

export interface PlacedStrip {
  readonly strip: Strip
  /** Distance from the top of the text area. */
  readonly top: number
}

export type LaidPage = readonly PlacedStrip[]

/** Heights are sums of floats; a page that is full to the last point still takes its strip. */
const tolerance = 0.05

/** Rather than leave more of a page empty than this, a table is parted that would fit on the next one. */
const mostEmpty = 1 / 4

/**
 * Stacks strips into pages of one depth. A page ends only where both neighbours allow it, and not within a
 * table that fits on the next page unless more than a quarter of this one would stay empty; a chain of kept
 * strips that is longer than a page is parted where the page is full. A page that begins inside a table
 * begins with the table's repeated head.
 */
export function paginate(strips: readonly Strip[], depth: number): LaidPage[] {
  const pages: PlacedStrip[][] = []
  let page: PlacedStrip[] = []
  let used = 0
  const turn = (): void => {
    if (page.length > 0) pages.push(page)
    page = []
    used = 0
  }
  const put = (strip: Strip): void => {
    const top = page.length === 0 ? 0 : used + strip.before
    page.push({ strip, top })
    used = top + strip.height
  }
  // Inside a table that has begun to be parted, the page is filled.
  let partedUntil = 0
  for (let at = 0; at < strips.length; ) {
    const first = strips[at]
    if (!first) break
    if (first.pageBreak) turn()
    const head = page.length === 0 ? repeatedFor(strips, at) : []
    const fits = (end: number): boolean =>
      used + heightOf([...head, ...strips.slice(at, end)], page.length === 0) <= depth + tolerance
    const whole = chainEnd(strips, at, true)
    if (!fits(whole) && page.length > 0 && depth - used > depth * mostEmpty) partedUntil = whole
    const end = at < partedUntil ? chainEnd(strips, at, false) : whole
    const chain = strips.slice(at, end)
    if (!fits(end) && page.length > 0) {
      turn()
      continue
    }
    for (const strip of head) put(strip)
    for (const strip of chain) {
      if (page.length > 0 && used + strip.before + strip.height > depth + tolerance) {
        turn()
        for (const again of strip.repeated ?? []) put(again)
      }
      put(strip)
    }
    at = end
  }
  turn()
  return pages
}

/** Index behind the last strip that must, or with `whole` also should, stand on the page of the strip `at`. */
function chainEnd(strips: readonly Strip[], at: number, whole: boolean): number {
  const holds = (strip: Strip | undefined): boolean =>
    strip?.keepWithNext === true || (whole && strip?.staysWithNext === true)
  let end = at + 1
  while (end < strips.length && holds(strips[end - 1]) && !strips[end]?.pageBreak) end++
  return end
}

/** The head to repeat when a page begins with this strip: only if the one before belongs to the same table. */
function repeatedFor(strips: readonly Strip[], at: number): readonly Strip[] {
  const repeated = strips[at]?.repeated
  const before = strips[at - 1]?.repeated
  return repeated !== undefined && before === repeated ? repeated : []
}

function heightOf(strips: readonly Strip[], atTop: boolean): number {
  return strips.reduce(
    (sum, strip, index) => sum + (atTop && index === 0 ? 0 : strip.before) + strip.height,
    0,
  )
}
