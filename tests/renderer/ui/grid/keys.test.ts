import { describe, expect, test } from 'vitest'
import { type GridKeyState, gridCommand } from '../../../../src/renderer/ui/grid/keys.ts'
import { jump, spotsOf, tabbed } from '../../../../src/renderer/ui/grid/range.ts'

const size = { rows: 5, columns: 4 }
const state = (more: Partial<GridKeyState> = {}): GridKeyState => ({
  active: { row: 2, column: 1 },
  size,
  pageRows: 3,
  filled: () => false,
  signs: '-m?',
  ...more,
})
const key = (name: string, more: Partial<Parameters<typeof gridCommand>[0]> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

describe('keys of the grid', () => {
  test.each([
    [key('ArrowDown'), { kind: 'move', to: { row: 3, column: 1 }, extend: false }],
    [key('ArrowLeft', { shiftKey: true }), { kind: 'move', to: { row: 2, column: 0 }, extend: true }],
    [key('Home'), { kind: 'move', to: { row: 2, column: 0 }, extend: false }],
    [key('End', { ctrlKey: true }), { kind: 'move', to: { row: 4, column: 3 }, extend: false }],
    [key('PageDown'), { kind: 'move', to: { row: 5, column: 1 }, extend: false }],
    [key('Tab'), { kind: 'move', to: { row: 2, column: 2 }, extend: false }],
    [key('Enter'), { kind: 'enter', back: false }],
    [key('F2'), { kind: 'edit' }],
    [key('Delete'), { kind: 'clear' }],
    [key('-'), { kind: 'sign', sign: '-' }],
    [key('M', { shiftKey: true }), { kind: 'sign', sign: 'm' }],
    [key('?', { shiftKey: true }), { kind: 'sign', sign: '?' }],
    [key(' '), { kind: 'act' }],
    [key('d', { ctrlKey: true }), { kind: 'fill', direction: 'down' }],
    [key('z', { ctrlKey: true }), { kind: 'undo' }],
    [key('Z', { ctrlKey: true, shiftKey: true }), { kind: 'redo' }],
    [key('y', { metaKey: true }), { kind: 'redo' }],
    // What is typed, and what belongs to the browser.
    [key('5'), null],
    [key('あ'), null],
    [key('c', { ctrlKey: true }), null],
    [key('ArrowLeft', { altKey: true }), null],
    [key('-', { ctrlKey: true }), null],
  ])('%j is %j', (event, command) => {
    expect(gridCommand(event, state())).toEqual(command)
  })

  test('Tab goes on to the next row, and out at the last cell', () => {
    expect(tabbed({ row: 1, column: 3 }, false, size)).toEqual({ row: 2, column: 0 })
    expect(tabbed({ row: 4, column: 3 }, false, size)).toBeNull()
    expect(tabbed({ row: 0, column: 0 }, true, size)).toBeNull()
    expect(gridCommand(key('Tab'), state({ active: { row: 4, column: 3 } }))).toEqual({ kind: 'leave' })
  })

  test.each([
    // [from column, filled columns, to column]
    [0, [0, 1, 2], 2],
    [0, [], 3],
    [0, [2], 2],
    [1, [0, 1], 3],
    [3, [0], 3],
  ])('Ctrl+→ from %i over %j ends at %i', (from, filled, to) => {
    const isFilled = ({ column }: { readonly column: number }) => filled.includes(column)
    expect(jump({ row: 0, column: from }, 'right', size, isFilled)).toEqual({ row: 0, column: to })
  })

  test('a range has every cell once', () => {
    const spots = spotsOf({ from: { row: 1, column: 1 }, to: { row: 2, column: 3 } })
    expect(spots).toHaveLength(6)
    expect(new Set(spots.map(({ row, column }) => `${row} ${column}`)).size).toBe(6)
  })
})
