import type { Page } from 'playwright-core'

/** One key as Playwright names it (`ArrowDown`, `Control+z`), or a sign to type. */
export type Key = string

export interface KeyTimes {
  readonly keys: number
  /**
   * Main-thread time of the renderer from the key until two frames later, in ms: everything that ran there
   * (handlers, render, style, layout, paint's main part), the measuring itself included. See `emptyPage`.
   */
  readonly work: Quantiles
  /** The part of it that was script, style and layout. */
  readonly scriptStyleLayout: Quantiles
  /** All main-thread time of the run, what came later (checks, panels, answers) included, per key. */
  readonly wholePerKey: number
  /** Share of the keys whose change was there in the first frame after them, of those that change anything. */
  readonly firstFrame: number
}

export interface Quantiles {
  readonly p50: number
  readonly p95: number
  readonly max: number
}

export interface KeyOptions {
  readonly keys: readonly Key[]
  /**
   * A JavaScript expression whose value changes when a key's change is on the screen:
   * `document.activeElement.value`. Evaluated in the page before the key and in its first frame.
   */
  readonly signature: string
  /** Pause between two keys, in ms. Default 60: a quick typist. */
  readonly pause?: number
}

/** What the page keeps for one key. */
interface Probe {
  before: string
  inFirstFrame: string | null
}

declare global {
  interface Window {
    __keyProbe?: Probe
    __keySignature?: () => string
  }
}

/**
 * Presses keys one after another and tells what each cost the main thread, by the browser's own counters
 * (`Performance.getMetrics`), and whether what it changed was there in the first frame.
 */
export async function measureKeys(page: Page, options: KeyOptions): Promise<KeyTimes> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async (): Promise<{ readonly task: number; readonly parts: number }> => {
    const { metrics } = await session.send('Performance.getMetrics')
    const value = (name: string): number =>
      1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0)
    return {
      task: value('TaskDuration'),
      parts: value('ScriptDuration') + value('RecalcStyleDuration') + value('LayoutDuration'),
    }
  }
  await installProbe(page, options.signature)
  const work: number[] = []
  const parts: number[] = []
  let changed = 0
  let inFirst = 0
  const begin = await read()
  for (const key of options.keys) {
    const before = await read()
    await page.keyboard.press(key)
    await twoFrames(page)
    const after = await read()
    work.push(after.task - before.task)
    parts.push(after.parts - before.parts)
    const { first, end, start } = await page.evaluate(() => ({
      start: window.__keyProbe?.before ?? '',
      first: window.__keyProbe?.inFirstFrame ?? null,
      end: window.__keySignature?.() ?? '',
    }))
    if (end !== start) changed += 1
    if (end !== start && first === end) inFirst += 1
    await page.waitForTimeout(options.pause ?? 60)
  }
  const end = await read()
  await session.detach()
  return {
    keys: options.keys.length,
    work: quantiles(work),
    scriptStyleLayout: quantiles(parts),
    wholePerKey: round((end.task - begin.task) / Math.max(1, options.keys.length)),
    firstFrame: changed === 0 ? 1 : round(inFirst / changed),
  }
}

/**
 * The same keys on a page with one bare input, in the same browser: what the measuring and the browser cost by
 * themselves. Its tab is closed again.
 */
export async function measureEmptyPage(page: Page, keys: readonly Key[]): Promise<KeyTimes> {
  const bare = await page.context().newPage()
  try {
    await bare.setContent('<input id="bare" autofocus>')
    await bare.locator('#bare').focus()
    return await measureKeys(bare, { keys, signature: 'document.getElementById("bare").value' })
  } finally {
    await bare.close()
    await page.bringToFront()
  }
}

/**
 * Notes the signature before each key reaches anyone, and again when the first frame after it is done: a task
 * behind the frame's own callbacks sees what was painted.
 */
async function installProbe(page: Page, signature: string): Promise<void> {
  // As text: the page's own policy forbids making functions from strings inside it.
  await page.evaluate(`window.__keySignature = () => String(${signature})`)
  await page.evaluate(() => {
    const read = (): string => window.__keySignature?.() ?? ''
    window.addEventListener(
      'keydown',
      () => {
        const probe = { before: read(), inFirstFrame: null as string | null }
        window.__keyProbe = probe
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            probe.inFirstFrame = read()
          }
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
}

async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number): number => round(sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN)
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

const round = (value: number): number => Math.round(value * 100) / 100
