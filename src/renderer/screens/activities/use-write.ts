import { useCallback, useRef, useState } from 'react'
import type { RequestInput, RequestName, RequestOutput } from '../../../shared/contract/contract.ts'
import type { AppError, Result } from '../../../shared/contract/errors.ts'
import { useClient } from '../../api/client-context.tsx'
import { saveState } from '../../api/save-state.ts'

type WriteName = Extract<
  RequestName,
  | 'activities.create'
  | 'activities.save'
  | 'activities.withdrawState'
  | 'activities.remove'
  | 'activities.createSeries'
  | 'activities.changeSeries'
>
type WithoutId<Input> = Input extends unknown ? Omit<Input, 'actionId'> : never

/** Failures of the disk and the tool itself: what was typed waits for 「もう一度」. */
const passing = new Set(['busy', 'diskFull', 'inputOutput', 'workerStopped', 'staffNotChosen', 'internal'])

/**
 * Writes with an action id of its own: the same input again (after a failure) carries the same id, so
 * nothing is recorded twice. `error` is what kept the last one from being written.
 */
export function useWrite() {
  const client = useClient()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const last = useRef({ said: '', actionId: '' })
  const write = useCallback(
    async <Name extends WriteName>(
      name: Name,
      input: WithoutId<RequestInput<Name>>,
    ): Promise<Result<RequestOutput<Name>>> => {
      const said = JSON.stringify([name, input])
      if (last.current.said !== said) last.current = { said, actionId: crypto.randomUUID() }
      setBusy(true)
      saveState.set({ kind: 'saving' })
      const whole = { ...input, actionId: last.current.actionId } as RequestInput<Name>
      const answer = await client.call(name, whole)
      setBusy(false)
      if (answer.ok) {
        last.current = { said: '', actionId: '' }
        setError(null)
        saveState.settle()
      } else {
        setError(answer.error)
        if (!passing.has(answer.error.code)) saveState.settle()
        else {
          saveState.set({
            kind: 'failed',
            error: answer.error,
            retry: () => void write(name, input),
          })
        }
      }
      return answer
    },
    [client],
  )
  const clear = useCallback(() => setError(null), [])
  return { write, isBusy, error, clear }
}
