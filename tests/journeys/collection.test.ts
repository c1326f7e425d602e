import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { createEmptyLedger } from '../../src/main/services/new-ledger.ts'
import { open, save, sheetNamed, type } from '../export/collection/support.ts'
import { axeFindings } from './support/axe.ts'
import { journeyOnRealHost } from './support/journey.ts'
import { picture } from './support/pictures.ts'

/** A collection book: made, filled away from the tool, read back by its identity, taken back. By keyboard alone. */
const passphrase = 'x'.repeat(12)
let folder = ''
const journey = journeyOnRealHost({
  withFonts: process.env.FUKUSHI_PICTURES !== undefined,
  ledger: async (place) => {
    folder = place
    const path = join(place, '回収.daicho')
    const environment = systemEnvironment()
    const cost = { N: 1024, r: 8, p: 1 }
    const made = await createEmptyLedger({ path, name: '回収', passphrase, staff: '山田', environment, cost })
    if (!made.ok) throw new Error(made.error.code)
    return { path, passphrase }
  },
})
let page: Page

beforeAll(async () => {
  ;({ page } = journey())
  await page.getByRole('link', { name: '取込', exact: true }).press('Enter', { timeout: 60_000 })
  await page.getByRole('heading', { name: '回収用の様式' }).waitFor({ timeout: 30_000 })
})

const dialog = () => page.getByRole('dialog')
const chooseFolder = async () => {
  await dialog().last().getByRole('textbox', { name: '場所' }).fill(folder)
  await page.keyboard.press('Enter')
  await dialog().last().getByRole('button', { name: 'この場所にする' }).press('Enter')
}
async function looksRight(name: string): Promise<void> {
  await picture(page, `collection-${name}`)
  expect(await axeFindings(page), name).toEqual([])
}
const files = () => readdirSync(folder).filter((name) => name.endsWith('.xlsx'))

describe('a collection book', () => {
  test('is made for a party and its months, into a folder', async () => {
    await page.getByText('この年度に作った様式はありません').waitFor()
    await page.getByRole('button', { name: '様式を作る' }).press('Enter')
    await dialog().getByText('様式の中身').waitFor()
    await dialog()
      .getByRole('button', { name: /フォルダー|変える/ })
      .press('Enter')
    await chooseFolder()
    await looksRight('dialog')
    await dialog().getByRole('button', { name: '様式を作る' }).press('Enter')
    await dialog().getByText('様式を作りました').waitFor({ timeout: 30_000 })
    await looksRight('done')
    await dialog().getByRole('button', { name: '閉じる' }).last().press('Enter')
    expect(files()).toHaveLength(1)
    expect(files()[0]).toMatch(/^令和.+年度_.+様式_.+月\.xlsx$/)
    await page
      .getByRole('region', { name: '回収用の様式' })
      .getByText(files()[0] ?? '')
      .waitFor()
    await looksRight('list')
  })

  test('filled and sent back under another name, it is read as what it is', async () => {
    const book = await open(new Uint8Array(readFileSync(join(folder, files()[0] ?? ''))))
    const sheet = sheetNamed(book, '４月')
    const told = { day: '3', case: 'H-041', method: '電話', caller: '母', mainTopic: '住まい' }
    for (const [column, value] of Object.entries(told)) type(sheet, 9, column, value)
    sheet.name = '提出'
    writeFileSync(join(folder, '返送.xlsx'), await save(book))
    await page.getByRole('button', { name: 'ファイルを選ぶ' }).press('Enter')
    await dialog().getByRole('textbox', { name: '場所' }).fill(folder)
    await page.keyboard.press('Enter')
    await dialog().getByRole('button', { name: '返送.xlsx' }).press('Enter', { timeout: 20_000 })
    await page.getByRole('button', { name: 'このファイルを読む' }).press('Enter')
    await page.getByRole('heading', { name: 'ファイルの内容' }).waitFor({ timeout: 30_000 })
    await looksRight('read')
    await page.getByRole('button', { name: '試しに読む' }).press('Enter')
    await page.getByRole('group', { name: '読んだ行の内訳' }).waitFor({ timeout: 30_000 })
    await looksRight('trial')
  })
  test('taken in, then taken back', async () => {
    await page.getByRole('button', { name: '取り込みへ進む' }).press('Enter')
    await page.getByRole('button', { name: '台帳に取り込む' }).press('Enter', { timeout: 20_000 })
    await page.getByRole('button', { name: '続けてほかのファイルを選ぶ' }).press('Enter', { timeout: 60_000 })
    await page.getByRole('button', { name: /の様式を取りやめる$/ }).press('Enter', { timeout: 20_000 })
    await looksRight('withdraw')
    await dialog().getByRole('button', { name: '取りやめる' }).press('Enter')
    await page.getByRole('region', { name: '回収用の様式' }).getByText('取りやめ', { exact: true }).waitFor()
  })
})
