import { useState } from 'react'

/**
 * Whether every field of a form can be used. A field that cannot be read keeps its last good value, so a
 * form must not be saved while any of them is bad.
 */
export function useValidity() {
  const [bad, setBad] = useState<ReadonlySet<string>>(new Set())
  /** What a field calls when its text becomes good or bad; also `(true)` when the field goes away. */
  const of = (field: string) => (good: boolean) =>
    setBad((before) => {
      if (before.has(field) !== good) return before
      const after = new Set(before)
      if (good) after.delete(field)
      else after.add(field)
      return after
    })
  return { isGood: bad.size === 0, of }
}

export type Validity = ReturnType<typeof useValidity>
