import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BackendContext, TaskContext } from '../../../src/main/services/contexts.ts'
import { FileShelf } from '../../../src/main/services/file-shelf.ts'
import { recordsBackend, recordsReaderTasks } from '../../../src/main/services/records/handlers.ts'
import { contract } from '../../../src/shared/contract/contract.ts'
import { AppFailure } from '../../../src/shared/contract/errors.ts'
import { makeDemonstration, openForReading, temporaryFolder } from '../support/ledgers.ts'

const folder = temporaryFolder()
const ledger = await openForReading(await makeDemonstration(join(folder, '見本.daicho')))
const place = join(folder, '書き出し')
mkdirSync(place)

const task: TaskContext = {
  staff: null,
  // Late in the evening of 31 March in UTC it is 1 April in Japan.
  now: () => new Date('2025-03-31T20:00:00.000Z'),
  newId: () => 'unused',
  progress: () => {},
  stopIfCancelled: () => {},
}
const shelf = new FileShelf()
const chosen = shelf.addFolder(place)

/** The one task that the request asks for, run here in place of a reader worker. */
const ask = ((_worker: 'reader', _name: string, input: { readonly folder: string; readonly day: string }) =>
  recordsReaderTasks['records.write'](input, { ...task, ledger })) as BackendContext['ask']
const context: BackendContext = { ...task, ask, shelf }

test('the file is named by the day in Japan and says that it is fictional; a second one gets a number', async () => {
  const first = await recordsBackend['records.export']({ folder: chosen.handle }, context)
  expect(() => contract['records.export'].output.parse(first)).not.toThrow()
  expect(first).toMatchObject({ rows: 1200, file: { name: '20250401_相談記録_架空の数値.csv' } })
  expect(shelf.written(first.file.handle)).toBe(first.file.path)
  const second = await recordsBackend['records.export']({ folder: chosen.handle }, context)
  expect(second.file.name).toBe('20250401_相談記録_架空の数値_2.csv')
  expect(readdirSync(place)).toHaveLength(2)
})

test('a folder that was never chosen is refused', async () => {
  const asked = recordsBackend['records.export']({ folder: 'A'.repeat(24) }, context)
  await expect(asked).rejects.toThrow(AppFailure)
})
