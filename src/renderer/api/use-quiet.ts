import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

const firstLookMs = 100
const nextLookMs = 50
/** A question that takes this long holds up nothing else. */
const patienceMs = 2_000

/**
 * False until what was asked for the first screen is answered: for questions that can wait, so that the
 * readers answer what is looked at first. It then stays true.
 */
export function useQuiet(): boolean {
  const queries = useQueryClient()
  const [isQuiet, setQuiet] = useState(false)
  useEffect(() => {
    const began = performance.now()
    let timer: ReturnType<typeof setTimeout>
    const look = (): void => {
      if (queries.isFetching() === 0 || performance.now() - began > patienceMs) setQuiet(true)
      else timer = setTimeout(look, nextLookMs)
    }
    timer = setTimeout(look, firstLookMs)
    return () => clearTimeout(timer)
  }, [queries])
  return isQuiet
}
