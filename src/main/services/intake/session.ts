import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { RequestInput, RequestOutput } from '../../../shared/contract/contract.ts'
import type { IntakeContext, IntakeHandlers } from '../contexts.ts'

const ended = (): never => {
  throw new AppFailure(appError('bookClosed', {}, 'session'))
}

export const intakeSession = {
  'intake.read': (_input: RequestInput<'intake.read'>): RequestOutput<'intake.read'> => ended(),
  'intake.rows': (_input: RequestInput<'intake.rows'>): RequestOutput<'intake.rows'> => ended(),
  'intake.sums': (_input: RequestInput<'intake.sums'>): RequestOutput<'intake.sums'> => ended(),
  'intake.close': ({ session }, { books }) => {
    books.close(session)
    return {}
  },
} satisfies IntakeHandlers

export const intakeTasks = {
  'intake.openFile': (_input: { readonly path: string }, _context: IntakeContext): null => ended(),
  'intake.prepare': (_input: { readonly session: string }, _context: IntakeContext): null => ended(),
  'intake.annotate': (_input: { readonly session: string }, _context: IntakeContext): null => ended(),
}
