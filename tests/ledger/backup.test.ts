import * as fs from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBackup } from '../../src/main/ledger/backup/backup.ts'
import { drillBackup } from '../../src/main/ledger/backup/drill.ts'
import { listBackups } from '../../src/main/ledger/backup/list.ts'
import { replaceLedger, restoreBackup } from '../../src/main/ledger/backup/restore.ts'
import { backupsToKeep, rotateBackups } from '../../src/main/ledger/backup/rotate.ts'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import type { Ledger } from '../../src/main/ledger/ledger.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { openLedger } from '../../src/main/ledger/open/open.ts'
import { listHistory } from '../../src/main/ledger/repositories/history-list.ts'
import {
  action,
  expectError,
  expectOk,
  newLedger,
  passphrase,
  read,
  scratchFolder,
  write,
} from './support.ts'

const addVenue = (ledger: Ledger, code: string) =>
  expectOk(mutate(ledger, action('venue.add'), (to) => to.insert('venue', { code })))

describe('a backup', () => {
  test('is taken by a reader beside the writer, verified, listed, and opens with the same passphrase', async () => {
    const made = await newLedger()
    const ledger = write(made)
    addVenue(ledger, 'hall')
    const place = join(made.path, 'backups')
    const backup = expectOk(createBackup(read(made), { place, reason: 'manual' }))
    expect(backup).toMatchObject({ reason: 'manual', verified: true, historyCount: 5 })
    expect(expectOk(listBackups(place, made.environment))).toEqual([backup])
    expect(fs.readFileSync(join(backup.path, 'ledger.db')).includes('hall')).toBe(false)

    const to = join(scratchFolder(), '戻す.daicho')
    const { environment } = made
    expectOk(
      await restoreBackup({ backup: backup.path, to, secret: { passphrase }, staff: '山田', environment }),
    )
    const restored = expectOk(
      await openLedger({ path: to, mode: 'write', owner: '山田', environment, passphrase }),
    )
    expect(listHistory(restored, null, 2).lines.map((line) => line.action)).toEqual([
      'ledger.restore',
      'venue.add',
    ])
    expect(verifyHistory(restored).problems).toEqual([])
    addVenue(restored, 'room')
    closeLedger(restored)
    // The ledger that it came from knows nothing of it.
    expect(listHistory(ledger, null, 1).lines[0]?.action).toBe('venue.add')
  })

  test('replaces a damaged ledger; that one is kept as it was, the backups stay', async () => {
    const made = await newLedger()
    const ledger = write(made)
    const place = join(made.path, 'backups')
    const backup = expectOk(createBackup(ledger, { place, reason: 'start' }))
    closeLedger(ledger)
    const damaged = Buffer.alloc(40_960, 7)
    fs.writeFileSync(join(made.path, 'ledger.db'), damaged)
    const { environment, path } = made
    const options = { backup: backup.path, to: path, secret: { passphrase }, staff: '山田', environment }
    const { kept } = expectOk(await replaceLedger(options))
    expect(fs.readFileSync(join(kept ?? '', 'ledger.db'))).toEqual(damaged)
    expect(expectOk(listBackups(place, environment))).toHaveLength(1)
    const opened = expectOk(await openLedger({ path, mode: 'write', owner: '山田', environment, passphrase }))
    expect(verifyHistory(opened).problems).toEqual([])
    expect(expectError(await replaceLedger(options)).code).toBe('ledgerInUse')
    closeLedger(opened)
  })

  test('passes the drill, which leaves nothing behind', async () => {
    const made = await newLedger()
    const ledger = write(made)
    addVenue(ledger, 'hall')
    const place = join(made.path, 'backups')
    const { path: backup } = expectOk(createBackup(ledger, { place, reason: 'hourly' }))
    const scratch = scratchFolder()
    const { environment } = made
    const drill = { backup, scratch, secret: { reader: ledger }, staff: '山田', environment }
    // One more entry than the backup: that it was restored.
    expect(expectOk(await drillBackup(drill))).toMatchObject({ entries: 6, problems: [] })
    expect(fs.readdirSync(scratch)).toEqual([])
  })

  test.each(['ledger.db', 'keys.json', 'manifest.json'])(
    'with one bit flipped in %s is not good',
    async (name) => {
      const made = await newLedger()
      const ledger = write(made)
      const place = join(made.path, 'backups')
      const { path: backup } = expectOk(createBackup(ledger, { place, reason: 'manual' }))
      const { environment } = made
      const file = join(backup, name)
      const whole = fs.readFileSync(file)
      for (const part of [0.1, 0.5, 0.9]) {
        const bytes = Buffer.from(whole)
        const at = Math.floor(bytes.length * part)
        bytes.writeUInt8((bytes[at] ?? 0) ^ 4, at)
        fs.writeFileSync(file, bytes)
        const to = join(scratchFolder(), 'x.daicho')
        const secret = { key: made.key }
        const error = expectError(await restoreBackup({ backup, to, secret, staff: '山田', environment }))
        expect(error.code).toBe('backupNotGood')
        expect(fs.existsSync(to)).toBe(false)
      }
    },
  )

  test('into a missing folder, a full disk, a forbidden place: typed, and nothing half-written', async () => {
    const made = await newLedger()
    const ledger = write(made)
    const place = scratchFolder()
    expect(expectError(createBackup(ledger, { place: join(place, 'none'), reason: 'manual' })).code).toBe(
      'folderMissing',
    )
    closeLedger(ledger)
    for (const [cause, code] of [
      ['ENOSPC', 'diskFull'],
      ['EACCES', 'folderNotWritable'],
      ['EIO', 'inputOutput'],
    ] as const) {
      const stop = (): never => {
        throw Object.assign(new Error(cause), { code: cause })
      }
      const failing = systemEnvironment({ files: { ...fs, copyFileSync: stop } })
      const reader = write({ ...made, environment: failing })
      expect(expectError(createBackup(reader, { place, reason: 'manual' })).code).toBe(code)
      expect(fs.readdirSync(place)).toEqual([])
      closeLedger(reader)
    }
  })
})

