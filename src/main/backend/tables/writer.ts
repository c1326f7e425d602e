import type { WriterHandlers } from '../../services/contexts.ts'
import { lazily } from './lazily.ts'

/** What the writer worker answers: requests of the contract that change the ledger. */
export const writerHandlers = {
  ...lazily(
    () => import('../../services/papers/writer.ts').then((module) => module.papersWriter),
    ['papers.create', 'papers.changeSettings', 'papers.edit', 'papers.remove'],
  ),
  ...lazily(() => import('../../services/staff.ts').then((module) => module.staffWriter), ['staff.add']),
} satisfies WriterHandlers
