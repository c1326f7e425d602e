import { arrows, type GridSize, jump, steps, tabbed } from './range.ts'
import type { Spot } from './types.ts'

/** A key as the grid looks at it; a DOM event has these. */
export interface GridKeyEvent {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

export type GridCommand =
  | { readonly kind: 'move'; readonly to: Spot; readonly extend: boolean }
  /** Tab at the last cell: the focus goes on. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'enter'; readonly back: boolean }
  | { readonly kind: 'edit' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'act' }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'fill'; readonly direction: 'down' | 'right' }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'escape' }

export interface GridKeyState {
  readonly active: Spot
  readonly size: GridSize
  readonly pageRows: number
  readonly filled: (spot: Spot) => boolean
  /** Single keys that set a state instead of being typed: `-`, `m`, `?`. */
  readonly signs: string
}

/** What a key means while no cell is edited; null: it is typed, or none of the grid's business. */
export function gridCommand(event: GridKeyEvent, state: GridKeyState): GridCommand | null {
  const ctrl = event.ctrlKey || event.metaKey
  if (event.altKey) return null
  const moved = moveOf(event, ctrl, state)
  if (moved !== null) return { kind: 'move', to: moved, extend: event.shiftKey }
  switch (event.key) {
    case 'Tab': {
      const to = tabbed(state.active, event.shiftKey, state.size)
      return to === null || ctrl ? { kind: 'leave' } : { kind: 'move', to, extend: false }
    }
    case 'Enter':
      return { kind: 'enter', back: event.shiftKey }
    case 'F2':
      return { kind: 'edit' }
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' }
    case 'Escape':
      return { kind: 'escape' }
  }
  if (ctrl) return controlCommand(event)
  if (event.key === ' ') return { kind: 'act' }
  if (event.key.length === 1 && state.signs.includes(event.key.toLowerCase())) {
    return { kind: 'sign', sign: event.key.toLowerCase() }
  }
  return null
}

function controlCommand(event: GridKeyEvent): GridCommand | null {
  switch (event.key.toLowerCase()) {
    case 'a':
      return { kind: 'selectAll' }
    case 'd':
      return { kind: 'fill', direction: 'down' }
    case 'r':
      return { kind: 'fill', direction: 'right' }
    case 'z':
      return { kind: event.shiftKey ? 'redo' : 'undo' }
    case 'y':
      return { kind: 'redo' }
    default:
      return null
  }
}

function moveOf(event: GridKeyEvent, ctrl: boolean, state: GridKeyState): Spot | null {
  const { active, size, filled, pageRows } = state
  const direction = arrows[event.key]
  if (direction !== undefined) {
    if (ctrl) return jump(active, direction, size, filled)
    const step = steps[direction]
    return { row: active.row + step.row, column: active.column + step.column }
  }
  switch (event.key) {
    case 'Home':
      return { row: ctrl ? 0 : active.row, column: 0 }
    case 'End':
      return { row: ctrl ? size.rows - 1 : active.row, column: size.columns - 1 }
    case 'PageUp':
      return { row: active.row - pageRows, column: active.column }
    case 'PageDown':
      return { row: active.row + pageRows, column: active.column }
    default:
      return null
  }
}
