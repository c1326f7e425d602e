import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPaperFonts } from '../../src/main/export/fonts.ts'
import { paginate } from '../../src/main/export/pdf/paginate.ts'
import { renderPdf } from '../../src/main/export/pdf/render-pdf.ts'
import type { Strip } from '../../src/main/export/pdf/strip.ts'
import type { Block, TableCell } from '../../src/shared/paper/model.ts'
import { annualModel } from './fixtures/annual.ts'
import { column, heading, label, model, number, paragraph } from './fixtures/build.ts'
import { readPdf } from './read-pdf.ts'

const fonts = loadPaperFonts()
const clock = new Date('2024-12-10T00:00:00Z')
const plain = (text: string) => text.replace(/\s/gu, '')

const table = (
  rows: number,
  columns = 3,
  cell = (row: number, at: number): TableCell => number(row * 100 + at),
): Block => ({
  kind: 'table',
  id: 'long',
  editable: false,
  mark: '表１',
  title: '長い表',
  unit: '単位：件',
  columns: [
    column('番号', { align: 'left', width: 8 }),
    ...Array.from({ length: columns }, (_, index) => column(['群', `項目${index + 1}`])),
  ],
  rows: Array.from({ length: rows }, (_, row) => ({
    id: `row-${row}`,
    cells: [label(`行${row + 1}番`), ...Array.from({ length: columns }, (_, at) => cell(row + 1, at))],
  })),
  notes: [{ mark: '注１', text: '長い表の注' }],
  legend: '△：減少又は負の数',
  source: '',
})

describe('a table over several pages', () => {
  test('repeats title and head on each page, and loses no row', async () => {
    const pdf = await renderPdf(model([paragraph(0, '前の文。'), table(120)]), { fonts, clock })
    const { pages } = await readPdf(pdf.bytes)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages.slice(0, 3)) {
      expect(plain(page.text)).toContain('表１長い表')
      expect(plain(page.text)).toContain('項目１'.normalize('NFKC'))
    }
    expect(plain(pages[1]?.text ?? '')).toContain('表１長い表（続き）')
    const text = plain(pages.map((page) => page.text).join(''))
    for (let row = 1; row <= 120; row++) expect(text.split(`行${row}番`)).toHaveLength(2)
    expect(plain(pages.at(-1)?.text ?? '')).toContain('長い表の注')
  })

  test('never parts a row: all its lines stand on one page', async () => {
    const long = (row: number, at: number): TableCell =>
      at === 0 ? label(`始${row}${'長い文を折り返して数行にわたらせる。'.repeat(4)}終${row}`) : number(row)
    const pdf = await renderPdf(model([table(40, 2, long)]), { fonts, clock })
    const { pages } = await readPdf(pdf.bytes)
    expect(pages.length).toBeGreaterThan(1)
    for (let row = 1; row <= 40; row++) {
      const page = pages.find(({ text }) => plain(text).includes(`始${row}長`))
      expect(plain(page?.text ?? ''), `row ${row}`).toContain(`終${row}`)
    }
  })

  test('a small table moves to the next page whole, with its heading', async () => {
    const filler = Array.from({ length: 34 }, (_, index) => paragraph(0, `${index}行目の文。`))
    const pdf = await renderPdf(model([...filler, heading(2, '（１）', '表の節'), table(10)]), {
      fonts,
      clock,
    })
    const { pages } = await readPdf(pdf.bytes)
    expect(pages).toHaveLength(2)
    expect(plain(pages[0]?.text ?? '')).not.toContain('表の節')
    expect(plain(pages[1]?.text ?? '')).toMatch(/表の節.*表１長い表.*行1番.*行10番.*長い表の注/u)
  })
})

test('a row higher than a page is parted after all, and loses no word', async () => {
  const words = Array.from({ length: 900 }, (_, index) => `語${index}、`).join('')
  const huge = table(3, 2, (row, at) => (at === 0 && row === 2 ? label(words) : number(row)))
  const pdf = await renderPdf(model([huge]), { fonts, clock })
  const { pages } = await readPdf(pdf.bytes)
  expect(pages.length).toBeGreaterThan(1)
  const text = plain(pages.map((page) => page.text).join(''))
  for (let index = 0; index < 900; index++) expect(text).toContain(`${index}、`)
  for (const page of pages) for (const item of page.items) expect(item.y).toBeLessThan(842 - 30)
})

