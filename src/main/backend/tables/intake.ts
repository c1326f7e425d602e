import type { IntakeHandlers } from '../../services/contexts.ts'
import { lazily } from './lazily.ts'

const features = {
  ...lazily(
    () => import('../../services/intake/session.ts').then(({ intakeSession }) => intakeSession),
    ['intake.layout', 'intake.preview', 'intake.read', 'intake.rows', 'intake.sums', 'intake.close'],
  ),
  ...lazily(
    () => import('../../services/intake/layout.ts').then(({ intakeLayout }) => intakeLayout),
    ['intake.layout', 'intake.preview'],
  ),
}

/** What the thread of 取込 answers: requests of the contract about an open book. */
export const intakeHandlers: IntakeHandlers = features

/** Steps of requests that only the backend may ask for. */
export const intakeTasks = {
  ...lazily(
    () => import('../../services/intake/session.ts').then((module) => module.intakeTasks),
    ['intake.openFile', 'intake.prepare', 'intake.done', 'intake.annotate'],
  ),
}
