import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { createLedger } from '../../src/main/ledger/open/create.ts'
import { takeSeat } from '../../src/main/ledger/open/lock.ts'
import { openLedger, openUnlocked, openUnlockedReader } from '../../src/main/ledger/open/open.ts'
import type { ErrorCode } from '../../src/shared/contract/errors.ts'
import {
  behindTheBack,
  cheap,
  expectError,
  expectOk,
  newLedger,
  passphrase,
  read,
  scratchFolder,
  type TestLedger,
  write,
} from './support.ts'

/** What someone finds on a PC → the code under which opening refuses it. */
const refused: readonly (readonly [what: string, spoil: (made: TestLedger) => void, code: ErrorCode])[] = [
  ['no such folder', ({ path }) => rmSync(path, { recursive: true }), 'ledgerNotFound'],
  [
    'a file in place of the folder',
    ({ path }) => {
      rmSync(path, { recursive: true })
      writeFileSync(path, 'x')
    },
    'notALedger',
  ],
  [
    'an empty folder',
    ({ path }) => {
      rmSync(path, { recursive: true })
      mkdirSync(path)
    },
    'notALedger',
  ],
  [
    'a folder with another database',
    ({ path }) => {
      rmSync(path, { recursive: true })
      mkdirSync(path)
      new Database(join(path, 'ledger.db')).exec('CREATE TABLE t (a)').close()
    },
    'notALedger',
  ],
  [
    'a folder with a text named like ours',
    ({ path }) => {
      rmSync(path, { recursive: true })
      mkdirSync(path)
      writeFileSync(join(path, 'ledger.db'), 'x'.repeat(9000))
    },
    'notALedger',
  ],
  ['no ledger.db', ({ path }) => rmSync(join(path, 'ledger.db')), 'ledgerFileMissing'],
  ['an empty ledger.db', ({ path }) => truncateSync(join(path, 'ledger.db'), 0), 'ledgerFileEmpty'],
  ['a ledger.db cut off', ({ path }) => truncateSync(join(path, 'ledger.db'), 20_000), 'ledgerDamaged'],
  ['a ledger.db of a few bytes', ({ path }) => truncateSync(join(path, 'ledger.db'), 50), 'ledgerDamaged'],
  ['no keys.json', ({ path }) => rmSync(join(path, 'keys.json')), 'keysMissing'],
  ['keys.json no JSON', ({ path }) => writeFileSync(join(path, 'keys.json'), '{'), 'keysDamaged'],
  [
    'keys.json asking for all memory',
    ({ path }) => {
      const file = join(path, 'keys.json')
      writeFileSync(file, readFileSync(file, 'utf8').replace('"N": 1024', '"N": 1099511627776'))
    },
    'keysDamaged',
  ],
  [
    'a lock that is no lock',
    ({ path }) => writeFileSync(join(path, 'lock'), 'x'.repeat(600)),
    'ledgerDamaged',
  ],
  ['no anchor', ({ path }) => rmSync(join(path, 'anchor')), 'anchorMissing'],
  [
    'a newer version',
    (made) => behindTheBack(made, (connection) => connection.pragma('user_version = 99')),
    'ledgerNewer',
  ],
  [
    'a header with another version than inside',
    (made) =>
      behindTheBack(made, (connection) =>
        connection.exec(`UPDATE meta SET value = '0' WHERE name = 'version'`),
      ),
    'ledgerDamaged',
  ],
  [
    'a row that refers to nothing',
    (made) =>
      behindTheBack(made, (connection) =>
        connection.exec(`INSERT INTO venue_name VALUES (77, 0, 'x', NULL, NULL)`),
      ),
    'ledgerDamaged',
  ],
]

