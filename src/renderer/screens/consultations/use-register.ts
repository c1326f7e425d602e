import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type {
  ConsultationFilter,
  ConsultationListRow,
  ConsultationSort,
} from '../../../shared/contract/schemas/consultations.ts'
import { useClient } from '../../api/client-context.tsx'
import { answerOf, queryKey } from '../../api/queries.ts'

/** Rows that are read at once: twice what a window shows. */
const block = 50

export interface Register {
  readonly total: number
  readonly row: (index: number) => ConsultationListRow | null
  readonly onWindow: (first: number, end: number) => void
  readonly isPending: boolean
  /** The rows in sight are of what was asked before. */
  readonly isOld: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** The end of the register, the first that is asked; asked twice it is read once. */
export function useTail(filter: ConsultationFilter, sort: ConsultationSort) {
  const client = useClient()
  const input = { filter, sort, offset: null, limit: block }
  return useQuery({
    queryKey: queryKey('consultations.list', input),
    queryFn: async () => answerOf(await client.call('consultations.list', input)),
    // While a narrower list is found, the one before stays in sight.
    placeholderData: (before) => before,
  })
}

/** The register by windows: its end in one request with the number of rows, the rest as it comes into sight. */
export function useRegister(filter: ConsultationFilter, sort: ConsultationSort): Register {
  const client = useClient()
  const [blocks, setBlocks] = useState<readonly number[]>([])
  const tail = useTail(filter, sort)
  const total = tail.data?.total ?? 0
  const isOld = tail.isPlaceholderData
  const tailFrom = tail.data?.offset ?? 0
  const wanted = isOld ? [] : blocks.filter((at) => at * block < tailFrom)
  const others = useQueries({
    queries: wanted.map((at) => {
      const input = { filter, sort, offset: at * block, limit: block }
      return {
        queryKey: queryKey('consultations.list', input),
        queryFn: async () => answerOf(await client.call('consultations.list', input)),
      }
    }),
  })
  const read = new Map(wanted.map((at, place) => [at, others[place]?.data?.rows ?? null]))
  const row = (index: number): ConsultationListRow | null =>
    index >= tailFrom
      ? (tail.data?.rows[index - tailFrom] ?? null)
      : (read.get(Math.floor(index / block))?.[index % block] ?? null)
  const shown = useRef('')
  const onWindow = useCallback((first: number, end: number) => {
    const from = Math.floor(first / block)
    const needed = Array.from(
      { length: Math.floor(Math.max(0, end - 1) / block) - from + 1 },
      (_, at) => from + at,
    )
    const name = needed.join(' ')
    if (shown.current === name) return
    shown.current = name
    setBlocks(needed)
  }, [])
  return {
    total,
    row,
    onWindow,
    isPending: tail.isPending,
    isOld,
    error: tail.error,
    retry: () => void tail.refetch(),
  }
}
