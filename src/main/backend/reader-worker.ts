import { LedgerSlot } from './ledger-slot.ts'
import { readerSessionTasks } from './session-tasks.ts'
import { readerHandlers, readerTasks } from './tables/reader.ts'
import { serveInWorker } from './worker-loop.ts'

/** Entry of a reader thread: a reading connection beside the writer's. */
const slot = new LedgerSlot()

serveInWorker({ ...readerHandlers, ...readerTasks, ...readerSessionTasks(slot) }, (context) => ({
  ...context,
  get ledger() {
    return slot.reader()
  },
}))

// The first screen asks for it: loaded beside the stretching of the password, not after it. Whoever asks
// hears of a failure.
import('../services/papers/reader.ts').catch(() => {})
