import { type ChipText, chipMark, type Span } from './model.ts'

/** How a chip looks now. */
export interface ChipFace {
  readonly display: string
  readonly label: string
  readonly look: 'value' | 'provisional' | 'missing'
}

/** A place for the cursor where no text stands: before, after and between chips. */
const room = '\u200B'

/** Draws a content anew: text nodes and chips in turn, a text node always before and after a chip. */
export function draw(host: HTMLElement, content: ChipText, faceOf: (name: string) => ChipFace): void {
  const pieces = content.text.split(chipMark)
  const nodes: Node[] = []
  pieces.forEach((piece, index) => {
    nodes.push(document.createTextNode(piece === '' ? room : piece))
    const name = content.names[index]
    if (name !== undefined && index < pieces.length - 1) nodes.push(drawChip(name, faceOf(name)))
  })
  host.replaceChildren(...nodes)
}

function drawChip(name: string, face: ChipFace): HTMLElement {
  const element = document.createElement('span')
  element.contentEditable = 'false'
  element.dataset.field = name
  dressChip(element, face)
  return element
}

/** Gives a chip its value and look; the element stays, so that the cursor does. */
export function dressChip(element: HTMLElement, face: ChipFace): void {
  const { look, display, label } = face
  if (element.dataset.look === look && element.textContent === display && element.title === label) return
  element.className = `chip ${look}`
  element.dataset.look = look
  element.title = label
  element.textContent = display
}

export const chipsIn = (host: HTMLElement): HTMLElement[] => [
  ...host.querySelectorAll<HTMLElement>('[data-field]'),
]

/** Reads back what stands there, also after the input method wrote into it. */
export function read(host: HTMLElement): ChipText {
  const names: string[] = []
  const textOf = (node: Node): string => {
    if (node instanceof HTMLElement && node.dataset.field !== undefined) {
      names.push(node.dataset.field)
      return chipMark
    }
    if (node instanceof Text) return node.data.replaceAll(room, '').replaceAll(chipMark, '')
    return [...node.childNodes].map(textOf).join('')
  }
  return { text: textOf(host).replace(/\n/g, ''), names }
}

/** Whether the drawing has the shape that `draw` makes (the input method may leave something else). */
export function isTidy(host: HTMLElement): boolean {
  const nodes = [...host.childNodes]
  return (
    nodes.length % 2 === 1 &&
    nodes.every((node, index) => (index % 2 === 0 ? node instanceof Text : node instanceof HTMLElement))
  )
}

/** The selection as offsets, or null when it is elsewhere. */
export function selectionIn(host: HTMLElement): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  if (!host.contains(startContainer) || !host.contains(endContainer)) return null
  return {
    start: offsetOf(host, startContainer, startOffset),
    end: offsetOf(host, endContainer, endOffset),
  }
}

/** A place in the drawing → offset. Inside a chip it is the chip's start. */
export function offsetOf(host: HTMLElement, container: Node, offset: number): number {
  let count = 0
  for (const [index, node] of [...host.childNodes].entries()) {
    if (container === host) {
      if (index >= offset) return count
    } else if (node === container) {
      if (node instanceof Text) return count + node.data.slice(0, offset).replaceAll(room, '').length
      return count
    } else if (node.contains(container)) {
      if (node instanceof HTMLElement && node.dataset.field !== undefined) return count
      return count + (container.textContent ?? '').slice(0, offset).replaceAll(room, '').length
    }
    count += lengthOf(node)
  }
  return count
}

function lengthOf(node: Node): number {
  if (node instanceof HTMLElement && node.dataset.field !== undefined) return 1
  return (node.textContent ?? '').replaceAll(room, '').length
}

/** Offsets → a DOM range, always inside text nodes. */
export function rangeOf(host: HTMLElement, span: Span): Range {
  const range = document.createRange()
  const start = placeOf(host, span.start)
  const end = placeOf(host, span.end)
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

function placeOf(host: HTMLElement, offset: number): { readonly node: Node; readonly offset: number } {
  let rest = offset
  let last: Text | null = null
  for (const node of host.childNodes) {
    const length = lengthOf(node)
    if (node instanceof Text) {
      last = node
      if (rest <= length) return { node, offset: node.data.startsWith(room) ? rest + 1 : rest }
    }
    rest -= length
  }
  return last ? { node: last, offset: last.length } : { node: host, offset: 0 }
}

export function select(host: HTMLElement, span: Span): void {
  const selection = document.getSelection()
  if (!selection) return
  const range = rangeOf(host, span)
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
}
