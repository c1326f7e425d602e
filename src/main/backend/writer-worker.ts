import { LedgerSlot } from './ledger-slot.ts'
import { writerSessionTasks } from './session-tasks.ts'
import { writerHandlers, writerTasks } from './tables/writer.ts'
import { serveInWorker } from './worker-loop.ts'

/** Entry of the writer thread: the only connection that writes. */
const slot = new LedgerSlot()

serveInWorker({ ...writerHandlers, ...writerTasks, ...writerSessionTasks(slot) }, (context) => ({
  ...context,
  get ledger() {
    return slot.writer()
  },
}))
