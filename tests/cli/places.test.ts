import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { exitCodeOf } from '../../src/main/cli/exit-codes.ts'
import { errorCodes } from '../../src/shared/contract/errors.ts'
import { demonstration, temporaryFolder } from '../backend/support.ts'
import { run } from './support.ts'

const folder = temporaryFolder()
const long = 'あ'.repeat(120)
let ledger: string

beforeAll(async () => {
  ledger = await demonstration(folder)
  writeFileSync(join(folder, 'file'), 'x')
  mkdirSync(join(folder, 'folder.csv'))
}, 60_000)

const put = (words: readonly string[]) =>
  words.map((word) => word.replace('LEDGER', ledger).replace('FOLDER', folder))

test('only a bug is exit 4: a full, write-protected or busy place is the user’s to mend', () => {
  expect(errorCodes.filter((code) => exitCodeOf(code) === 4)).toEqual(['workerStopped', 'internal'])
  for (const code of [
    'diskFull',
    'folderNotWritable',
    'fileHeldOpen',
    'notAFolder',
    'inputOutput',
  ] as const) {
    expect(exitCodeOf(code)).toBe(2)
  }
})

describe('places to write to: each failure has its own message, exit 2, nothing is left', () => {
  const report = ['report', 'council', '--ledger', 'LEDGER', '--fy', '2024', '--out']
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[...report, 'FOLDER/none/out'], /フォルダーが見つかりません/],
    [[...report, 'FOLDER/file'], /ファイルがあります（.*file）/],
    [[...report, 'FOLDER/file/out'], /ファイルがあります/],
    [[...report, `FOLDER/${long}`], /名前が長すぎます/],
    [['backup', '--ledger', 'LEDGER', '--to', 'FOLDER/file'], /ファイルがあります/],
    [['backup', '--ledger', 'LEDGER', '--to', 'FOLDER/none/out'], /フォルダーが見つかりません/],
    [['export', 'records', '--ledger', 'LEDGER', '--out', 'FOLDER/folder.csv'], /フォルダーがすでにあります/],
    [['export', 'records', '--ledger', 'LEDGER', '--out', 'FOLDER/file/x.csv'], /ファイルがあります/],
    [['demo', 'FOLDER/file/demo'], /ファイルがあります/],
    [['demo', `FOLDER/${long}`], /名前が長すぎます/],
    [['demo', '/'], /名前がありません/],
    [['demo', ''], /名前がありません/],
    [['demo', '..'], /名前がありません/],
  ]
  test.each(cases.map(([words, message]) => [words.join(' ').slice(0, 70), words, message] as const))(
    '%s',
    async (_title, words, message) => {
      const before = readdirSync(folder).toSorted()
      const { code, out, messages } = await run(put(words))
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(messages).toMatch(message)
      expect(messages).not.toMatch(/受付番号|\.making|undefined/)
      expect(readdirSync(folder).toSorted()).toEqual(before)
    },
  )

  test('a folder that was made for a paper that then failed is gone again', async () => {
    const out = join(folder, 'made')
    const words = ['report', 'annual', '--ledger', ledger, '--fy', '2021', '--out', out]
    expect((await run(words)).code).toBe(2)
    expect(existsSync(out)).toBe(false)
  })

  test('a port that another program has is told by its number', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const variables = { FUKUSHI_DATA: join(folder, 'data'), XDG_DATA_HOME: join(folder, 'data') }
    const { code, messages } = await run(['serve', '--ledger', ledger, '--port', String(port)], { variables })
    server.close()
    expect(code).toBe(2)
    expect(messages).toContain(`ポート ${port}`)
  })
})

