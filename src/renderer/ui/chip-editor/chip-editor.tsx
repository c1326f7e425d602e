import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { ChipFace } from './dom.ts'
import { ChipEditorCore, type EditorEvents, type Mark, type Refusal } from './editor.ts'

export type { ChipFace } from './dom.ts'
export type { Mark, Refusal } from './editor.ts'

export interface ChipEditorHandle {
  insertChip(name: string): void
  focusEnd(): void
  selectMark(mark: Mark): void
  undo(): void
}

/** All marks of all editors, as one highlight each: no element is added to the text that is being written. */
const highlights: Readonly<Record<'error' | 'warning', Highlight>> = {
  error: new Highlight(),
  warning: new Highlight(),
}

/** Makes the marks known to the page. */
export function registerMarks(): void {
  CSS.highlights.set('finding-error', highlights.error)
  CSS.highlights.set('finding-warning', highlights.warning)
}

export interface ChipMark extends Mark {
  readonly level: 'error' | 'warning'
}

/** One block of text with number fields as chips. The text carries them as `{{name}}`. */
export function ChipEditor(props: {
  readonly label: string
  readonly text: string
  readonly faces: ReadonlyMap<string, ChipFace>
  /** Shown for a name that has no value. */
  readonly missingWords: string
  readonly marks: readonly ChipMark[]
  readonly describedBy?: string
  readonly isReadOnly?: boolean
  readonly onChange: (text: string) => void
  readonly onChip: (name: string | null) => void
  readonly onRefused: (why: Refusal) => void
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly ref?: Ref<ChipEditorHandle>
}) {
  const host = useRef<HTMLDivElement>(null)
  const core = useRef<ChipEditorCore>(null)
  const events = useRef<EditorEvents>(props)
  events.current = props

  useEffect(() => {
    if (!host.current) return
    const made = new ChipEditorCore(
      host.current,
      () => events.current,
      () => performance.now(),
    )
    core.current = made
    return () => made.destroy()
  }, [])

  useEffect(() => {
    core.current?.setFaces(props.faces, props.missingWords)
    core.current?.setText(props.text)
  }, [props.text, props.faces, props.missingWords])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text moves the ranges
  useEffect(() => {
    const editor = core.current
    if (!editor || editor.isComposing) return
    const drawn = props.marks.map((mark) => ({ level: mark.level, ranges: editor.rangesOf([mark]) }))
    for (const { level, ranges } of drawn) for (const range of ranges) highlights[level].add(range)
    return () => {
      for (const { level, ranges } of drawn) for (const range of ranges) highlights[level].delete(range)
    }
  }, [props.marks, props.text])

  useImperativeHandle(
    props.ref,
    () => ({
      insertChip: (name) => core.current?.insertChip(name),
      focusEnd: () => core.current?.focusEnd(),
      selectMark: (mark) => core.current?.selectMark(mark),
      undo: () => core.current?.undo(),
    }),
    [],
  )

  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold chips
    <div
      ref={host}
      className="chip-editor"
      contentEditable={!props.isReadOnly}
      suppressContentEditableWarning
      role="textbox"
      aria-multiline="true"
      aria-readonly={props.isReadOnly || undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      tabIndex={0}
      spellCheck={false}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
    />
  )
}
