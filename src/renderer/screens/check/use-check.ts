import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RequestInput, RequestOutput } from '../../../shared/contract/contract.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { useClient } from '../../api/client-context.tsx'
import type { JobProgress } from '../../api/jobs.ts'
import { answerOf, queryKey } from '../../api/queries.ts'

export interface CheckRun {
  readonly data: RequestOutput<'check.run'> | null
  readonly error: Error | null
  readonly running: boolean
  readonly progress: JobProgress | null
  /** When the result was made; null before the first. */
  readonly at: string | null
  readonly again: () => void
  readonly stop: () => void
  /** 中止 was pressed before a result was there. */
  readonly stopped: boolean
}

/** 点検 as a job with 中止; its result is shared with ホーム and made again when figures change. */
export function useCheck(frame: TimeFrame, show: RequestInput<'check.run'>['show']): CheckRun {
  const client = useClient()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<JobProgress | null>(null)
  const key = queryKey('check.run', { frame, show })
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      setProgress(null)
      return answerOf(await client.call('check.run', { frame, show }, { onProgress: setProgress, signal }))
    },
  })
  const { data, error, isFetching, dataUpdatedAt, refetch } = query
  return {
    data: data ?? null,
    error,
    running: isFetching,
    progress,
    at: dataUpdatedAt === 0 ? null : new Date(dataUpdatedAt).toISOString(),
    again: () => void refetch(),
    stop: () => void queries.cancelQueries({ queryKey: key }),
    stopped: data === undefined && error === null && !isFetching,
  }
}
