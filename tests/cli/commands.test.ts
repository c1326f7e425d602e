import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { demonstration, temporaryFolder } from '../backend/support.ts'
import { run } from './support.ts'

const folder = temporaryFolder()
let ledger: string
const json = (text: string): unknown => JSON.parse(text)

beforeAll(async () => {
  ledger = await demonstration(folder)
}, 60_000)

describe('stats', () => {
  test('prints the documented JSON', async () => {
    const { code, out, messages } = await run([
      ...['stats', 'consultation.events', '--ledger', ledger, '--fy', '2024'],
      ...['--period', '2024-04..2024-11', '--as-of', '2024-11-30', '--by', 'month', '--json'],
    ])
    expect({ code, messages }).toEqual({ code: 0, messages: '' })
    const answer = json(out) as { by: { cell: { value: number } }[]; total: { value: number } }
    expect(answer).toMatchObject({
      statistic: 'consultation.events',
      fiscalYear: 2024,
      period: { from: '2024-04', to: '2024-11' },
      asOf: '2024-11-30',
      unit: '件',
      total: { state: 'value', parts: { reported: 8, expected: 8 } },
    })
    expect(answer.by.reduce((sum, row) => sum + row.cell.value, 0)).toBe(answer.total.value)
  })

  test('an as-of date alone ends the period with its month', async () => {
    const words = ['stats', 'consultation.events', '--ledger', ledger, '--fy', '2024', '--json']
    const { out } = await run([...words, '--as-of', '2024-11-30'])
    expect(json(out)).toMatchObject({ period: { from: '2024-04', to: '2024-11' }, asOf: '2024-11-30' })
  })

  test('filters and a party narrow the number', async () => {
    const words = ['stats', 'consultation.events', '--ledger', ledger, '--fy', '2024', '--json']
    const total = async (more: readonly string[]) =>
      (json((await run([...words, ...more])).out) as { total: { value: number } }).total.value
    const all = await total([])
    const older = await total(['--where', 'age>=30'])
    expect(older).toBeGreaterThan(0)
    expect(older).toBeLessThan(all)
  })
})

describe('report', () => {
  test('writes the files that it names, with their hashes', async () => {
    const out = join(folder, 'report')
    mkdirSync(out)
    const done = await run([
      ...['report', 'council', '--ledger', ledger, '--fy', '2024', '--format', 'pdf,xlsx', '--out', out],
    ])
    expect(done.code).toBe(0)
    const files = json(done.out) as { path: string; format: string; sha256: string }[]
    expect(files.map(({ format }) => format)).toEqual(['pdf', 'xlsx'])
    for (const { path, sha256 } of files) {
      expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256)
    }
    expect(readdirSync(out)).toHaveLength(2)
  }, 60_000)
})

