import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { BackendHandlers } from '../contexts.ts'

const ended = (): never => {
  throw new AppFailure(appError('bookClosed', {}, 'session'))
}

export const intakeBackend = {
  'intake.open': ({ file }, { shelf }) => {
    shelf.chosen(file)
    return ended()
  },
  'intake.apply': () => ended(),
  'intake.annotated': ({ folder }, { shelf }) => {
    shelf.folder(folder)
    return ended()
  },
} satisfies Pick<BackendHandlers, 'intake.open' | 'intake.apply' | 'intake.annotated'>
