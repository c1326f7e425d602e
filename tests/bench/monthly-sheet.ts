import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../journeys/support/browser.ts'
import { openDemonstration } from '../journeys/support/open-demonstration.ts'
import { openPage } from '../journeys/support/page.ts'
import { startRealHost } from '../journeys/support/real-host.ts'

/**
 * 月報入力 of the demonstration ledger on the real host, with at least 40 items, the caret in the open month.
 * Needs the built screens (`npm run build:screens`).
 */
export async function onBigSheet(work: (page: Page, browser: Browser) => Promise<void>): Promise<void> {
  const host = await startRealHost()
  const browser = await launchBrowser()
  try {
    const { page } = await openPage(browser, host.run.address)
    page.setDefaultTimeout(30_000)
    await openDemonstration(page, '担当者')
    await page.getByRole('link', { name: '月報入力' }).click()
    await page.getByRole('grid').waitFor()
    await page.getByRole('button', { name: '項目を選ぶ' }).click()
    const events = page.getByRole('group', { name: '相談延べ件数' })
    for (const cut of ['相談方法別', '来談者別', '年代別']) await events.getByLabel(cut).check()
    await page.getByRole('button', { name: 'この項目にする' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.querySelectorAll('[role="grid"] tbody tr').length >= 40)
    await page.waitForTimeout(500)
    await page.getByRole('textbox', { name: /の月報$/ }).focus()
    await work(page, browser)
  } finally {
    await browser.close()
    await host.stop()
  }
}
