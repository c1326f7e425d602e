import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { windowShownLine } from '../window-signal.ts'

export type WindowOutcome =
  /** The window was shown; `ended` settles when it was closed. */
  | { readonly kind: 'shown'; readonly ended: Promise<void>; end(): void }
  | { readonly kind: 'silent' }
  | { readonly kind: 'failed' }

/**
 * Starts the Electron program and waits until the shell reports its window. A shell that stays silent is
 * ended, so that it never appears beside the browser later.
 */
export async function openWindow(options: {
  readonly program: string
  readonly project: string
  readonly variables: NodeJS.ProcessEnv
  readonly withinMs: number
  /** Only tests give any. */
  readonly parameters?: readonly string[]
}): Promise<WindowOutcome> {
  const child = spawn(options.program, [...(options.parameters ?? []), options.project], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: options.variables,
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const shown = new Promise<'shown'>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === windowShownLine) resolve('shown')
    })
  })
  const late = AbortSignal.timeout(options.withinMs)
  const first = await Promise.race([
    shown,
    ended.then(() => 'failed' as const),
    new Promise<'silent'>((resolve) => late.addEventListener('abort', () => resolve('silent'))),
  ])
  if (first === 'shown') return { kind: 'shown', ended, end: () => void child.kill() }
  child.kill('SIGKILL')
  return { kind: first }
}
