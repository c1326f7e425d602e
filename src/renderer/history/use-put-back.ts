import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'
import { useClient } from '../api/client-context.tsx'

/** 「51 に戻す」: an earlier value of a field as a new action. */
export function usePutBack(table: string, id: string, onDone?: () => void) {
  const client = useClient()
  const queries = useQueryClient()
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const run = async (sequence: number, field: string, seen: number): Promise<void> => {
    setRunning(true)
    setError(null)
    const answer = await client.call('history.putBack', {
      actionId: crypto.randomUUID(),
      table,
      id,
      field,
      sequence,
      seen,
      reason: '',
    })
    setRunning(false)
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    await queries.invalidateQueries({ queryKey: ['history.ofRow'] })
    onDone?.()
  }
  return { running, error, run }
}
