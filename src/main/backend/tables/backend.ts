import type { BackendHandlers } from '../../services/contexts.ts'

/** Requests that ask several workers in turn; those of the ledger's session are in `session-handlers.ts`. */
export const featureHandlers = {} satisfies Partial<BackendHandlers>
