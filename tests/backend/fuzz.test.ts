import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Backend } from '../../src/main/backend/backend.ts'
import { type RequestName, requestNames } from '../../src/shared/contract/contract.ts'
import { type ErrorCode, errorCodes, type Result } from '../../src/shared/contract/errors.ts'
import { answerOf, call, demonstration, startBackend, temporaryFolder } from './support.ts'

/**
 * Every request × malformed, oversized and hostile input (trust, Proven): a typed answer each time, no
 * crash, and the ledger as it was.
 */
const folder = temporaryFolder()
let backend: Backend
let ledger: string
let revisionBefore: number | undefined

beforeAll(async () => {
  ledger = await demonstration(folder)
  backend = startBackend(folder)
  answerOf(await call(backend, 'ledger.open', { path: ledger, passphrase: null, readOnly: false }))
  revisionBefore = await revision()
}, 60_000)

/** These would close or replace the ledger that the others are tried on. */
const leavesTheLedger: readonly RequestName[] = ['ledger.close', 'ledger.openDemo', 'ledger.createDemo']
const names = requestNames.filter((name) => !leavesTheLedger.includes(name))

const hostileText = fc.constantFrom(
  '',
  '\0',
  '../../../etc/passwd',
  '\\\\server\\share',
  "'; DROP TABLE history; --",
  '=cmd|calc',
  '<script>alert(1)</script>',
  '{{constructor}}',
  '__proto__',
  'constructor',
  '\ud800',
  '𠮷'.repeat(2_000),
  'あ'.repeat(100_000),
  '2024-02-30',
  '9'.repeat(400),
)

const hostileValue = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, -0, 0.1),
  fc.jsonValue({ maxDepth: 4 }),
  fc.array(fc.constant('x'), { minLength: 2_000, maxLength: 2_000 }),
)

/** Names of every field of the contract, so that hostile values reach deep places too. */
const field = fc.constantFrom(
  'id',
  'path',
  'actionId',
  'revision',
  'settings',
  'frame',
  'statistic',
  'by',
  'where',
  'party',
  'place',
  'text',
  'folder',
  'formats',
  'passphrase',
  'readOnly',
  'name',
  'limit',
  'before',
  'handle',
  'purpose',
  'jobId',
  'backup',
  '__proto__',
  'constructor',
)
const hostileInput = fc.oneof(hostileValue, fc.dictionary(field, hostileValue, { maxKeys: 8 }))

function expectTyped(answer: Result<unknown>): void {
  if (answer.ok) return
  expect(errorCodes as readonly ErrorCode[]).toContain(answer.error.code)
  expect(answer.error.code).not.toBe('internal')
  expect(JSON.stringify(answer).length).toBeLessThan(5_000)
}

async function revision(): Promise<number | undefined> {
  return answerOf(await call(backend, 'ledger.status', {})).ledger?.revision
}

describe('hostile input', () => {
  test.each(names)('%s answers with a typed error', async (name) => {
    await fc.assert(
      fc.asyncProperty(hostileInput, async (input) => {
        expectTyped(await backend.call({ name, input, jobId: null }))
      }),
      { numRuns: 25 },
    )
  })

  test('well-formed but senseless input is answered by its meaning', async () => {
    const frame = { fiscalYear: 2024, period: { from: '2024-04', to: '2024-11' }, asOf: '2024-11-30' }
    const query = { statistic: 'consultation.events', frame, by: [], where: [], party: null }
    const queries: readonly [object, ErrorCode][] = [
      [{ ...query, statistic: 'no.such' }, 'unknownStatistic'],
      [{ ...query, statistic: '__proto__' }, 'unknownStatistic'],
      [{ ...query, by: ['moon'] }, 'unknownBreakdown'],
      [{ ...query, by: ['month', 'method', 'caller'] }, 'tooManyBreakdowns'],
      [{ ...query, where: [{ field: 'moon', operator: 'is', codes: ['x'] }] }, 'unknownFilter'],
      [{ ...query, party: 'nobody' }, 'unknownParty'],
      [{ ...query, frame: { ...frame, period: { from: '2024-11', to: '2024-04' } } }, 'invalidPeriod'],
      [{ ...query, frame: { ...frame, asOf: '2020-01-01' } }, 'invalidAsOf'],
      [{ ...query, stranger: 1 }, 'malformedRequest'],
    ]
    for (const [input, code] of queries) {
      const answer = await backend.call({ name: 'statistics.query', input, jobId: null })
      expect(answer).toMatchObject({ ok: false, error: { code } })
    }
    for (const id of ['none', '__proto__', "' OR 1=1 --", '\ud800']) {
      for (const name of ['papers.read', 'papers.preview', 'papers.fields']) {
        const answer = await backend.call({ name, input: { id }, jobId: null })
        expect(answer).toMatchObject({ ok: false, error: { code: 'notFound' } })
      }
    }
  })

  test('names and job ids that no client sends', async () => {
    for (const name of [
      undefined,
      null,
      5,
      {},
      '',
      'papers',
      'session.unlock',
      'papers.model',
      '__proto__',
    ]) {
      expect(await backend.call({ name, input: {}, jobId: null })).toMatchObject({
        ok: false,
        error: { code: 'unknownRequest' },
      })
    }
    for (const jobId of [5, {}, '', 'x'.repeat(101), undefined]) {
      expect(await backend.call({ name: 'app.info', input: {}, jobId })).toMatchObject({
        ok: false,
        error: { code: 'malformedRequest' },
      })
    }
  })

  test('places that hold no ledger, by their own names', async () => {
    const empty = join(folder, 'empty.daicho')
    mkdirSync(empty)
    for (const path of [empty, folder, import.meta.filename, '/dev/null/x', join(folder, 'あ'.repeat(90))]) {
      const answer = await backend.call({
        name: 'ledger.open',
        input: { path, passphrase: null, readOnly: false },
        jobId: null,
      })
      expectTyped(answer)
      expect(answer.ok).toBe(false)
    }
    expect(readdirSync(empty)).toEqual([])
  })

  test('after all of it the ledger is whole, open, and has gained nothing', async () => {
    const { ledger: status } = answerOf(await call(backend, 'ledger.status', {}))
    expect(status?.path).toBe(ledger)
    expect(await revision()).toBe(revisionBefore)
    expect(answerOf(await call(backend, 'history.verify', {})).problems).toEqual([])
  }, 60_000)
})
