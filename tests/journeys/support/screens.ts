import { join } from 'node:path'

/** Names the folder of built screens that the run works on. */
export const screensVariable = 'FUKUSHI_TEST_SCREENS'

/** The run's own copy, or what was built last. */
export function screensFolder(): string {
  return process.env[screensVariable] ?? join(import.meta.dirname, '../../../out/renderer')
}
