import type { Terminal } from '../../src/main/cli/command.ts'
import { runCommandLine } from '../../src/main/cli/run.ts'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly messages: string
}

export interface TerminalChanges {
  readonly variables?: Readonly<Record<string, string>>
  /** Answers to prompts, in turn; none: nobody is there. */
  readonly answers?: readonly string[]
}

/** Runs a command line in this process, with a terminal in memory. */
export async function run(words: readonly string[], changes: TerminalChanges = {}): Promise<Outcome> {
  const out: string[] = []
  const messages: string[] = []
  const answers = [...(changes.answers ?? [])]
  const terminal: Terminal = {
    variables: changes.variables ?? {},
    out: (text) => out.push(text),
    message: (text) => messages.push(text),
    askSecret: async (prompt) => {
      messages.push(prompt)
      return answers.shift() ?? null
    },
    now: () => new Date('2025-05-07T03:00:00Z'),
    interrupted: new AbortController().signal,
  }
  const code = await runCommandLine(words, terminal)
  return { code, out: out.join('\n'), messages: messages.join('\n') }
}
