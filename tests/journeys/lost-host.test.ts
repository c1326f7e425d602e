import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { launchBrowser } from './support/browser.ts'
import { startFakeHost } from './support/fake-host.ts'
import { openPage } from './support/page.ts'

const browser = await launchBrowser()
const { host } = await startFakeHost()
let page: Page

beforeAll(async () => {
  page = (await openPage(browser, host.address, { withFonts: false })).page
})
afterAll(async () => {
  await browser.close()
})

test('when the tool has ended, what is not saved can be copied, all at once', async () => {
  await page.getByRole('button', { name: '見本の台帳を開く' }).click()
  await page.getByRole('link', { name: '資料作成' }).click()
  await page.getByRole('link', { name: 'ひきこもり支援について' }).click()
  const place = page.getByRole('textbox', { name: '３（３）①' })
  await place.waitFor()
  await host.close()
  await page.getByText('福祉台帳につながりません').waitFor()
  // Nothing is written yet: the tab may be closed.
  await page.getByText('この画面は閉じてかまいません。').waitFor()
  expect(await page.getByRole('button', { name: '保存していない文をコピーする' }).count()).toBe(0)

  await place.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('まだ保存していない語')
  await page.getByText('本体を始め直しても、この画面からは保存できません。').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: '保存していない文をコピーする' }).press('Enter')
  await page.getByText('コピーしました。').waitFor()
  // Where it is pasted, it is all there.
  await page.evaluate(() => document.body.append(document.createElement('textarea')))
  await page.locator('body > textarea').focus()
  await page.keyboard.press('Control+v')
  expect(await page.locator('body > textarea').inputValue()).toContain('まだ保存していない語')
})
