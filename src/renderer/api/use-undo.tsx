import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'
import type { HistoryAction } from '../../shared/contract/schemas/history.ts'
import { useClient } from './client-context.tsx'
import { useRequest } from './queries.ts'
import { saveState } from './save-state.ts'
import { useSession } from './session.tsx'
import { useQuiet } from './use-quiet.ts'

export type UndoStep = 'undo' | 'redo'

/** What became of the last undo or redo: to be spoken, or explained in a dialog. */
export type UndoOutcome =
  | { readonly kind: 'done'; readonly step: UndoStep; readonly name: string; readonly at: number }
  /** `undoBlocked`: the rows are asked for by `history.undoBlocks`. */
  | {
      readonly kind: 'refused'
      readonly step: UndoStep
      readonly of: string
      readonly name: string
      readonly error: AppError
    }
  /** Something that was typed is not saved yet. */
  | { readonly kind: 'unsaved'; readonly at: number }

export interface Undo {
  /** What Ctrl+Z and Ctrl+Y would do now. */
  readonly next: { readonly undo: HistoryAction | null; readonly redo: HistoryAction | null }
  /** The last twenty actions, newest first. */
  readonly actions: readonly HistoryAction[]
  readonly running: boolean
  readonly outcome: UndoOutcome | null
  /** Undoes the newest action, or the given one. Never rejects: see `outcome`. */
  readonly undo: (of?: HistoryAction) => void
  readonly redo: (of?: HistoryAction) => void
  readonly forgetOutcome: () => void
}

const UndoContext = createContext<Undo | null>(null)

/** How long a save on its way is waited for. */
const patienceMs = 5_000
/** Steps that may be asked for ahead. */
const mostWaiting = 20

/** One undo list a ledger, for the top line, the keys, grids and 点検・履歴. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient()
  const { ledger } = useSession()
  const list = useRequest('history.undoList', {}, { enabled: useQuiet() })
  const [running, setRunning] = useState(false)
  const [outcome, setOutcome] = useState<UndoOutcome | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const waiting = useRef(0)
  const data = list.data ?? null
  const readOnly = ledger.readOnly !== null

  const { refetch } = list
  const one = useCallback(
    async (step: UndoStep, given: HistoryAction | undefined) => {
      if (!(await everythingSaved(patienceMs))) {
        setOutcome({ kind: 'unsaved', at: performance.now() })
        return
      }
      // What was just saved may not be in the list that is shown: the newest of all is meant.
      const of = given ?? (await refetch()).data?.[step] ?? null
      if (of === null) return
      const name = step === 'undo' ? 'history.undo' : 'history.redo'
      const answer = await client.call(name, { actionId: crypto.randomUUID(), of: of.actionId })
      setOutcome(
        answer.ok
          ? { kind: 'done', step, name: answer.value.name, at: performance.now() }
          : { kind: 'refused', step, of: of.actionId, name: of.name, error: answer.error },
      )
    },
    [client, refetch],
  )
  /** One after the other: a key that is pressed three times goes three steps back. */
  const run = useCallback(
    (step: UndoStep, given: HistoryAction | undefined) => {
      if (readOnly || waiting.current >= mostWaiting) return
      waiting.current += 1
      setRunning(true)
      queue.current = queue.current
        // A step that failed unexpectedly is reported by the window; the next one is made all the same.
        .then(
          () => one(step, given),
          () => one(step, given),
        )
        .finally(() => {
          waiting.current -= 1
          setRunning(waiting.current > 0)
        })
    },
    [one, readOnly],
  )

  const value = useMemo((): Undo => {
    const next = { undo: data?.undo ?? null, redo: data?.redo ?? null }
    return {
      next,
      actions: data?.actions ?? [],
      running,
      outcome,
      undo: (of) => run('undo', of),
      redo: (of) => run('redo', of),
      forgetOutcome: () => setOutcome(null),
    }
  }, [data, running, outcome, run])
  return <UndoContext value={value}>{children}</UndoContext>
}

export function useUndo(): Undo {
  const undo = useContext(UndoContext)
  if (!undo) throw new Error('no undo: UndoProvider is missing')
  return undo
}

/** Whether all that was typed is on disk, after waiting for what is on its way. */
function everythingSaved(within: number): Promise<boolean> {
  if (saveState.read().kind === 'saved') return Promise.resolve(true)
  return new Promise((resolve) => {
    const end = (saved: boolean) => {
      stop()
      clearTimeout(timer)
      resolve(saved)
    }
    const stop = saveState.subscribe(() => {
      if (saveState.read().kind === 'saved') end(true)
      if (saveState.read().kind === 'failed') end(false)
    })
    const timer = setTimeout(() => end(false), within)
  })
}
