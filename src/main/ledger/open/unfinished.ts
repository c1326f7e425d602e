import { join } from 'node:path'
import type { Environment } from '../environment.ts'
import { appErrorOf } from '../failures.ts'
import { takeSeat } from './lock.ts'

const unfinished = /^\..+\.(\d+)-[0-9a-f]{8}-[0-9a-f-]{27}\.making$/u

/**
 * Where a ledger is made until it is complete. The process stands beside the id: the demonstration ledger's
 * ids are the same on every run.
 */
export const unfinishedName = (name: string, { processId, newId }: Environment): string =>
  `.${name}.${processId}-${newId()}.making`

/**
 * Removes what a making left behind that was killed: only folders of that name, whose process is gone and
 * whose seat nobody holds. Whatever stands in the way of tidying up is left for the next time.
 */
export function sweepUnfinished(parent: string, environment: Environment): void {
  const { files } = environment
  try {
    for (const name of files.readdirSync(parent)) {
      const maker = unfinished.exec(name)?.[1]
      const folder = join(parent, name)
      if (maker === undefined || isRunning(Number(maker)) || isHeld(folder, environment)) continue
      files.rmSync(folder, { recursive: true, force: true })
    }
  } catch (error) {
    if (appErrorOf(error) === null) throw error
  }
}

function isHeld(folder: string, environment: Environment): boolean {
  try {
    takeSeat(folder, '', environment).release()
    return false
  } catch (error) {
    if (appErrorOf(error) === null) throw error
    return true
  }
}

function isRunning(maker: number): boolean {
  try {
    process.kill(maker, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