describe('rotation', () => {
  const day = 86_400_000
  const taken = (daysAgo: number, hour = 3) => ({
    takenAt: new Date(Date.UTC(2024, 10, 30, hour) - daysAgo * day).toISOString(),
  })

  test('keeps 7 days, 4 weeks, 12 months, each by its newest', () => {
    const backups = Array.from({ length: 800 }, (_, index) => taken(index))
    const kept = [...backupsToKeep(backups)]
      .map(({ takenAt }) => takenAt.slice(0, 10))
      .toSorted()
      .reverse()
    expect(kept.slice(0, 7)).toEqual([
      '2024-11-30',
      '2024-11-29',
      '2024-11-28',
      '2024-11-27',
      '2024-11-26',
      '2024-11-25',
      '2024-11-24',
    ])
    expect(kept).toContain('2024-11-17')
    expect(kept).toContain('2023-12-31')
    expect(kept).not.toContain('2023-11-30')
    expect(kept).toHaveLength(7 + 2 + 11)
  })

  test('always keeps the newest, and never keeps more than 23', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 60 }), (ages) => {
        const backups = ages.map((age) => taken(age, age % 24))
        const kept = backupsToKeep(backups)
        const newest = backups
          .map(({ takenAt }) => takenAt)
          .toSorted()
          .at(-1)
        expect([...kept].some(({ takenAt }) => takenAt === newest)).toBe(true)
        expect(kept.size).toBeLessThanOrEqual(23)
      }),
    )
  })

  test('removes folders of this ledger only', async () => {
    const made = await newLedger()
    const place = scratchFolder()
    for (const minute of [1, 2, 3]) {
      const environment = systemEnvironment({ now: () => new Date(Date.UTC(2024, 10, 30, 3, minute)) })
      const ledger = write({ ...made, environment })
      expectOk(createBackup(ledger, { place, reason: 'hourly' }))
      closeLedger(ledger)
    }
    expect(expectOk(rotateBackups(place, 'another', made.environment))).toEqual([])
    const [first] = expectOk(listBackups(place, made.environment))
    expect(expectOk(rotateBackups(place, first?.ledgerId ?? '', made.environment))).toHaveLength(2)
    expect(expectOk(listBackups(place, made.environment))).toEqual([first])
  })
})
