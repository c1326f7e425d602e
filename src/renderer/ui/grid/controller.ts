import { isComposingKey } from '../composition.ts'
import { GridCaret, type GridElements } from './caret.ts'
import { parseTsv, readHtmlTable, toTsv } from './clipboard.ts'
import type { GridHandlers } from './handlers.ts'
import { type GridCommand, gridCommand } from './keys.ts'
import type { GridModel } from './model.ts'
import { arrowStep } from './range.ts'
import type { GridReading, Spot } from './types.ts'

interface Editing {
  readonly spot: Spot
  /** `type`: begun by a key, arrows confirm; `edit`: F2, arrows move in the text. */
  mode: 'type' | 'edit'
}

export interface GridOptions {
  readonly grid: string
  readonly signs: string
  readonly handlers: () => GridHandlers
}

/**
 * The hands of the grid: keys, clipboard and mouse, on one real input that always lies over the active cell,
 * empty and see-through while nothing is typed. So the first key of a composition begins in it and is never
 * lost; keys that belong to a conversion are left to the input method.
 */
export class GridController {
  readonly #model: GridModel
  readonly #elements: GridElements
  readonly #options: GridOptions
  readonly #caret: GridCaret
  readonly #stop: () => void
  #editing: Editing | null = null
  #composing = false

