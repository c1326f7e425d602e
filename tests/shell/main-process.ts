import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A process that runs the built main bundle against the stand-in. */
export class MainProcess {
  readonly data = mkdtempSync(join(tmpdir(), 'fukushi-shell-'))
  readonly lines: string[] = []
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  readonly exited: Promise<number | null>
  #next = 1

  constructor(variables: Readonly<Record<string, string>> = {}) {
    this.#child = fork(join(import.meta.dirname, 'stand-in', 'run-main.ts'), {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, FUKUSHI_DATA: this.data, ...variables },
    })
    this.#child.stdout?.on('data', (chunk: Buffer) => this.lines.push(...chunk.toString().trim().split('\n')))
    this.#child.on('message', (message: { id: number; value?: unknown; error?: string }) => {
      const waiting = this.#waiting.get(message.id)
      if (message.error === undefined) waiting?.resolve(message.value)
      else waiting?.reject(new Error(message.error))
    })
    this.exited = new Promise((resolve) => this.#child.once('exit', resolve))
  }

  ask<T>(name: string, input: unknown = null): Promise<T> {
    const id = this.#next++
    this.#child.send({ id, name, input })
    return new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject })) as Promise<T>
  }

  /** Asks until the answer pleases, or throws what it last was. */
  async until<T>(ask: () => Promise<T>, pleases: (answer: T) => boolean, withinMs = 30_000): Promise<T> {
    const end = Date.now() + withinMs
    for (;;) {
      const answer = await ask().catch((error: unknown) => error as T)
      if (!(answer instanceof Error) && pleases(answer)) return answer
      if (Date.now() > end) throw new Error(`still ${String(JSON.stringify(answer)).slice(0, 500)}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  async end(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.exited
    rmSync(this.data, { recursive: true, force: true, maxRetries: 5 })
  }
}
