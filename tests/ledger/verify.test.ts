import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { openUnlocked, openUnlockedReader } from '../../src/main/ledger/open/open.ts'
import { build } from '../../src/main/ledger/query.ts'
import {
  action,
  behindTheBack,
  expectError,
  expectOk,
  newLedger,
  read,
  scratchFolder,
  type TestLedger,
  write,
} from './support.ts'

/** Entries 1–4 are the ledger's making; then the venues a (5), b (6), c (7), a renamed (8), b removed (9), d (10). */
async function make(): Promise<TestLedger> {
  const made = await newLedger()
  const ledger = write(made)
  const ids = ['a', 'b', 'c'].map(
    (code) => expectOk(mutate(ledger, action('venue.add'), (to) => to.insert('venue', { code }))).id,
  )
  expectOk(
    mutate(ledger, action('venue.rename'), (to) => to.update('venue', ids[0] ?? '', 1, { code: 'aa' })),
  )
  expectOk(
    mutate(ledger, action('venue.remove'), (to) => {
      to.remove('venue', ids[1] ?? '', 1)
      return null
    }),
  )
  expectOk(mutate(ledger, action('venue.add'), (to) => to.insert('venue', { code: 'd' })))
  closeLedger(ledger)
  return made
}

const swapDigests = `
  UPDATE history SET mac = CASE seq WHEN 6 THEN (SELECT mac FROM history WHERE seq = 7) ELSE (SELECT mac FROM history WHERE seq = 6) END,
    row_id = CASE seq WHEN 6 THEN (SELECT row_id FROM history WHERE seq = 7) ELSE (SELECT row_id FROM history WHERE seq = 6) END
  WHERE seq IN (6, 7)`

const original = make()

/** A copy of it for each attack: making one takes longer than copying. */
async function filled(): Promise<TestLedger> {
  const made = await original
  const path = join(scratchFolder(), '写し.daicho')
  cpSync(made.path, path, { recursive: true })
  return { ...made, path }
}

/** Attack behind the tool's back → what verify must name. */
const offenders: readonly (readonly [attack: string, sql: string, problem: object])[] = [
  [
    'a row edited',
    `UPDATE venue SET code = 'x' WHERE code = 'c'`,
    { kind: 'rowEdited', table: 'venue', sequence: 7 },
  ],
  [
    'a row deleted',
    `DELETE FROM venue WHERE code = 'c'`,
    { kind: 'rowMissing', table: 'venue', sequence: 7 },
  ],
  [
    'a row put in',
    `INSERT INTO venue (id, code) VALUES ('x', 'x')`,
    { kind: 'rowUnrecorded', table: 'venue' },
  ],
  [
    'a child row put in',
    `INSERT INTO venue_name VALUES (1, 0, 'x', NULL, NULL)`,
    { kind: 'rowEdited', table: 'venue' },
  ],
  [
    'a removed row put back',
    `INSERT INTO venue (key, id, code) SELECT row_key, row_id, 'b' FROM history WHERE change = 'delete'`,
    { kind: 'rowUnrecorded' },
  ],
  [
    'an entry edited',
    `UPDATE history SET table_name = 'staff' WHERE seq = 6`,
    { kind: 'entryBroken', sequence: 6 },
  ],
  [
    'an entry deleted',
    'DELETE FROM history_image WHERE seq = 6; DELETE FROM history WHERE seq = 6',
    { kind: 'gap', sequence: 6 },
  ],
  [
    'an entry put in',
    `INSERT INTO history SELECT 11, action_key, change, table_name, 9, 'x', before_digest, after_digest, mac FROM history WHERE seq = 10`,
    { kind: 'entryBroken', sequence: 11 },
  ],
  ['two entries swapped', swapDigests, { kind: 'entryBroken', sequence: 6 }],
  [
    'an image edited',
    `UPDATE history_image SET after = replace(after, '"c"', '"x"') WHERE seq = 7`,
    { kind: 'imageEdited', sequence: 7 },
  ],
  ['an image deleted', 'DELETE FROM history_image WHERE seq = 7', { kind: 'imageMissing', sequence: 7 }],
  [
    'a salt edited',
    'UPDATE history_image SET salt = zeroblob(16) WHERE seq = 7',
    { kind: 'imageEdited', sequence: 7 },
  ],
  [
    'who did it, edited',
    `UPDATE action SET staff = '別人' WHERE last_seq = 7`,
    { kind: 'entryBroken', sequence: 7 },
  ],
  [
    'when it was, edited',
    `UPDATE action SET at = '2020-01-01T00:00:00.000Z' WHERE last_seq = 7`,
    { kind: 'entryBroken', sequence: 7 },
  ],
  [
    'an answer edited',
    `UPDATE action SET answer = '1' WHERE last_seq = 7`,
    { kind: 'actionEdited', sequence: 7 },
  ],
  ['an action deleted', 'DELETE FROM action WHERE last_seq = 7', { kind: 'actionMissing', sequence: 7 }],
  [
    'an action put in',
    `INSERT INTO action SELECT 99, 'x', kind, staff, reason, at, request, answer, 99, 99, mac FROM action LIMIT 1`,
    { kind: 'actionEdited', table: 'action' },
  ],
  [
    'a row and its image edited alike',
    `UPDATE venue SET code = 'x' WHERE code = 'c'; UPDATE history_image SET after = replace(after, '"c"', '"x"') WHERE seq = 7`,
    { kind: 'imageEdited', sequence: 7 },
  ],
]

