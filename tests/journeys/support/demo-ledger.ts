import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemEnvironment } from '../../../src/main/ledger/environment.ts'
import { demonstrationPath } from '../../../src/main/services/data-folder.ts'
import { createDemonstration } from '../../../src/main/services/demo/create-demonstration.ts'

/** Names the folder in which the run's demonstration ledger stands. */
const demoVariable = 'FUKUSHI_TEST_DEMO'

/** Makes the demonstration ledger once for all journeys, with a key that takes no time to derive. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'fukushi-demo-'))
  const made = await createDemonstration({
    path: demonstrationPath(folder),
    environment: systemEnvironment(),
    cost: { N: 1024, r: 8, p: 1 },
  })
  if (!made.ok) throw new Error(made.error.code)
  process.env[demoVariable] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Puts a copy where 「見本の台帳を開く」 looks for it; without one it is made then. */
export function placeDemonstration(dataFolder: string): void {
  const made = process.env[demoVariable]
  if (made !== undefined) cpSync(demonstrationPath(made), demonstrationPath(dataFolder), { recursive: true })
}
