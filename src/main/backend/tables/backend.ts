import type { BackendHandlers } from '../../services/contexts.ts'
import { lazily } from './lazily.ts'

/** Requests that ask several workers in turn; those of the ledger's session are in `session-handlers.ts`. */
export const featureHandlers = {
  ...lazily(
    () => import('../../services/papers/backend.ts').then((module) => module.papersBackend),
    ['papers.preview', 'papers.fileNames', 'papers.export'],
  ),
  ...lazily(
    () => import('../../services/records/handlers.ts').then((module) => module.recordsBackend),
    ['records.export'],
  ),
  ...lazily(
    () => import('../../services/collection/backend.ts').then((module) => module.collectionBackend),
    ['collection.issue'],
  ),
  ...lazily(
    () => import('../../services/intake/backend.ts').then((module) => module.intakeBackend),
    ['intake.open', 'intake.apply', 'intake.annotated'],
  ),
  ...lazily(
    () => import('../../services/confirming/backend.ts').then((module) => module.confirmingBackend),
    ['confirming.confirm'],
  ),
  ...lazily(
    () => import('../../services/backups.ts').then((module) => module.backupBackend),
    ['backup.create'],
  ),
} satisfies Partial<BackendHandlers>
