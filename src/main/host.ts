import { Backend } from './backend/backend.ts'
import { hostPlatform } from './host/platform.ts'
import { startHost } from './host/server.ts'
import type { usualTabTimes } from './host/tabs.ts'
import { Site } from './site.ts'
import { programVersion } from './version.ts'

export interface HostRunOptions {
  readonly dataFolder: string
  /** The folder of built screens; the address is there while they are still being built. */
  readonly screens: Promise<string>
  readonly port: number
  /** Why not the window, in one Japanese line; null when the host was asked for. */
  readonly reason: string | null
  /** `usual`: the demonstration ledger on the first start, else the start screen. */
  readonly begin:
    | { readonly kind: 'usual' }
    | { readonly kind: 'nothing' }
    | { readonly kind: 'ledger'; readonly path: string; readonly passphrase: string | null }
  readonly times?: typeof usualTabTimes
}

export interface HostRun {
  /** With its one-time token. */
  readonly address: string
  /**
   * Settles when the ledger of `begin` is open. Rejects with every failure to open a given one (whoever
   * asked for it ends the host); a first start without its demonstration only shows the start screen.
   */
  readonly opened: Promise<void>
  /** Settles when all tabs are gone, or after `stop`. */
  readonly ended: Promise<'abandoned' | 'stopped'>
  stop(): Promise<void>
}

/**
 * Composition of the local browser host: backend, screens and HTTP door. The address is there before a
 * ledger is open, so that the page loads meanwhile; its questions wait.
 *
 * @throws Error when the port cannot be had; `ended` rejects when the screens cannot be built.
 */
export async function runHost(options: HostRunOptions): Promise<HostRun> {
  const site = options.screens.then((folder) => new Site(folder))
  const backend = new Backend({
    dataFolder: options.dataFolder,
    entries: {
      writer: new URL('./backend/writer-worker.ts', import.meta.url),
      reader: new URL('./backend/reader-worker.ts', import.meta.url),
      render: new URL('./backend/render-worker.ts', import.meta.url),
      intake: new URL('./backend/intake-worker.ts', import.meta.url),
    },
    door: hostPlatform({ version: programVersion(), reason: options.reason }),
  })
  const ended = Promise.withResolvers<'abandoned' | 'stopped'>()
  // Told to whoever waits for the end; a ledger that does not open ends the host before anybody does.
  ended.promise.catch(() => {})
  try {
    const host = await startHost({
      backend,
      site,
      port: options.port,
      onAbandoned: () => void stop('abandoned'),
      ...(options.times ? { times: options.times } : {}),
    })
    let stopping: Promise<void> | null = null
    const stop = (how: 'abandoned' | 'stopped'): Promise<void> => {
      stopping ??= host
        .close()
        .then(() => backend.close())
        .then(() => ended.resolve(how))
      return stopping
    }
    site.catch((error: unknown) => {
      ended.reject(error)
      void stop('stopped')
    })
    const opened = options.begin.kind === 'nothing' ? Promise.resolve() : backend.begin(options.begin)
    // Told to whoever waits for it; a first start has its start screen.
    opened.catch(() => {})
    return { address: host.address, opened, ended: ended.promise, stop: () => stop('stopped') }
  } catch (error) {
    await backend.close()
    throw error
  }
}
