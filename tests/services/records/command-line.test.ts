import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommandLine } from '../../../src/main/cli/run.ts'
import { temporaryFolder } from '../support/ledgers.ts'

const folder = temporaryFolder()

/** Runs a command as a script would, with what it printed. */
async function run(words: readonly string[], passphrase?: string) {
  const printed = { out: '', messages: '' }
  const exit = await runCommandLine(words, {
    variables: { FUKUSHI_PASSPHRASE: passphrase, FUKUSHI_DATA: folder },
    out: (text) => {
      printed.out += text
    },
    message: (text) => {
      printed.messages += text
    },
    askSecret: async () => null,
    now: () => new Date('2024-12-10T03:00:00.000Z'),
    interrupted: new AbortController().signal,
  })
  return { exit, ...printed }
}

describe('new, demo and export records on the command line', () => {
  test('a new ledger, with its recovery key on stderr alone', async () => {
    const made = await run(['new', join(folder, '新規'), '--as', '山口'], '長い 合い言葉 を 決める')
    expect([made.exit, JSON.parse(made.out)]).toEqual([0, { path: join(folder, '新規.daicho') }])
    expect(made.messages).toContain('回復用の鍵')
    expect(made.out).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/)
  })

  test('its records are a header alone, and not fictional', async () => {
    const out = join(folder, '空.csv')
    const words = ['export', 'records', '--ledger', join(folder, '新規.daicho'), '--out', out]
    expect(await run(words, '長い 合い言葉 を 決める')).toMatchObject({ exit: 0 })
    expect(readFileSync(out, 'utf8').split('\r\n')).toHaveLength(2)
  })

  test('the demonstration ledger and its records, without any passphrase', async () => {
    const made = await run(['demo', join(folder, '見本')])
    expect([made.exit, JSON.parse(made.out)]).toEqual([0, { path: join(folder, '見本.daicho') }])
    const out = join(folder, '見本.csv')
    const written = await run(['export', 'records', '--ledger', join(folder, '見本'), '--out', out])
    expect([written.exit, JSON.parse(written.out)]).toMatchObject([0, { path: out, rows: 1200 }])
  })

  test.each([
    ['a ledger of that name', 2, ['demo', '見本']],
    ['a missing folder', 2, ['demo', 'ない/見本']],
    ['no place', 2, ['demo']],
    ['a wrong passphrase', 3, ['export', 'records', '--ledger', '新規.daicho', '--out', 'x.csv']],
    ['no ledger there', 3, ['export', 'records', '--ledger', 'どこにも.daicho', '--out', 'x.csv']],
    ['no file to write', 2, ['export', 'records', '--ledger', '見本.daicho']],
    ['a folder that is missing', 2, ['export', 'records', '--ledger', '見本.daicho', '--out', 'ない/x.csv']],
    ['an unknown export', 2, ['export', 'everything', '--ledger', '見本.daicho', '--out', 'x.csv']],
  ] as const)('%s ends with exit code %i and a Japanese message', async (what, exit, words) => {
    const places = words.map((word, index) =>
      /daicho$|csv$/.test(word) || (index === 1 && words[0] === 'demo') ? join(folder, word) : word,
    )
    const ended = await run(places, what === 'a wrong passphrase' ? '違う合い言葉です' : undefined)
    expect(ended.exit, ended.messages).toBe(exit)
    expect(ended.out).toBe('')
    expect(ended.messages).toMatch(/[ぁ-ん]/)
    expect(existsSync(join(folder, 'x.csv'))).toBe(false)
  })
})
