import {
  type ChipFace,
  chipsIn,
  draw,
  dressChip,
  isTidy,
  offsetOf,
  rangeOf,
  read,
  select,
  selectionIn,
} from './dom.ts'
import { EditHistory } from './history.ts'
import {
  after,
  before,
  type ChipText,
  chip,
  chipAt,
  fromSerialised,
  parse,
  plain,
  replace,
  type Span,
  sameContent,
  serialise,
  slice,
} from './model.ts'

export interface EditorEvents {
  /** Text with chips as `{{name}}`, after every change. */
  readonly onChange: (text: string) => void
  /** The chip that the cursor touches, or null. */
  readonly onChip: (name: string | null) => void
  /** What was asked for and not done. */
  readonly onRefused: (why: Refusal) => void
}

/** A block has no line break, and an end to its length. */
export type Refusal = 'lineBreak' | 'tooLong'

export interface Mark {
  /** Offsets into the serialised text. */
  readonly start: number
  readonly end: number
}

const clipboardType = 'application/x-fukushi-chips'
const textLimit = 6000

/**
 * An editor of one block of text with atomic chips, over a contenteditable element. Every change is made
 * here, on the model, and drawn; only while the input method composes does the browser write by itself,
 * and what it wrote is read back when the composition ends.
 */
export class ChipEditorCore {
  readonly #host: HTMLElement
  readonly #events: () => EditorEvents
  readonly #history = new EditHistory()
  readonly #now: () => number
  #content: ChipText = { text: '', names: [] }
  #faces: ReadonlyMap<string, ChipFace> = new Map()
  #composing = false
  #beforeComposition: { readonly content: ChipText; readonly selection: Span } | null = null
  #dragged: Span | null = null
  /** Where the cursor was when the focus left: a field from a menu goes there. */
  #lastSelection: Span | null = null
  #missingWords = ''
  readonly #stop = new AbortController()

