import { hash } from 'node:crypto'
import { z } from 'zod'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { fail } from './failures.ts'
import { canonicalJson } from './history/canonical.ts'
import type { ActionFields } from './history/chain.ts'

/** What a user (or a command) does in one step. */
export interface Action {
  /** Made by the client; the same id again gives the same answer and writes nothing. */
  readonly actionId: string
  /** Who: a name of the staff list. */
  readonly staff: string
  /** Code of what is done: `papers.edit`. */
  readonly kind: string
  /** Why, where the rule asks for it; else ''. */
  readonly reason: string
  /** UTC instant, ISO 8601. */
  readonly at: string
  /** What was asked, as JSON: the same id with another request is refused (`actionReused`). */
  readonly request?: unknown
}

const text = (longest: number): z.ZodString => z.string().max(longest)
const actionSchema = z.object({
  actionId: text(100).min(1),
  staff: text(200),
  kind: text(100).min(1),
  reason: text(2_000),
  at: z.iso.datetime(),
})

/** Checks an action; stops with `staffNotChosen`, or `malformedRequest` {request, field}. */
export function actionFields(action: Action): ActionFields {
  const parsed = actionSchema.safeParse(action)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    fail('malformedRequest', { request: action.kind }, field)
  }
  if (action.staff.trim() === '') fail('staffNotChosen' satisfies ErrorCode)
  const request = hash('sha256', canonicalJson([action.kind, action.request ?? null]), 'buffer')
  const { actionId: id, kind, staff, reason, at } = parsed.data
  return { id, kind, staff, reason, at, request }
}
