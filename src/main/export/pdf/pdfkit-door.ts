import type { Font } from 'fontkit'
import PDFDocument from 'pdfkit'

/**
 * What the renderer uses of pdfkit, inner parts included that its types do not name: writing operators
 * straight into the page (a text call of pdfkit costs some thirty objects), fonts that are parsed already,
 * spans of table cells. It is reached here and nowhere else; `openPdf` fails if pdfkit no longer has it.
 */
export interface Pdf {
  readonly _font: PdfFont
  readonly page: { readonly fonts: Record<string, unknown> }
  readonly outline: PdfOutline
  font(source: Font, family: string): unknown
  addPage(options: { size: readonly [number, number]; margin: number }): unknown
  addContent(operators: string): unknown
  markContent(tag: 'Artifact', options: { type: 'Pagination' | 'Layout' }): unknown
  endMarkedContent(): unknown
  struct(
    type: string,
    options: { alt?: string; scope?: string; bbox?: readonly [number, number, number, number] },
  ): PdfElement
  addStructure(element: PdfElement): unknown
  read(): unknown
  push: (chunk: Uint8Array | null) => boolean
  end(): void
}

export interface PdfFont {
  readonly id: string
  /** Glyph numbers as four hex digits each, and their positions. */
  encode(text: string): readonly [readonly string[], readonly unknown[]]
  ref(): unknown
}

export interface PdfElement {
  readonly dictionary: { readonly data: Record<string, unknown> }
  add(child: PdfElement | (() => void)): unknown
  end(): void
}

export interface PdfOutline {
  addItem(title: string, options: { top: number; expanded: boolean }): PdfOutline
}

/** A document being written, and how to end it. */
export interface OpenPdf {
  readonly pdf: Pdf
  /** Ends the document and gives its bytes. */
  close(): Uint8Array<ArrayBuffer>
}

function isPdf(value: unknown): value is Pdf {
  if (typeof value !== 'object' || value === null) return false
  const parts = ['addContent', 'struct', 'addStructure', 'outline', 'markContent', '_fontFamilies']
  return parts.every((part) => part in value)
}

/** XMP inside the file is written without escaping: a title must not carry its three signs. */
function plainTitle(title: string): string {
  return title.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞')
}

/**
 * A tagged, empty PDF without pages (PDF/UA-1: structure, language, shown title).
 *
 * @param clock the creation date, so that equal papers have equal bytes
 * @param product what the file says it was made by; never a person
 */
export function openPdf(title: string, clock: Date, product: string): OpenPdf {
  const options = {
    autoFirstPage: false,
    bufferPages: false,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: 'ja-JP',
    displayTitle: true,
    info: {
      Title: plainTitle(title),
      Producer: product,
      Creator: product,
      CreationDate: clock,
      ModDate: clock,
    },
  }
  // Its types do not know 'PDF/UA' yet.
  const pdf: unknown = Reflect.construct(PDFDocument, [options])
  if (!isPdf(pdf)) throw new Error('pdfkit no longer has the parts that the renderer uses')
  // What was written before the first page is waiting in the stream; from here on bytes are taken at once,
  // since the stream's own buffering costs more than the writing.
  const written: Uint8Array[] = []
  const begun: unknown = pdf.read()
  if (begun instanceof Uint8Array) written.push(begun)
  let ended = false
  pdf.push = (chunk) => {
    if (chunk === null) ended = true
    else written.push(chunk)
    return true
  }
  return {
    pdf,
    close() {
      pdf.end()
      if (!ended) throw new Error('pdfkit left an object of the document open')
      return joined(written)
    },
  }
}

/** In a buffer of its own, so that it can be handed to another thread without a copy. */
function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
