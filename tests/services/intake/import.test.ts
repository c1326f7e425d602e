import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBook } from '../../../src/main/intake/read-book.ts'
import { reverseAction } from '../../../src/main/ledger/history/undo.ts'
import { verifyHistory } from '../../../src/main/ledger/history/verify.ts'
import type { Ledger } from '../../../src/main/ledger/ledger.ts'
import { mutate } from '../../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { actionById } from '../../../src/main/ledger/repositories/history-actions.ts'
import { readReceipts } from '../../../src/main/ledger/repositories/intake.ts'
import { readLateArrivals } from '../../../src/main/ledger/repositories/late-arrivals.ts'
import { readReports, saveReport } from '../../../src/main/ledger/repositories/reports.ts'
import { confirmedSince } from '../../../src/main/services/history/undo-guards.ts'
import { readIntakeFacts } from '../../../src/main/services/intake/facts.ts'
import { operationsOf } from '../../../src/main/services/intake/operations.ts'
import { chooseProfile } from '../../../src/main/services/intake/propose.ts'
import { readAndCompare } from '../../../src/main/services/intake/run-import.ts'
import { sumsOf } from '../../../src/main/services/intake/sums.ts'
import { writeBook } from '../../../src/main/services/intake/write.ts'
import { createEmptyLedger } from '../../../src/main/services/new-ledger.ts'
import { stats } from '../../../src/main/services/statistics.ts'
import type { Book, SheetCell } from '../../../src/shared/intake/book.ts'
import { countMatches } from '../../../src/shared/intake/match.ts'
import type { BookProfile } from '../../../src/shared/intake/profile.ts'
import { cheap, expectOk, temporaryFolder, testEnvironment } from '../support/ledgers.ts'

const samples = new URL('../../../../shared/samples/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))
const environment = testEnvironment('2025-05-07T03:00:00.000Z')
const name = '相談受付簿_令和６年度.xlsx'
const at = environment.now().toISOString()
let ledger: Ledger
let register: Book
const actions = { first: environment.newId(), corrected: environment.newId() }

beforeAll(async () => {
  const path = join(temporaryFolder(), '取込.daicho')
  const made = expectOk(
    await createEmptyLedger({
      path,
      name: '取込',
      passphrase: 'x'.repeat(12),
      staff: '山田',
      environment,
      cost: cheap,
    }),
  )
  ledger = expectOk(await openLedger({ mode: 'write', path, key: made.key, owner: 'test', environment }))
  register = readBook(readFileSync(new URL(encodeURIComponent(name), samples)), name)
})
afterAll(() => closeLedger(ledger))

function compare(book: Book) {
  const { profile } = chooseProfile(book, readIntakeFacts(ledger, 2024), [])
  if (profile === null) throw new Error('nothing in the book looks like a record')
  return readAndCompare(ledger, book, profile as BookProfile, 2024)
}

function take(book: Book, { withdrawGone = false, actionId = environment.newId() } = {}) {
  const reading = compare(book)
  const operations = operationsOf(book, reading.read, reading.comparison, {
    withdrawGone,
    sequence: reading.sequence,
  })
  const written = writeBook(ledger, operations, {
    actionId,
    staff: '山田',
    at,
    newId: environment.newId,
    onProgress: () => {},
  })
  return { counts: countMatches(reading.comparison), written, operations }
}

const figure = (statistic: string): unknown => {
  const frame = { fiscalYear: 2024, period: { from: '2024-04', to: '2025-03' }, asOf: '2025-03-31' } as const
  const { total } = expectOk(stats(ledger, { statistic, frame, by: [], where: [], party: null }))
  return total.state === 'value' ? total.value : total.state
}

/** The book with cells replaced: `[sheet, row, column (1-based), cell]`. */
function withCells(
  book: Book,
  changes: readonly (readonly [sheet: string, row: number, column: number, cell: SheetCell])[],
): Book {
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => {
      const cells = [...row.cells]
      for (const [name, number, column, cell] of changes) {
        if (name === sheet.name && number === row.number) cells[column - 1] = cell
      }
      return { ...row, cells }
    }),
  }))
  return { ...book, digest: 'f'.repeat(64), sheets }
}

