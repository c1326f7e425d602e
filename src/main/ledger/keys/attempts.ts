import { join } from 'node:path'
import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { appErrorOf, fail } from '../failures.ts'
import { ledgerFiles, writeWhole } from '../files.ts'

/** Wrong passwords that cost no wait, and the longest wait. */
const free = 3
const longestWaitSeconds = 300

const attemptsSchema = z.strictObject({ wrong: z.int().min(0).max(1_000_000), last: z.iso.datetime() })
type Attempts = z.infer<typeof attemptsSchema>

/** Seconds to wait after so many wrong passwords: 0 0 0 2 4 8 … 300. */
export function waitAfter(wrong: number): number {
  return wrong <= free ? 0 : Math.min(longestWaitSeconds, 2 ** Math.min(wrong - free, 20))
}

function read(folder: string, environment: Environment): Attempts | null {
  const path = join(folder, ledgerFiles.attempts)
  if (!environment.files.existsSync(path)) return null
  try {
    const parsed = attemptsSchema.safeParse(JSON.parse(environment.files.readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError || appErrorOf(error) !== null) return null
    throw error
  }
}

/**
 * Stops with `tooManyPasswordAttempts` {seconds} while the wait is not over. It slows down a hand at
 * the keyboard; against a copied folder only the passphrase and scrypt stand. A clock set back cannot
 * lengthen the wait beyond the longest one.
 */
export function requirePatience(folder: string, environment: Environment): void {
  const attempts = read(folder, environment)
  if (attempts === null) return
  const wait = waitAfter(attempts.wrong)
  const passed = (environment.now().getTime() - Date.parse(attempts.last)) / 1000
  if (passed < 0) {
    if (wait > 0) write(folder, { ...attempts, last: environment.now().toISOString() }, environment)
    if (wait > 0) fail('tooManyPasswordAttempts', { seconds: wait })
    return
  }
  if (passed < wait) fail('tooManyPasswordAttempts', { seconds: Math.ceil(wait - passed) })
}

function write(folder: string, attempts: Attempts, environment: Environment): void {
  try {
    writeWhole(environment.files, join(folder, ledgerFiles.attempts), Buffer.from(JSON.stringify(attempts)))
  } catch (error) {
    // A folder that cannot be written must not hide that the password was wrong.
    if (appErrorOf(error) === null) throw error
  }
}

export function countWrong(folder: string, environment: Environment): void {
  const wrong = (read(folder, environment)?.wrong ?? 0) + 1
  write(folder, { wrong, last: environment.now().toISOString() }, environment)
}

export function forgetWrong(folder: string, environment: Environment): void {
  const path = join(folder, ledgerFiles.attempts)
  try {
    if (environment.files.existsSync(path)) environment.files.rmSync(path, { force: true })
  } catch (error) {
    if (appErrorOf(error) === null) throw error
  }
}