describe('verifyHistory', () => {
  test('finds nothing in a ledger that was only used', async () => {
    const { entries, problems } = verifyHistory(read(await filled()))
    expect(problems).toEqual([])
    expect(entries).toBe(10)
  })

  test.each(offenders)('%s: found, and the place named', async (_attack, sql, problem) => {
    const made = await filled()
    behindTheBack(made, (connection) => connection.exec(sql))
    const reader = read(made)
    const { problems } = verifyHistory(reader)
    closeLedger(reader)
    expect(problems).toContainEqual(expect.objectContaining(problem))
  })
})

test('a page that goes bad while the ledger is open is named, not thrown', async () => {
  const made = await filled()
  const reader = read(made)
  const file = join(made.path, 'ledger.db')
  const bytes = readFileSync(file)
  bytes.fill(0, bytes.length - 4096 * 3)
  writeFileSync(file, bytes)
  expect(verifyHistory(reader).problems).toMatchObject([{ kind: 'damaged', table: 'pages' }])
})

describe('a lost tail', () => {
  const cut = (connection: Database.Database): void => {
    connection.exec(`
      DELETE FROM venue WHERE code = 'd';
      DELETE FROM history_image WHERE seq = (SELECT max(seq) FROM history);
      DELETE FROM history WHERE seq = (SELECT max(seq) FROM history);
      DELETE FROM action WHERE key = (SELECT max(key) FROM action);`)
  }

  test('is named when the ledger is opened, with both numbers', async () => {
    const made = await filled()
    behindTheBack(made, cut)
    const error = expectError(openUnlocked({ ...made, mode: 'write', owner: 'x' }))
    expect(error.code).toBe('historyTailLost')
    expect(Number(error.parameters.expected)).toBe(Number(error.parameters.found) + 1)
    expect(expectError(openUnlockedReader({ ...made, mode: 'read' })).code).toBe('historyTailLost')
  })

  test('a tail that was replaced by another one does not fit the anchor', async () => {
    const made = await filled()
    behindTheBack(made, (connection) => {
      connection.exec('UPDATE history SET mac = zeroblob(32) WHERE seq = (SELECT max(seq) FROM history)')
    })
    expect(expectError(openUnlocked({ ...made, mode: 'write', owner: 'x' })).code).toBe('historyBroken')
  })

  test('another ledger’s anchor, none, or a broken one is refused by name', async () => {
    const made = await filled()
    const anchor = join(made.path, 'anchor')
    writeFileSync(anchor, Buffer.alloc(8192, 'x'))
    expect(expectError(openUnlocked({ ...made, mode: 'write', owner: 'x' })).code).toBe('anchorDamaged')
    rmSync(anchor)
    expect(expectError(openUnlocked({ ...made, mode: 'write', owner: 'x' })).code).toBe('anchorMissing')
  })

  const ways: readonly (readonly [string, (anchor: string, made: TestLedger) => void])[] = [
    ['a missing anchor', (anchor) => rmSync(anchor)],
    ['a broken anchor', (anchor) => writeFileSync(anchor, Buffer.alloc(8192, 'x'))],
    ['a lost tail', (_anchor, made) => behindTheBack(made, cut)],
  ]
  test.each(ways)('%s: who was told so reads what verifies in itself', async (name, damage) => {
    const made = await filled()
    damage(join(made.path, 'anchor'), made)
    const opened = expectOk(openUnlockedReader({ ...made, mode: 'read', withoutAnchor: true }))
    expect(opened.all(build.selectFrom('staff').select('name')).length).toBeGreaterThan(0)
    closeLedger(opened)
    expect(existsSync(join(made.path, 'anchor'))).toBe(name !== 'a missing anchor')
  })

  test.each(ways)('%s: a history that does not verify is not shown', async (_name, damage) => {
    const made = await filled()
    behindTheBack(made, (connection) => {
      connection.exec('UPDATE history SET mac = zeroblob(32) WHERE seq = 1')
    })
    damage(join(made.path, 'anchor'), made)
    const refused = expectError(openUnlockedReader({ ...made, mode: 'read', withoutAnchor: true }))
    expect(refused.code).toBe('historyBroken')
  })
})
