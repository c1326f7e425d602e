import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { launchBrowser } from './support/browser.ts'
import { openDemonstration } from './support/open-demonstration.ts'
import { openPage, type WatchedPage } from './support/page.ts'
import { type RealHost, startRealHost } from './support/real-host.ts'

let host: RealHost
let browser: Browser
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  host = await startRealHost()
  browser = await launchBrowser()
  watched = await openPage(browser, host.run.address, { withFonts: false })
  page = watched.page
  await openDemonstration(page)
})
afterAll(async () => {
  expect(watched.troubles).toEqual([])
  await browser.close()
  await host.stop()
})

const cell = (name: RegExp) =>
  page.getByRole('table', { name: '提出状況' }).getByRole('button', { name }).first()

async function choose(state: RegExp, action: string): Promise<void> {
  await cell(state).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: action }).press('Enter')
}

const place = '就労準備支援.*3月.*'
const dialog = (name: RegExp | string) => page.getByRole('dialog', { name })

describe('a report on its way to 確定 and back, by keyboard alone', () => {
  test('差戻し makes a 依頼文; the report comes again and is 確認済', async () => {
    await choose(new RegExp(`${place}確認済`), '確認を取り消す')
    await dialog('確認を取り消す理由').getByLabel('理由').fill('件数の確認')
    await page.keyboard.press('Enter')
    await choose(new RegExp(`${place}受領`), '差し戻す')
    await dialog('差し戻す理由').getByLabel('理由').fill('新規の件数を確かめてください。')
    await page.keyboard.press('Enter')
    const text = dialog('差戻しの依頼文').getByRole('textbox')
    await text.waitFor()
    expect(await text.inputValue()).toContain('就労準備支援事業委託事業者　御中')
    expect(await text.inputValue()).toContain('1　新規の件数を確かめてください。')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await choose(new RegExp(`${place}差戻し`), '再提出を受ける')
    await choose(new RegExp(`${place}再提出`), '確認済にする')
    await cell(new RegExp(`${place}確認済`)).waitFor()
  })

  test('確定 of the month names what it takes and what it cannot', async () => {
    await choose(new RegExp(`${place}確認済`), '確定する')
    const open = dialog('３月分を確定する')
    await open.getByText('2件の報告は、まだ確定できません。').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await open.getByRole('button', { name: '7件を確定する' }).press('Enter')
    await open.getByText('7件を確定しました。').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await cell(new RegExp(`${place}確定`)).waitFor()
  })

  test('nothing can be typed there; the reason and the way out are said', async () => {
    await page.evaluate(() => {
      location.hash = '#/monthly?party=workprep-contractor&form=consultation&month=2025-03'
    })
    await page.getByRole('grid').waitFor()
    await page.getByText('就労準備支援事業委託事業者　令和７年３月分は', { exact: false }).waitFor()
    await page.getByText('3月分', { exact: true }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const before = await page.getByRole('grid').innerText()
    await page.getByRole('grid').focus()
    await page.keyboard.type('9')
    await page.getByText('確定済みです。', { exact: false }).first().waitFor()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('grid').innerText()).toBe(before)
    await page.getByRole('button', { name: '確定を解除する' }).press('Enter')
    const open = dialog('確定を解除する')
    expect(await open.getByRole('button', { name: '確定を解除する' }).isDisabled()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await open.getByLabel('解除する理由').fill('件数の訂正')
    await page.keyboard.press('Enter')
    await open.waitFor({ state: 'detached' })
    await page.getByText('就労準備支援事業委託事業者　令和７年３月分は', { exact: false }).waitFor({
      state: 'detached',
    })
  })

  test('after 確定解除 the value is changed, and the month is 確定 again', async () => {
    await page.getByRole('grid').focus()
    await page.keyboard.type('19')
    await page.keyboard.press('Enter')
    await page.getByText(/保存済/).waitFor()
    await page.evaluate(() => {
      location.hash = '#/'
    })
    await choose(new RegExp(`${place}受領`), '確認済にする')
    await choose(new RegExp(`${place}確認済`), '確定する')
    const open = dialog('３月分を確定する')
    await open.getByRole('button', { name: '1件を確定する' }).press('Enter')
    await open.getByText('1件を確定しました。').waitFor()
  })
})
