import { writeSync } from 'node:fs'
import { createBackup } from '../../src/main/ledger/backup/backup.ts'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { reverseAction } from '../../src/main/ledger/history/undo.ts'
import { writerInternals } from '../../src/main/ledger/internals.ts'
import { migrate } from '../../src/main/ledger/migrate.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { openUnlocked } from '../../src/main/ledger/open/open.ts'
import { build } from '../../src/main/ledger/query.ts'
import { actionById, lastStepOf } from '../../src/main/ledger/repositories/history-actions.ts'
import { insertRows } from '../../src/main/ledger/rows/insert-rows.ts'
import { emptyRows, plantedMigrations } from './kill-work.ts'

/**
 * The process that is killed: it works on a ledger and says each saved action only after the ledger
 * called it saved. Arguments: path, key in hex, what to do (`entry`, `bulk`, `undo`, `backup`, `migrate`).
 */
const [path = '', key = '', work = 'entry'] = process.argv.slice(2)
const environment = systemEnvironment()
const opened = openUnlocked({
  path,
  key: Buffer.from(key, 'hex'),
  mode: 'write',
  owner: 'victim',
  environment,
})
if (!opened.ok) throw new Error(opened.error.code)
const ledger = opened.value
const say = (text: string): void => {
  writeSync(1, `${text}\n`)
}
const action = (kind: string) => ({
  actionId: environment.newId(),
  staff: '山田',
  kind,
  reason: '',
  at: environment.now().toISOString(),
})

function addOne(): void {
  const one = action('venue.add')
  const saved = mutate(ledger, one, (to) => to.insert('venue', { code: one.actionId }))
  if (!saved.ok) throw new Error(saved.error.code)
  say(`saved ${one.actionId} ${one.actionId}`)
}

function changeOne(): void {
  const row = ledger.get(
    build.selectFrom('venue').select(['id', 'revision', 'code']).orderBy('key', 'desc').limit(1),
  )
  if (row === undefined) {
    addOne()
    return
  }
  const one = action('venue.change')
  const saved = mutate(ledger, one, (to) => to.update('venue', row.id, row.revision, { code: one.actionId }))
  if (!saved.ok) throw new Error(saved.error.code)
  say(`changed ${one.actionId} ${one.actionId} ${row.code}`)
}

say('ready')
for (let turn = 0; ; turn += 1) {
  if (work === 'bulk') {
    const one = action('bulk')
    const codes = Array.from({ length: 300 }, () => environment.newId())
    const saved = insertRows(ledger, one, {
      ...emptyRows,
      venues: codes.map((code) => ({ code, names: [] })),
    })
    if (!saved.ok) throw new Error(saved.error.code)
    say(`saved ${one.actionId} ${codes.at(0)}`)
    say(`saved ${one.actionId} ${codes.at(-1)}`)
  } else if (work === 'undo') {
    const one = action('bulk')
    const codes = Array.from({ length: 300 }, () => environment.newId())
    const [first, last] = [codes.at(0), codes.at(-1)]
    const saved = insertRows(ledger, one, {
      ...emptyRows,
      venues: codes.map((code) => ({ code, names: [] })),
    })
    if (!saved.ok) throw new Error(saved.error.code)
    say(`saved ${one.actionId} ${first}`)
    say(`saved ${one.actionId} ${last}`)
    for (const kind of ['history.undo', 'history.redo', 'history.undo'] as const) {
      say(`undoing ${one.actionId} ${first} ${last}`)
      const carrier = lastStepOf(ledger, one.actionId) ?? actionById(ledger, one.actionId)
      if (carrier === null) throw new Error('no action')
      const undone = reverseAction(
        ledger,
        action(kind),
        () => carrier,
        () => null,
      )
      if (!undone.ok) throw new Error(undone.error.code)
      say(`${kind === 'history.undo' ? 'undone' : 'redone'} ${one.actionId} ${first} ${last}`)
    }
  } else if (work === 'backup') {
    addOne()
    const backup = createBackup(ledger, { place: `${path}/backups`, reason: 'hourly' })
    if (!backup.ok) throw new Error(backup.error.code)
    say(`backup ${backup.value.path}`)
  } else if (work === 'migrate' && turn === 0) {
    addOne()
    migrate(path, ledger.id, writerInternals(ledger), plantedMigrations)
    say('migrated')
  } else if (turn % 3 === 2) changeOne()
  else addOne()
}
