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

/**
 * The local browser host as `serve` starts it, on a data folder of its own, with no ledger open. The
 * demonstration ledger is there already unless `demoThere` is false: then it is made when it is opened.
 */
export async function startRealHost(options: { readonly demoThere?: boolean } = {}): Promise<RealHost> {
  const folder = mkdtempSync(join(tmpdir(), 'fukushi-journey-'))
  if (options.demoThere ?? true) placeDemonstration(join(folder, 'data'))
  const run = await runHost({
    dataFolder: join(folder, 'data'),
    screens: Promise.resolve(screensFolder()),
    port: 0,
    reason: null,
    begin: { kind: 'nothing' },
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
