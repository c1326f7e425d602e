import type { ServerResponse } from 'node:http'
import type { AppEvent } from '../../shared/contract/events.ts'

export interface TabsOptions {
  /** Called once, when no tab has been heard for a while. */
  readonly onAbandoned: () => void
  /** How long the host waits for the first tab, and after the last one (ms). */
  readonly firstTabWithin: number
  readonly endAfter: number
  readonly pingEvery: number
}

export const usualTabTimes = { firstTabWithin: 30 * 60_000, endAfter: 60_000, pingEvery: 10_000 }

/**
 * The tabs that listen. Each keeps one streaming answer open (a JSON object a line); an open stream is the
 * tab's heartbeat, and pings make sure that a closed one is noticed.
 */
export class Tabs {
  readonly #streams = new Set<ServerResponse>()
  readonly #options: TabsOptions
  readonly #ping: NodeJS.Timeout
  #end: NodeJS.Timeout

  constructor(options: TabsOptions) {
    this.#options = options
    this.#ping = setInterval(() => this.#writeAll('{"event":"ping"}\n'), options.pingEvery)
    this.#ping.unref()
    this.#end = setTimeout(options.onAbandoned, options.firstTabWithin)
  }

  add(response: ServerResponse): void {
    this.#streams.add(response)
    clearTimeout(this.#end)
    response.write('{"event":"ping"}\n')
    response.on('close', () => {
      this.#streams.delete(response)
      this.#countDown()
    })
  }

  /** A sign of life from a tab without a stream (it just entered, or reconnects). */
  heard(): void {
    this.#countDown()
  }

  tell(event: AppEvent): void {
    this.#writeAll(`${JSON.stringify(event)}\n`)
  }

  close(): void {
    clearTimeout(this.#end)
    clearInterval(this.#ping)
    for (const stream of this.#streams) stream.end()
    this.#streams.clear()
  }

  #countDown(): void {
    clearTimeout(this.#end)
    if (this.#streams.size === 0) this.#end = setTimeout(this.#options.onAbandoned, this.#options.endAfter)
  }

  #writeAll(line: string): void {
    for (const stream of this.#streams) stream.write(line)
  }
}