describe('parts of a ledger that are something else', () => {
  test.each([
    ['keys.json', /鍵のファイル（keys\.json）が壊れています/],
    ['anchor', /anchor）が壊れています/],
    ['ledger.db', /実績台帳ではありません/],
  ])('a folder in the place of %s is exit 3', async (name, message) => {
    const path = join(folder, `${name}.daicho`)
    cpSync(ledger, path, { recursive: true })
    rmSync(join(path, name))
    mkdirSync(join(path, name))
    const { code, messages } = await run(['history', '--ledger', path])
    expect(code).toBe(3)
    expect(messages).toMatch(message)
  })
})

describe('what is asked of statistics and papers', () => {
  const stats = ['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '2024']
  const tables = ['report', 'tables', '--ledger', 'LEDGER', '--fy', '2024', '--out', 'FOLDER/tables']
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['stats', 'consultation.events', '--ledger', 'LEDGER', '--fy', '2019'], /2022、2023、2024/],
    [['report', 'annual', '--ledger', 'LEDGER', '--fy', '2025', '--out', 'FOLDER/x'], /2022、2023、2024/],
    [['report', 'council', '--ledger', 'LEDGER', '--fy', '2021', '--out', 'FOLDER/x'], /2021年度の記録は/],
    [[...tables, '--statistic', 'consultation.events', '--years', '2019,2024'], /2019年度の記録は/],
    [[...tables, '--statistic', 'consultation.events', '--by', 'month,method,route'], /区分は二つまで/],
    [[...tables, '--by', 'month'], /--by は/],
    [[...tables.with(1, 'council'), '--statistic', 'consultation.events'], /--statistic は/],
    [[...tables, '--edition', 'secret'], /--edition の値/],
    [[...tables, '--format', 'pdf,,xlsx'], /--format の値/],
    [[...stats, '--where', 'method=nosuch'], /method=nosuch/],
    [[...stats, '--where', 'party=nosuch'], /party=nosuch/],
    [[...stats, '--by', 'month,'], /--by の値/],
    [[...stats, '--as-of', '2024-06-15', '--period', '2024-07..2024-08'], /基準日/],
  ]
  test.each(cases.map(([words, message]) => [words.join(' '), words, message] as const))(
    '%s',
    async (_title, words, message) => {
      const { code, out, messages } = await run(put(words))
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(messages).toMatch(message)
    },
  )

  test('a short password is told with the length that is wanted', async () => {
    const made = await run(['new', join(folder, 'short')], { variables: { FUKUSHI_PASSPHRASE: 'short' } })
    expect(made.code).toBe(2)
    expect(made.messages).toContain('12文字以上')
  })

  test('no command prints the usage and is exit 2; --help after a command is exit 0', async () => {
    const none = await run([])
    expect(none).toMatchObject({ code: 2, out: '' })
    expect(none.messages).toContain('使い方')
    expect(await run(['stats', '--help'])).toMatchObject({ code: 0, out: '' })
  })
})

describe('what people read', () => {
  test('a table of statistics has labels, not codes', async () => {
    const words = [
      'stats',
      'consultation.events',
      '--ledger',
      ledger,
      '--fy',
      '2024',
      '--by',
      'ageBand,month',
    ]
    const { out } = await run(words)
    expect(out).toContain('令和６年４月から令和７年３月まで（令和７年３月31日現在）')
    expect(out).toMatch(/^年代\t月\t/m)
    expect(out).toMatch(/\t４月\t/)
    expect(out).not.toMatch(/under10|30s|2024-0|consultation\.events/)
  })

  test('the history has times in Japan and words for what was done', async () => {
    const { out } = await run(['history', '--ledger', ledger])
    expect(out).toMatch(/^1\t\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\t.*台帳の作成/m)
    expect(out).not.toMatch(/\tledger\.|\tinsert\t/)
  })

  test('whoever stops reading the results early meets no crash', async () => {
    const cli = join(import.meta.dirname, '../../src/main/cli.ts')
    const child = spawn(process.execPath, [cli, 'history', '--ledger', ledger])
    let errors = ''
    child.stderr.on('data', (text) => {
      errors += text
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((done) => child.on('close', done))
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })
})
