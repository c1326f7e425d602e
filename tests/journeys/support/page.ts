import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export interface WatchedPage {
  readonly page: Page
  /** Refusals of the content policy, uncaught errors, and requests that would leave the PC. */
  readonly troubles: string[]
  close(): Promise<void>
}

/** A tab in the size of an office screen, in which every breach is written down. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions & { readonly withFonts?: boolean } = {},
): Promise<WatchedPage> {
  const { withFonts = true, ...contextOptions } = options
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
    ...contextOptions,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  // Behaviour does not need 18 MB of glyphs in every test.
  if (!withFonts) await page.route('**/*.ttf', (route) => route.abort())
  const troubles: string[] = []
  const origin = new URL(address).origin
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  // 「この画面を離れますか」: the person leaves.
  page.on('dialog', (dialog) => void dialog.accept())
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) troubles.push(`request: ${url}`)
  })
  await page.exposeFunction('__trouble', (text: string) => troubles.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const hear = (window as { readonly __trouble?: (text: string) => void }).__trouble
      hear?.(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  await page.goto(address)
  // The token is good once: leaving before it was exchanged would lose it.
  await page.waitForFunction(() => sessionStorage.length > 0)
  return { page, troubles, close: () => context.close() }
}

/** An open ledger begins at ホーム; from there to 資料作成. */
export async function goToPapers(page: Page, timeout = 8_000): Promise<void> {
  await page.getByRole('link', { name: '資料作成' }).click({ timeout })
  await page.getByRole('heading', { name: '資料作成' }).waitFor()
}
