import type { Ref, RefCallback, RefObject } from 'react'

/** One ref for two: the field's own, and its caller's. */
export function refs<T>(own: RefObject<T | null>, given: Ref<T> | undefined): RefCallback<T> {
  return (element) => {
    own.current = element
    if (typeof given === 'function') return given(element)
    if (given) given.current = element
  }
}
