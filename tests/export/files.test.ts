import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportPaper } from '../../src/main/export/export-paper.ts'
import { type FileLayer, nodeFiles } from '../../src/main/export/file-layer.ts'
import { paperFileName } from '../../src/main/export/file-name.ts'
import { sha256, writeFileSafely, writeFilesSafely } from '../../src/main/export/files.ts'
import { councilModel } from './fixtures/council.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fukushi-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const content = new TextEncoder().encode('新しい内容')
const failureOf = (code: string) => Object.assign(new Error(code), { code })

type Step = 'create' | 'write' | 'sync' | 'close' | 'rename' | 'duplicate' | 'syncFolder'

/** The real file system, but the `nth` call of one step fails as given. A short write leaves half a file. */
function failing(step: Step, code: string, nth = 1): FileLayer {
  let calls = 0
  const guard = async (at: Step): Promise<void> => {
    if (at === step && ++calls === nth) throw failureOf(code)
  }
  return {
    async create(path) {
      await guard('create')
      const file = await nodeFiles.create(path)
      return {
        async write(bytes) {
          if (step === 'write') await file.write(bytes.subarray(0, bytes.length / 2))
          await guard('write')
          await file.write(step === 'write' ? bytes.subarray(bytes.length / 2) : bytes)
        },
        async sync() {
          await guard('sync')
          await file.sync()
        },
        async close() {
          await file.close()
          await guard('close')
        },
      }
    },
    async rename(from, to) {
      if (to.endsWith('.pdf') || to.endsWith('.xlsx')) await guard('rename')
      await nodeFiles.rename(from, to)
    },
    remove: nodeFiles.remove,
    list: nodeFiles.list,
    async duplicate(from, to) {
      await guard('duplicate')
      await nodeFiles.duplicate(from, to)
    },
    async syncFolder(path) {
      await guard('syncFolder')
      await nodeFiles.syncFolder(path)
    },
  }
}

const cases: readonly (readonly [Step, string, string])[] = [
  ['create', 'EACCES', 'folderNotWritable'],
  ['create', 'EPERM', 'folderNotWritable'],
  ['create', 'EROFS', 'folderNotWritable'],
  ['create', 'ENOENT', 'folderMissing'],
  ['create', 'ENOTDIR', 'notAFolder'],
  ['create', 'ENOSPC', 'diskFull'],
  ['create', 'EMFILE', 'inputOutput'],
  ['write', 'ENOSPC', 'diskFull'],
  ['write', 'EDQUOT', 'diskFull'],
  ['write', 'EIO', 'inputOutput'],
  ['sync', 'EIO', 'inputOutput'],
  ['sync', 'ENOSPC', 'diskFull'],
  ['close', 'EIO', 'inputOutput'],
  ['rename', 'EBUSY', 'fileHeldOpen'],
  ['rename', 'EPERM', 'fileHeldOpen'],
  ['rename', 'EACCES', 'fileHeldOpen'],
  ['rename', 'EISDIR', 'fileExists'],
  ['rename', 'ENOSPC', 'diskFull'],
  ['duplicate', 'EBUSY', 'fileHeldOpen'],
  ['duplicate', 'ENOSPC', 'diskFull'],
  ['syncFolder', 'EIO', 'inputOutput'],
]

