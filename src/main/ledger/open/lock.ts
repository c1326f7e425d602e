import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { appErrorOf, fail } from '../failures.ts'
import { ledgerFiles, writeWhole } from '../files.ts'

const ownerSchema = z.object({ owner: z.string(), host: z.string(), process: z.number(), since: z.string() })
export type SeatOwner = z.infer<typeof ownerSchema>

/** The one seat for writing. The operating system frees it when the process dies, however it dies. */
export interface Seat {
  release(): void
}

/** Who sits there, as far as it was written down; null when unknown. */
export function readSeatOwner(folder: string, environment: Environment): SeatOwner | null {
  try {
    const text = environment.files.readFileSync(join(folder, ledgerFiles.owner), 'utf8')
    const parsed = ownerSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError || appErrorOf(error) !== null) return null
    throw error
  }
}

/**
 * Takes the seat: BEGIN EXCLUSIVE on a small database of its own. Stops with `ledgerInUse`
 * {owner, host, since} or, where nothing can be written, `ledgerReadOnly`.
 *
 * The file `lock` is never opened in any other way: on Linux, closing any descriptor of a file drops
 * all locks that the process holds on it.
 */
export function takeSeat(folder: string, owner: string, environment: Environment): Seat {
  let connection: Database.Database
  try {
    connection = new Database(join(folder, ledgerFiles.lock), { timeout: 500 })
  } catch (error) {
    if (appErrorOf(error) === null) throw error
    return fail('ledgerReadOnly', { path: folder })
  }
  try {
    // Nothing is ever written to it: no journal beside it.
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    const code = appErrorOf(error)?.code
    if (code === undefined) throw error
    if (code === 'ledgerDamaged') return fail('ledgerDamaged', { path: folder, part: 'lock' })
    if (code !== 'busy') return fail('ledgerReadOnly', { path: folder })
    const who = readSeatOwner(folder, environment)
    return fail('ledgerInUse', {
      owner: who?.owner ?? '',
      host: who?.host ?? '',
      since: who?.since ?? '',
    })
  }
  const ownerPath = join(folder, ledgerFiles.owner)
  const release = (): void => {
    try {
      environment.files.rmSync(ownerPath, { force: true })
    } catch (error) {
      if (appErrorOf(error) === null) throw error
    } finally {
      connection.close()
    }
  }
  const content: SeatOwner = {
    owner,
    host: environment.host,
    process: environment.processId,
    since: environment.now().toISOString(),
  }
  try {
    writeWhole(environment.files, ownerPath, Buffer.from(JSON.stringify(content)))
  } catch (error) {
    const typed = appErrorOf(error)
    release()
    if (typed?.code === 'folderNotWritable') return fail('ledgerReadOnly', { path: folder })
    throw error
  }
  return { release }
}