describe('every failure to open has its own name', () => {
  test.each(refused)('%s', async (_what, spoil, code) => {
    const made = await newLedger()
    spoil(made)
    const before = existsSync(join(made.path, 'ledger.db'))
      ? readFileSync(join(made.path, 'ledger.db'))
      : null
    expect(expectError(openUnlocked({ ...made, mode: 'write', owner: 'x' })).code).toBe(code)
    expect(
      existsSync(join(made.path, 'ledger.db')) ? readFileSync(join(made.path, 'ledger.db')) : null,
    ).toEqual(before)
    // The seat is free again.
    expect(existsSync(join(made.path, 'lock.owner'))).toBe(false)
  })

  test('a key file of another ledger', async () => {
    const made = await newLedger()
    const folder = scratchFolder()
    const other = expectOk(
      await createLedger({
        path: join(folder, '別.daicho'),
        name: '別',
        passphrase,
        staff: '山田',
        environment: made.environment,
        cost: cheap,
      }),
    )
    cpSync(join(other.path, 'keys.json'), join(made.path, 'keys.json'))
    const opened = await openLedger({ ...made, mode: 'write', owner: 'x' })
    expect(expectError(opened).code).not.toBe('internal')
    const withWords = await openLedger({
      path: made.path,
      environment: made.environment,
      passphrase,
      mode: 'read',
    })
    expect(['anchorDamaged', 'ledgerDamaged']).toContain(expectError(withWords).code)
  })

  test('a newer ledger is left untouched, and says its version', async () => {
    const made = await newLedger()
    behindTheBack(made, (connection) => connection.pragma('user_version = 7'))
    const before = readFileSync(join(made.path, 'ledger.db'))
    expect(expectError(openUnlockedReader({ ...made, mode: 'read' })).parameters).toMatchObject({
      version: 7,
    })
    expect(readFileSync(join(made.path, 'ledger.db'))).toEqual(before)
  })
})

describe('the seat', () => {
  test('a second writer is told who sits there; readers open beside', async () => {
    const made = await newLedger()
    const ledger = write(made)
    const error = expectError(openUnlocked({ ...made, mode: 'write', owner: '鈴木' }))
    expect(error).toMatchObject({ code: 'ledgerInUse', parameters: { owner: '山田' } })
    expect(read(made).mode).toBe('read')
    closeLedger(ledger)
    const next = expectOk(openUnlocked({ ...made, mode: 'write', owner: '鈴木' }))
    closeLedger(next)
    closeLedger(next)
    expect(existsSync(join(made.path, 'lock.owner'))).toBe(false)
  })

  test('a folder that cannot be written is named so (injected: root may write anywhere)', async () => {
    const made = await newLedger({
      files: {
        ...fs,
        openSync: (path, flags, mode) => {
          if (flags === 'w')
            throw Object.assign(new Error('read-only'), { code: 'EROFS', path: String(path) })
          return fs.openSync(path, flags, mode)
        },
      },
    })
    expect(expectError(openUnlocked({ ...made, mode: 'write', owner: 'x' })).code).toBe('ledgerReadOnly')
  })
})

describe('passwords', () => {
  const at = (seconds: number) => ({ now: () => new Date(Date.UTC(2024, 10, 30) + seconds * 1000) })
  const open = (made: TestLedger, words: string, seconds: number) =>
    openLedger({
      path: made.path,
      mode: 'read',
      passphrase: words,
      environment: systemEnvironment(at(seconds)),
    })

  test('a wrong one is refused, and after three the wait grows', async () => {
    const made = await newLedger()
    for (const seconds of [0, 1, 2, 3]) {
      expect(expectError(await open(made, '違う合言葉を入れてみる', seconds)).code).toBe('wrongPassword')
    }
    const early = expectError(await open(made, passphrase, 4))
    expect(early).toMatchObject({ code: 'tooManyPasswordAttempts', parameters: { seconds: 1 } })
    expect(expectError(await open(made, '違う合言葉を入れてみる', 6)).code).toBe('wrongPassword')
    expect(expectError(await open(made, passphrase, 8))).toMatchObject({ parameters: { seconds: 2 } })
    closeLedger(expectOk(await open(made, passphrase, 10)))
    // Forgotten after the right one.
    expect(expectError(await open(made, '違う合言葉を入れてみる', 11)).code).toBe('wrongPassword')
    closeLedger(expectOk(await open(made, passphrase, 11)))
  })

  test('a clock set back does not lock anyone out for longer than the wait', async () => {
    const made = await newLedger()
    for (const seconds of [1000, 1001, 1002, 1003]) await open(made, '違う合言葉を入れてみる', seconds)
    expect(expectError(await open(made, passphrase, 0)).code).toBe('tooManyPasswordAttempts')
    closeLedger(expectOk(await open(made, passphrase, 3)))
  })

  test('the same words in full width open it', async () => {
    const folder = scratchFolder()
    const path = join(folder, 'x.daicho')
    const environment = systemEnvironment()
    const made = await createLedger({
      path,
      name: 'x',
      passphrase: 'welfare-2024-nishi',
      staff: '山田',
      environment,
      cost: cheap,
    })
    expectOk(made)
    closeLedger(
      expectOk(
        await openLedger({
          path,
          mode: 'read',
          environment,
          passphrase: 'ｗｅｌｆａｒｅ－２０２４－ｎｉｓｈｉ',
        }),
      ),
    )
  })

  test('the recovery key opens it, typed by hand', async () => {
    const path = join(scratchFolder(), 'x.daicho')
    const environment = systemEnvironment()
    const { recoveryKey } = expectOk(
      await createLedger({
        path,
        name: 'x',
        passphrase,
        staff: '山田',
        environment,
        cost: cheap,
        withRecoveryKey: true,
      }),
    )
    expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
    const typed = (recoveryKey ?? '').toLowerCase().replaceAll('-', ' ')
    closeLedger(expectOk(await openLedger({ path, mode: 'read', environment, passphrase: typed })))
  })
})

