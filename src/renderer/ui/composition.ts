import type { KeyboardEvent } from 'react'

/**
 * Whether a key belongs to a conversion of the input method. Enter that confirms a conversion must never
 * submit: `isComposing` is true then, and 229 is what browsers send while the first key is composed.
 */
export function isComposingKey(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || native.keyCode === 229
}
