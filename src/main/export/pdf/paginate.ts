import type { Strip } from './strip.ts'

export interface PlacedStrip {
  readonly strip: Strip
  /** Distance from the top of the text area. */
  readonly top: number
}

export type LaidPage = readonly PlacedStrip[]

/** Heights are sums of floats; a page that is full to the last point still takes its strip. */
const tolerance = 0.05

/**
 * Stacks strips into pages of one depth. A page ends only where both neighbours allow it; a chain of kept
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
  for (let at = 0; at < strips.length; ) {
    const first = strips[at]
    if (!first) break
    if (first.pageBreak) turn()
    const end = chainEnd(strips, at)
    const chain = strips.slice(at, end)
    const head = page.length === 0 ? repeatedFor(strips, at) : []
    const needed = heightOf([...head, ...chain], page.length === 0)
    if (used + needed > depth + tolerance && page.length > 0) {
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

/** Index behind the last strip that must stand on the page of the strip `at`. */
function chainEnd(strips: readonly Strip[], at: number): number {
  let end = at + 1
  while (end < strips.length && strips[end - 1]?.keepWithNext && !strips[end]?.pageBreak) end++
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
