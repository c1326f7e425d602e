import type { UndoState } from '../../../shared/contract/schemas/history.ts'
import { quickBlock } from '../../ledger/history/undo-check.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import {
  type ActionRow,
  lastStepOf,
  latestActions,
  stepKinds,
} from '../../ledger/repositories/history-actions.ts'

/**
 * What cannot be undone, as a closed list: it made or replaced the ledger itself, or named a person under
 * whom others have recorded since.
 */
export const fixedKinds: readonly string[] = [
  'ledger.create',
  'ledger.migrate',
  'ledger.restore',
  'ledger.records',
  'ledger.content',
  'staff.add',
  // It changes only by 確定解除, with a reason (domain §8); and what was open again may have changed since.
  'confirming.confirm',
  'confirming.reopen',
]

export const isStep = (kind: string): boolean => stepKinds.some((step) => step === kind)

export interface ActionState {
  readonly state: UndoState
  /** The action whose entries are to be reversed next: the action itself, or its last undo or redo. */
  readonly carrier: ActionRow
}

/** Whether an action stands, was undone, or is none of those that can be. */
export function stateOf(reader: LedgerReader, action: ActionRow): ActionState {
  if (isStep(action.kind)) return { state: 'step', carrier: action }
  if (fixedKinds.includes(action.kind)) return { state: 'fixed', carrier: action }
  const step = lastStepOf(reader, action.id)
  if (step === null) return { state: 'done', carrier: action }
  return { state: step.kind === 'history.undo' ? 'undone' : 'done', carrier: step }
}

/** Redo ends with the next new action: nothing but undos and redos may have come after the undo. */
export function redoIsOpen(reader: LedgerReader, undo: ActionRow): boolean {
  let before: number | null = null
  for (;;) {
    const page = latestActions(reader, 50, before)
    for (const action of page) {
      if (action.key <= undo.key) return true
      if (!isStep(action.kind)) return false
    }
    const last = page.at(-1)
    if (last === undefined) return true
    before = last.key
  }
}

/** Whether undo (of what stands) or redo (of what was undone) may be offered, by a look at its first rows. */
export function isPossible(reader: LedgerReader, { state, carrier }: ActionState): boolean {
  if (state === 'step' || state === 'fixed') return false
  if (state === 'undone' && !redoIsOpen(reader, carrier)) return false
  return !quickBlock(reader, carrier, 50)
}
