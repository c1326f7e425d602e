import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { BackendHandlers } from '../contexts.ts'

/** How often 確定 counts anew when somebody writes meanwhile. */
const attempts = 3

/** `confirming.confirm`: a reader counts, the writer stores; what was written between them makes it count anew. */
export const confirmingBackend = {
  'confirming.confirm': async (input, context) => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      context.progress('counting', 0, null)
      const plan = await context.ask('reader', 'confirming.count', input)
      context.progress('writing', 0, null)
      const stored = await context.ask('writer', 'confirming.store', { input, plan })
      if (stored !== null) return stored
    }
    throw new AppFailure(appError('busy'))
  },
} satisfies Pick<BackendHandlers, 'confirming.confirm'>
