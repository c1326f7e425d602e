import { useCallback, useRef, useState } from 'react'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import { useClient } from './client-context.tsx'

export type JobProgress = Extract<AppEvent, { event: 'progress' }>

export interface Job {
  readonly running: boolean
  readonly progress: JobProgress | null
  readonly cancel: () => void
  readonly run: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<Result<RequestOutput<Name>>>
}

/** A long request with its progress and its 中止. */
export function useJob(): Job {
  const client = useClient()
  const [running, setRunning] = useState(false)
  const [progress, setProgress] = useState<JobProgress | null>(null)
  const abort = useRef<AbortController>(null)
  const run: Job['run'] = useCallback(
    async (name, input) => {
      const controller = new AbortController()
      abort.current = controller
      setProgress(null)
      setRunning(true)
      try {
        return await client.call(name, input, { onProgress: setProgress, signal: controller.signal })
      } finally {
        setRunning(false)
      }
    },
    [client],
  )
  const cancel = useCallback(() => abort.current?.abort(), [])
  return { running, progress, cancel, run }
}
