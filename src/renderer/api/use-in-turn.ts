import { useCallback, useRef } from 'react'

/**
 * Runs `work`, as it is when its turn comes, one after the other: a save asked for while one is on its way
 * would meet that one's revision as a clash with itself.
 *
 * @returns a function that never changes.
 */
export function useInTurn<T>(work: () => Promise<T>): () => Promise<T> {
  const latest = useRef(work)
  latest.current = work
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(() => {
    const next = last.current.then(
      () => latest.current(),
      () => latest.current(),
    )
    last.current = next
    return next
  }, [])
}
