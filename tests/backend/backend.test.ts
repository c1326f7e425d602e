import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Backend } from '../../src/main/backend/backend.ts'
import type { AppEvent } from '../../src/shared/contract/events.ts'
import { answerOf, call, demonstration, startBackend, temporaryFolder } from './support.ts'

const folder = temporaryFolder()
let backend: Backend
let ledger: string
const events: AppEvent[] = []

beforeAll(async () => {
  ledger = await demonstration(folder)
  backend = startBackend(folder)
  backend.listen((event) => events.push(event))
}, 60_000)

const open = () => call(backend, 'ledger.open', { path: ledger, passphrase: null, readOnly: false })

describe('without a ledger', () => {
  test('requests that need one say so', async () => {
    for (const name of ['papers.list', 'statistics.catalogue', 'codes.lists', 'staff.list'] as const) {
      expect(await call(backend, name, {})).toMatchObject({ ok: false, error: { code: 'noLedgerOpen' } })
    }
  })

  test('what is no ledger has its own name, and nothing is opened', async () => {
    const missing = await call(backend, 'ledger.open', {
      path: join(folder, 'none.daicho'),
      passphrase: null,
      readOnly: false,
    })
    expect(missing).toMatchObject({ ok: false, error: { code: 'ledgerNotFound' } })
    const wrong = await call(backend, 'ledger.open', { path: ledger, passphrase: 'x', readOnly: false })
    expect(wrong).toMatchObject({ ok: false, error: { code: 'wrongPassword' } })
    expect(answerOf(await call(backend, 'ledger.status', {})).ledger).toBeNull()
  })
})

test('while a ledger is being opened nobody sees it half open', async () => {
  const opening = open()
  let finished = false
  void opening.then(() => {
    finished = true
  })
  while (!finished) {
    const { ledger: status } = answerOf(await call(backend, 'ledger.status', {}))
    if (status !== null) expect(status).toMatchObject({ fictional: true, yearsWithData: [2022, 2023, 2024] })
    await new Promise((resolve) => setImmediate(resolve))
  }
  answerOf(await opening)
})

