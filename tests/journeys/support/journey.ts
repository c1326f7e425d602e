import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { FakeBackend } from '../../renderer/fake/backend.ts'
import { launchBrowser } from './browser.ts'
import { startFakeHost } from './fake-host.ts'
import { openPage, type WatchedPage } from './page.ts'
import { type RealHost, type RealHostOptions, startRealHost } from './real-host.ts'

/** One tab of a browser of its own, watched from the first request on. */
interface Journey {
  readonly page: Page
  readonly watched: WatchedPage
  readonly browser: Browser
  /** Where the host stands, without its token. */
  readonly origin: string
}

export interface FakeJourney extends Journey {
  readonly backend: FakeBackend
}

export interface RealJourney extends Journey {
  readonly host: RealHost
}

export interface JourneyOptions {
  /** Glyphs are fetched only where a picture is looked at. */
  readonly withFonts?: boolean
}

interface Place<T> {
  readonly address: string
  readonly more: T
  close(): Promise<void>
}

/**
 * The journeys of a file walk over the contract in memory: before each of them the backend is as new and the
 * tab stands on its first page, after each of them nothing may have gone wrong unseen.
 *
 * @returns what is open; to be asked from `beforeEach` or a test on, not before.
 */
export function journeyOnFakeHost(
  options: JourneyOptions & { readonly backend?: Parameters<typeof startFakeHost>[0] } = {},
): () => FakeJourney {
  const journey = openForFile(options, async () => {
    const { host, backend } = await startFakeHost(options.backend)
    return { address: host.address, more: { backend }, close: () => host.close() }
  })
  beforeEach(async () => {
    const { backend, page, watched, origin } = journey()
    backend.reset()
    watched.troubles.length = 0
    // Another query is another page: the same address with another fragment would only move in it.
    await page.goto(`${origin}/?${Math.random()}#/`)
  })
  return journey
}

/** The same over the real host and a data folder of the file's own; its tests go on where the last one ended. */
export function journeyOnRealHost(options: JourneyOptions & RealHostOptions = {}): () => RealJourney {
  return openForFile(options, async () => {
    const host = await startRealHost(options)
    return { address: host.run.address, more: { host }, close: () => host.stop() }
  })
}

function openForFile<T>(options: JourneyOptions, start: () => Promise<Place<T>>): () => Journey & T {
  let opened: (Journey & T) | null = null
  const journey = (): Journey & T => {
    if (opened === null) throw new Error('The journey has not begun yet.')
    return opened
  }
  let end = async (): Promise<void> => {}
  beforeAll(async () => {
    const browser = await launchBrowser()
    end = () => browser.close()
    const place = await start()
    end = async () => {
      await browser.close()
      await place.close()
    }
    const watched = await openPage(browser, place.address, { withFonts: options.withFonts ?? false })
    opened = { ...place.more, browser, watched, page: watched.page, origin: new URL(place.address).origin }
  })
  afterAll(() => end())
  afterEach(() => {
    expect(journey().watched.troubles).toEqual([])
  })
  return journey
}
