import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { createEmptyLedger } from '../../src/main/services/new-ledger.ts'
import { axeFindings } from './support/axe.ts'
import { inputMethodOf } from './support/ime.ts'
import { journeyOnRealHost } from './support/journey.ts'
import { picture } from './support/pictures.ts'

/** 取込: the four books of the samples through the screen, into a new ledger, by keyboard alone. */
const samples = dirname(fileURLToPath(new URL('../../../shared/samples/expected.json', import.meta.url)))
const expected = JSON.parse(readFileSync(`${samples}/expected.json`, 'utf8'))
const passphrase = 'x'.repeat(12)
const journey = journeyOnRealHost({
  withFonts: process.env.FUKUSHI_PICTURES !== undefined,
  ledger: async (folder) => {
    const path = `${folder}/取込.daicho`
    // Of that year: the contractors of the books are in their contracts.
    const environment = { ...systemEnvironment(), now: () => new Date('2025-02-07T03:00:00.000Z') }
    const cost = { N: 1024, r: 8, p: 1 }
    const made = await createEmptyLedger({ path, name: '取込', passphrase, staff: '山田', environment, cost })
    if (!made.ok) throw new Error(made.error.code)
    return { path, passphrase }
  },
})
let page: Page

beforeAll(async () => {
  ;({ page } = journey())
  await page.getByRole('link', { name: '取込', exact: true }).press('Enter', { timeout: 60_000 })
  await page.getByRole('heading', { name: '取込', level: 1 }).waitFor({ timeout: 30_000 })
})

const dialog = () => page.getByRole('dialog')
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).press('Enter')
const tiles = () => page.getByRole('group', { name: '読んだ行の内訳' })
async function looksRight(name: string): Promise<void> {
  await picture(page, `intake-${name}`)
  expect(await axeFindings(page), name).toEqual([])
}

/** From step 1 to what the book is. */
async function choose(file: string): Promise<void> {
  await press('ファイルを選ぶ')
  await dialog().getByRole('textbox', { name: '場所' }).fill(samples)
  await page.keyboard.press('Enter')
  await dialog().getByRole('button', { name: file }).press('Enter', { timeout: 20_000 })
  await press('このファイルを読む')
  await page.getByRole('heading', { name: 'ファイルの内容' }).waitFor({ timeout: 30_000 })
}

/** To the dry run; the counts on its tiles. */
async function tryIt(): Promise<Readonly<Record<string, number>>> {
  const button = page.getByRole('button', { name: '試しに読む' })
  await page.waitForFunction(() => document.querySelector('.intake-foot .progress') === null)
  await button.press('Enter')
  await tiles().waitFor({ timeout: 30_000 })
  return counts()
}

async function counts(): Promise<Readonly<Record<string, number>>> {
  const texts = await tiles()
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.map((button) => [
        button.querySelector('.lab')?.textContent ?? '',
        Number((button.querySelector('b')?.textContent ?? '').replace(/,/g, '')),
      ]),
    )
  return Object.fromEntries(texts)
}

const closes = (found: Readonly<Record<string, number>>): void => {
  const { 読んだ行: read, 確認したい行: _warned, 台帳だけ: _gone, ...outcomes } = found
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(read)
}

async function takeIn(): Promise<void> {
  await press('取り込みへ進む')
  await press('台帳に取り込む')
  await page.getByText('取り込みました', { exact: true }).waitFor({ timeout: 30_000 })
}

const goOn = async (): Promise<void> => {
  await press('続けてほかのファイルを選ぶ')
  await page.getByRole('heading', { name: '最近取り込んだファイル' }).waitFor()
}

