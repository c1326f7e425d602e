import * as fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createBackup } from '../../src/main/ledger/backup/backup.ts'
import { restoreBackup } from '../../src/main/ledger/backup/restore.ts'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import { writerInternals } from '../../src/main/ledger/internals.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { createLedger } from '../../src/main/ledger/open/create.ts'
import { openUnlocked } from '../../src/main/ledger/open/open.ts'
import { build } from '../../src/main/ledger/query.ts'
import type { Result } from '../../src/shared/contract/errors.ts'
import {
  action,
  cheap,
  expectError,
  expectOk,
  newLedger,
  passphrase,
  read,
  scratchFolder,
  write,
} from '../ledger/support.ts'
import { failingFiles } from './failing-files.ts'

const disk = failingFiles()
const environment = systemEnvironment({ files: disk.files })
const expected = { ENOSPC: 'diskFull', EIO: 'inputOutput', EACCES: 'folderNotWritable' } as const
const kinds = ['ENOSPC', 'EIO', 'EACCES'] as const

/** Fails each single file operation of `work` in turn; gives how many there were. */
async function failEach(work: () => Promise<Result<unknown>>, after: () => void): Promise<number> {
  disk.failAt(null, '')
  expectOk(await work())
  const calls = disk.calls()
  for (let call = 0; call < calls; call += 1) {
    const kind = kinds[call % kinds.length] ?? 'EIO'
    disk.failAt(call, kind)
    const error = expectError(await work())
    // A folder that refuses an owner's name is read-only, and says so.
    expect([expected[kind], 'ledgerReadOnly'], `call ${call} of ${calls}`).toContain(error.code)
    disk.failAt(null, '')
    after()
  }
  return calls
}

describe('a failing file system, at every write of every operation', () => {
  test('making a ledger: a typed error each time, nothing left', async () => {
    const folder = scratchFolder()
    const path = join(folder, 'x.daicho')
    const calls = await failEach(
      () => {
        fs.rmSync(path, { recursive: true, force: true })
        return createLedger({ path, name: 'x', passphrase, staff: '山田', environment, cost: cheap })
      },
      () => {
        // The rename is the last step but one: after it the ledger is there, whole.
        const left = fs.readdirSync(folder)
        if (left.length > 0) expect(left).toEqual(['x.daicho'])
      },
    )
    expect(calls).toBeGreaterThan(15)
  })

  test('opening: a typed error each time, the seat free, the ledger as it was', async () => {
    const made = await newLedger()
    await failEach(
      async () => {
        const opened = openUnlocked({ ...made, environment, mode: 'write', owner: 'x' })
        if (opened.ok) closeLedger(opened.value)
        return opened
      },
      () => closeLedger(write(made)),
    )
  })

  test('backup and restore: a typed error each time, nothing half-made', async () => {
    const made = await newLedger()
    const ledger = write({ ...made, environment })
    const place = scratchFolder()
    const backups = await failEach(
      async () => {
        fs.rmSync(place, { recursive: true, force: true })
        fs.mkdirSync(place)
        return createBackup(ledger, { place, reason: 'manual' })
      },
      () => expect(fs.readdirSync(place).every((name) => name.endsWith('.daicho-backup'))).toBe(true),
    )
    expect(backups).toBeGreaterThan(5)
    fs.rmSync(place, { recursive: true, force: true })
    fs.mkdirSync(place)
    const { path: backup } = expectOk(createBackup(ledger, { place, reason: 'manual' }))
    const folder = scratchFolder()
    const to = join(folder, 'x.daicho')
    await failEach(
      () => {
        fs.rmSync(to, { recursive: true, force: true })
        return restoreBackup({ backup, to, secret: { key: made.key }, staff: '山田', environment })
      },
      () => expect(fs.readdirSync(folder).filter((name) => name !== 'x.daicho')).toEqual([]),
    )
    expect(verifyHistory(read(made)).problems).toEqual([])
  })

  test('saving: an anchor that cannot be written stops the next action, and a retry is answered once', async () => {
    const made = await newLedger()
    const ledger = write({ ...made, environment })
    for (const kind of kinds) {
      const one = action('venue.add')
      const add = () => mutate(ledger, one, (to) => to.insert('venue', { code: one.actionId }))
      disk.failAt(0, kind)
      expect(expectError(add()).code).toBe(expected[kind])
      disk.failAt(0, kind)
      // Still failing: nothing further begins.
      expect(expectError(mutate(ledger, action('next'), () => null)).code).toBe(expected[kind])
      disk.failAt(null, '')
      expect(add()).toMatchObject({ ok: true, replayed: true })
    }
    expect(ledger.all(build.selectFrom('venue').select('code'))).toHaveLength(kinds.length)
    closeLedger(ledger)
    const again = write(made)
    expect(again.notices).toEqual([])
    expect(verifyHistory(again).problems).toEqual([])
  })

  test('saving: an anchor whose fsync fails after the answer stops the next action until it is on the disk', async () => {
    const made = await newLedger()
    const ledger = write({ ...made, environment })
    for (const kind of kinds) {
      const add = (code: string) => mutate(ledger, action('venue.add'), (to) => to.insert('venue', { code }))
      // The slot is written by one call; its fsync is the next one.
      disk.failAt(1, kind)
      expectOk(add(`${kind} first`))
      await new Promise(setImmediate)
      expect(disk.calls()).toBe(2)
      // What was answered is saved: written once more, and refused again.
      disk.failAt(1, kind)
      expect(expectError(add(`${kind} second`)).code).toBe(expected[kind])
      disk.failAt(null, '')
      expectOk(add(`${kind} third`))
      await new Promise(setImmediate)
      expect(disk.calls()).toBe(4)
    }
    expect(ledger.all(build.selectFrom('venue').select('code'))).toHaveLength(2 * kinds.length)
    closeLedger(ledger)
    const again = write(made)
    expect(again.notices).toEqual([])
    expect(verifyHistory(again).problems).toEqual([])
  })
})

describe('a full disk under SQLite', () => {
  test('is diskFull; what was saved stays, and saving goes on when there is room', async () => {
    const made = await newLedger()
    const ledger = write(made)
    const { connection } = writerInternals(ledger)
    const pages = Number(connection.pragma('page_count', { simple: true }))
    connection.pragma(`max_page_count = ${pages + 2}`)
    const long = 'あ'.repeat(60_000)
    const full = mutate(ledger, action('venue.add', { reason: '' }), (to) =>
      to.insert('venue', { code: long }),
    )
    expect(expectError(full).code).toBe('diskFull')
    expect(ledger.all(build.selectFrom('venue').select('code'))).toEqual([])
    connection.pragma('max_page_count = 1000000')
    expect(mutate(ledger, action('venue.add'), (to) => to.insert('venue', { code: 'a' })).ok).toBe(true)
    expect(verifyHistory(ledger).problems).toEqual([])
  })
})