  constructor(host: HTMLElement, events: () => EditorEvents, now: () => number) {
    this.#host = host
    this.#events = events
    this.#now = now
    const on = { signal: this.#stop.signal }
    host.addEventListener('beforeinput', (event) => this.#beforeInput(event), on)
    host.addEventListener('input', () => this.#inputByBrowser(), on)
    host.addEventListener('keydown', (event) => this.#keyDown(event), on)
    host.addEventListener('compositionstart', () => this.#compositionStart(), on)
    host.addEventListener('compositionend', () => this.#compositionEnd(), on)
    host.addEventListener('copy', (event) => this.#copy(event), on)
    host.addEventListener('cut', (event) => this.#cut(event), on)
    host.addEventListener('paste', (event) => this.#paste(event), on)
    host.addEventListener('click', (event) => this.#click(event), on)
    host.addEventListener('dragstart', (event) => this.#dragStart(event), on)
    host.addEventListener('drop', (event) => this.#drop(event), on)
    document.addEventListener('selectionchange', () => this.#selectionChanged(), on)
  }

  destroy(): void {
    this.#stop.abort()
  }

  get isComposing(): boolean {
    return this.#composing
  }

  /** Shows a text; ignored while a conversion is under way, and when it stands there already. */
  setText(source: string): void {
    if (this.#composing) return
    const content = parse(source)
    if (sameContent(content, this.#content) && this.#host.childNodes.length > 0) return
    const selection = this.#hasFocus() ? selectionIn(this.#host) : null
    this.#content = content
    draw(this.#host, content, (name) => this.#faceOf(name))
    if (selection) this.#select(clamp(selection, content))
  }

  /** Values of the chips; `missingWords` is shown for a name without a face. */
  setFaces(faces: ReadonlyMap<string, ChipFace>, missingWords: string): void {
    this.#faces = faces
    this.#missingWords = missingWords
    for (const element of chipsIn(this.#host)) {
      dressChip(element, this.#faceOf(element.dataset.field ?? ''))
    }
  }

  /** Ranges for the highlights of findings. */
  rangesOf(marks: readonly Mark[]): Range[] {
    return marks.map((mark) =>
      rangeOf(this.#host, {
        start: fromSerialised(this.#content, mark.start),
        end: fromSerialised(this.#content, mark.end),
      }),
    )
  }

  /** Puts a chip where the cursor is, or at the end. */
  insertChip(name: string): void {
    const end = this.#content.text.length
    const here = this.#hasFocus() ? selectionIn(this.#host) : this.#lastSelection
    const span = this.#awayFromChip(clamp(here ?? cursor(end), this.#content))
    this.#change(replace(this.#content, span, chip(name)), cursor(span.start + 1), 'chip')
    this.#host.focus()
    this.#select(cursor(span.start + 1))
  }

  focusEnd(): void {
    this.#host.focus()
    this.#select(cursor(this.#content.text.length))
  }

  selectMark(mark: Mark): void {
    this.#host.focus()
    const range = this.rangesOf([mark])[0]
    if (range) {
      document
        .getSelection()
        ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
    }
  }

  undo(): void {
    const moment = this.#history.undo({ content: this.#content, selection: this.#selection() })
    if (moment) this.#show(moment.content, moment.selection)
  }

  redo(): void {
    const moment = this.#history.redo({ content: this.#content, selection: this.#selection() })
    if (moment) this.#show(moment.content, moment.selection)
  }

  #faceOf(name: string): ChipFace {
    return this.#faces.get(name) ?? { display: this.#missingWords, label: name, look: 'missing' }
  }

  #hasFocus(): boolean {
    return document.activeElement === this.#host
  }

  #selection(): Span {
    return selectionIn(this.#host) ?? cursor(this.#content.text.length)
  }

  #select(span: Span): void {
    select(this.#host, span)
  }

  #change(content: ChipText, selection: Span, kind: string): void {
    // What is too long already may still become shorter.
    if (content.text.length > Math.max(textLimit, this.#content.text.length)) {
      this.#events().onRefused('tooLong')
      return
    }
    this.#history.remember({ content: this.#content, selection: this.#selection() }, kind, this.#now())
    this.#show(content, selection)
  }

  #show(content: ChipText, selection: Span): void {
    this.#content = content
    draw(this.#host, content, (name) => this.#faceOf(name))
    this.#select(selection)
    this.#events().onChange(serialise(content))
  }

  #insert(inserted: ChipText, kind: string): void {
    const span = this.#awayFromChip(this.#selection())
    this.#change(replace(this.#content, span, inserted), cursor(span.start + inserted.text.length), kind)
  }

  /** A selected chip is not overwritten by typing: what is typed goes behind it. */
  #awayFromChip(span: Span): Span {
    const single = span.end - span.start === 1 && chipAt(this.#content, span.start) !== null
    return single ? cursor(span.end) : span
  }

  #beforeInput(event: InputEvent): void {
    // The input method's own writing cannot be prevented; it is read back at its end.
    if (event.inputType === 'insertCompositionText' || event.isComposing) return
    event.preventDefault()
    switch (event.inputType) {
      case 'insertText':
      case 'insertReplacementText':
        this.#insert(plain(event.data ?? event.dataTransfer?.getData('text/plain') ?? ''), 'typing')
        return
      case 'insertParagraph':
      case 'insertLineBreak':
        this.#events().onRefused('lineBreak')
        return
      case 'historyUndo':
        this.undo()
        return
      case 'historyRedo':
        this.redo()
        return
      default:
        if (event.inputType.startsWith('delete')) this.#delete(event)
    }
  }

  #delete(event: InputEvent): void {
    const selection = this.#selection()
    if (selection.start !== selection.end) {
      this.#erase(selection)
      return
    }
    const backward = event.inputType.endsWith('Backward')
    const character = backward
      ? { start: before(this.#content, selection.start), end: selection.start }
      : { start: selection.start, end: after(this.#content, selection.start) }
    // The first press selects a chip, the second removes it: no number disappears by one key too many.
    if (character.end - character.start === 1 && chipAt(this.#content, character.start) !== null) {
      this.#select(character)
      return
    }
    const wider = /Word|Line/.test(event.inputType) ? this.#targetOf(event) : null
    this.#erase(wider ?? character)
  }

  #targetOf(event: InputEvent): Span | null {
    const range = event.getTargetRanges()[0]
    if (!range) return null
    return {
      start: offsetOf(this.#host, range.startContainer, range.startOffset),
      end: offsetOf(this.#host, range.endContainer, range.endOffset),
    }
  }

  #erase(span: Span): void {
    if (span.start === span.end) return
    this.#change(replace(this.#content, span, plain('')), cursor(span.start), 'erasing')
  }

  #keyDown(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) {
      this.#leaveChip()
      return
    }
    const command = event.ctrlKey || event.metaKey
    if (command && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      if (event.shiftKey) this.redo()
      else this.undo()
      return
    }
    if (command && event.key.toLowerCase() === 'y') {
      event.preventDefault()
      this.redo()
      return
    }
    if (command || event.altKey || event.shiftKey) return
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this.#arrow(event)
  }

  /** Arrows step onto a chip, then off it; plain text is the browser's business. */
  #arrow(event: KeyboardEvent): void {
    const { start, end } = this.#selection()
    const right = event.key === 'ArrowRight'
    const move = (span: Span) => {
      event.preventDefault()
      this.#select(span)
    }
    if (end - start === 1 && chipAt(this.#content, start) !== null) move(cursor(right ? end : start))
    else if (start !== end) return
    else if (right && chipAt(this.#content, start) !== null) move({ start, end: start + 1 })
    else if (!right && chipAt(this.#content, start - 1) !== null) move({ start: start - 1, end: start })
  }

  #leaveChip(): void {
    const span = selectionIn(this.#host)
    if (!span || this.#composing) return
    const away = this.#awayFromChip(span)
    if (away !== span) this.#select(away)
  }

  #compositionStart(): void {
    this.#beforeComposition = { content: this.#content, selection: this.#selection() }
    this.#composing = true
  }

  #compositionEnd(): void {
    this.#composing = false
    this.#takeFromBrowser('composition')
  }

  #inputByBrowser(): void {
    if (!this.#composing) this.#takeFromBrowser('typing')
  }

  /** Takes over what the browser wrote by itself. */
  #takeFromBrowser(kind: string): void {
    const written = read(this.#host)
    if (sameContent(written, this.#content)) {
      this.#beforeComposition = null
      if (!isTidy(this.#host)) this.#redraw()
      return
    }
    this.#history.remember(
      this.#beforeComposition ?? { content: this.#content, selection: this.#selection() },
      kind,
      this.#now(),
    )
    this.#beforeComposition = null
    this.#content = written
    this.#redraw()
    this.#events().onChange(serialise(written))
  }

  #redraw(): void {
    const selection = this.#selection()
    draw(this.#host, this.#content, (name) => this.#faceOf(name))
    this.#select(selection)
  }

  #selectionChanged(): void {
    if (this.#composing) return
    const span = selectionIn(this.#host)
    const chips = chipsIn(this.#host)
    if (!span || !this.#hasFocus()) {
      for (const element of chips) element.classList.remove('selected')
      return
    }
    this.#lastSelection = span
    const single = span.end - span.start === 1 ? chipAt(this.#content, span.start) : null
    const order = slice(this.#content, { start: 0, end: span.start }).names.length
    chips.forEach((element, index) => {
      element.classList.toggle('selected', single !== null && index === order)
    })
    const touched =
      single ??
      (span.start === span.end
        ? (chipAt(this.#content, span.start - 1) ?? chipAt(this.#content, span.start))
        : null)
    this.#events().onChip(touched)
  }

  #click(event: MouseEvent): void {
    const element = event.target instanceof Element ? event.target.closest('[data-field]') : null
    if (!element) return
    const start = offsetOf(this.#host, element, 0)
    this.#host.focus()
    this.#select({ start, end: start + 1 })
  }

  /** Outside this editor a chip is its value; inside it stays a chip, so cutting and pasting moves it. */
  #copy(event: ClipboardEvent): boolean {
    const span = selectionIn(this.#host)
    if (!span || span.start === span.end || !event.clipboardData) return false
    event.preventDefault()
    const part = slice(this.#content, span)
    event.clipboardData.setData(clipboardType, serialise(part))
    event.clipboardData.setData('text/plain', this.#shown(part))
    return true
  }

  #shown(part: ChipText): string {
    return serialise(part).replace(/\{\{([^{}]+)\}\}/g, (_whole, name: string) => this.#faceOf(name).display)
  }

  #cut(event: ClipboardEvent): void {
    const span = this.#selection()
    if (this.#copy(event)) this.#erase(span)
  }

  #paste(event: ClipboardEvent): void {
    event.preventDefault()
    const chips = event.clipboardData?.getData(clipboardType) ?? ''
    const text = event.clipboardData?.getData('text/plain') ?? ''
    this.#insert(chips === '' ? plain(text) : parse(chips), 'paste')
  }

  #dragStart(event: DragEvent): void {
    const span = selectionIn(this.#host)
    this.#dragged = span
    if (!span || !event.dataTransfer) return
    event.dataTransfer.setData('text/plain', this.#shown(slice(this.#content, span)))
    event.dataTransfer.effectAllowed = 'move'
  }

  #drop(event: DragEvent): void {
    event.preventDefault()
    const place = document.caretPositionFromPoint(event.clientX, event.clientY)
    const moved = this.#dragged
    this.#dragged = null
    if (!place || !this.#host.contains(place.offsetNode)) return
    const target = offsetOf(this.#host, place.offsetNode, place.offset)
    if (!moved) {
      this.#select(cursor(target))
      this.#insert(plain(event.dataTransfer?.getData('text/plain') ?? ''), 'drop')
      return
    }
    if (target > moved.start && target < moved.end) return
    const part = slice(this.#content, moved)
    const without = replace(this.#content, moved, plain(''))
    const at = target >= moved.end ? target - (moved.end - moved.start) : target
    this.#change(replace(without, cursor(at), part), { start: at, end: at + part.text.length }, 'drop')
  }
}

const cursor = (offset: number): Span => ({ start: offset, end: offset })

function clamp(span: Span, content: ChipText): Span {
  const limit = content.text.length
  return { start: Math.min(span.start, limit), end: Math.min(span.end, limit) }
}
