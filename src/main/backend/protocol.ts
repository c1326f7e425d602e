import type { AppError } from '../../shared/contract/errors.ts'
import type { JobStep } from '../../shared/contract/events.ts'
import type { StaffMember } from '../services/contexts.ts'

/** Backend → worker. `cancel` is one shared 32-bit flag, so that even synchronous work can see it. */
export interface RunMessage {
  readonly kind: 'run'
  readonly id: number
  readonly name: string
  readonly input: unknown
  readonly staff: StaffMember | null
  readonly cancel: Int32Array<SharedArrayBuffer>
}

/** What the log may say about a bug: no message, since messages can quote what was typed. */
export interface Incident {
  readonly type: string
  readonly code: string | null
  readonly frames: readonly string[]
}

/** Worker → backend. */
export type WorkerMessage =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'failed'
      readonly id: number
      readonly error: AppError
      readonly incident: Incident | null
    }
  | {
      readonly kind: 'progress'
      readonly id: number
      readonly step: JobStep
      readonly done: number
      readonly total: number | null
    }
