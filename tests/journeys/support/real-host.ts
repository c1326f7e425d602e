import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HostRun, runHost } from '../../../src/main/host.ts'
import { placeDemonstration } from './demo-ledger.ts'
import { screensFolder } from './screens.ts'

export interface RealHost {
  readonly run: HostRun
  /** A folder of the test's own, for ledgers and written files. */
  readonly folder: string
  stop(): Promise<void>
}

export interface RealHostOptions {
  /** False: the demonstration ledger is made when it is opened. Default: a copy of the run's own is there. */
  readonly demoThere?: boolean
  /** Makes the ledger with which the host begins; without it none is open. */
  readonly ledger?: (folder: string) => Promise<{ readonly path: string; readonly passphrase: string }>
}

/** The local browser host as `serve` starts it, on a data folder of its own. */
export async function startRealHost(options: RealHostOptions = {}): Promise<RealHost> {
  const folder = mkdtempSync(join(tmpdir(), 'fukushi-journey-'))
  if (options.demoThere ?? true) placeDemonstration(join(folder, 'data'))
  const ledger = await options.ledger?.(folder)
  const run = await runHost({
    dataFolder: join(folder, 'data'),
    screens: Promise.resolve(screensFolder()),
    port: 0,
    reason: null,
    begin: ledger === undefined ? { kind: 'nothing' } : { kind: 'ledger', ...ledger },
  })
  return {
    run,
    folder,
    async stop() {
      await run.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
