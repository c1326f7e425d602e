import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { demonstrationPassphrase } from '../../src/main/ledger/keys/passphrase.ts'
import { checkLedger } from '../../src/main/ledger/open/check.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { openLedger } from '../../src/main/ledger/open/open.ts'
import { writeRecords } from '../../src/main/services/records/write-records.ts'
import {
  makeDemonstration,
  openForReading,
  temporaryFolder,
  testEnvironment,
} from '../services/support/ledgers.ts'
import { randomNumbers } from './random.ts'

const commandLine = fileURLToPath(new URL('../../src/main/cli.ts', import.meta.url))
const folder = temporaryFolder()
const below = randomNumbers(20_250_331)

/** Runs a command and ends it with kill −9 after some milliseconds; false when it had already ended. */
async function killed(words: readonly string[], afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [commandLine, ...words], { stdio: 'ignore' })
  const ended = new Promise<boolean>((resolve) => {
    child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL'))
  })
  await Promise.race([ended, pause(afterMs, undefined, { ref: false })])
  child.kill('SIGKILL')
  return await ended
}

describe('kill −9', () => {
  /** The last point comes after the end: the check itself is tried on a whole ledger. */
  test.each([250 + below(400), 600 + below(500), 900 + below(600), 60_000])(
    'after %i ms while a demonstration ledger is made: it is there whole, or not at all',
    async (afterMs) => {
      const path = join(folder, `見本${afterMs}.daicho`)
      const wasKilled = await killed(['demo', path], afterMs)
      expect(existsSync(path) || wasKilled).toBe(true)
      if (!existsSync(path)) return
      const environment = testEnvironment()
      const opened = await openLedger({
        mode: 'read',
        path,
        passphrase: demonstrationPassphrase,
        environment,
      })
      if (!opened.ok) throw new Error(opened.error.code)
      const checked = checkLedger(opened.value)
      closeLedger(opened.value)
      expect(checked).toEqual([])
    },
  )

  test('while records are written: the file is there whole, or the older one stays', async () => {
    const ledger = await makeDemonstration(join(folder, '見本.daicho'))
    const reader = await openForReading(ledger)
    const quiet = { progress: () => {}, stopIfCancelled: () => {} }
    const whole = await writeRecords(reader, join(folder, '記録.csv'), quiet)
    const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
    for (let point = 0; point < 4; point += 1) {
      await killed(['export', 'records', '--ledger', ledger.path, '--out', whole.path], 500 + below(900))
      expect(hashOf(whole.path)).toBe(whole.sha256)
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toEqual(['記録.csv'])
  })
})