describe('making a ledger', () => {
  const environment = systemEnvironment()
  const create = (path: string, words = passphrase) =>
    createLedger({ path, name: 'x', passphrase: words, staff: '山田', environment, cost: cheap })

  test('refuses what is there, what has no parent, and a short passphrase', async () => {
    const { path, folder } = await newLedger()
    expect(expectError(await create(path)).code).toBe('ledgerExists')
    expect(expectError(await create(join(folder, 'none', 'x.daicho'))).code).toBe('folderMissing')
    expect(expectError(await create(join(folder, 'x.daicho'), '短い'))).toMatchObject({
      code: 'passwordTooShort',
      parameters: { least: 12 },
    })
    expect(fs.readdirSync(folder)).toEqual(['試験.daicho'])
  })

  test('tidies away what a killed making left; what is still being made, or is not ours, stays', async () => {
    const folder = scratchFolder()
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    const id = environment.newId()
    const left = (name: string) => {
      fs.mkdirSync(join(folder, name))
      fs.writeFileSync(join(folder, name, 'ledger.db'), 'x')
      return name
    }
    const stays = [
      left(`.動く.daicho.${process.pid}-${id}.making`),
      left(`.使用中.daicho.${dead}-${id}.making`),
      left('.someone.making'),
      left('.x.daicho.12.making'),
    ]
    left(`.終わり.daicho.${dead}-${id}.making`)
    const seat = takeSeat(join(folder, stays[1] ?? ''), '山田', environment)
    expectOk(await create(join(folder, 'x.daicho')))
    seat.release()
    expect(fs.readdirSync(folder).sort()).toEqual([...stays, 'x.daicho'].sort())
  })

  test('a first content that fails leaves nothing', async () => {
    const folder = scratchFolder()
    const made = await createLedger({
      path: join(folder, 'x.daicho'),
      name: 'x',
      passphrase,
      staff: '山田',
      environment,
      cost: cheap,
      fill: () => ({ ok: false, error: { code: 'diskFull', parameters: {}, field: null } }),
    })
    expect(expectError(made).code).toBe('diskFull')
    expect(fs.readdirSync(folder)).toEqual([])
  })
})

test('nothing of the ledger stands in the clear in any of its files', async () => {
  const made = await newLedger()
  const ledger = write(made)
  for (const name of fs.readdirSync(made.path)) {
    const bytes = readFileSync(join(made.path, name))
    expect(bytes.includes('recording') || bytes.includes('ledger.name')).toBe(false)
    if (name.startsWith('ledger.db')) expect(bytes.includes(Buffer.from('山田'))).toBe(false)
  }
  closeLedger(ledger)
})

describe('a ledger that this user may not read', () => {
  const refusing = (call: 'readdirSync' | 'readFileSync', end: string) => {
    const refuse = (path: unknown) => {
      if (String(path).endsWith(end)) throw Object.assign(new Error('refused'), { code: 'EACCES' })
    }
    const files = {
      ...fs,
      readdirSync: ((...given: Parameters<typeof fs.readdirSync>) => {
        if (call === 'readdirSync') refuse(given[0])
        return fs.readdirSync(...given)
      }) as typeof fs.readdirSync,
      readFileSync: ((...given: Parameters<typeof fs.readFileSync>) => {
        if (call === 'readFileSync') refuse(given[0])
        return fs.readFileSync(...given)
      }) as typeof fs.readFileSync,
    }
    return systemEnvironment({ files })
  }

  test.each([
    ['readdirSync', '.daicho'],
    ['readFileSync', 'keys.json'],
  ] as const)('%s refused is told by its own name', async (call, end) => {
    const made = await newLedger()
    const environment = refusing(call, end)
    const opened = openUnlockedReader({ path: made.path, key: made.key, mode: 'read', environment })
    expect(expectError(opened).code).toBe('ledgerNotReadable')
  })
})