  constructor(model: GridModel, elements: GridElements, options: GridOptions) {
    this.#model = model
    this.#elements = elements
    this.#options = options
    this.#caret = new GridCaret(options.grid, model, elements)
    const events = new AbortController()
    const { input, table } = elements
    const { signal } = events
    input.addEventListener('keydown', this.#onKey, { signal })
    input.addEventListener('input', this.#onInput, { signal })
    input.addEventListener('compositionstart', this.#onCompositionStart, { signal })
    input.addEventListener('compositionend', this.#onCompositionEnd, { signal })
    input.addEventListener('blur', this.#onBlur, { signal })
    input.addEventListener('focus', () => this.#caret.draw(true), { signal })
    input.addEventListener('copy', this.#onCopy, { signal })
    input.addEventListener('cut', this.#onCopy, { signal })
    input.addEventListener('paste', this.#onPaste, { signal })
    table.addEventListener('pointerdown', this.#onPointerDown, { signal })
    table.addEventListener('dblclick', () => this.#begin('edit'), { signal })
    const resize = new ResizeObserver(() => this.#caret.draw(false))
    resize.observe(table)
    const unsubscribe = model.subscribeSelection(() => this.#caret.draw(true))
    this.#stop = () => {
      events.abort()
      resize.disconnect()
      unsubscribe()
    }
    this.#caret.draw(false)
  }

  /** Confirms what is typed, and lets go of everything. */
  dispose(): void {
    this.#confirm()
    this.#stop()
  }

  focus(): void {
    this.#elements.input.focus({ preventScroll: true })
  }

  /** Begins to edit the active cell, as F2 does. */
  edit(): void {
    this.focus()
    this.#begin('edit')
  }

  get #handlers(): GridHandlers {
    return this.#options.handlers()
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (isComposingKey(event) || this.#composing) return
    if (this.#editing === null) this.#navigate(event)
    else this.#editKey(event, this.#editing)
  }

  #navigate(event: KeyboardEvent): void {
    const model = this.#model
    const { active } = model.selection
    const command = gridCommand(event, {
      active,
      size: model.size,
      pageRows: event.key.startsWith('Page') ? this.#caret.pageRows : 1,
      filled: ({ row, column }) => model.view(row, column).text !== '',
      signs: this.#options.signs,
    })
    this.#caret.tell(null)
    if (command === null) {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) this.#refuse(active)
      return
    }
    if (command.kind === 'leave') return
    event.preventDefault()
    this.#run(command, active, event.repeat)
  }

  #run(command: Exclude<GridCommand, { kind: 'leave' }>, active: Spot, repeat: boolean): void {
    const model = this.#model
    const handlers = this.#handlers
    switch (command.kind) {
      case 'move':
        model.select(command.to, command.extend)
        break
      case 'enter':
        // A held key must not act on cell after cell.
        if (!repeat && !command.back && handlers.enter(active)) break
        model.select({ row: active.row + (command.back ? -1 : 1), column: active.column })
        break
      case 'edit':
        this.#begin('edit')
        break
      case 'clear':
        handlers.clear(model.range)
        break
      case 'sign':
        if (!this.#refuse(active)) handlers.sign(model.range, command.sign)
        break
      case 'act':
        if (!repeat) handlers.act(model.range)
        break
      case 'selectAll': {
        const last = { row: model.size.rows - 1, column: model.size.columns - 1 }
        model.setSelection({ active: { row: 0, column: 0 }, anchor: last })
        break
      }
      case 'fill':
        handlers.fill(model.range, command.direction)
        break
      case 'undo':
        handlers.undo()
        break
      case 'redo':
        handlers.redo()
        break
      case 'escape':
        model.select(active)
        break
    }
  }

  /** Says why a cell takes nothing; true where it does not. */
  #refuse(spot: Spot): boolean {
    const { refusal } = this.#model.view(spot.row, spot.column)
    if (refusal === null) return false
    this.#caret.tell({ ok: false, value: '', words: refusal })
    return true
  }

  #editKey(event: KeyboardEvent, editing: Editing): void {
    const { row, column } = editing.spot
    const go = (to: Spot): void => {
      event.preventDefault()
      const text = this.#elements.input.value
      const spot = this.#end()
      // The caret first: it measures, and what the text changes is then laid out once, in the frame.
      this.#model.select(to)
      if (spot !== null) this.#handlers.commit(spot, text)
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      this.#giveUp()
    } else if (event.key === 'F2') {
      event.preventDefault()
      editing.mode = editing.mode === 'edit' ? 'type' : 'edit'
    } else {
      const step = editStep(event, editing.mode)
      if (step !== null) go({ row: row + step.row, column: column + step.column })
    }
  }

  #begin(mode: Editing['mode']): void {
    if (this.#editing !== null) return
    const spot = this.#model.selection.active
    if (this.#refuse(spot)) return
    this.#editing = { spot, mode }
    this.#model.select(spot)
    const { caret, input } = this.#elements
    caret.classList.add('editing')
    if (mode === 'type') return
    input.value = this.#handlers.editText(spot)
    input.select()
    this.#tellReading(spot, input.value)
  }

  readonly #onInput = (): void => {
    const { input } = this.#elements
    if (this.#editing === null) this.#begin('type')
    const editing = this.#editing
    if (editing === null) {
      input.value = ''
      return
    }
    this.#tellReading(editing.spot, input.value)
    this.#handlers.typing(editing.spot, input.value)
  }

  readonly #onCompositionStart = (): void => {
    this.#composing = true
    this.#begin('type')
  }

  readonly #onCompositionEnd = (): void => {
    this.#composing = false
    // Given up with nothing written: as if no key had been pressed.
    if (this.#elements.input.value === '' && this.#editing?.mode === 'type') this.#giveUp()
  }

  #tellReading(spot: Spot, text: string): void {
    const reading: GridReading | null = text === '' ? null : this.#handlers.reading(spot, text)
    this.#caret.tell(reading)
  }

  #end(): Spot | null {
    const editing = this.#editing
    this.#editing = null
    this.#elements.caret.classList.remove('editing')
    this.#elements.input.value = ''
    this.#caret.tell(null)
    return editing?.spot ?? null
  }

  #confirm(): void {
    if (this.#editing === null) return
    const text = this.#elements.input.value
    const spot = this.#end()
    if (spot !== null) this.#handlers.commit(spot, text)
  }

  #giveUp(): void {
    const spot = this.#end()
    if (spot !== null) this.#handlers.typing(spot, null)
  }

  readonly #onBlur = (): void => {
    this.#confirm()
    this.#caret.tell(null)
  }

  readonly #onCopy = (event: ClipboardEvent): void => {
    if (this.#editing !== null) return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', toTsv(this.#handlers.copy(this.#model.range)))
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    if (this.#editing !== null) return
    event.preventDefault()
    const rows = pastedRows(event.clipboardData)
    if (rows.length > 0) this.#handlers.paste(this.#model.range, rows)
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    const spot = this.#spotAt(event.target)
    if (spot === null || event.button !== 0) return
    event.preventDefault()
    this.#confirm()
    this.focus()
    this.#model.select(spot, event.shiftKey)
    const drag = new AbortController()
    const { signal } = drag
    window.addEventListener('pointerup', () => drag.abort(), { signal })
    window.addEventListener(
      'pointermove',
      (move) => {
        const over = this.#spotAt(document.elementFromPoint(move.clientX, move.clientY))
        if (over !== null) this.#model.select(over, true)
      },
      { signal },
    )
  }

  #spotAt(target: EventTarget | null): Spot | null {
    if (!(target instanceof Element)) return null
    const cell = target.closest('td[data-column]')
    if (!(cell instanceof HTMLElement) || !this.#elements.table.contains(cell)) return null
    return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
  }
}

/** Where a key goes on to from a cell that is edited; null: the key belongs to the text. */
function editStep(event: KeyboardEvent, mode: Editing['mode']): Spot | null {
  const back = event.shiftKey ? -1 : 1
  if (event.key === 'Enter') return { row: back, column: 0 }
  if (event.key === 'Tab') return { row: 0, column: back }
  if (mode === 'edit' || event.shiftKey || event.ctrlKey || event.metaKey) return null
  return arrowStep(event.key)
}

/** Plain text is what a spreadsheet means; HTML only where the text has no cells of its own. */
function pastedRows(data: DataTransfer | null): readonly (readonly string[])[] {
  const text = data?.getData('text/plain') ?? ''
  const html = data?.getData('text/html') ?? ''
  if (!/[\t\n]/.test(text.trimEnd()) && html.includes('<table')) {
    const table = readHtmlTable(new DOMParser().parseFromString(html, 'text/html'))
    if (table !== null) return table
  }
  return parseTsv(text)
}
