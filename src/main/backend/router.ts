import type { RequestEnvelope } from '../../shared/contract/client.ts'
import { type Contract, contract, isRequestName, type RequestName } from '../../shared/contract/contract.ts'
import { type AppError, appError, failure, type Result } from '../../shared/contract/errors.ts'
import { describeFailure } from './failures.ts'
import type { IncidentLog } from './incident-log.ts'

/** Answers a parsed request; the router does not care where. */
export type Dispatch = (name: RequestName, input: unknown, jobId: string | null) => Promise<unknown>

/**
 * The one gate of the contract: whatever comes through a door is parsed here, and whatever goes out is
 * parsed as well, so that nothing unplanned leaves. Never throws.
 */
export class Router {
  readonly #dispatch: Dispatch
  readonly #log: IncidentLog

  constructor(dispatch: Dispatch, log: IncidentLog) {
    this.#dispatch = dispatch
    this.#log = log
  }

  async call(envelope: { readonly [Key in keyof RequestEnvelope]: unknown }): Promise<Result<unknown>> {
    const { name, jobId } = envelope
    if (typeof name !== 'string' || !isRequestName(name)) return failure('unknownRequest')
    if (jobId !== null && !(typeof jobId === 'string' && jobId.length > 0 && jobId.length <= 100)) {
      return malformed(name, ['jobId'])
    }
    try {
      const input = contract[name].input.safeParse(envelope.input)
      if (!input.success) return malformed(name, input.error.issues[0]?.path ?? [])
      const answer = await this.#dispatch(name, input.data, jobId)
      return this.#checked(name, answer)
    } catch (error) {
      return { ok: false, error: this.#describe(name, error) }
    }
  }

  #checked(name: RequestName, answer: unknown): Result<unknown> {
    const output = (contract[name] satisfies Contract[RequestName]).output.safeParse(answer)
    if (output.success) return { ok: true, value: output.data }
    const frames = output.error.issues.map((issue) => `${issue.code} ${issue.path.join('.')}`)
    const incident = this.#log.incident(name, { type: 'MalformedOutput', code: null, frames })
    return failure('internal', { incident })
  }

  #describe(name: RequestName, error: unknown): AppError {
    const { error: described, incident } = describeFailure(error)
    if (incident === null) return described
    return appError(
      described.code,
      { ...described.parameters, incident: this.#log.incident(name, incident) },
      described.field,
    )
  }
}

function malformed(name: RequestName, path: readonly PropertyKey[]): Result<never> {
  return failure('malformedRequest', { request: name }, path.map(String).join('.') || null)
}
