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

const cell = (name: RegExp) => page.getByRole('table', { name: '提出状況' }).getByRole('button', { name })

describe('ホーム, by keyboard alone', () => {
  test('says what is missing, and axe finds nothing', async () => {
    await cell(/就労準備支援.*2月.*超過/).waitFor()
    await page.getByText('相談の報告が、締切', { exact: false }).first().waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('a report is received, checked, and taken back only with a reason', async () => {
    await cell(/ひきこもり支援.*居場所.*3月.*受領/).focus()
    await page.keyboard.press('Enter')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('menuitem', { name: '確認済にする' }).press('Enter')
    const checked = cell(/ひきこもり支援.*居場所.*3月.*確認済/)
    await checked.waitFor()
    await checked.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: '確認を取り消す' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: '確認を取り消す理由' })
    await dialog.waitFor()
    expect(await dialog.getByRole('button', { name: '確認を取り消す' }).isDisabled()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByLabel('理由').fill('人数の訂正')
    await page.keyboard.press('Enter')
    await cell(/ひきこもり支援.*居場所.*3月.*受領/).waitFor()
    await page
      .getByRole('region', { name: '最近の変更' })
      .getByText(/^計画担当.*の受領$/)
      .waitFor()
  })
})
