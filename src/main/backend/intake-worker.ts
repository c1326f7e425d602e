import { OpenBooks } from '../services/intake/open-books.ts'
import { LedgerSlot } from './ledger-slot.ts'
import { readerSessionTasks } from './session-tasks.ts'
import { intakeHandlers, intakeTasks } from './tables/intake.ts'
import { serveInWorker } from './worker-loop.ts'

/**
 * Entry of the thread of 取込: reading a book and comparing it must block neither the writer nor the readers.
 * It keeps the open books, and a reading connection of its own.
 */
const slot = new LedgerSlot()
const books = new OpenBooks(() => Date.now())
const session = readerSessionTasks(slot)

serveInWorker(
  {
    ...intakeHandlers,
    ...intakeTasks,
    ...session,
    // A book belongs to the ledger that it was opened for.
    'session.attach': (input: Parameters<(typeof session)['session.attach']>[0]) => {
      books.clear()
      return session['session.attach'](input)
    },
    'session.detach': (input: null) => {
      books.clear()
      return session['session.detach'](input)
    },
  },
  (context) => ({
    ...context,
    books,
    get ledger() {
      return slot.reader()
    },
  }),
)
