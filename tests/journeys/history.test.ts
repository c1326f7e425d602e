import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type HostRun, runHost } from '../../src/main/host.ts'
import { axeFindings } from './support/axe.ts'
import { launchBrowser } from './support/browser.ts'
import { placeDemonstration } from './support/demo-ledger.ts'
import { inputMethodOf } from './support/ime.ts'
import { openDemonstration } from './support/open-demonstration.ts'
import { openPage, type WatchedPage } from './support/page.ts'
import { picture } from './support/pictures.ts'
import { screensFolder } from './support/screens.ts'

const folder = mkdtempSync(join(tmpdir(), 'fukushi-history-'))
let browser: Browser
let host: HostRun
let watched: WatchedPage
let page: Page

/** The host as it starts every morning, on the same data folder; someone opens the ledger and says who they are. */
async function begin(): Promise<void> {
  host = await runHost({
    dataFolder: join(folder, 'data'),
    screens: Promise.resolve(screensFolder()),
    port: 0,
    reason: null,
    begin: { kind: 'nothing' },
  })
  watched = await openPage(browser, host.address, { withFonts: process.env.FUKUSHI_PICTURES !== undefined })
  page = watched.page
  // The host has just begun, and other work may share the processor.
  page.setDefaultTimeout(30_000)
  await openDemonstration(page, '担当者')
}

async function end(): Promise<void> {
  await watched.close()
  await host.stop()
}

beforeAll(async () => {
  placeDemonstration(join(folder, 'data'))
  browser = await launchBrowser()
  await begin()
})
afterAll(async () => {
  await end()
  await browser.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
afterEach(() => {
  expect(watched.troubles).toEqual([])
})

/** As soon as the screen follows; other work may share the processor. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 })

const undoButton = () => page.locator('.undo-button')
const spoken = () => page.locator('.undo-it [role=status]')
const cell = () => page.getByRole('gridcell', { name: /^相談延べ件数\s２月(\s|$)/ })

async function goTo(name: string): Promise<void> {
  await page.getByRole('link', { name }).press('Enter')
}

async function type(value: string): Promise<void> {
  await goTo('月報入力')
  await page.getByRole('textbox', { name: /の月報$/ }).focus()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
  await page.getByText(/^保存済 /).waitFor()
}

describe('undo and redo', () => {
  test('an entry is undone by a key after the host was ended and begun again, and redone', async () => {
    await type('４')
    await expect
      .poll(() => undoButton().getAttribute('aria-label'))
      .toMatch(/^元に戻す：令和７年２月　相談延べ件数　.*の入力$/)
    await end()
    await begin()
    await goTo('月報入力')
    await soon(() => cell().textContent()).toBe('4')
    await goTo('ホーム')
    await page.keyboard.press('Control+z')
    await soon(() => spoken().textContent()).toMatch(/^元に戻しました：令和７年２月　相談延べ件数/)
    await soon(() => undoButton().isDisabled()).toBe(true)
    await goTo('月報入力')
    await soon(() => cell().textContent()).toBe('')
    await goTo('ホーム')
    await page.keyboard.press('Control+Shift+z')
    await soon(() => spoken().textContent()).toMatch(/^やり直しました：/)
  })

  test('what was typed into a text field is undone there first, and nothing else', async () => {
    await goTo('点検・履歴')
    const search = page.getByRole('textbox', { name: '変更履歴を探す' })
    await search.focus()
    await page.keyboard.type('なにか')
    await page.keyboard.press('Control+z')
    await soon(() => search.inputValue()).not.toBe('なにか')
    await soon(() => undoButton().isEnabled()).toBe(true)
    await search.fill('')
  })

  test('a refused undo names the rows and why, and changes nothing', async () => {
    await type('５')
    await soon(() => page.locator('.undo-button').isEnabled()).toBe(true)
    await goTo('ホーム')
    await page.getByRole('button', { name: '元に戻す・やり直す操作の一覧' }).press('Enter')
    await page.getByText('そのままでは戻せない操作').waitFor()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('alertdialog', { name: /^元に戻せません：/ })
    await dialog.getByText('後の操作で変更されています').waitFor()
    await picture(page, 'undo-refused')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await goTo('月報入力')
    await soon(() => cell().textContent()).toBe('5')
  })
})

describe('点検・履歴', () => {
  test('tells the findings, the state of the chain, and every action', async () => {
    await goTo('点検・履歴')
    await page.getByText(/^つながりは正常　[\d,]+件を検査/).waitFor({ timeout: 60_000 })
    const list = page.getByRole('grid', { name: '変更履歴の一覧' })
    await list.getByText('4件 → 5件').waitFor()
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('complementary').getByText('状態').waitFor()
    await picture(page, 'check-history')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('complementary').getByRole('button', { name: '元に戻す' }).press('Enter')
    await soon(() => spoken().textContent()).toMatch(/^元に戻しました：/)
    await list.getByText('元に戻し済').waitFor()
  })

  test('a search finds by words and says so when there is nothing', async () => {
    const search = page.getByRole('textbox', { name: '変更履歴を探す' })
    await search.fill('どこにもない言葉')
    await page.getByText('条件に合う操作はありません。').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: '条件を外す' }).press('Enter')
    await page.getByRole('grid', { name: '変更履歴の一覧' }).waitFor()
  })

  test('a warning is left standing with a reason, typed by input method, and taken back', async () => {
    const findings = page.getByRole('grid', { name: '点検の指摘' })
    await findings.focus()
    await page.keyboard.press('Control+End')
    const reason = page.getByRole('complementary').getByRole('textbox', { name: '理由' })
    await reason.focus()
    // Enter that confirms the conversion keeps nothing yet.
    await (await inputMethodOf(page)).compose(['けいやく', 'けいやくしゅうりょう'], '契約終了のため')
    await soon(() => reason.inputValue()).toBe('契約終了のため')
    await picture(page, 'check-acknowledge')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await reason.waitFor({ state: 'detached' })
    // The other finding is still open, and the list at hand.
    await soon(() => findings.getAttribute('aria-rowcount')).toBe('2')
    const show = page.getByRole('button', { name: /未確認 1/ })
    await show.press('Enter')
    await page.getByRole('option', { name: '確認済 1' }).press('Enter')
    await findings.getByText('確認済').waitFor()
    await findings.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('complementary').getByText('契約終了のため').first().waitFor()
    await picture(page, 'check-acknowledged')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('complementary').getByRole('button', { name: '確認済を取り消す' }).press('Enter')
    await page.getByText('理由を付けて残した指摘はありません。').waitFor()
    await page.getByRole('button', { name: /確認済 0/ }).press('Enter')
    await page.getByRole('option', { name: '未確認 2' }).press('Enter')
    await findings.waitFor()
  })

  test('a finding leads to its cell', async () => {
    const findings = page.getByRole('grid', { name: '点検の指摘' })
    await findings.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('complementary').getByText('指摘の内容').waitFor()
    await picture(page, 'check-finding')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await soon(() => new URL(page.url()).hash).not.toContain('check')
  })
})
