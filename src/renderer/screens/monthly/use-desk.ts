import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { MonthlyPlace } from '../../../shared/contract/schemas/monthly.ts'
import { useClient } from '../../api/client-context.tsx'
import { saveState } from '../../api/save-state.ts'
import { useSession } from '../../api/session.tsx'
import type { Desk } from './hands.ts'
import type { CellClash } from './held-cell.ts'
import { SheetSaver } from './saver.ts'
import { Sheet } from './sheet.ts'
import { TypedDrafts } from './typed-drafts.ts'

export type DeskState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'ready'; readonly desk: Desk }

/** Events after which a sheet asks what changed in it. */
const touches = (what: string): boolean =>
  !/^(drafts|papers|staff|backup|settings|ledger)\./.test(what) && what !== 'closed'

/**
 * The sheet of a place with its saver and drafts: read once, followed by what changed since. `again` reads it
 * anew (after its items changed).
 */
export function useDesk(
  place: MonthlyPlace | null,
  onClash: (clashes: readonly CellClash[]) => void,
): { readonly state: DeskState; readonly again: () => void } {
  const client = useClient()
  const { ledger } = useSession()
  const readOnly = ledger.readOnly !== null
  const [state, setState] = useState<DeskState>({ kind: 'loading' })
  const [turn, setTurn] = useState(0)
  const { party, form, fiscalYear } = place ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks to read again
  useEffect(() => {
    if (party === undefined || form === undefined || fiscalYear === undefined) return
    let gone = false
    let open: Desk | null = null
    setState({ kind: 'loading' })
    const begin = async (): Promise<void> => {
      const answer = await client.call('monthly.sheet', { party, form, fiscalYear })
      if (gone) return
      if (!answer.ok) {
        setState({ kind: 'failed', error: answer.error })
        return
      }
      const sheet = new Sheet(answer.value, readOnly)
      const newId = () => crypto.randomUUID()
      const desk: Desk = {
        sheet,
        saver: new SheetSaver({ client, state: saveState, sheet, newId, onClash }),
        drafts: new TypedDrafts(client, sheet, newId),
      }
      await desk.drafts.restore()
      if (gone) return
      open = desk
      setState({ kind: 'ready', desk })
    }
    void begin()
    const stop = client.listen((event) => {
      if (event.event === 'ledger-changed' && touches(event.what)) open?.saver.followSoon()
    })
    const hurry = (): void => open?.saver.hurry()
    window.addEventListener('pagehide', hurry)
    return () => {
      gone = true
      stop()
      window.removeEventListener('pagehide', hurry)
      hurry()
      void open?.drafts.flush()
      open?.sheet.dispose()
    }
  }, [client, party, form, fiscalYear, readOnly, turn, onClash])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  return { state, again }
}
