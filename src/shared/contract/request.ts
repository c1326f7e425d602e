import type { z } from 'zod'

/**
 * Where a request is answered.
 * `writer`: the only writing connection. `reader`: one of two read-only connections. `render`: never opens
 * the ledger. `intake`: the thread that keeps opened books, with a read-only connection of its own.
 * `backend`: the thread that routes (it may ask several workers in turn). `platform`: the door itself
 * (dialogs, folders, preferences), with one implementation per door.
 */
export type RunsIn = 'writer' | 'reader' | 'render' | 'intake' | 'backend' | 'platform'

/** `write` changes the ledger and carries an action id; `job` may take long: it tells progress and can be cancelled. */
export type RequestKind = 'read' | 'write' | 'job'

export interface RequestDefinition<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Place extends RunsIn = RunsIn,
> {
  readonly input: Input
  readonly output: Output
  readonly runs: Place
  readonly kind: RequestKind
}

/**
 * Declares one request. Input and output are strict objects of JSON values; both are parsed at the door.
 */
export function defineRequest<Input extends z.ZodType, Output extends z.ZodType, Place extends RunsIn>(
  definition: RequestDefinition<Input, Output, Place>,
): RequestDefinition<Input, Output, Place> {
  return Object.freeze(definition)
}
