import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { paperFileNames, writeRendered } from '../../src/main/export/export-paper.ts'
import { councilModel } from './fixtures/council.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fukushi-same-name-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const stem = '20241210_文教厚生委員会_資料１_ひきこもり支援'
const day = '2024-12-10'
const both = ['pdf', 'xlsx'] as const
const names = (sameName: 'number' | 'replace') =>
  paperFileNames(councilModel(), day, both, { folder, sameName })

test.each([
  ['an empty folder', [], ''],
  ['one of the two is there: both get the number', [`${stem}.pdf`], '（2）'],
  ['two exports are there', [`${stem}.pdf`, `${stem}.xlsx`, `${stem}（2）.pdf`], '（3）'],
  ['a name that Windows takes for the same', [`${stem}.PDF`.normalize('NFD')], '（2）'],
])('%s', async (_case, there, number) => {
  for (const name of there) writeFileSync(join(folder, name), 'before')
  expect(await names('number')).toEqual([`${stem}${number}.pdf`, `${stem}${number}.xlsx`])
})

test('the command line writes its own output anew', async () => {
  writeFileSync(join(folder, `${stem}.pdf`), 'before')
  expect(await names('replace')).toEqual([`${stem}.pdf`, `${stem}.xlsx`])
})

test('a folder that cannot be read names the files as usual', async () => {
  const target = { folder: join(folder, 'none'), sameName: 'number' } as const
  expect(await paperFileNames(councilModel(), day, ['pdf'], target)).toEqual([`${stem}.pdf`])
})

test('two screens at the same moment get different numbers, and no file of either is lost', async () => {
  const of = (text: string) => [{ format: 'pdf', bytes: new TextEncoder().encode(text) }] as const
  const texts = ['first', 'second', 'third']
  const written = await Promise.all(
    texts.map((text) => writeRendered(councilModel(), of(text), folder, day, 'number')),
  )
  const paths = written.map(([file]) => file?.path ?? '')
  expect(new Set(paths).size).toBe(3)
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(texts)
  expect(readdirSync(folder)).toHaveLength(3)
})

test('what a screen writes leaves the older file as it was', async () => {
  const files = [{ format: 'pdf', bytes: new TextEncoder().encode('now') }] as const
  for (let round = 0; round < 3; round += 1) {
    await writeRendered(councilModel(), files, folder, day, round === 0 ? 'replace' : 'number')
    if (round === 0) writeFileSync(join(folder, `${stem}.pdf`), 'before')
  }
  expect(readdirSync(folder).sort()).toEqual([`${stem}.pdf`, `${stem}（2）.pdf`, `${stem}（3）.pdf`].sort())
  expect(readFileSync(join(folder, `${stem}.pdf`), 'utf8')).toBe('before')
})
