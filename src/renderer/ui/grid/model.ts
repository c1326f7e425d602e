import { clampSpot, type GridSize, rangeOf } from './range.ts'
import type { GridCellView, Spot, SpotRange } from './types.ts'

export const emptyView: GridCellView = {
  text: '',
  spoken: '',
  look: 'value',
  shade: null,
  warning: null,
  comment: false,
  due: false,
  unsaved: false,
  refusal: null,
}

export interface GridSelection {
  readonly active: Spot
  /** Where the range began; the active cell is its other end. */
  readonly anchor: Spot
}

type Listener = () => void

/**
 * What the grid shows, outside of React: a view per cell with listeners of its own, so that a key renders
 * only the cells that it touched, and the selection, which no component renders at all.
 */
export class GridModel {
  #size: GridSize
  #views: GridCellView[]
  readonly #cellListeners = new Map<number, Set<Listener>>()
  readonly #selectionListeners = new Set<Listener>()
  #selection: GridSelection = { active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } }

  constructor(size: GridSize) {
    this.#size = size
    this.#views = new Array<GridCellView>(size.rows * size.columns).fill(emptyView)
  }

  get size(): GridSize {
    return this.#size
  }

  get selection(): GridSelection {
    return this.#selection
  }

  get range(): SpotRange {
    return rangeOf(this.#selection.active, this.#selection.anchor)
  }

  #index(row: number, column: number): number {
    return row * this.#size.columns + column
  }

  view(row: number, column: number): GridCellView {
    return this.#views[this.#index(row, column)] ?? emptyView
  }

  /** Shows another view of a cell; an equal one touches nothing. */
  set(row: number, column: number, view: GridCellView): void {
    const index = this.#index(row, column)
    const before = this.#views[index]
    if (before !== undefined && sameView(before, view)) return
    this.#views[index] = view
    for (const listener of this.#cellListeners.get(index) ?? []) listener()
  }

  subscribe(row: number, column: number, listener: Listener): () => void {
    const index = this.#index(row, column)
    const listeners = this.#cellListeners.get(index) ?? new Set<Listener>()
    this.#cellListeners.set(index, listeners)
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** Moves the active cell; `extend` keeps the other end of the range. */
  select(active: Spot, extend = false): void {
    const to = clampSpot(active, this.#size)
    this.setSelection({ active: to, anchor: extend ? this.#selection.anchor : to })
  }

  setSelection(selection: GridSelection): void {
    this.#selection = selection
    for (const listener of this.#selectionListeners) listener()
  }

  readonly subscribeSelection = (listener: Listener): (() => void) => {
    this.#selectionListeners.add(listener)
    return () => this.#selectionListeners.delete(listener)
  }

  readonly readSelection = (): GridSelection => this.#selection
}

function sameView(one: GridCellView, other: GridCellView): boolean {
  return (
    one.text === other.text &&
    one.spoken === other.spoken &&
    one.look === other.look &&
    one.note === other.note &&
    one.shade === other.shade &&
    one.warning === other.warning &&
    one.mark === other.mark &&
    one.comment === other.comment &&
    one.due === other.due &&
    one.unsaved === other.unsaved &&
    one.refusal === other.refusal
  )
}
