import type { RequestInput, RequestName, RequestOutput, RequestsIn } from '../../shared/contract/contract.ts'
import type { JobStep } from '../../shared/contract/events.ts'
import type { Ledger, LedgerReader } from '../ledger/ledger.ts'
import type { FileShelf } from './file-shelf.ts'
import type { OpenBooks } from './intake/open-books.ts'
import type { Ask } from './tasks.ts'

/** Who is working, as recorded in the history. */
export interface StaffMember {
  readonly id: string
  readonly name: string
}

/** What every handler and task gets beside its input. Clock and ids come from here, never from the system. */
export interface TaskContext {
  /** Null until someone was chosen; a write then fails with `staffNotChosen`. */
  readonly staff: StaffMember | null
  readonly now: () => Date
  /** UUIDv7. */
  readonly newId: () => string
  /** Tells how far a job is; throws `cancelled` when the user stopped it. */
  progress(step: JobStep, done: number, total: number | null): void
  /** Throws `cancelled` when the user stopped the job; cheap enough for inner loops. */
  stopIfCancelled(): void
}

export interface ReaderContext extends TaskContext {
  readonly ledger: LedgerReader
}

export interface WriterContext extends TaskContext {
  readonly ledger: Ledger
}

export type RenderContext = TaskContext

/** The thread of 取込: reads the ledger beside the others, and keeps the books that are open. */
export interface IntakeContext extends ReaderContext {
  readonly books: OpenBooks
}

/** For requests that ask several workers in turn. */
export interface BackendContext extends TaskContext {
  /** Runs a named task in a worker; progress and cancelling go through. */
  readonly ask: Ask
  readonly shelf: FileShelf
}

/** Answers a request: returns its output, or throws an `AppFailure`. */
export type Handler<Name extends RequestName, Context> = (
  input: RequestInput<Name>,
  context: Context,
) => RequestOutput<Name> | Promise<RequestOutput<Name>>

type HandlersIn<Place extends 'writer' | 'reader' | 'render' | 'intake' | 'backend' | 'platform', Context> = {
  readonly [Name in RequestsIn<Place>]: Handler<Name, Context>
}

/** One handler for each request of the contract that runs there; a missing one does not compile. */
export type ReaderHandlers = HandlersIn<'reader', ReaderContext>
export type WriterHandlers = HandlersIn<'writer', WriterContext>
export type IntakeHandlers = HandlersIn<'intake', IntakeContext>
export type BackendHandlers = HandlersIn<'backend', BackendContext>
export type PlatformHandlers = HandlersIn<'platform', BackendContext>