const text = (words: string): SheetCell => ({ kind: 'text', text: words })

/** The eight refused cells as the sender would mend them. */
function mended(book: Book, april = '令和６年４月15日'): Book {
  const good: Readonly<Record<string, string>> = { 受付日: april, 年齢: '35', 相談方法: '電話' }
  const problems = expected.consultations.problems as {
    sheet: string
    row: number
    column: string
    value: string
  }[]
  return withCells(
    book,
    problems.map(({ sheet, row, column, value }) => {
      const found = book.sheets.find((one) => one.name === sheet)?.rows.find((one) => one.number === row)
      const index = found?.cells.findIndex((cell) => cell?.kind === 'text' && cell.text === value) ?? -1
      if (index < 0) throw new Error(`${sheet} ${row} ${column}`)
      const month = Number.parseInt(sheet, 10)
      const day = month === 12 ? '令和６年12月15日' : (good[column] ?? '')
      return [sheet, row, index + 1, text(column === '受付日' ? day : (good[column] ?? ''))] as const
    }),
  )
}

describe('the register of the samples in a new ledger', () => {
  test('405 are new and 8 refused, and the figures are the truth', () => {
    const { counts } = take(register, { actionId: actions.first })
    expect(counts).toMatchObject({ new: 405, changed: 0, same: 0, refused: 8, late: 0, gone: 0 })
    expect(counts.read).toBe(405 + 8 + counts.ignored)
    expect(figure('consultation.events')).toBe(405)
    expect(figure('consultation.persons')).toBe(92)
    expect(figure('consultation.visits')).toBe(68)
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('its months are handed in, and the receipt says what came', () => {
    expect(readReports(ledger).filter(({ state }) => state === 'received')).toHaveLength(12)
    const { receipts } = readReceipts(ledger, { offset: 0, limit: 10 })
    expect(receipts).toMatchObject([
      { fileName: name, digest: register.digest, fromMonth: '2024-04', toMonth: '2025-03', who: '山田' },
    ])
  })

  test('the same book again changes nothing and leaves no action', () => {
    const again = environment.newId()
    const { counts } = take(register, { actionId: again })
    expect(counts).toMatchObject({ same: 405, new: 0, changed: 0, refused: 8, gone: 0 })
    expect(actionById(ledger, again)).toBeNull()
  })

  test('the mended book brings 8 more; its sums are those that the ledger has afterwards', () => {
    const book = mended(register)
    const reading = compare(book)
    expect(countMatches(reading.comparison)).toMatchObject({
      new: 8,
      same: 405,
      changed: 0,
      refused: 0,
      gone: 0,
    })
    const sums = sumsOf(ledger, reading, false, () => {})
    const year = (statistic: string) => sums.find((sum) => sum.statistic === statistic && sum.month === null)
    const value = (of: number) => ({ state: 'value', quantity: { kind: 'integer', integer: of } })
    expect(year('consultation.events')).toMatchObject({ before: value(405), after: value(413) })
    expect(year('consultation.persons')).toMatchObject({ before: value(92), after: value(92) })
    take(book, { actionId: actions.corrected })
    expect(figure('consultation.events')).toBe(413)
    expect(figure('consultation.persons')).toBe(92)
  })

  test('corrections are exactly the changes, and what is gone is kept until it is withdrawn', () => {
    const book = mended(register)
    const first = compare(book).comparison.rows.find(
      (match) => match.outcome === 'same' && match.row.place.sheet === '6月',
    )
    const gone = first?.outcome === 'same' ? first.row.place.row : 0
    const without = {
      ...book,
      sheets: book.sheets.map((one) =>
        one.name === '6月' ? { ...one, rows: one.rows.filter(({ number }) => number !== gone) } : one,
      ),
    }
    const kept = take(without)
    expect(kept.counts).toMatchObject({ same: 412, new: 0, changed: 0, gone: 1 })
    expect(figure('consultation.events')).toBe(413)
    const withdrawn = take(without, { withdrawGone: true })
    expect(withdrawn.operations.removals).toHaveLength(1)
    expect(figure('consultation.events')).toBe(412)
  })

  test('a month that is 確定 takes nothing: late rows are listed once, the others go on', () => {
    const party = readReports(ledger)[0]?.party ?? ''
    const place = { party, form: 'consultation', month: '2024-04' } as const
    const action = { actionId: environment.newId(), staff: '山田', kind: 'reports.checked', reason: '', at }
    mutate(ledger, action, (write) => {
      saveReport(write, place, { state: 'confirmed', zeroDeclared: false }, 1)
      return null
    })
    const book = mended(register, '令和６年４月20日')
    const { counts } = take(book)
    expect(counts).toMatchObject({ late: 1, changed: 0 })
    expect(readLateArrivals(ledger, null)).toHaveLength(1)
    take(book)
    expect(readLateArrivals(ledger, null)).toHaveLength(1)
    const blocked = reverse(actions.first)
    expect(blocked).toMatchObject({ ok: false, error: { code: 'undoBlocked' } })
  })
})

function reverse(id: string) {
  const action = actionById(ledger, id)
  if (action === null) throw new Error('no action')
  const undo = {
    actionId: environment.newId(),
    staff: '山田',
    kind: 'history.undo',
    reason: '',
    at,
    request: { of: id },
  }
  return reverseAction(ledger, undo, () => action, confirmedSince(ledger))
}

test('an import that compared an older ledger writes nothing', () => {
  const book = mended(register)
  const { read, comparison } = compare(book)
  const operations = operationsOf(book, read, comparison, { withdrawGone: false, sequence: 1 })
  const [match] = comparison.rows.filter(({ outcome }) => outcome === 'same')
  if (match?.outcome !== 'same') throw new Error('nothing is the same')
  const importing = {
    actionId: environment.newId(),
    staff: '山田',
    at,
    newId: environment.newId,
    onProgress: () => {},
  }
  const before = figure('consultation.events')
  const inserts = [match.row.record]
  expect(writeBook(ledger, { ...operations, inserts }, importing)).toEqual({ kind: 'stale' })
  expect(figure('consultation.events')).toBe(before)
})

test('an import is undone as one step: rows, cases, reports and receipt go, and come back', () => {
  const lines = Array.from(
    { length: 30 },
    (_none, at) => `2024-05-${String((at % 28) + 1).padStart(2, '0')},Z${at},電話,本人,${20 + at}`,
  )
  const csv = ['受付日,ケース番号,相談方法,来談者,年齢', ...lines].join('\n')
  const book = readBook(Buffer.from(csv), '小さな受付簿.csv')
  const before = [figure('consultation.events'), readReports(ledger).length]
  const { profile } = chooseProfile(book, readIntakeFacts(ledger, 2024), [])
  if (profile === null) throw new Error('not understood')
  const reading = readAndCompare(ledger, book, { ...profile, party: 'support-desk' } as BookProfile, 2024)
  const { read, comparison, sequence } = reading
  const actionId = environment.newId()
  writeBook(ledger, operationsOf(book, read, comparison, { withdrawGone: false, sequence }), {
    actionId,
    staff: '山田',
    at,
    newId: environment.newId,
    onProgress: () => {},
  })
  const after = [figure('consultation.events'), readReports(ledger).length]
  expect(after).toEqual([Number(before[0]) + 30, Number(before[1]) + 1])
  expect(reverse(actionId)).toMatchObject({ ok: true })
  expect([figure('consultation.events'), readReports(ledger).length]).toEqual(before)
  expect(readReceipts(ledger, { offset: 0, limit: 10 }).receipts[0]?.fileName).not.toBe('小さな受付簿.csv')
  expect(verifyHistory(ledger).problems).toEqual([])
})
