/**
 * 40-page paper with tables → PDF: our render work, warm, against Chromium's print call for the same content
 * with browser and fonts warm. To reach: ratio ≤ 0.5, size ≤ 2 MB. Prints JSON; never fails by time.
 *
 *   node tests/bench/paper-pdf.ts
 */
import { createRequire } from 'node:module'
import { loadPaperFonts } from '../../src/main/export/fonts.ts'
import { renderPdf } from '../../src/main/export/pdf/render-pdf.ts'
import { annualModel } from '../export/fixtures/annual.ts'
import { launchBrowser } from '../journeys/support/browser.ts'
import { paperHtml } from './paper-html.ts'

const rounds = 9
const model = annualModel(39)
const clock = new Date('2024-12-10T00:00:00Z')

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const fonts = loadPaperFonts()
const rendered = await renderPdf(model, { fonts, clock })

/** The page and its fonts come from memory, under an address that no network answers. */
const origin = 'http://paper.invalid'
const files: Readonly<Record<string, string>> = {
  mincho: 'biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  gothic: 'biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  gothicBold: 'biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
}
const resolve = createRequire(import.meta.url).resolve

const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  await page.route(`${origin}/**`, (route) => {
    const file = files[new URL(route.request().url()).pathname.slice(1)]
    if (file) return route.fulfill({ path: resolve(`@expo-google-fonts/${file}`), contentType: 'font/ttf' })
    const fonts = { mincho: '/mincho', gothic: '/gothic', gothicBold: '/gothicBold' }
    return route.fulfill({ body: paperHtml(model, fonts), contentType: 'text/html; charset=utf-8' })
  })
  await page.goto(`${origin}/`)
  await page.evaluate(() => document.fonts.ready)
  // Both warm: the first calls are not counted, and the rounds alternate.
  let printed = await page.pdf({ preferCSSPageSize: true, tagged: true })
  const ours: number[] = []
  const peer: number[] = []
  const peerUntagged: number[] = []
  for (let round = 0; round < 3; round++) await renderPdf(model, { fonts, clock })
  for (let round = 0; round < rounds; round++) {
    ours.push(await timed(() => renderPdf(model, { fonts, clock })))
    peer.push(
      await timed(async () => {
        printed = await page.pdf({ preferCSSPageSize: true, tagged: true })
      }),
    )
    peerUntagged.push(await timed(() => page.pdf({ preferCSSPageSize: true, tagged: false })))
  }
  const result = {
    work: '40-page paper with tables to PDF, milliseconds (median)',
    pages: rendered.pageCount,
    ours: Math.round(median(ours)),
    peer: Math.round(median(peer)),
    peerName: `Chromium ${browser.version()} page.pdf, tagged as ours is`,
    ratio: Number((median(ours) / median(peer)).toFixed(3)),
    limit: 0.5,
    peerUntagged: Math.round(median(peerUntagged)),
    ratioUntagged: Number((median(ours) / median(peerUntagged)).toFixed(3)),
    bytes: rendered.bytes.length,
    bytesLimit: 2 * 1024 * 1024,
    peerBytes: printed.length,
    rounds,
  }
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
} finally {
  await browser.close()
}
