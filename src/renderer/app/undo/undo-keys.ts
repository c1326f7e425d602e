import { useEffect } from 'react'
import { useUndo } from '../../api/use-undo.tsx'
import { isComposingKey } from '../../ui/composition.ts'

/**
 * Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z anywhere in the window. A text field into which something was typed since it
 * was entered keeps them for its own undo; so does a text that is edited in place, and whatever handles the
 * key itself (a grid hands it on by `useUndo`).
 */
export function useUndoKeys(): void {
  const { undo, redo } = useUndo()
  useEffect(() => {
    let typedInto: EventTarget | null = null
    const typed = (event: Event) => {
      typedInto = event.target
    }
    const entered = () => {
      typedInto = null
    }
    const pressed = (event: KeyboardEvent) => {
      const step = undoStepOf(event)
      if (step === null || event.defaultPrevented || isComposingKey(event)) return
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      const field = keepsOwnUndo(event.target)
      if (field === 'always' || (field === 'typed' && typedInto === event.target)) return
      event.preventDefault()
      if (step === 'undo') undo()
      else redo()
    }
    document.addEventListener('input', typed, true)
    document.addEventListener('focusin', entered, true)
    window.addEventListener('keydown', pressed)
    return () => {
      document.removeEventListener('input', typed, true)
      document.removeEventListener('focusin', entered, true)
      window.removeEventListener('keydown', pressed)
    }
  }, [undo, redo])
}

/** Which step a key asks for, on either keyboard habit. */
export function undoStepOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}

/** `typed`: has its own undo for what was typed; `always`: keeps its own for as long as it lives. */
function keepsOwnUndo(target: EventTarget | null): 'always' | 'typed' | 'never' {
  if (!(target instanceof HTMLElement)) return 'never'
  if (target.isContentEditable) return 'always'
  if (target instanceof HTMLTextAreaElement) return 'typed'
  if (!(target instanceof HTMLInputElement)) return 'never'
  return ['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(target.type) ? 'never' : 'typed'
}
