import { commandLineWords } from '../../shared/words/command-line.ts'
import { type Invocation, WrongUse } from './command.ts'

/** A text option that must be there. */
export function required(invocation: Invocation, name: string): string {
  const value = optional(invocation, name)
  if (value === null) throw new WrongUse(commandLineWords.missingArgument(`--${name}`))
  return value
}

export function optional(invocation: Invocation, name: string): string | null {
  const value = invocation.options[name]
  return typeof value === 'string' && value !== '' ? value : null
}
