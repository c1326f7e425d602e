import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { StructTreeNode, TextItem } from 'pdfjs-dist/types/src/display/api.js'

export interface ReadPage {
  /** All text of the page in drawing order, without line ends. */
  readonly text: string
  /** Text items with their place, distances from the page's top left in points. */
  readonly items: readonly { readonly text: string; readonly x: number; readonly y: number }[]
  readonly tree: Node
}

export interface Node {
  readonly role: string
  readonly alternative: string
  readonly children: readonly Node[]
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[]
  readonly title: string
  readonly language: string
  readonly outline: readonly Outline[]
}

export interface Outline {
  readonly title: string
  readonly items: readonly Outline[]
}

interface PdfOutline {
  readonly title: string
  readonly items: readonly PdfOutline[]
}

/** Reads a PDF with pdf.js, as the preview and every browser do. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    const height = page.getViewport({ scale: 1 }).height
    const items = content.items
      .filter((item): item is TextItem => 'str' in item)
      .map((item) => ({
        text: item.str,
        x: Number(item.transform[4]),
        y: height - Number(item.transform[5]),
      }))
    const tree: StructTreeNode | null = await page.getStructTree()
    pages.push({ text: items.map((item) => item.text).join(''), items, tree: nodeOf(tree) })
  }
  const { info } = await document.getMetadata()
  const outline: readonly PdfOutline[] = (await document.getOutline()) ?? []
  const read: ReadPdf = {
    pages,
    title: 'Title' in info && typeof info.Title === 'string' ? info.Title : '',
    language: 'Language' in info && typeof info.Language === 'string' ? info.Language : '',
    outline: outline.map(outlineOf),
  }
  await task.destroy()
  return read
}

const outlineOf = (item: PdfOutline): Outline => ({ title: item.title, items: item.items.map(outlineOf) })

function nodeOf(node: StructTreeNode | null): Node {
  if (!node) return { role: '', alternative: '', children: [] }
  return {
    role: node.role,
    alternative: 'alt' in node && typeof node.alt === 'string' ? node.alt : '',
    children: node.children.filter((child): child is StructTreeNode => 'role' in child).map(nodeOf),
  }
}

/** All elements below a node, itself included. */
export function* everyNode(node: Node): Generator<Node> {
  yield node
  for (const child of node.children) yield* everyNode(child)
}
