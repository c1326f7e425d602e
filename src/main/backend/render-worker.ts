import { renderTasks } from './tables/render.ts'
import { serveInWorker } from './worker-loop.ts'

/** Entry of the thread that makes files; it never opens a ledger. */
serveInWorker(renderTasks, (context) => context)
