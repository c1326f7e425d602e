import type { GridModel } from './model.ts'
import { holds, sameSpot, spotsOf } from './range.ts'
import type { GridReading, SpotRange } from './types.ts'

export interface GridElements {
  readonly scroller: HTMLElement
  /** Holds the table and the caret; both scroll together. */
  readonly plane: HTMLElement
  readonly table: HTMLTableElement
  readonly caret: HTMLElement
  readonly input: HTMLInputElement
  readonly tag: HTMLElement
}

export const cellId = (grid: string, row: number, column: number): string => `${grid}-${row}-${column}`

/**
 * Draws the selection without React: the frame around the active cell, in which the one real input lies, the
 * marks of the range, the active row. What is measured is measured before anything is written, so that a
 * key costs one layout, in its frame.
 */
export class GridCaret {
  readonly #grid: string
  readonly #model: GridModel
  readonly #elements: GridElements
  #marked: SpotRange | null = null
  #activeRow: Element | null = null

  constructor(grid: string, model: GridModel, elements: GridElements) {
    this.#grid = grid
    this.#model = model
    this.#elements = elements
  }

  cell(row: number, column: number): HTMLElement | null {
    return document.getElementById(cellId(this.#grid, row, column))
  }

  /** Puts the caret where the selection is, and scrolls it into sight. */
  draw(scroll: boolean): void {
    const { caret, input, plane, scroller, table } = this.#elements
    const { active } = this.#model.selection
    const cell = this.cell(active.row, active.column)
    if (cell === null) return
    const box = cell.getBoundingClientRect()
    const origin = plane.getBoundingClientRect()
    const sight = scroll ? this.#sight() : null
    caret.style.transform = `translate(${box.left - origin.left}px, ${box.top - origin.top}px)`
    caret.style.width = `${box.width}px`
    caret.style.height = `${box.height}px`
    const view = this.#model.view(active.row, active.column)
    // A read-only input takes neither keys nor compositions, so nothing is typed that could not be kept.
    if (input.readOnly !== (view.refusal !== null)) input.readOnly = view.refusal !== null
    input.setAttribute('aria-activedescendant', cell.id)
    this.#markRange()
    this.#markRow(cell.parentElement)
    if (sight === null) return
    const over = sight.top - box.top
    const under = box.bottom - sight.bottom
    if (over > 0) scroller.scrollTop -= over
    else if (under > 0) scroller.scrollTop += under
    const before = sight.left - box.left
    const behind = box.right - sight.right
    if (before > 0) scroller.scrollLeft -= before
    else if (behind > 0) scroller.scrollLeft += behind
    table.dataset.drawn = ''
  }

  /** What is not covered by the heads, the names and the foot, in the window's pixels. */
  #sight(): { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } {
    const { scroller, table } = this.#elements
    const box = scroller.getBoundingClientRect()
    const name = table.tBodies[0]?.rows[0]?.cells[0]
    return {
      top: box.top + (table.tHead?.offsetHeight ?? 0),
      bottom: box.top + scroller.clientHeight - (table.tFoot?.offsetHeight ?? 0),
      left: box.left + (name?.offsetWidth ?? 0),
      right: box.left + scroller.clientWidth,
    }
  }

  #markRange(): void {
    const { range } = this.#model
    const single = sameSpot(range.from, range.to)
    const before = this.#marked
    this.#marked = single ? null : range
    for (const spot of before === null ? [] : spotsOf(before)) {
      if (!single && holds(range, spot)) continue
      const cell = this.cell(spot.row, spot.column)
      cell?.removeAttribute('data-selected')
      cell?.removeAttribute('aria-selected')
    }
    for (const spot of single ? [] : spotsOf(range)) {
      if (before !== null && holds(before, spot)) continue
      const cell = this.cell(spot.row, spot.column)
      cell?.setAttribute('data-selected', '')
      cell?.setAttribute('aria-selected', 'true')
    }
  }

  #markRow(row: Element | null): void {
    if (row === this.#activeRow) return
    this.#activeRow?.removeAttribute('data-active')
    row?.setAttribute('data-active', '')
    this.#activeRow = row
  }

  /** The black tag under the cell; null hides it. */
  tell(reading: GridReading | null): void {
    const { tag } = this.#elements
    if (reading === null) {
      if (!tag.hidden) tag.hidden = true
      return
    }
    const [value, words] = tag.querySelectorAll('b, span')
    if (value) value.textContent = reading.value
    if (words) words.textContent = reading.words
    tag.classList.toggle('bad', !reading.ok)
    tag.hidden = false
    const { scroller, caret } = this.#elements
    const low = caret.getBoundingClientRect().bottom + 48 > scroller.getBoundingClientRect().bottom
    tag.classList.toggle('above', low)
  }

  /** Rows that a page key moves by. */
  get pageRows(): number {
    const row = this.cell(0, 0)
    const sight = this.#sight()
    const height = row?.offsetHeight ?? 34
    return Math.max(1, Math.floor((sight.bottom - sight.top) / Math.max(1, height)) - 1)
  }
}