describe('with the demonstration ledger', () => {
  beforeAll(async () => {
    answerOf(await open())
    const { staff } = answerOf(await call(backend, 'staff.list', {}))
    answerOf(await call(backend, 'staff.choose', { id: staff[0]?.id ?? '' }))
  })

  test('the status says what the frame shows', async () => {
    const { ledger: status } = answerOf(await call(backend, 'ledger.status', {}))
    expect(status).toMatchObject({
      path: ledger,
      fictional: true,
      readOnly: null,
      check: null,
      yearsWithData: [2022, 2023, 2024],
      frame: { fiscalYear: 2024, asOf: '2025-03-31' },
    })
    expect(answerOf(await call(backend, 'app.info', {})).fictional).toBe(true)
    expect(answerOf(await call(backend, 'platform.recentLedgers', {})).ledgers[0]).toMatchObject({
      path: ledger,
    })
  })

  test('a write is told as saved; the same action again records nothing twice', async () => {
    events.length = 0
    const actionId = randomUUID()
    const first = answerOf(await call(backend, 'staff.add', { actionId, name: '山田　花子' }))
    const saved = events.find((event) => event.event === 'saved')
    expect(saved?.revision).toBeGreaterThan(0)
    expect(answerOf(await call(backend, 'staff.add', { actionId, name: '山田　花子' }))).toEqual(first)
    const { staff } = answerOf(await call(backend, 'staff.list', {}))
    expect(staff.filter(({ name }) => name === '山田　花子')).toHaveLength(1)
    expect(await call(backend, 'staff.add', { actionId, name: '別人' })).toMatchObject({
      ok: false,
      error: { code: 'actionReused' },
    })
  })

  test('a paper that was changed meanwhile is a conflict', async () => {
    const { papers } = answerOf(await call(backend, 'papers.list', {}))
    const [paper] = papers
    if (!paper) throw new Error('the demonstration ledger holds a paper')
    const { view } = answerOf(await call(backend, 'papers.read', { id: paper.id }))
    const place = view.places[0]?.place ?? ''
    const edit = { id: paper.id, revision: paper.revision, place, text: '書き換えた文。' }
    const changed = answerOf(await call(backend, 'papers.edit', { ...edit, actionId: randomUUID() }))
    expect(changed.revision).toBe(paper.revision + 1)
    expect(
      await call(backend, 'papers.edit', { ...edit, text: '別の文。', actionId: randomUUID() }),
    ).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    })
  })

  test('a preview is a PDF by handle; an export writes files and tells progress', async () => {
    const { papers } = answerOf(await call(backend, 'papers.list', {}))
    const id = papers[0]?.id ?? ''
    const preview = answerOf(await call(backend, 'papers.preview', { id }))
    const kept = backend.file(preview.file.handle)
    expect(Buffer.from(kept?.bytes.subarray(0, 5) ?? []).toString()).toBe('%PDF-')
    expect(preview.places.length).toBeGreaterThan(5)

    events.length = 0
    const target = join(folder, 'out')
    mkdirSync(target)
    const chosen = answerOf(await call(backend, 'platform.chooseFolder', { purpose: 'export', path: target }))
    const handle = chosen.folder?.handle ?? ''
    const input = { id, formats: ['pdf' as const], edition: 'internal' as const, folder: handle }
    const { files } = answerOf(await call(backend, 'papers.export', input, 'job-1'))
    expect(files.map(({ path }) => existsSync(path))).toEqual([true])
    expect(events.some((event) => event.event === 'progress' && event.jobId === 'job-1')).toBe(true)
    expect(await call(backend, 'papers.export', { ...input, edition: 'public' })).toMatchObject({
      ok: false,
      error: { code: 'publicEditionNotReady' },
    })
    expect(await call(backend, 'papers.export', { ...input, folder: 'A'.repeat(24) })).toMatchObject({
      ok: false,
      error: { code: 'folderMissing' },
    })
  }, 60_000)

  test('a job that was stopped answers cancelled and leaves nothing', async () => {
    const { papers } = answerOf(await call(backend, 'papers.list', {}))
    const target = join(folder, 'stopped')
    mkdirSync(target)
    const chosen = answerOf(await call(backend, 'platform.chooseFolder', { purpose: 'export', path: target }))
    const running = call(
      backend,
      'papers.export',
      {
        id: papers[0]?.id ?? '',
        formats: ['pdf', 'xlsx'],
        edition: 'internal',
        folder: chosen.folder?.handle ?? '',
      },
      'job-2',
    )
    expect(answerOf(await call(backend, 'jobs.cancel', { jobId: 'job-2' })).cancelled).toBe(true)
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(readdirSync(target)).toEqual([])
    expect(answerOf(await call(backend, 'jobs.cancel', { jobId: 'job-2' })).cancelled).toBe(false)
  }, 60_000)

  test('history, its check, a backup and the list of backups', async () => {
    const page = answerOf(await call(backend, 'history.list', { before: null, limit: 2 }))
    expect(page.entries).toHaveLength(2)
    expect(page.next).toBe(page.entries[1]?.sequence)
    expect(answerOf(await call(backend, 'history.verify', {})).problems).toEqual([])
    const { backup } = answerOf(await call(backend, 'backup.create', { folder: null }))
    const { backups } = answerOf(await call(backend, 'ledger.backups', { path: ledger, passphrase: null }))
    expect(backups[0]).toMatchObject({ path: backup.path, verified: true, missing: 0, reason: 'manual' })
  }, 60_000)

  test('a second copy of the tool cannot write, and reads beside', async () => {
    const second = startBackend(join(folder, 'second'))
    const refused = await call(second, 'ledger.open', { path: ledger, passphrase: null, readOnly: false })
    expect(refused).toMatchObject({ ok: false, error: { code: 'ledgerInUse' } })
    const beside = answerOf(
      await call(second, 'ledger.open', { path: ledger, passphrase: null, readOnly: true }),
    )
    expect(beside.readOnly).toBe('inUse')
    expect(await call(second, 'staff.add', { actionId: randomUUID(), name: '乙' })).toMatchObject({
      ok: false,
      error: { code: 'ledgerReadOnly' },
    })
    await second.close()
  })

  test('closing leaves a backup and frees the ledger', async () => {
    answerOf(await call(backend, 'ledger.close', {}))
    expect(answerOf(await call(backend, 'ledger.status', {})).ledger).toBeNull()
    expect(answerOf(await open()).path).toBe(ledger)
  }, 60_000)
})

