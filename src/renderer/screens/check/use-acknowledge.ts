import { useState } from 'react'
import type { AppError, Result } from '../../../shared/contract/errors.ts'
import { limits } from '../../../shared/contract/limits.ts'
import type { Finding } from '../../../shared/contract/schemas/ledger.ts'
import { useClient } from '../../api/client-context.tsx'

/** 確認済（理由あり） of findings, and taking it back. Each is one action; a refusal stays to be read. */
export function useAcknowledge() {
  const client = useClient()
  const [error, setError] = useState<AppError | null>(null)
  const [running, setRunning] = useState(false)
  const run = async (call: () => Promise<Result<unknown>>): Promise<boolean> => {
    setRunning(true)
    const answer = await call()
    setRunning(false)
    setError(answer.ok ? null : answer.error)
    return answer.ok
  }
  return {
    error,
    running,
    acknowledge: (findings: readonly Finding[], reason: string): Promise<boolean> =>
      run(() =>
        client.call('check.acknowledge', {
          actionId: crypto.randomUUID(),
          findings: findings.slice(0, limits.list).map(({ rule, placeKey, fingerprint, place, message }) => ({
            rule,
            placeKey,
            fingerprint,
            place,
            message,
          })),
          reason,
        }),
      ),
    withdraw: ({ acknowledgement }: Finding): Promise<boolean> => {
      if (acknowledgement === null) return Promise.resolve(false)
      const { id, revision } = acknowledgement
      return run(() =>
        client.call('check.withdrawAcknowledgement', {
          actionId: crypto.randomUUID(),
          acknowledgements: [{ id, revision }],
        }),
      )
    },
  }
}
