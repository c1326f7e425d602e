/**
 * Makes the pictures of the README from the real screens and the real paper, on a fresh demonstration
 * ledger: `npm run pictures`. Needs the built screens and a Chromium, nothing else.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from './journeys/support/browser.ts'
import { openDemonstration } from './journeys/support/open-demonstration.ts'
import { goToPapers, openPage } from './journeys/support/page.ts'
import { startRealHost } from './journeys/support/real-host.ts'

const folder = join(import.meta.dirname, '../docs/pictures')
mkdirSync(folder, { recursive: true })

async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
}

async function picture(page: Page, name: string): Promise<void> {
  await settled(page)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`docs/pictures/${name}.png`)
}

const host = await startRealHost()
const browser = await launchBrowser()
const { page } = await openPage(browser, host.run.address)
try {
  await page.getByRole('button', { name: '見本の台帳を開く' }).waitFor()
  await picture(page, 'start')
  await page.getByRole('button', { name: '新しい台帳を作る' }).click()
  await page.getByLabel('台帳の名前').fill('西東京市_福祉台帳')
  await page.getByLabel('パスワード', { exact: true }).fill('青い自転車 tanashi 7')
  await picture(page, 'start-new')
  await openDemonstration(page)
  await page.getByRole('link', { name: '月報入力' }).click()
  await page.getByRole('grid').waitFor()
  await page.keyboard.type('４件')
  await picture(page, 'monthly')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '資料作成' }).click()
  const screens = ['home', 'consultations', 'activities', 'monthly', 'intake', 'explore', 'check', 'settings']
  for (const name of screens) {
    await page.evaluate((route) => {
      location.hash = route === 'home' ? '#/' : `#/${route}`
    }, name)
    await page.waitForTimeout(3_000)
    await picture(page, name)
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'ききたい数字' }).fill('令和6年度の30歳以上の相談実人数')
  await page.keyboard.press('Enter')
  await page.locator('.said-words').waitFor()
  await picture(page, 'answers')
  await page.keyboard.press('Escape')
  await goToPapers(page)
  await page.getByRole('button', { name: '新しい資料を作る' }).click()
  await page.getByRole('dialog').waitFor()
  await picture(page, 'papers-new')
  await page.keyboard.press('Escape')
  await page.locator('table.papers a').first().click()
  await page.locator('.sheet canvas').waitFor({ timeout: 30_000 })

  // The pages as pdf.js draws them, before any paragraph is chosen: without a bar beside it.
  await page.getByRole('button', { name: '表示の大きさ' }).click()
  await page.getByRole('option', { name: '150 %' }).click()
  const count = Number((await page.locator('.bar2 .b').textContent())?.split('/')[1])
  for (let number = 1; number <= count; number += 1) {
    await settled(page)
    const png = await page
      .locator('.sheet canvas')
      .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL('image/png') : ''))
    writeFileSync(join(folder, `council-${number}.png`), Buffer.from(png.split(',')[1] ?? '', 'base64'))
    console.log(`docs/pictures/council-${number}.png`)
    if (number < count) await page.getByRole('button', { name: '次のページ' }).click()
  }

  await page.reload()
  await page.locator('.sheet canvas').waitFor({ timeout: 30_000 })
  await page
    .getByRole('textbox', { name: /^３（３）①$/ })
    .locator('.chip')
    .first()
    .click()
  await page.waitForTimeout(600)
  await picture(page, 'papers')
  await page.getByRole('button', { name: '書き出す' }).click()
  await page.getByRole('dialog').waitFor()
  await picture(page, 'papers-export')
} finally {
  await browser.close()
  await host.stop()
}
