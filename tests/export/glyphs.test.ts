import { expect, test } from 'vitest'
import { loadPaperFonts } from '../../src/main/export/fonts.ts'
import { missingGlyphs } from '../../src/main/export/missing-glyphs.ts'
import { render } from '../../src/main/export/render.ts'
import { model, paragraph } from './fixtures/build.ts'
import { councilModel } from './fixtures/council.ts'
import { readPdf } from './read-pdf.ts'

const fonts = loadPaperFonts()
const clock = new Date('2024-12-10T00:00:00Z')
const strange = model([paragraph(0, '𠮷野家と髙橋、葛\u{e0100}城。𠮷')])

test('the council paper needs no glyph that the fonts lack', () => {
  expect(missingGlyphs(councilModel(), fonts)).toEqual([])
})

test('kana with a separate voicing mark are joined; old forms of names stay', async () => {
  const nfd = model([paragraph(0, 'か\u3099くせい、は\u309aソコン、\ufa19社')])
  expect(missingGlyphs(nfd, fonts)).toEqual([])
  const paper = await render({ model: nfd, formats: ['pdf'], clock, purpose: 'export' })
  const text = (await readPdf(paper.files[0]?.bytes ?? new Uint8Array())).pages[0]?.text ?? ''
  expect(text).toContain('がくせい、ぱソコン、\ufa19社')
})

test('characters without a glyph are listed once, in order', () => {
  expect(missingGlyphs(strange, fonts)).toEqual(['𠮷'])
})

test('an export with such a character is refused and names it', async () => {
  const request = { model: strange, formats: ['pdf'], clock, purpose: 'export' } as const
  await expect(render(request)).rejects.toMatchObject({
    appError: { code: 'missingGlyphs', parameters: { characters: '𠮷' } },
  })
})

test('the preview prints 〓 in its place', async () => {
  const paper = await render({ model: strange, formats: ['pdf'], clock, purpose: 'preview' })
  const bytes = paper.files[0]?.bytes ?? new Uint8Array()
  const text = (await readPdf(bytes)).pages[0]?.text ?? ''
  expect(text).toContain('〓野家と髙橋、葛城。〓')
})
