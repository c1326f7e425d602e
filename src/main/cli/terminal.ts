import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Terminal } from './command.ts'

/** The real terminal of this process. */
export function processTerminal(): Terminal {
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  process.once('SIGTERM', () => interrupt.abort())
  // Whoever reads the results (`| head`) may stop early: that is no failure, and no reason to go on.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 4)
  })
  return {
    variables: process.env,
    out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    message: (text) => process.stderr.write(`${text}\n`),
    askSecret,
    now: () => new Date(),
    interrupted: interrupt.signal,
  }
}

/** Reads a line from the terminal without showing it. */
async function askSecret(prompt: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  process.stderr.write(prompt)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await lines.question('')
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
