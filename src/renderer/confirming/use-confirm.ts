import { useRef, useState } from 'react'
import type { RequestOutput } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { ConfirmRow } from '../../shared/contract/schemas/confirming.ts'
import type { FormCode } from '../../shared/statistics/rows.ts'
import type { FiscalYear, Month } from '../../shared/time/day.ts'
import { useClient } from '../api/client-context.tsx'

/** What is to be taken back by 確定解除. */
export interface ReopenPlace {
  readonly party: string
  readonly name: string
  readonly form: FormCode
  readonly fiscalYear: FiscalYear
  readonly month: Month | null
}

export const placeId = ({ party, form }: Pick<ConfirmRow, 'party' | 'form'>): string => `${party} ${form}`

export const canBeConfirmed = (row: Pick<ConfirmRow, 'state' | 'obstacle'>): boolean =>
  row.state !== 'confirmed' && row.obstacle === null

/** The choice of reports and sending it: all that can be 確定 are chosen until someone takes one out. */
export function useConfirm(fiscalYear: FiscalYear, month: Month | null, rows: readonly ConfirmRow[]) {
  const client = useClient()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [seen, setSeen] = useState(false)
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [done, setDone] = useState<RequestOutput<'confirming.confirm'> | null>(null)
  // The same press again records nothing twice; another choice is another action.
  const action = useRef({ of: '', id: '' })
  const chosen = rows.filter((row) => canBeConfirmed(row) && !left.has(placeId(row)))
  const warnings = chosen.reduce((sum, row) => sum + row.warnings, 0)
  const send = async (): Promise<void> => {
    const places = chosen.map(({ party, form, warnings: warningsSeen }) => ({ party, form, warningsSeen }))
    const of = JSON.stringify([month, places])
    if (action.current.of !== of) action.current = { of, id: crypto.randomUUID() }
    setRunning(true)
    setError(null)
    setDone(null)
    const input = { actionId: action.current.id, fiscalYear, month, places, reason: '' }
    const answer = await client.call('confirming.confirm', input)
    setRunning(false)
    if (answer.ok) setDone(answer.value)
    else setError(answer.error)
    action.current = { of: '', id: '' }
  }
  return {
    chosen,
    chosenIds: new Set(chosen.map(placeId)),
    warnings,
    warningsSeen: warnings === 0 || seen,
    running,
    error,
    done,
    send,
    seeWarnings: setSeen,
    choose: (id: string, isChosen: boolean) => {
      const next = new Set(left)
      if (isChosen) next.delete(id)
      else next.add(id)
      setLeft(next)
    },
    clear: () => {
      setLeft(new Set())
      setSeen(false)
      setError(null)
      setDone(null)
    },
  }
}