test('a backup takes the ledger’s place; the replaced one is kept beside it', async () => {
  const { backups } = answerOf(await call(backend, 'ledger.backups', { path: ledger, passphrase: null }))
  const backup = backups[0]?.path ?? ''
  const restored = answerOf(await call(backend, 'ledger.restore', { backup, path: ledger, passphrase: null }))
  expect(restored.ledger).toMatchObject({ path: ledger, fictional: true })
  expect(existsSync(join(restored.kept ?? '', 'ledger.db'))).toBe(true)
  // The backups stay with the ledger's name: what was copied before the restore is still to be had.
  const after = answerOf(await call(backend, 'ledger.backups', { path: ledger, passphrase: null })).backups
  expect(after.map(({ path }) => path)).toEqual(expect.arrayContaining(backups.map(({ path }) => path)))
  for (const { path } of after) expect(existsSync(join(path, 'ledger.db'))).toBe(true)
  const nonsense = await call(backend, 'ledger.restore', { backup: folder, path: ledger, passphrase: null })
  expect(nonsense.ok).toBe(false)
  expect(existsSync(join(ledger, 'ledger.db'))).toBe(true)
}, 60_000)

test('a ledger that is only read says why; a large one is looked through behind its opening', async () => {
  const open = async (readOnly: boolean) =>
    answerOf(await call(backend, 'ledger.open', { path: ledger, passphrase: null, readOnly }))
  expect((await open(true)).readOnly).toBe('asked')
  expect((await open(false)).readOnly).toBeNull()
  const second = startBackend(join(folder, 'reads'))
  const input = { path: ledger, passphrase: null, readOnly: true }
  expect(answerOf(await call(second, 'ledger.open', input)).readOnly).toBe('inUse')
  await second.close()
  expect(await backend.session.checkBehind()).toEqual([])
  expect(backend.session.status()?.check).toBe('whole')
  await call(backend, 'ledger.close', {})
  const bytes = readFileSync(join(ledger, 'ledger.db'))
  const damaged = Buffer.from(bytes)
  damaged.fill(7, 1_600_000, 1_600_016)
  writeFileSync(join(ledger, 'ledger.db'), damaged)
  expect((await open(true)).readOnly).toBe('asked')
  expect(await backend.session.checkBehind()).toEqual(['pages'])
  expect(answerOf(await call(backend, 'ledger.status', {})).ledger?.check).toBe('damaged')
  await call(backend, 'ledger.close', {})
  writeFileSync(join(ledger, 'ledger.db'), bytes)
  const anchor = readFileSync(join(ledger, 'anchor'))
  rmSync(join(ledger, 'anchor'))
  const refused = await call(backend, 'ledger.open', { path: ledger, passphrase: null, readOnly: false })
  expect(refused).toMatchObject({ ok: false, error: { code: 'anchorMissing' } })
  expect((await open(true)).readOnly).toBe('damaged')
  expect(answerOf(await call(backend, 'papers.list', {})).papers.length).toBeGreaterThan(0)
  await call(backend, 'ledger.close', {})
  writeFileSync(join(ledger, 'anchor'), anchor)
}, 60_000)

test('the page is there before the ledger: its first questions wait, and see it open', async () => {
  const early = startBackend(join(folder, 'early'))
  const beginning = early.begin({ kind: 'ledger', path: ledger, passphrase: null })
  const [status, papers] = await Promise.all([
    call(early, 'ledger.status', {}),
    call(early, 'papers.list', {}),
  ])
  expect(answerOf(status).ledger?.path).toBe(ledger)
  expect(answerOf(papers).papers.length).toBeGreaterThan(0)
  await beginning
  await early.close()
  const failing = startBackend(join(folder, 'failing'))
  const lost = failing.begin({ kind: 'ledger', path: join(folder, 'none.daicho'), passphrase: null })
  expect(answerOf(await call(failing, 'ledger.status', {})).ledger).toBeNull()
  await expect(lost).rejects.toMatchObject({ appError: { code: 'ledgerNotFound' } })
  await failing.close()
}, 60_000)

test('the log holds no text that someone typed', () => {
  const log = join(folder, 'data', 'logs', 'fukushi-daicho.log')
  const text = existsSync(log) ? readFileSync(log, 'utf8') : ''
  expect(text).not.toMatch(/山田|書き換えた/)
})
