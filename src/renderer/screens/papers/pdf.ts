import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerUrl

/** One for the window: a worker for each document would be loaded and compiled anew after every edit. */
let worker: PDFWorker | null = null

/** Opens a PDF from its bytes. No fonts of the PC: the papers carry their own. */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PDFDocumentProxy> {
  if (worker === null || worker.destroyed) worker = new PDFWorker()
  return getDocument({
    data: bytes,
    worker,
    useSystemFonts: false,
    // No WebAssembly: the policy of the page does not allow it, and the papers hold no such pictures.
    useWasm: false,
    verbosity: 0,
  }).promise
}

export interface DrawnPage {
  readonly canvas: HTMLCanvasElement
  /** In points, as positions of blocks are. */
  readonly width: number
  readonly height: number
}

/** Draws a page into a canvas of its own, so that the old page stays in sight until the new one is whole. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  cssWidth: number,
  pixelRatio: number,
): Promise<DrawnPage> {
  const page = await pdf.getPage(number)
  const base = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: (cssWidth / base.width) * pixelRatio })
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvas, viewport }).promise
  return { canvas, width: base.width, height: base.height }
}
