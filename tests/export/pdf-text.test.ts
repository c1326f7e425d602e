import { describe, expect, test } from 'vitest'
import { loadPaperFonts } from '../../src/main/export/fonts.ts'
import { printedTexts } from '../../src/main/export/missing-glyphs.ts'
import { renderPdf } from '../../src/main/export/pdf/render-pdf.ts'
import { councilModel } from './fixtures/council.ts'
import { tablesModel } from './fixtures/tables.ts'
import { readPdf } from './read-pdf.ts'

const fonts = loadPaperFonts()
const clock = new Date('2024-12-10T00:00:00Z')
const model = councilModel()
const rendered = await renderPdf(model, { fonts, clock })
const read = await readPdf(rendered.bytes)
const plain = (text: string) => text.replace(/\s/gu, '')

describe('text of the PDF', () => {
  test('every text of the model can be copied out of it, also across a page break', () => {
    const running = (item: { y: number }, page: number) => (page > 0 && item.y < 60) || item.y > 790
    const whole = plain(
      read.pages
        .flatMap((page, index) => page.items.filter((item) => !running(item, index)))
        .map((item) => item.text)
        .join(''),
    )
    // The city's own name stands on papers without an address only.
    const wanted = [...printedTexts(model)].filter((text) => text !== model.head.city)
    expect(wanted.length).toBeGreaterThan(150)
    for (const text of wanted) {
      for (const line of text.split('\n')) expect(whole, line).toContain(plain(line))
    }
  })

  test('each page says what it is: stamps, standing, page number', () => {
    read.pages.forEach((page, index) => {
      const text = plain(page.text)
      expect(text).toContain('案庁内用（取扱注意）架空の数値速報値（令和６年11月30日現在）')
      expect(text).toContain(`${'１２３４'.charAt(index)}/４`)
    })
    expect(rendered.pageCount).toBe(4)
  })

  test('the number of the paper stands once, at the top right of the first page', () => {
    const places = read.pages.flatMap((page, index) =>
      page.items.filter((item) => item.text.includes('資料１')).map((item) => ({ ...item, page: index })),
    )
    expect(places).toHaveLength(1)
    expect(places[0]).toMatchObject({ page: 0 })
    expect(places[0]?.x).toBeGreaterThan(450)
    expect(places[0]?.y).toBeLessThan(70)
  })

  test('a page number without the count', async () => {
    const bare = await renderPdf({ ...model, pageNumbers: 'fullWidthN' }, { fonts, clock })
    const pages = (await readPdf(bare.bytes)).pages
    expect(pages[1]?.items.at(-1)?.text).toBe('２')
  })

  test('40 full-width characters of the body fill 165 mm; two digits take the room of one', async () => {
    const text = `${'あ'.repeat(39)}${'い'.repeat(40)}${'う'.repeat(9)}`
    const digits = `${'12'.repeat(39)}あ`
    const blocks = [text, digits].map((line, index) => ({
      kind: 'paragraph' as const,
      id: `p${index}`,
      editable: false,
      level: 0 as const,
      inlines: [{ kind: 'text' as const, text: line }],
    }))
    const pdf = await renderPdf({ ...model, blocks }, { fonts, clock })
    const page = (await readPdf(pdf.bytes)).pages[0]
    const lines = new Map<number, string>()
    for (const item of page?.items ?? []) {
      const y = Math.round(item.y)
      lines.set(y, (lines.get(y) ?? '') + item.text)
    }
    const body = [...lines.values()]
    expect(body).toContain('あ'.repeat(39))
    expect(body).toContain('い'.repeat(40))
    // 78 half-width digits and one character: as many cells as 40 characters, less the indent.
    expect(body.some((line) => plain(line) === '12'.repeat(39))).toBe(true)
  })

  test('equal papers with an equal clock have equal bytes', async () => {
    const again = await renderPdf(councilModel(), { fonts, clock })
    expect(Buffer.from(again.bytes).equals(Buffer.from(rendered.bytes))).toBe(true)
  })

  test('no network address, no path and no person in the bytes', () => {
    const text = Buffer.from(rendered.bytes).toString('latin1')
    expect(text).not.toMatch(/\/home\/|\/tmp\/|node_modules|\/Author/u)
  })

  test('the statistics table on a landscape page keeps its twelve months in one part', async () => {
    const tables = await renderPdf(tablesModel(), { fonts, clock })
    const pages = (await readPdf(tables.bytes)).pages
    expect(pages).toHaveLength(1)
    const text = plain(pages[0]?.text ?? '')
    expect(text).toContain('４月５月６月７月８月９月10月11月12月１月２月３月計構成比令和５年度')
    expect(text).toContain('西東京市健康福祉部地域共生課')
  })
})

test('a cancelled render stops with its own code', async () => {
  const abort = new AbortController()
  abort.abort()
  await expect(renderPdf(model, { fonts, clock, signal: abort.signal })).rejects.toMatchObject({
    appError: { code: 'cancelled' },
  })
})

test('progress grows to 1', async () => {
  const steps: number[] = []
  await renderPdf(model, { fonts, clock, onProgress: (done) => steps.push(done) })
  expect(steps).toEqual([...steps].sort((a, b) => a - b))
  expect(steps.at(-1)).toBe(1)
})
