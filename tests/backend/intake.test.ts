import { copyFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import type { Backend } from '../../src/main/backend/backend.ts'
import type { AppEvent } from '../../src/shared/contract/events.ts'
import { answerOf, call, demonstration, startBackend, temporaryFolder } from './support.ts'

/** 取込 through the contract, with the real threads. */
const folder = temporaryFolder()
const sample = new URL('../../../shared/samples/相談受付簿_令和６年度.xlsx', import.meta.url)
let backend: Backend

beforeAll(async () => {
  const ledger = await demonstration(folder)
  backend = startBackend(folder)
  answerOf(await call(backend, 'ledger.open', { path: ledger, passphrase: null, readOnly: false }))
  const { staff } = answerOf(await call(backend, 'staff.list', {}))
  const [first] = staff
  if (first !== undefined) answerOf(await call(backend, 'staff.choose', { id: first.id }))
  copyFileSync(fileURLToPath(sample), join(folder, '受付簿.xlsx'))
  writeFileSync(join(folder, '~$受付簿.xlsx'), 'held open')
}, 60_000)

const handleOf = async (name: string): Promise<string> => {
  const { file } = answerOf(
    await call(backend, 'platform.chooseFile', { purpose: 'book', path: join(folder, name) }),
  )
  if (file === null) throw new Error('no file')
  return file.handle
}

test('files of books are listed beside folders, and what is no file is refused', async () => {
  const list = answerOf(await call(backend, 'platform.listFiles', { purpose: 'book', path: folder }))
  expect(list.files.map(({ name }) => name)).toEqual(['受付簿.xlsx'])
  expect(list.folders.map(({ name }) => name)).toContain('見本.daicho')
  const none = await call(backend, 'platform.chooseFile', { purpose: 'book', path: join(folder, 'no.xlsx') })
  expect(none).toMatchObject({ ok: false, error: { code: 'fileMissing' } })
})

test('a book is opened, read, looked at, applied and undone; saves and reads go on meanwhile', async () => {
  const events: AppEvent[] = []
  const stop = backend.listen((event) => events.push(event))
  const opened = answerOf(
    await call(backend, 'intake.open', { file: await handleOf('受付簿.xlsx'), fiscalYear: 2024 }),
  )
  expect(opened).toMatchObject({ kind: 'consultations', book: { format: 'xlsx' }, receivedBefore: null })
  const { session, profile } = opened
  if (profile === null) throw new Error('no profile')
  const before = await call(backend, 'intake.rows', { session, filter: 'all', offset: 0, limit: 10 })
  expect(before).toMatchObject({ ok: false, error: { code: 'bookClosed' } })

  const tried = answerOf(await call(backend, 'intake.read', { session, profile }))
  const { accounting } = tried
  const { read, new: young, changed, same, refused, ignored, late } = accounting
  expect(young + changed + same + refused + ignored + late).toBe(read)
  expect(refused).toBe(8)
  expect(tried.months.length).toBeGreaterThan(0)
  const page = answerOf(
    await call(backend, 'intake.rows', { session, filter: 'refused', offset: 0, limit: 5 }),
  )
  expect(page.total).toBe(8)
  expect(page.rows).toHaveLength(5)
  expect(page.rows.every(({ reason }) => reason !== null && reason.message !== '')).toBe(true)
  const { sums } = answerOf(await call(backend, 'intake.sums', { session, withdrawGone: false }))
  expect(sums.some(({ statistic, month }) => statistic === 'consultation.events' && month === null)).toBe(
    true,
  )

  const target = answerOf(
    await call(backend, 'platform.chooseFolder', { purpose: 'export', path: folder }),
  ).folder
  const copy = answerOf(await call(backend, 'intake.annotated', { session, folder: target?.handle ?? '' }))
  expect(readdirSync(folder)).toContain(copy.file.name)
  expect(copy.marks).toBeGreaterThanOrEqual(8)

  const actionId = crypto.randomUUID()
  const applied = answerOf(await call(backend, 'intake.apply', { session, actionId, withdrawGone: false }))
  expect(applied.accounting).toEqual(accounting)
  const retried = await call(backend, 'intake.apply', { session, actionId, withdrawGone: false })
  expect(retried).toEqual({ ok: true, value: applied })
  expect(events).toContainEqual(expect.objectContaining({ event: 'ledger-changed', what: 'intake.apply' }))
  stop()
  const { actions } = answerOf(await call(backend, 'history.undoList', {}))
  expect(actions[0]?.name).toMatch(/取込$/)
  // The annotated copy may still be wanted: the book is there until the screen leaves it.
  answerOf(await call(backend, 'intake.annotated', { session, folder: target?.handle ?? '' }))
  answerOf(await call(backend, 'intake.close', { session }))
  const gone = await call(backend, 'intake.rows', { session, filter: 'all', offset: 0, limit: 10 })
  expect(gone).toMatchObject({ ok: false, error: { code: 'bookClosed' } })
  const undone = await call(backend, 'history.undo', { actionId: crypto.randomUUID(), of: actionId })
  expect(undone.ok).toBe(true)
  expect(answerOf(await call(backend, 'intake.receipts', { offset: 0, limit: 10 })).total).toBe(0)
}, 30_000)

test('a profile is kept by name, offered for the next book, and not twice', async () => {
  const file = await handleOf('受付簿.xlsx')
  const { profile, session, kind } = answerOf(await call(backend, 'intake.open', { file, fiscalYear: 2024 }))
  if (profile === null || kind === null) throw new Error('no profile')
  const input = { id: null, revision: 0, name: '受付簿', kind, party: profile.party, profile }
  const saved = answerOf(
    await call(backend, 'intake.saveProfile', { ...input, actionId: crypto.randomUUID() }),
  )
  const twice = await call(backend, 'intake.saveProfile', { ...input, actionId: crypto.randomUUID() })
  expect(twice).toMatchObject({ ok: false, error: { code: 'nameTaken' } })
  const again = answerOf(await call(backend, 'intake.open', { file, fiscalYear: 2024 }))
  expect(again).toMatchObject({ profileId: saved.id, profileName: '受付簿' })
  for (const one of [session, again.session]) answerOf(await call(backend, 'intake.close', { session: one }))
})
