import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { ReportModel } from '../../../shared/paper/model.ts'
import { exportWords } from '../../../shared/words/export.ts'
import type { PaperFonts } from '../fonts.ts'
import { blockStrips } from './block-strips.ts'
import { pageGeometry } from './geometry.ts'
import { type LaidPage, paginate } from './paginate.ts'
import { Painter } from './painter.ts'
import { openPdf } from './pdfkit-door.ts'
import { paintFolio, paintNumberBox, paintRunningHead } from './running.ts'
import type { Setting } from './setting.ts'
import { titleStrips } from './title-strips.ts'

export interface PdfOptions {
  readonly fonts: PaperFonts
  /** The file's creation date: equal papers with an equal clock have equal bytes. */
  readonly clock: Date
  /** Frames fields that have no value (the preview does). */
  readonly marks?: boolean
  /** From 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Checked between pages; an aborted render throws AppFailure `cancelled`. */
  readonly signal?: AbortSignal
}

/** Where a block stands: a page from 1, distances in points from the page's top. One entry a page. */
export interface BlockPlace {
  readonly blockId: string
  readonly page: number
  readonly top: number
  readonly bottom: number
}

export interface RenderedPdf {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly pageCount: number
  readonly places: readonly BlockPlace[]
}

/** Writes a paper as a tagged PDF: layout first, then page by page. Gives way between pages. */
export async function renderPdf(model: ReportModel, options: PdfOptions): Promise<RenderedPdf> {
  const { fonts, signal, onProgress } = options
  const geometry = pageGeometry(model.orientation)
  const setting: Setting = {
    fonts,
    measure: geometry.measure,
    depth: geometry.depth,
    marks: options.marks ?? false,
    tight: model.orientation === 'landscape',
  }
  stopIfAborted(signal)
  const strips = [...titleStrips(setting, model.head), ...blockStrips(setting, model.blocks)]
  const pages = paginate(strips, geometry.depth)
  const { pdf, close } = openPdf(model.head.title, options.clock, exportWords.product)
  const painter = new Painter(pdf, fonts)
  for (const [index, page] of pages.entries()) {
    if (index % 4 === 3) await new Promise((resolve) => setImmediate(resolve))
    stopIfAborted(signal)
    painter.addPage(geometry.width, geometry.height)
    paintRunningHead(painter, fonts, model, geometry, index)
    if (index === 0) paintNumberBox(painter, fonts, model.head.number, geometry)
    for (const { strip, top } of page) {
      const at = geometry.top + top
      if (strip.bookmark) painter.bookmark(strip.bookmark.level, strip.bookmark.title, at - 6)
      strip.paint(painter, geometry.left, at)
    }
    paintFolio(painter, fonts, model, geometry, index, pages.length)
    onProgress?.((index + 1) / (pages.length + 1))
  }
  painter.finish()
  const bytes = close()
  onProgress?.(1)
  return { bytes, pageCount: pages.length, places: placesOf(pages, geometry.top) }
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppFailure(appError('cancelled'))
}

function placesOf(pages: readonly LaidPage[], offset: number): BlockPlace[] {
  const places: BlockPlace[] = []
  pages.forEach((page, index) => {
    const here = new Map<string, { top: number; bottom: number }>()
    for (const { strip, top } of page) {
      const known = here.get(strip.blockId)
      const bottom = offset + top + strip.height
      if (known) known.bottom = bottom
      else here.set(strip.blockId, { top: offset + top, bottom })
    }
    for (const [blockId, place] of here) places.push({ blockId, page: index + 1, ...place })
  })
  return places
}