describe('history, backup, records', () => {
  test('the chain is whole', async () => {
    const { code, out, messages } = await run(['history', '--ledger', ledger, '--verify'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(messages).toContain('問題はありません')
  })

  test('the list has a line for each entry, newest first', async () => {
    const { out } = await run(['history', '--ledger', ledger])
    const numbers = out.split('\n').map((line) => Number(line.split('\t')[0]))
    expect(numbers[0]).toBe(numbers.length)
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  })

  test('a backup opens like a ledger’s copy; records leave as CSV', async () => {
    const place = join(folder, 'copies')
    mkdirSync(place)
    const made = await run(['backup', '--ledger', ledger, '--to', place])
    expect(made.code).toBe(0)
    expect(json(made.out)).toMatchObject({ verified: true })
    const file = join(folder, 'records.csv')
    const records = await run(['export', 'records', '--ledger', ledger, '--out', file])
    expect(json(records.out)).toMatchObject({
      rows: readFileSync(file, 'utf8').trimEnd().split('\n').length - 1,
    })
  })
})

describe('new and demo', () => {
  test('an empty ledger with a recovery key; the ending of the folder may be left out', async () => {
    const path = join(folder, '新しい台帳')
    const variables = { FUKUSHI_PASSPHRASE: 'correct horse battery' }
    const made = await run(['new', path, '--as', '山田'], { variables })
    expect(made.code).toBe(0)
    expect(json(made.out)).toEqual({ path: `${path}.daicho` })
    expect(made.messages).toContain('回復用の鍵')
    expect((await run(['history', '--ledger', path, '--verify'], { variables })).code).toBe(0)
    expect(
      await run(['history', '--ledger', path], { variables: { FUKUSHI_PASSPHRASE: 'wrong' } }),
    ).toMatchObject({
      code: 3,
    })
    expect((await run(['history', '--ledger', path], { answers: ['correct horse battery'] })).code).toBe(0)
    expect((await run(['new', path], { variables })).code).toBe(2)
    const stats = ['stats', 'consultation.events', '--ledger', path, '--fy', '2024', '--json']
    expect((await run(stats, { variables })).code).toBe(2)
  }, 60_000)

  test('two different passphrases make nothing', async () => {
    const path = join(folder, 'typo.daicho')
    const made = await run(['new', path], { answers: ['correct horse battery', 'correct horse bettery'] })
    expect(made.code).toBe(2)
    expect(existsSync(path)).toBe(false)
  })
})

describe('wrong use is exit 2, with a Japanese sentence', () => {
  const cases: readonly (readonly string[])[] = [
    [],
    ['frobnicate'],
    ['constructor'],
    ['export'],
    ['export', 'everything'],
    ['stats'],
    ['stats', 'consultation.events', '--fy', '2024'],
    ['stats', 'consultation.events', '--ledger', 'LEDGER'],
    ['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '令和６'],
    ['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '2024', '--period', '2024-13..2025-01'],
    ['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '2024', '--period', '2023-04..2024-03'],
    ['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '2024', '--as-of', '2024-02-30'],
    ['stats', 'no.such', '--ledger', 'LEDGER', '--fy', '2024'],
    ['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '2024', '--by', 'moon'],
    ['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '2024', '--by', 'month,method,caller'],
    ['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '2024', '--where', 'drop table'],
    ['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '2024', '--party', 'nobody'],
    ['stats', 'consultation.events', 'extra', '--ledger', 'LEDGER', '--fy', '2024'],
    ['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '2024', '--colour', 'red'],
    ['report', 'poem', '--ledger', 'LEDGER', '--fy', '2024', '--out', 'FOLDER'],
    ['report', 'council', '--ledger', 'LEDGER', '--fy', '2024', '--out', `${import.meta.filename}/x`],
    ['report', 'council', '--ledger', 'LEDGER', '--fy', '2024', '--out', 'FOLDER', '--format', 'pptx'],
    ['report', 'council', '--ledger', 'LEDGER', '--fy', '2024', '--out', 'FOLDER', '--edition', 'public'],
    ['report', 'annual', '--ledger', 'LEDGER', '--fy', '2026', '--out', 'FOLDER'],
    ['demo', 'LEDGER'],
    ['backup', '--ledger', 'LEDGER', '--to', `${import.meta.filename}/x`],
    ['serve', '--ledger', 'LEDGER', '--port', '99999'],
  ]
  test.each(cases.map((words) => [words.join(' '), words] as const))('%s', async (_title, words) => {
    const before = readdirSync(folder).toSorted()
    const { code, out, messages } = await run(
      words.map((word) => word.replace('LEDGER', ledger).replace('FOLDER', folder)),
    )
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(messages).toMatch(/[\u3041-\u30ff]/)
    expect(messages).not.toMatch(/(?<!edition )internal|undefined|Error|受付番号/)
    expect(readdirSync(folder).toSorted()).toEqual(before)
  })
})

describe('a ledger that cannot be opened is exit 3', () => {
  const damaged = (name: string, damage: (path: string) => void) => {
    const path = join(folder, `${name}.daicho`)
    cpSync(ledger, path, { recursive: true })
    damage(path)
    return path
  }
  const cases: readonly (readonly [string, () => string, RegExp])[] = [
    ['missing', () => join(folder, 'missing.daicho'), /見つかりません/],
    ['a file', () => import.meta.filename, /実績台帳ではありません|見つかりません/],
    ['empty', () => damaged('empty', (path) => truncateSync(join(path, 'ledger.db'), 0)), /空/],
    ['no keys', () => damaged('nokeys', (path) => copyFileSync('/dev/null', join(path, 'keys.json'))), /鍵/],
    ['no anchor', () => damaged('noanchor', (path) => writeFileSync(join(path, 'anchor'), 'x')), /anchor/],
    [
      'garbage',
      () => damaged('garbage', (path) => writeFileSync(join(path, 'ledger.db'), 'x'.repeat(9_000))),
      /台帳/,
    ],
  ]
  test.each(cases)('%s', async (_name, make, message) => {
    const { code, out, messages } = await run(['history', '--ledger', make()])
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(messages).toMatch(message)
  })
})

test('help is a message, not a result', async () => {
  const { code, out, messages } = await run(['--help'])
  expect({ code, out }).toEqual({ code: 0, out: '' })
  for (const command of ['new', 'demo', 'report', 'stats', 'check', 'history', 'backup', 'serve']) {
    expect(messages).toContain(`  ${command} `)
  }
})

describe('check', () => {
  test('findings are lines and exit 1; the same as JSON', async () => {
    const { code, out, messages } = await run(['check', '--ledger', ledger])
    const lines = out.split('\n').filter((line) => line !== '')
    expect(code).toBe(lines.length === 0 ? 0 : 1)
    const asJson = json((await run(['check', '--ledger', ledger, '--json'])).out) as unknown[]
    expect(asJson).toHaveLength(lines.length)
    if (lines.length > 0) expect(messages).toContain('点検')
  })

  test('a ledger before its first month is clean: silent, exit 0', async () => {
    const words = ['check', '--ledger', ledger, '--as-of', '2022-04-01']
    expect(await run(words)).toEqual({ code: 0, out: '', messages: '' })
  })
})
