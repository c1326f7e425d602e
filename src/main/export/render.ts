import { AppFailure, appError } from '../../shared/contract/errors.ts'
import type { ReportModel } from '../../shared/paper/model.ts'
import { loadPaperFonts } from './fonts.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import type { BlockPlace } from './pdf/render-pdf.ts'

export type PaperFormat = 'pdf' | 'xlsx'

export interface RenderRequest {
  readonly model: ReportModel
  readonly formats: readonly PaperFormat[]
  /** Written into the files as their date. */
  readonly clock: Date
  /** A preview frames missing fields and prints 〓 for characters without a glyph; an export refuses those. */
  readonly purpose: 'preview' | 'export'
}

export interface RenderedFile {
  readonly format: PaperFormat
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface RenderedPaper {
  readonly files: readonly RenderedFile[]
  /** Of the PDF; 0 and empty when none was asked for. */
  readonly pageCount: number
  readonly places: readonly BlockPlace[]
}

export interface RenderControl {
  /** From 0 to 1 over all formats. */
  readonly onProgress?: (done: number) => void
  readonly signal?: AbortSignal
}

/**
 * The one entry of the render worker: a paper in the formats asked for. Fonts stay parsed between calls, and
 * each renderer is loaded when it is first needed.
 *
 * @throws AppFailure `missingGlyphs` {characters} (export only), `cancelled`
 */
export async function render(request: RenderRequest, control: RenderControl = {}): Promise<RenderedPaper> {
  const { model, formats, clock, purpose } = request
  const files: RenderedFile[] = []
  let pageCount = 0
  let places: readonly BlockPlace[] = []
  const formatsDone = () => files.length / formats.length
  for (const format of formats) {
    if (control.signal?.aborted) throw new AppFailure(appError('cancelled'))
    if (format === 'pdf') {
      const { renderPdf } = await import('./pdf/render-pdf.ts')
      const fonts = loadPaperFonts()
      if (purpose === 'export') refuseMissing(missingGlyphs(model, fonts))
      const before = formatsDone()
      const pdf = await renderPdf(model, {
        fonts,
        clock,
        marks: purpose === 'preview',
        onProgress: (done) => control.onProgress?.(before + done / formats.length),
        ...(control.signal ? { signal: control.signal } : {}),
      })
      files.push({ format, bytes: pdf.bytes })
      pageCount = pdf.pageCount
      places = pdf.places
    } else {
      const { renderWorkbook } = await import('./xlsx/render-workbook.ts')
      const bytes = await renderWorkbook(model, {
        clock,
        ...(control.signal ? { signal: control.signal } : {}),
      })
      files.push({ format, bytes })
      control.onProgress?.(formatsDone())
    }
  }
  return { files, pageCount, places }
}

function refuseMissing(characters: readonly string[]): void {
  if (characters.length === 0) return
  throw new AppFailure(appError('missingGlyphs', { characters: characters.slice(0, 20).join(' ') }))
}
