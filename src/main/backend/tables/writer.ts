import type { WriterHandlers } from '../../services/contexts.ts'

/** What the writer worker answers: requests of the contract that change the ledger. */
export const writerHandlers = {} satisfies Partial<WriterHandlers>

/** Steps of requests that only the backend may ask for. */
export const writerTasks = {}