describe('a table that is too wide', () => {
  test('is set smaller, down to 7.5 pt, in one part', async () => {
    const pdf = await renderPdf(model([table(3, 14)]), { fonts, clock })
    const { pages } = await readPdf(pdf.bytes)
    expect(plain(pages[0]?.text ?? '')).not.toContain('／')
  })

  test('is split by columns with its row labels again', async () => {
    const pdf = await renderPdf(model([table(3, 40, (row, at) => number(row * 1_000_000 + at))]), {
      fonts,
      clock,
    })
    const text = plain((await readPdf(pdf.bytes)).pages.map((page) => page.text).join(''))
    expect(text).toMatch(/長い表（1／\d）/u)
    expect(text.split('行1番').length).toBeGreaterThan(2)
    for (let at = 1; at <= 40; at++) expect(text).toContain(`項目${at}`)
    for (let at = 0; at < 40; at++) expect(text).toContain((2_000_000 + at).toLocaleString('en-US'))
  })
})

describe('page ends', () => {
  test('no heading is the last line of a page, and each page is used', async () => {
    const pdf = await renderPdf(annualModel(12), { fonts, clock })
    const ids = new Set(
      annualModel(12)
        .blocks.filter((block) => block.kind === 'heading')
        .map((block) => block.id),
    )
    for (let page = 1; page <= pdf.pageCount; page++) {
      const last = pdf.places.filter((place) => place.page === page).at(-1)
      expect(ids.has(last?.blockId ?? '')).toBe(false)
    }
  })

  test('a page break begins a page', async () => {
    const blocks = [
      paragraph(0, '前。'),
      { kind: 'pageBreak', id: 'b', editable: false } as const,
      paragraph(0, '後。'),
    ]
    const pdf = await renderPdf(model(blocks), { fonts, clock })
    expect(pdf.pageCount).toBe(2)
    expect(pdf.places.at(-1)?.page).toBe(2)
  })

  test('places of blocks lie inside the text area, in order', async () => {
    const pdf = await renderPdf(annualModel(4), { fonts, clock })
    let before = { page: 1, bottom: 0 }
    for (const place of pdf.places) {
      expect(place.top).toBeGreaterThan(70)
      expect(place.bottom).toBeLessThan(842 - 70)
      expect(place.bottom).toBeGreaterThan(place.top)
      if (place.page === before.page) expect(place.top).toBeGreaterThanOrEqual(before.bottom - 0.01)
      before = place
    }
  })
})

const strip = (height: number, keepWithNext: boolean, before = 0): Strip => ({
  blockId: 'x',
  height,
  before,
  keepWithNext,
  paint: () => undefined,
})

test('stacking strips of any height keeps all of them, in order, within the page', () => {
  const strips = fc.array(
    fc.record({
      height: fc.integer({ min: 1, max: 100 }),
      keep: fc.boolean(),
      before: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 200 },
  )
  fc.assert(
    fc.property(strips, (drawn) => {
      const all = drawn.map(({ height, keep, before }) => strip(height, keep, before))
      const pages = paginate(all, 100)
      expect(pages.flat().map((placed) => placed.strip)).toEqual(all)
      for (const page of pages) {
        expect(page.length).toBeGreaterThan(0)
        for (const placed of page) expect(placed.top + placed.strip.height).toBeLessThanOrEqual(100.1)
      }
    }),
  )
})

test('strips that are kept together stand on one page if one page can hold them', () => {
  const chain = [strip(30, true), strip(30, true), strip(30, false)]
  const pages = paginate([strip(50, false), ...chain], 100)
  expect(pages.map((page) => page.length)).toEqual([1, 3])
})

describe('a table that fits on the next page', () => {
  /** Ten rows of 8: the first and last two never alone. */
  const head = strip(8, true)
  const repeated = [head]
  const rows = Array.from({ length: 10 }, (_, index) => ({
    ...strip(8, index < 1 || index === 8),
    staysWithNext: index < 9,
    repeated,
  }))

  test('moves there whole while it leaves little empty', () => {
    const pages = paginate([strip(80, false), head, ...rows], 100)
    expect(pages.map((page) => page.length)).toEqual([1, 11])
  })

  test('is parted, and fills the page, where much would stay empty; its last rows stay together', () => {
    const pages = paginate([strip(40, false), head, ...rows], 100)
    expect(pages.map((page) => page.length)).toEqual([1 + 1 + 6, 1 + 4])
    expect(pages[1]?.[0]?.strip).toBe(head)
    const full = paginate([strip(20, false), head, ...rows], 100)
    expect(full.map((page) => page.length)).toEqual([1 + 1 + 8, 1 + 2])
  })
})