describe('相談受付簿', () => {
  test('405 rows are new and 8 refused, each with its place; nothing is written before the last step', async () => {
    await looksRight('choose')
    await choose('相談受付簿_令和６年度.xlsx')
    await page.getByRole('region', { name: 'シート「4月」の初めの行' }).waitFor()
    await page.getByRole('button', { name: /相談方法.*取り込む先/ }).waitFor()
    await page.getByText('「狼煙」').waitFor({ timeout: 20_000 })
    await looksRight('reading')

    const found = await tryIt()
    expect(found).toMatchObject({ 新規: 405, 変更: 0, 同じ: 0, 受け付けない: 8, 保留: 0 })
    closes(found)
    const grid = page.getByRole('grid', { name: '読んだ行の一覧' })
    await page.getByRole('row', { name: /4月.*39行目.*令和６年13月１日/ }).waitFor()
    await grid.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('complementary').getByText('4月　39行目　B列').waitFor()
    await looksRight('trial')

    await page.getByRole('radio', { name: '合計の前後' }).press(' ')
    await page.getByRole('row', { name: /相談延べ件数.*令和６年度.*405件/ }).waitFor({ timeout: 20_000 })
    expect(await page.getByRole('button', { name: /^元に戻す[:：]/ }).count()).toBe(0)
  })

  test('the copy with red in it is written into the chosen folder', async () => {
    await press('赤を入れた写しを書き出す')
    await dialog().getByRole('textbox', { name: 'フォルダーの場所' }).fill(journey().host.folder)
    await page.keyboard.press('Enter')
    await dialog().getByText('取込.daicho').waitFor()
    await press('この場所にする')
    await dialog()
      .getByText(/印を付けたところは \d+か所です/)
      .waitFor({ timeout: 20_000 })
    const path = await dialog().locator('.folder-path').innerText()
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
    await press('閉じる')
  })

  test('it is taken in as one action; the same file again changes nothing', async () => {
    await takeIn()
    await page.getByText(/新規 405.*受け付けない 8/).waitFor()
    await looksRight('done')
    await goOn()
    await page.getByRole('row', { name: /相談受付簿_令和６年度.xlsx.*405・0・0・8.*山田/ }).waitFor()
    await choose('相談受付簿_令和６年度.xlsx')
    await page.getByText('同じファイルは、すでに取り込まれています。').waitFor()
    const found = await tryIt()
    expect(found).toMatchObject({ 新規: 0, 変更: 0, 同じ: 405, 受け付けない: 8 })
  })

  test('a word that no list knows is taught once, and kept under a name', async () => {
    await press('読み方を直す')
    await page.getByRole('button', { name: /「狼煙」に当たる相談方法/ }).press('Enter')
    await page.getByRole('option', { name: 'その他', exact: true }).press('Enter')
    await press('読み方を残す')
    const name = dialog().getByRole('textbox', { name: '名前' })
    await name.fill('')
    // Enter belongs to the conversion: nothing is saved by it.
    await (await inputMethodOf(page)).compose(['うけつけぼ', 'うけつけぼのよみかた'], '受付簿の読み方')
    expect(await name.inputValue()).toBe('受付簿の読み方')
    await page.keyboard.press('Enter')
    await page.getByText('読み方を「受付簿の読み方」として残しました。').waitFor()
    const found = await tryIt()
    expect(found).toMatchObject({ 新規: 3, 同じ: 405, 受け付けない: 5 })
    await press('やめる')
    await press('取込をやめる')
    await page.getByText('受付簿の読み方', { exact: true }).waitFor()
  })
})

describe('the other books', () => {
  test('月報: the lone 「－」 is asked, and answered', async () => {
    await choose('就労準備支援_月次報告_令和６年度.csv')
    await page.getByText('文字コード シフトJIS（CP932）').waitFor()
    const answer = page.getByRole('radio', { name: '該当項目なし' })
    await answer.waitFor({ timeout: 20_000 })
    await looksRight('question')
    await answer.press(' ')
    const found = await tryIt()
    expect(found).toMatchObject({ 受け付けない: 0, 変更: 0 })
    closes(found)
    expect(await page.getByText('まだ答えていないことが').count()).toBe(0)
    await takeIn()
    await goOn()
  })

  test('実施報告: 48 held, 4 cancelled; undone in one step', async () => {
    await choose('居場所_実施報告_令和６年度.xlsx')
    const found = await tryIt()
    const { sessions, cancelled } = expected.place
    expect(found).toMatchObject({ 新規: sessions + cancelled, 受け付けない: 0 })
    closes(found)
    await takeIn()
    await press('この取込を元に戻す')
    await page.getByText('元に戻しました。台帳は取込の前と同じです。').waitFor({ timeout: 20_000 })
    await goOn()
  })

  test('指標管理表: the plan’s indicators', async () => {
    await choose('指標管理表_第５期計画.xlsx')
    const found = await tryIt()
    expect(found).toMatchObject({ 新規: expected.indicators.indicators, 受け付けない: 0 })
    closes(found)
    await takeIn()
  })
})
