import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEmptyLedger } from '../../src/main/services/new-ledger.ts'
import { expectOk, testEnvironment } from '../services/support/ledgers.ts'
import { run } from './support.ts'

const samples = new URL('../../../shared/samples/', import.meta.url)
const sample = (name: string): string => fileURLToPath(new URL(encodeURIComponent(name), samples))
const expected = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'fukushi-import-'))
const ledger = join(folder, '取込.daicho')
const passphrase = 'import of books'

beforeAll(async () => {
  const environment = testEnvironment('2025-05-07T03:00:00.000Z')
  const cost = { N: 1024, r: 8, p: 1 }
  expectOk(
    await createEmptyLedger({ path: ledger, name: '取込', passphrase, staff: '山田', environment, cost }),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const command = (...words: readonly string[]) =>
  run(['import', ...words, '--ledger', ledger, '--as', '山田'], {
    variables: { FUKUSHI_PASSPHRASE: passphrase },
  })

async function taken(...words: readonly string[]) {
  const { code, out, messages } = await command(...words, '--json')
  if (out === '') throw new Error(messages)
  return { code, answer: JSON.parse(out) }
}

const counts = (answer: Record<string, number>) => {
  const { read, new: young, changed, same, refused, ignored, late, gone } = answer
  expect((young ?? 0) + (changed ?? 0) + (same ?? 0) + (refused ?? 0) + (ignored ?? 0) + (late ?? 0)).toBe(
    read,
  )
  return { new: young, changed, same, refused, gone }
}

describe('the register of the samples', () => {
  const book = sample('相談受付簿_令和６年度.xlsx')

  test('a dry run counts and writes nothing', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { code, answer } = await taken('auto', book, '--fy', '2024', '--dry-run')
      expect(code).toBe(1)
      expect(counts(answer)).toEqual({ new: 405, changed: 0, same: 0, refused: 8, gone: 0 })
    }
  })

  test('405 are new, 8 refused with sheet, row and reason; then all are the same', async () => {
    const first = await taken('auto', book, '--fy', '2024')
    expect(first.code).toBe(1)
    expect(counts(first.answer)).toEqual({ new: 405, changed: 0, same: 0, refused: 8, gone: 0 })
    const refused = first.answer.rows.filter(({ outcome }: { outcome: string }) => outcome === 'refused')
    expect(
      refused.map(({ place }: { place: { sheet: string; row: number } }) => [place.sheet, place.row]),
    ).toEqual(
      expected.consultations.problems.map(({ sheet, row }: { sheet: string; row: number }) => [sheet, row]),
    )
    expect(
      refused.every(({ code, message }: { code: string; message: string }) => code !== '' && message !== ''),
    ).toBe(true)
    const again = await taken('auto', book, '--fy', '2024')
    expect(counts(again.answer)).toEqual({ new: 0, changed: 0, same: 405, refused: 8, gone: 0 })
  })

  test('and the ledger counts what expected.json says', async () => {
    const stats = async (statistic: string) => {
      const { out } = await run(['stats', statistic, '--ledger', ledger, '--fy', '2024', '--json'], {
        variables: { FUKUSHI_PASSPHRASE: passphrase },
      })
      return JSON.parse(out).total.value
    }
    expect(await stats('consultation.events')).toBe(405)
    expect(await stats('consultation.persons')).toBe(expected.consultations.distinctCases)
  })
})

describe('a small CSV, corrected', () => {
  const rows = [
    '2024-05-07,K901,電話,本人,35',
    '2024-05-08,K902,来所,母,52',
    '2024-05-09,K903,訪問,父,41',
    '2024-05-10,K901,電話,本人,35',
  ]
  const write = (name: string, lines: readonly string[]): string => {
    const file = join(folder, name)
    writeFileSync(file, ['受付日,ケース番号,相談方法,来談者,年齢', ...lines].join('\r\n'))
    return file
  }
  const party = ['--party', 'support-desk', '--fy', '2024']

  test('changes exactly its corrections, and takes out what is gone only when asked', async () => {
    const first = await taken('auto', write('一.csv', rows), ...party)
    expect(counts(first.answer)).toEqual({ new: 4, changed: 0, same: 0, refused: 0, gone: 0 })
    expect(first.code).toBe(0)
    const corrected = rows.with(1, '2024-05-08,K902,電話,母,53')
    const file = write('二.csv', corrected.toReversed().slice(1))
    const second = await taken('auto', file, ...party)
    expect(counts(second.answer)).toEqual({ new: 0, changed: 1, same: 2, refused: 0, gone: 1 })
    const third = await taken('auto', file, ...party, '--withdraw')
    expect(counts(third.answer)).toEqual({ new: 0, changed: 0, same: 3, refused: 0, gone: 1 })
    const fourth = await taken('auto', file, ...party)
    expect(counts(fourth.answer)).toEqual({ new: 0, changed: 0, same: 3, refused: 0, gone: 0 })
  })

  test('without --json it says so in words', async () => {
    const { out } = await command(
      'auto',
      write('三.csv', rows.with(0, '2024-05-07,K901,狼煙,本人,35')),
      ...party,
    )
    expect(out).toMatch(/^読んだ/)
    expect(out).toContain('受け付けない')
  })
})

test.each([
  ['a book that is not there', ['auto', '/nowhere/x.xlsx'], 2],
  ['an unknown party', ['auto', sample('相談受付簿_令和６年度.xlsx'), '--party', 'nobody'], 2],
  ['an unknown profile', ['なし', sample('相談受付簿_令和６年度.xlsx')], 2],
  [
    'answers that are none',
    ['auto', sample('相談受付簿_令和６年度.xlsx'), '--answers', sample('expected.json')],
    2,
  ],
] as const)('%s is wrong use', async (_what, words, code) => {
  const answer = await command(...words)
  expect(answer.code).toBe(code)
  expect(answer.messages).not.toBe('')
})