describe('a failing disk', () => {
  test.each(cases)(
    '%s fails with %s: %s; the older file stays, nothing else is left',
    async (step, code, expected) => {
      const path = join(folder, 'a.pdf')
      writeFileSync(path, '前の内容')
      await expect(writeFileSafely(path, content, failing(step, code))).rejects.toMatchObject({
        appError: { code: expected },
      })
      expect(readdirSync(folder)).toEqual(['a.pdf'])
      expect(readFileSync(path, 'utf8')).toBe('前の内容')
    },
  )

  test.each(cases)('%s fails with %s at the second of two files: neither is written', async (step, code) => {
    const wanted = ['a.pdf', 'b.xlsx'].map((name) => ({ path: join(folder, name), bytes: content }))
    writeFileSync(join(folder, 'a.pdf'), '前の内容')
    writeFileSync(join(folder, 'b.xlsx'), '前の内容')
    const nth = step === 'syncFolder' ? 1 : 2
    await expect(writeFilesSafely(wanted, failing(step, code, nth))).rejects.toBeInstanceOf(Error)
    expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'b.xlsx'])
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('前の内容')
    expect(readFileSync(join(folder, 'b.xlsx'), 'utf8')).toBe('前の内容')
  })

  test('where there was no older file, a failure at the second leaves an empty folder', async () => {
    const wanted = ['a.pdf', 'b.xlsx'].map((name) => ({ path: join(folder, name), bytes: content }))
    await expect(writeFilesSafely(wanted, failing('rename', 'EBUSY', 2))).rejects.toBeInstanceOf(Error)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the real file system', () => {
  test('writes, and replaces an older file', async () => {
    const path = join(folder, 'a.pdf')
    await writeFileSafely(path, content)
    await writeFileSafely(path, new TextEncoder().encode('二回目'))
    expect(readFileSync(path, 'utf8')).toBe('二回目')
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })

  test('a missing folder, a file in the place of the folder, a folder in the place of the file', async () => {
    writeFileSync(join(folder, 'file'), '')
    mkdirSync(join(folder, 'a.pdf'))
    const codeOf = (path: string) =>
      writeFileSafely(path, content).then(
        () => 'written',
        (failure: { appError: { code: string } }) => failure.appError.code,
      )
    expect(await codeOf(join(folder, 'none', 'a.pdf'))).toBe('folderMissing')
    expect(await codeOf(join(folder, 'file', 'a.pdf'))).toBe('notAFolder')
    expect(await codeOf(join(folder, 'a.pdf'))).toMatch(/fileExists|fileHeldOpen/u)
    expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'file'])
  })

  test('a full disk: /dev/full refuses every byte', async () => {
    const full: FileLayer = { ...nodeFiles, create: async () => nodeFullDevice() }
    await expect(writeFileSafely(join(folder, 'a.pdf'), content, full)).rejects.toMatchObject({
      appError: { code: 'diskFull' },
    })
  })

  test('a paper is written in both formats with its hashes', async () => {
    const options = { clock: new Date('2024-12-10T00:00:00Z'), meetingDay: '2024-12-10' } as const
    const written = await exportPaper(councilModel(), ['pdf', 'xlsx'], folder, options)
    expect(written.map(({ path }) => path.slice(folder.length + 1))).toEqual([
      '20241210_文教厚生委員会_資料１_ひきこもり支援.pdf',
      '20241210_文教厚生委員会_資料１_ひきこもり支援.xlsx',
    ])
    for (const file of written) expect(sha256(readFileSync(file.path))).toBe(file.sha256)
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('a paper whose second file cannot be written leaves nothing', async () => {
    const options = {
      clock: new Date('2024-12-10T00:00:00Z'),
      meetingDay: null,
      files: failing('rename', 'EBUSY', 2),
    }
    await expect(exportPaper(councilModel(), ['pdf', 'xlsx'], folder, options)).rejects.toMatchObject({
      appError: { code: 'fileHeldOpen' },
    })
    expect(readdirSync(folder)).toEqual([])
  })
})

async function nodeFullDevice() {
  const { open } = await import('node:fs/promises')
  const handle = await open('/dev/full', 'w')
  return {
    write: (bytes: Uint8Array) => handle.writeFile(bytes),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

describe('file names', () => {
  const name = (title: string, meeting = '文教厚生委員会', number = '資料１') =>
    paperFileName({ day: '2024-12-10', meeting, number, title }, 'pdf')

  test.each([
    ['ひきこもり支援の取組について', '20241210_文教厚生委員会_資料１_ひきこもり支援.pdf'],
    ['ひきこもり支援について', '20241210_文教厚生委員会_資料１_ひきこもり支援.pdf'],
    ['について', '20241210_文教厚生委員会_資料１_について.pdf'],
    ['a/b\\c:d*e?f"g<h>i|j', '20241210_文教厚生委員会_資料１_a／b＼c：d＊e？f”g＜h＞i｜j.pdf'],
    ['改行\nと\tタブ\u0000', '20241210_文教厚生委員会_資料１_改行とタブ.pdf'],
    ['年報　令和 ６年度', '20241210_文教厚生委員会_資料１_年報_令和_６年度.pdf'],
    ['末尾. .', '20241210_文教厚生委員会_資料１_末尾.pdf'],
    ['../../etc/passwd', '20241210_文教厚生委員会_資料１_／..／etc／passwd.pdf'],
  ])('%s → %s', (title, expected) => {
    expect(name(title)).toBe(expected)
  })

  test('empty parts are left out', () => {
    expect(name('統計表', '', '')).toBe('20241210_統計表.pdf')
  })

  test('a long title is cut within the bytes of a file system, at a whole character', () => {
    const long = name('𠮷'.repeat(300))
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200)
    expect(long).toMatch(/𠮷\.pdf$/u)
  })
})
