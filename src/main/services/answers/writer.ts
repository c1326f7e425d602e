import { insertFigure, removeFigure } from '../../ledger/repositories/known-figures.ts'
import { act } from '../act.ts'
import type { WriterHandlers } from '../contexts.ts'

/** `figures.*` that write: the register of numbers that went out (domain §6). */
export const answersWriter = {
  'figures.record': (input, context) =>
    act(context, 'figures.record', input, (write) => {
      const { actionId: _, ...figure } = input
      return { id: insertFigure(write, figure) }
    }),
  'figures.remove': (input, context) =>
    act(context, 'figures.remove', input, (write) => {
      removeFigure(write, input.id, input.revision)
      return {}
    }),
} satisfies Pick<WriterHandlers, 'figures.record' | 'figures.remove'>
