import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { inputMethodOf } from './support/ime.ts'
import { journeyOnRealHost } from './support/journey.ts'
import { goToPapers } from './support/page.ts'
import { pdfText } from './support/pdf-text.ts'
import { picture } from './support/pictures.ts'
import type { RealHost } from './support/real-host.ts'

const journey = journeyOnRealHost({ demoThere: false })
let host: RealHost
let page: Page

beforeAll(() => {
  ;({ host, page } = journey())
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const consulting = () => page.getByRole('textbox', { name: /^３（３）①$/ })
const previewOf = async () => Number(await page.locator('.sheet').getAttribute('data-revision'))

async function chooseFolder(path: string): Promise<void> {
  const dialog = page.getByRole('dialog').last()
  await dialog.getByLabel('フォルダーの場所').fill(path)
  await page.keyboard.press('Enter')
  await dialog.getByRole('list', { name: path }).waitFor()
}

describe('from the ledger to the council paper', () => {
  test('without a ledger: the demonstration is opened, and says that it is fictional', async () => {
    await page.getByText('まだ開いた台帳はありません。').waitFor()
    await button('見本の台帳を開く').click()
    await page.getByRole('dialog', { name: '担当を選ぶ' }).waitFor({ timeout: 30_000 })
    await button('計画担当').click()
    await page.getByRole('dialog', { name: '担当を選ぶ' }).waitFor({ state: 'detached' })
    await goToPapers(page)
    await page.getByText('架空の数値').waitFor()
  })

  test('its draft opens with text, numbers and the page', async () => {
    await page.locator('table.papers a').first().click()
    await page.locator('.sheet canvas').waitFor({ timeout: 20_000 })
    await page.getByText('4月から11月まで').or(page.getByText('４月から11月まで')).first().waitFor()
    await picture(page, 'walk-desk')
    expect(await axeFindings(page)).toEqual([])
  })

  test('an edit is saved, and the page follows it and stays at the block', async () => {
    const ime = await inputMethodOf(page)
    const before = await previewOf()
    await consulting().locator('.chip').first().click()
    await page.keyboard.press('Control+End')
    await ime.compose(['か', 'かく', 'かくじゅう'], '拡充')
    await page.getByText(/^保存済/).waitFor()
    await expect.poll(previewOf).toBeGreaterThan(before)
    expect(await page.locator('.sheet .here').count()).toBe(1)
    await page.getByText('書き直した箇所 1').waitFor()
  })

  test('the files are written, and hold the number of the chip and the words typed', async () => {
    const out = join(host.folder, 'out')
    mkdirSync(out)
    const number = await consulting().locator('.chip').first().textContent()
    await button('書き出す').click()
    await button('場所を選ぶ').click()
    await chooseFolder(out)
    await button('この場所にする').click()
    await button('書き出す').last().click()
    await page.getByText('2個のファイルを書き出しました').waitFor({ timeout: 30_000 })
    await picture(page, 'walk-exported')
    const names = readdirSync(out)
    expect(names.map((name) => name.split('.').at(-1)).sort()).toEqual(['pdf', 'xlsx'])
    const pdf = names.find((name) => name.endsWith('.pdf')) ?? ''
    const text = (await pdfText(readFileSync(join(out, pdf)))).join('').replaceAll('\u2060', '')
    expect(text).toContain(`相談延べ件数${number}`)
    expect(text).toContain('拡充')
    await page.getByRole('button', { name: '閉じる', exact: true }).click()
  })

  test('words typed just before the tab closes are in the ledger', async () => {
    await consulting().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('終')
    await page.reload()
    await consulting().waitFor({ timeout: 20_000 })
    expect(await consulting().textContent()).toContain('拡充終')
  })

  test('another year and as-of date for this paper', async () => {
    const before = await previewOf()
    await button(/^年度・対象期間・基準日/).click()
    await page.getByRole('textbox', { name: '基準日' }).fill('R7.3.31')
    await button('１年間').click()
    await button('この期間にする').click()
    await page.getByText('令和７年３月31日現在').first().waitFor()
    await expect.poll(previewOf).toBeGreaterThan(before)
    expect(await consulting().textContent()).toContain('拡充終')
  })

  test('a statistical table by the keyboard alone', async () => {
    await page.goto(`${new URL(host.run.address).origin}/#/papers`)
    await button('新しい資料を作る').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '新しい資料を作る' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.getByText('表を１つ以上選ぶと押せます。').waitFor()
    await tabTo('この表を載せる')
    await page.keyboard.press('Enter')
    await tabTo('下書きを作る')
    await page.keyboard.press('Enter')
    await page.locator('.sheet canvas').waitFor({ timeout: 20_000 })
    await picture(page, 'walk-tables')
  })

  async function tabTo(name: string): Promise<void> {
    for (let press = 0; press < 60; press += 1) {
      const here = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (here.includes(name)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`${name} cannot be reached by Tab`)
  }
})

describe('a ledger of one’s own', () => {
  const passphrase = '青い自転車 tanashi 7'
  let recoveryKey = ''

  test('made with a password', async () => {
    await button('台帳を閉じる').click()
    await button('新しい台帳を作る').click()
    await page.getByLabel('台帳の名前').fill('西東京市_試行')
    await page.getByLabel('担当者の名前').fill('高橋')
    await page.getByLabel('パスワード', { exact: true }).fill(passphrase)
    await page.getByLabel('パスワード（確認）').fill(passphrase)
    await button('場所を選ぶ').click()
    await chooseFolder(host.folder)
    await button('この場所にする').click()
    await button('台帳を作る').last().click()
    await page.getByLabel('回復用の鍵', { exact: true }).waitFor({ timeout: 30_000 })
    recoveryKey = (await page.getByLabel('回復用の鍵', { exact: true }).textContent()) ?? ''
    await page.getByRole('checkbox', { name: '控えました' }).focus()
    await page.keyboard.press('Space')
    await button('台帳を使い始める').click()
    await goToPapers(page, 30_000)
    expect(readdirSync(host.folder)).toContain('西東京市_試行.daicho')
    expect(await page.getByText('架空の数値').count()).toBe(0)
    await picture(page, 'walk-new-ledger')
  })

  test('a wrong password is refused in words; the right one opens it', async () => {
    await button('台帳を閉じる').click()
    await button(/西東京市_試行/).click()
    await page.getByLabel('パスワード').fill('違うパスワード')
    await page.keyboard.press('Enter')
    await page.getByText(/パスワードが違います。/).waitFor()
    await picture(page, 'walk-wrong-password')
    await page.getByLabel('パスワード').fill(passphrase)
    await page.keyboard.press('Enter')
    await goToPapers(page, 30_000)
  })

  test('who forgot the password opens it with the recovery key, as typed from paper', async () => {
    await button('台帳を閉じる').click()
    await page.getByLabel('パスワード').fill(recoveryKey.toLowerCase().replaceAll('-', ' '))
    await page.keyboard.press('Enter')
    await goToPapers(page, 30_000)
  })

  test('the same name at the same place is refused, and the form keeps what was typed', async () => {
    await button('台帳を閉じる').click()
    await button('新しい台帳を作る').click()
    await page.getByLabel('台帳の名前').fill('西東京市_試行')
    await page.getByLabel('担当者の名前').fill('高橋')
    await page.getByLabel('パスワード', { exact: true }).fill(passphrase)
    await page.getByLabel('パスワード（確認）').fill(passphrase)
    await button('場所を選ぶ').click()
    await chooseFolder(host.folder)
    await button('この場所にする').click()
    await button('台帳を作る').last().click()
    await page.getByText(/同じ名前の台帳か、ほかのファイルがすでにあります/).waitFor()
    expect(await page.getByLabel('台帳の名前').inputValue()).toBe('西東京市_試行')
  })
})

describe('the door', () => {
  test('the address works once', async () => {
    const second = await journey().browser.newPage()
    await second.goto(host.run.address)
    await second.getByText('この画面からは開けません').waitFor()
    await second.close()
  })
})
