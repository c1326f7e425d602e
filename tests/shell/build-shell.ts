import { join } from 'node:path'
import { readyShell } from '../../src/main/launch/shell-build.ts'

/** Builds the bundle when it is missing or older than its sources. */
export async function setup(): Promise<void> {
  await readyShell(join(import.meta.dirname, '../..'))
}
