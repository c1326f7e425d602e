import { useCallback, useRef, useState } from 'react'
import type { RequestInput, RequestName, RequestOutput } from '../../../shared/contract/contract.ts'
import type { AppError, Result } from '../../../shared/contract/errors.ts'
import { useClient } from '../../api/client-context.tsx'
import { saveState } from '../../api/save-state.ts'

type WriteName = Exclude<
  Extract<RequestName, `settings.${string}`>,
  | 'settings.codes'
  | 'settings.codeItem'
  | 'settings.changes'
  | 'settings.organisation'
  | 'settings.values'
  | 'settings.year'
>
type WithoutId<Input> = Input extends unknown ? Omit<Input, 'actionId'> : never

/**
 * Writes one action. The same input again after a failure carries the same id, so nothing is recorded twice;
 * `error` is why the last one was not written, and what was typed stays in its form.
 */
export function useSave() {
  const client = useClient()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const last = useRef({ said: '', actionId: '' })
  const save = useCallback(
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
      // Nothing waits unsaved behind a settings form: it is still open, with its own message.
      saveState.settle()
      if (answer.ok) last.current = { said: '', actionId: '' }
      setError(answer.ok ? null : answer.error)
      return answer
    },
    [client],
  )
  const clear = useCallback(() => setError(null), [])
  return { save, isBusy, error, clear }
}

export type Saving = ReturnType<typeof useSave>

/** The revision to save over: the one seen, or after a conflict the one that stands there now. */
export function revisionAfter(error: AppError | null, seen: number): number {
  const current = error?.code === 'conflict' ? error.parameters.current : undefined
  return typeof current === 'number' ? current : seen
}
