import type { ReaderHandlers } from '../../services/contexts.ts'
import { lazily } from './lazily.ts'

/**
 * What a reader worker answers: requests of the contract, one spread a feature, each loaded when first
 * asked for: `...lazily(() => import('../../services/papers.ts').then((m) => m.papersReader), [names])`.
 */
export const readerHandlers = {} satisfies Partial<ReaderHandlers>

/** Steps of requests that only the backend may ask for. */
export const readerTasks = {
  ...lazily(
    () => import('../../services/records/handlers.ts').then((module) => module.recordsReaderTasks),
    ['records.write'],
  ),
}
