import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeRecords } from '../../../src/main/services/records/write-records.ts'
import { AppFailure, appError, type ErrorCode } from '../../../src/shared/contract/errors.ts'
import { makeDemonstration, openForReading, temporaryFolder } from '../support/ledgers.ts'

const folder = temporaryFolder()
const ledger = await makeDemonstration(join(folder, '見本.daicho'))
const reader = await openForReading(ledger)
const quiet = { progress: () => {}, stopIfCancelled: () => {} }

async function codeOf(work: Promise<unknown>): Promise<ErrorCode | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof AppFailure) return error.appError.code
    throw error
  }
}

describe('export of records', () => {
  test('writes every contact once, and says what it wrote', async () => {
    const path = join(folder, '記録.csv')
    const written = await writeRecords(reader, path, quiet)
    const bytes = readFileSync(path)
    expect(written).toEqual({ path, rows: 1200, sha256: createHash('sha256').update(bytes).digest('hex') })
    const lines = bytes.toString('utf8').split('\r\n')
    expect(lines).toHaveLength(1202)
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const days = lines.slice(1, -1).map((line) => line.split('","')[5] ?? '')
    expect(days).toEqual(days.toSorted())
    expect(lines.slice(1, -1).every((line) => line.includes('"架空の数値"'))).toBe(true)
  })

  test('writes the same bytes from a second demonstration ledger', async () => {
    const second = await openForReading(await makeDemonstration(join(folder, '二つ目.daicho')))
    const first = await writeRecords(reader, join(folder, '一.csv'), quiet)
    const other = await writeRecords(second, join(folder, '二.csv'), quiet)
    expect(other.sha256).toBe(first.sha256)
  })

  test('tells its progress, and can be stopped without leaving anything', async () => {
    const place = join(folder, '中止')
    mkdirSync(place)
    const told: number[] = []
    const stop = {
      progress: (_step: string, done: number) => {
        told.push(done)
      },
      stopIfCancelled: () => {
        if ((told.at(-1) ?? 0) >= 500) throw new AppFailure(appError('cancelled'))
      },
    }
    expect(await codeOf(writeRecords(reader, join(place, '記録.csv'), stop))).toBe('cancelled')
    expect(told).toEqual([0, 500])
    expect(readdirSync(place)).toEqual([])
  })

  test('the reader still answers after a stopped export', async () => {
    expect((await writeRecords(reader, join(folder, '後.csv'), quiet)).rows).toBe(1200)
  })

  test('a missing folder is named', async () => {
    expect(await codeOf(writeRecords(reader, join(folder, 'ない', '記録.csv'), quiet))).toBe('folderMissing')
  })

  test('a folder of that name is not replaced', async () => {
    const place = join(folder, '同じ名前.csv')
    mkdirSync(place)
    writeFileSync(join(place, '大事'), 'x')
    expect(await codeOf(writeRecords(reader, place, quiet))).toBe('fileExists')
    expect(readFileSync(join(place, '大事'), 'utf8')).toBe('x')
  })

  test('attack: the ledger itself as the target is refused, and the ledger stays', async () => {
    const before = readFileSync(join(ledger.path, 'ledger.db'))
    for (const name of ['ledger.db', 'anchor', '記録.csv']) {
      expect(await codeOf(writeRecords(reader, join(ledger.path, name), quiet))).toBe('folderNotWritable')
    }
    symlinkSync(ledger.path, join(folder, '近道'))
    const byLink = writeRecords(reader, join(folder, '近道', 'ledger.db'), quiet)
    expect(await codeOf(byLink)).toBe('folderNotWritable')
    expect(readFileSync(join(ledger.path, 'ledger.db')).equals(before)).toBe(true)
    expect(existsSync(join(ledger.path, '記録.csv'))).toBe(false)
  })
})
