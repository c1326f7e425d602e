import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readBook } from '../../../src/main/intake/read-book.ts'
import { collectionBackend } from '../../../src/main/services/collection/backend.ts'
import { chooseReturned, returnedBook } from '../../../src/main/services/collection/read-back.ts'
import { collectionReader, collectionReaderTasks } from '../../../src/main/services/collection/reader.ts'
import { collectionRenderTasks } from '../../../src/main/services/collection/render-tasks.ts'
import { collectionWriter, collectionWriterTasks } from '../../../src/main/services/collection/writer.ts'
import type { BackendContext } from '../../../src/main/services/contexts.ts'
import { FileShelf } from '../../../src/main/services/file-shelf.ts'
import { messageOf } from '../../../src/main/services/intake/describe.ts'
import { readAndCompare } from '../../../src/main/services/intake/run-import.ts'
import type { RequestOutput } from '../../../src/shared/contract/contract.ts'
import { countMatches } from '../../../src/shared/intake/match.ts'
import { open, save, sheetNamed, type } from '../../export/collection/support.ts'
import { failureOf, newOffice, type Office } from '../monthly/support.ts'
import { temporaryFolder } from '../support/ledgers.ts'

const folder = temporaryFolder()
const place = { party: 'workprep-contractor', form: 'consultation', from: '2024-04', to: '2024-09' } as const

/** The backend with its workers in this thread. */
function backendOf(office: Office): { readonly context: BackendContext; readonly handle: string } {
  const shelf = new FileShelf()
  const { context } = office
  const tasks: Readonly<Record<string, (input: never) => unknown>> = {
    'collection.prepare': (input) => collectionReaderTasks['collection.prepare'](input, context),
    'collection.render': (input) => collectionRenderTasks['collection.render'](input),
    'collection.keep': (input) => collectionWriterTasks['collection.keep'](input, context),
  }
  const ask = (async (_worker: string, name: string, input: never) =>
    tasks[name]?.(input)) as BackendContext['ask']
  return { context: { ...context, ask, shelf }, handle: shelf.addFolder(folder).handle }
}

async function issue(office: Office): Promise<RequestOutput<'collection.issue'>> {
  const { context, handle } = backendOf(office)
  const input = {
    ...place,
    actionId: randomUUID(),
    dueOn: '2024-10-10',
    sendTo: '地域共生課',
    folder: handle,
  } as const
  return collectionBackend['collection.issue'](input, context)
}

const listOf = ({ context }: Office) =>
  collectionReader['collection.list']({ fiscalYear: 2024 }, context).issues
const bookAt = (path: string) => readBook(new Uint8Array(readFileSync(path)), '提出.xlsx')

test('a book is previewed, issued under a name that offices sort, listed, and named anew where the name is taken', async () => {
  const office = await newOffice()
  const preview = collectionReader['collection.preview'](place, office.context)
  expect(preview).toMatchObject({
    mode: 'tally',
    dueOn: '2024-10-10',
    asksYear: false,
    issuedBefore: 0,
    confirmed: [],
  })
  expect(preview.fileName).toMatch(/^令和６年度_相談月報様式_.+_４月-９月\.xlsx$/)
  expect(preview.sheets).toHaveLength(1)
  const { file, id } = await issue(office)
  expect(file.name).toBe(preview.fileName)
  expect(listOf(office)).toMatchObject([
    { id, ...place, state: 'overdue', fileName: file.name, mode: 'tally' },
  ])
  const second = await issue(office)
  expect(second.file.name).toBe(file.name.replace('.xlsx', '（2）.xlsx'))
  expect(readdirSync(folder).filter((name) => !name.endsWith('.daicho'))).toEqual(
    expect.arrayContaining([file.name, second.file.name]),
  )
  expect(collectionReader['collection.preview'](place, office.context).issuedBefore).toBe(2)
})

test('a filled book comes back by its identity, whatever a profile says, and changes exactly what was filled', async () => {
  const office = await newOffice()
  const { file } = await issue(office)
  const filled = await open(new Uint8Array(readFileSync(file.path)))
  type(sheetNamed(filled, '月報'), 'consultation.events', '2024-04', 12)
  type(sheetNamed(filled, '月報'), 'consultation.events', '2024-05', '…')
  const book = readBook(await save(filled), '別の名前.xlsx')
  const chosen = chooseReturned(office.ledger, book)
  expect(chosen).toMatchObject({ kind: 'tally', profile: { party: place.party, fiscalYear: 2024 } })
  const misled = {
    version: 1,
    kind: 'consultations',
    party: 'support-desk',
    fiscalYear: 2023,
    sheets: [],
    values: {},
    answers: {},
  } as const
  const { comparison } = readAndCompare(office.ledger, book, misled, 2023)
  expect(countMatches(comparison)).toMatchObject({ new: 2, changed: 0, refused: 0 })
  const records = comparison.rows.flatMap((row) => (row.outcome === 'new' ? [row.row.record] : []))
  expect(records).toMatchObject([
    { party: place.party, month: '2024-04', value: 12 },
    { party: place.party, month: '2024-05', state: 'unknown' },
  ])
})

test('a withdrawn book, one of another ledger and one that nobody knows are ordinary books, and that is said', async () => {
  const office = await newOffice()
  const { file, id } = await issue(office)
  const book = bookAt(file.path)
  expect(returnedBook(office.ledger, book).kind).toBe('issue')
  const input = { actionId: randomUUID(), id, revision: 1 }
  expect(
    failureOf(() => collectionWriter['collection.withdraw']({ ...input, revision: 7 }, office.context))?.code,
  ).toBe('conflict')
  collectionWriter['collection.withdraw'](input, office.context)
  expect(returnedBook(office.ledger, book)).toEqual({ kind: 'notTaken', why: 'withdrawn' })
  expect(listOf(office)[0]?.state).toBe('withdrawn')
  const ordinary = {
    version: 1,
    kind: 'tally',
    party: place.party,
    fiscalYear: 2024,
    sheets: [],
    values: {},
    answers: {},
  } as const
  const said = readAndCompare(office.ledger, book, ordinary, 2024).read.findings.map(messageOf)
  expect(said[0]).toContain('取りやめた様式')
  const other = await newOffice()
  expect(returnedBook(other.ledger, book)).toEqual({ kind: 'notTaken', why: 'unknown' })
  const stranger = { ...book, mark: (book.mark ?? '').replace(/.$/, 'x') }
  expect(returnedBook(office.ledger, stranger)).toEqual({ kind: 'notTaken', why: 'damaged' })
})

test('no book for months of two years, for a change of the way of reporting, or for a form that is not asked for', async () => {
  const office = await newOffice()
  const preview = (more: object) =>
    failureOf(() => collectionReader['collection.preview']({ ...place, ...more }, office.context))
  expect(preview({ from: '2024-12', to: '2025-05' })?.code).toBe('invalidPeriod')
  expect(preview({ from: '2024-09', to: '2024-04' })?.code).toBe('invalidPeriod')
  expect(preview({ form: 'family' })?.code).toBe('unknownParty')
})
