import { describe, expect, test } from 'vitest'
import { loadPaperFonts } from '../../src/main/export/fonts.ts'
import { renderPdf } from '../../src/main/export/pdf/render-pdf.ts'
import { head, heading, model, paragraph } from './fixtures/build.ts'
import { councilModel } from './fixtures/council.ts'
import { everyNode, type Node, readPdf } from './read-pdf.ts'

const fonts = loadPaperFonts()
const clock = new Date('2024-12-10T00:00:00Z')
const rendered = await renderPdf(councilModel(), { fonts, clock })
const read = await readPdf(rendered.bytes)
const nodes = read.pages.flatMap((page) => [...everyNode(page.tree)])
const withRole = (role: string) => nodes.filter((node) => node.role === role)

describe('what a screen reader gets', () => {
  test('one document root, in the file and on every page', () => {
    for (const page of read.pages) {
      expect(page.tree.role).toBe('Root')
      expect(page.tree.children.map((child) => child.role)).toEqual(['Document'])
    }
    const kids = Buffer.from(rendered.bytes)
      .toString('latin1')
      .match(/\/S \/Document/gu)
    expect(kids).toHaveLength(1)
  })

  test('title and language are set, and the title is shown', () => {
    expect(read.title).toBe('ひきこもり支援の取組について')
    expect(read.language).toBe('ja-JP')
    const bytes = Buffer.from(rendered.bytes).toString('latin1')
    expect(bytes).toMatch(/\/DisplayDocTitle true/u)
    expect(bytes).toMatch(/\/Marked true/u)
    expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('headings H1 to H4, lists with labels, the quotation', () => {
    for (const role of ['H1', 'H2', 'H3', 'H4', 'P', 'L', 'LI', 'Lbl', 'LBody', 'BlockQuote']) {
      expect(withRole(role), role).not.toHaveLength(0)
    }
  })

  test('the table has a caption, head cells and 14 rows of seven cells', () => {
    const [table, ...more] = withRole('Table')
    expect(more).toHaveLength(0)
    expect(table?.children.map((child) => child.role)).toEqual(['Caption', 'THead', 'TBody'])
    const body = table?.children[2]
    expect(body?.children).toHaveLength(14)
    const roles = (row: Node) => row.children.map((cell) => cell.role).join(' ')
    expect(new Set(body?.children.map(roles))).toEqual(new Set(['TH TD TD TD TD TD TD']))
    expect(table?.children[1]?.children.map((row) => row.children.length)).toEqual([6, 2])
    const bytes = Buffer.from(rendered.bytes).toString('latin1')
    expect(bytes).toMatch(/\/Scope \/Column[\s\S]{0,40}\/ColSpan 2/u)
    expect(bytes).toMatch(/\/RowSpan 2/u)
  })

  test('the chart is one figure with its words', () => {
    const [figure, ...more] = withRole('Figure')
    expect(more).toHaveLength(0)
    expect(figure?.alternative).toContain('令和元年度256件')
  })

  test('heading levels never skip one', async () => {
    const skipping = model([
      heading(1, '１　', '章'),
      heading(4, 'ア　', '細目'),
      heading(2, '（１）', '節'),
      paragraph(2, '本文'),
    ])
    const pdf = await renderPdf(skipping, { fonts, clock })
    const tree = (await readPdf(pdf.bytes)).pages.flatMap((page) => [...everyNode(page.tree)])
    expect(tree.map((node) => node.role).filter((role) => /^H\d$/u.test(role))).toEqual(['H1', 'H2', 'H2'])
  })
})

describe('bookmarks', () => {
  test('follow the headings', () => {
    expect(read.outline.map((item) => item.title)).toEqual([
      '１ 第５期地域福祉計画における「ひきこもり支援」の位置づけについて',
      '２ 国におけるひきこもり支援について',
      '３ 当市におけるひきこもり支援について',
    ])
    expect(read.outline[2]?.items.map((item) => item.title)).toContain('（３）取組の実績')
    const programme = read.outline[2]?.items[1]
    expect(programme?.items).toHaveLength(6)
    expect(programme?.items[4]?.items.map((item) => item.title)).toEqual([
      'ア ひきこもりを考えるイベント',
      'イ 講演会',
    ])
  })
})

test('a title with signs of XML leaves the metadata whole', async () => {
  const pdf = await renderPdf(model([], { head: head({ title: '相談 <A&B> の記録' }) }), { fonts, clock })
  const xml = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/u.exec(Buffer.from(pdf.bytes).toString('utf8'))?.[0] ?? ''
  expect(xml).toContain('相談 ＜A＆B＞ の記録')
  expect(xml.match(/&/gu)).toBeNull()
})

test('all fonts are embedded as subsets', () => {
  const bytes = Buffer.from(rendered.bytes).toString('latin1')
  const fontNames = [...bytes.matchAll(/\/BaseFont \/([^\s]+)/gu)].map((match) => match[1] ?? '')
  expect(new Set(fontNames.map((name) => name.slice(7)))).toEqual(
    new Set(['BIZUDMincho-Regular', 'BIZUDGothic-Regular', 'BIZUDGothic-Bold']),
  )
  expect(fontNames.every((name) => /^[A-Z]{6}\+/u.test(name))).toBe(true)
  expect(bytes.match(/\/FontFile2 /gu)).toHaveLength(3)
})
