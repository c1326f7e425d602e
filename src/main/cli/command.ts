import type { ParseArgsOptionsConfig } from 'node:util'
import { AppFailure } from '../../shared/contract/errors.ts'

/** The documented exit codes (architecture §6). */
export const exitCodes = { done: 0, findings: 1, wrongUse: 2, cannotOpen: 3, internal: 4 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Everything that a command may touch of the world outside. */
export interface Terminal {
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Results: one write, a newline at its end. */
  out(text: string): void
  /** Messages. */
  message(text: string): void
  /** Asks without echo; null when nobody can answer. */
  askSecret(prompt: string): Promise<string | null>
  now(): Date
  /** Ends when the user interrupts (Ctrl+C). */
  readonly interrupted: AbortSignal
}

export type OptionValue = string | boolean | undefined

export interface Invocation {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, OptionValue>>
  readonly terminal: Terminal
}

export interface Command {
  /** Names of the arguments after the command, for messages; all are needed. */
  readonly parameters: readonly string[]
  readonly options: ParseArgsOptionsConfig
  run(invocation: Invocation): Promise<ExitCode>
}

/** Wrong use of the command line: exit 2, with a Japanese sentence. */
export class WrongUse extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'WrongUse'
  }
}

/** The ledger could not be opened, for whatever reason: exit 3, but for a bug. */
export class CannotOpen extends AppFailure {}

export const ledgerOptions = {
  ledger: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

export const frameOptions = {
  fy: { type: 'string' },
  period: { type: 'string' },
  'as-of': { type: 'string' },
} as const satisfies ParseArgsOptionsConfig
