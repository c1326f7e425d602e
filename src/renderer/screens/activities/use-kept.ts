import { useEffect, useState } from 'react'
import type { KeptDraft } from '../../../shared/contract/schemas/drafts.ts'
import { useClient } from '../../api/client-context.tsx'

/** Half-filled entries of a kind as they are on disk when a form opens; null while they are read. */
export function useKept(kind: string): readonly KeptDraft[] | null {
  const client = useClient()
  const [kept, setKept] = useState<readonly KeptDraft[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    void client.call('drafts.list', { kind }).then((answer) => {
      // A form without its draft is better than none: what was kept stays in the ledger.
      if (isCurrent) setKept(answer.ok ? answer.value.drafts : [])
    })
    return () => {
      isCurrent = false
    }
  }, [client, kind])
  return kept
}
