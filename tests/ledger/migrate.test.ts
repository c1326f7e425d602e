import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listBackups } from '../../src/main/ledger/backup/list.ts'
import { defaultBackupPlace } from '../../src/main/ledger/backup/places.ts'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import { writerInternals } from '../../src/main/ledger/internals.ts'
import { migrate } from '../../src/main/ledger/migrate.ts'
import { migrations } from '../../src/main/ledger/migrations/index.ts'
import type { Migration } from '../../src/main/ledger/migrations/migration.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { pragmaNumber } from '../../src/main/ledger/open/connection.ts'
import { build } from '../../src/main/ledger/query.ts'
import { historyOfRow, historyState, listHistory } from '../../src/main/ledger/repositories/history-list.ts'
import { action, expectOk, newLedger, write } from './support.ts'

const current = migrations.length

/** A planted next version: a new column, and a rule that rewrites what rows say. */
const planted: Migration = {
  version: migrations.length + 1,
  name: 'planted',
  run: (connection) => {
    connection.exec(`
      ALTER TABLE venue ADD COLUMN seats INTEGER;
      UPDATE venue SET code = upper(code);`)
  },
}

const failing: Migration = {
  version: migrations.length + 2,
  name: 'failing',
  run: (connection) => {
    connection.exec('CREATE TABLE half (a INTEGER) STRICT; SELECT no_such_function()')
  },
}

async function withVenue() {
  const made = await newLedger()
  const ledger = write(made)
  const { id } = expectOk(mutate(ledger, action('venue.add'), (to) => to.insert('venue', { code: 'hall' })))
  return { made, ledger, id }
}

describe('migrate', () => {
  test('does nothing to a ledger of this version', async () => {
    const { made, ledger } = await withVenue()
    expect(migrate(made.path, ledger.id, writerInternals(ledger))).toBeNull()
    expect(existsSync(defaultBackupPlace(made.path))).toBe(false)
  })

  test('takes a verified backup, runs all steps, records every rewritten row, and the history holds', async () => {
    const { made, ledger, id } = await withVenue()
    const internals = writerInternals(ledger)
    expect(migrate(made.path, ledger.id, internals, [...migrations, planted])).toBe(current)
    expect(pragmaNumber(internals.connection, 'user_version')).toBe(current + 1)
    expect(ledger.all(build.selectFrom('venue').selectAll())).toMatchObject([{ code: 'HALL', seats: null }])
    const backups = expectOk(listBackups(defaultBackupPlace(made.path), made.environment))
    expect(backups).toMatchObject([{ reason: 'migration', verified: true, historyCount: 5 }])
    expect(listHistory(ledger, null, 1).lines[0]).toMatchObject({
      action: 'ledger.migrate',
      change: 'update',
    })
    const [before, after] = historyOfRow(ledger, 'venue', id)
    expect(before?.after).toContain('"hall"')
    expect(after?.after).toContain('"seats":null')
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('a step that fails leaves the ledger as it was, with the backup beside', async () => {
    const { made, ledger } = await withVenue()
    const internals = writerInternals(ledger)
    const state = historyState(ledger)
    const work = (): unknown => migrate(made.path, ledger.id, internals, [...migrations, planted, failing])
    expect(work).toThrow(
      expect.objectContaining({
        appError: expect.objectContaining({
          code: 'migrationFailed',
          parameters: expect.objectContaining({ from: current, to: current + 2 }),
        }),
      }),
    )
    expect(pragmaNumber(internals.connection, 'user_version')).toBe(current)
    expect(ledger.all(build.selectFrom('venue').select('code'))).toEqual([{ code: 'hall' }])
    expect(historyState(ledger)).toEqual(state)
    expect(
      internals.connection.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get(),
    ).toBe(0)
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('without a backup there is no migration', async () => {
    const { made, ledger } = await withVenue()
    const internals = writerInternals(ledger)
    const full = {
      ...internals,
      environment: {
        ...made.environment,
        files: {
          ...made.environment.files,
          copyFileSync: () => {
            throw Object.assign(new Error('full'), { code: 'ENOSPC' })
          },
        },
      },
    }
    expect(() => migrate(made.path, ledger.id, full, [...migrations, planted])).toThrow('diskFull')
    expect(pragmaNumber(internals.connection, 'user_version')).toBe(current)
  })
})

test('steps are numbered without a gap, and the list is frozen', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_step, index) => index + 1))
  expect(Object.isFrozen(migrations)).toBe(true)
})
