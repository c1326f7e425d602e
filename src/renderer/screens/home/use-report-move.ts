import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { BoardCellView, BoardRowView } from '../../../shared/contract/schemas/home.ts'
import { needsReason } from '../../../shared/reports/transitions.ts'
import type { ReportState } from '../../../shared/statistics/rows.ts'
import { useClient } from '../../api/client-context.tsx'
import { storedState } from './board.ts'

export interface ReportMove {
  readonly row: BoardRowView
  readonly cell: BoardCellView
  readonly to: ReportState
  /** Made once for the move: a second press records nothing twice. */
  readonly actionId: string
}

/** Moves a report at once, or first asks why where domain §8 wants a reason. */
export function useReportMove(onSentBack: (move: ReportMove, reason: string) => void = () => {}) {
  const client = useClient()
  const [asking, setAsking] = useState<ReportMove | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const send = async (asked: ReportMove, reason: string): Promise<void> => {
    const { row, cell, to, actionId } = asked
    const { party, form } = row
    const { month, revision } = cell
    const answer = await client.call('reports.move', { actionId, party, form, month, to, reason, revision })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) setAsking(null)
    if (answer.ok && to === 'sentBack') onSentBack(asked, reason)
  }
  const begin = (row: BoardRowView, cell: BoardCellView, to: ReportState): void => {
    setError(null)
    const move = { row, cell, to, actionId: crypto.randomUUID() }
    if (needsReason(storedState(cell), to)) setAsking(move)
    else void send(move, '')
  }
  return { asking, error, begin, send, stop: () => setAsking(null) }
}
