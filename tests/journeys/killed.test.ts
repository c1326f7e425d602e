import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { placeDemonstration } from './support/demo-ledger.ts'
import { openDemonstration } from './support/open-demonstration.ts'
import { openPage } from './support/page.ts'
import { screensFolder } from './support/screens.ts'

/** kill −9 of the whole tool while someone types: what the screen called saved is there in the next one. */
const folder = mkdtempSync(join(tmpdir(), 'fukushi-killed-'))
let browser: Browser
let tool: ChildProcess
let page: Page

async function begin(): Promise<void> {
  const script = join(import.meta.dirname, 'support/host-process.ts')
  tool = spawn(process.execPath, [script, join(folder, 'data'), screensFolder()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (tool.stdout === null) throw new Error('the host has no output')
  for await (const line of createInterface({ input: tool.stdout })) {
    const address = /^address: (.*)$/.exec(line)?.[1]
    if (address === undefined) continue
    ;({ page } = await openPage(browser, address, { withFonts: false }))
    page.setDefaultTimeout(20_000)
    return openDemonstration(page)
  }
}

async function kill(): Promise<void> {
  const gone = once(tool, 'exit')
  tool.kill('SIGKILL')
  await gone
  await page.context().close()
}

const note = () => page.getByRole('textbox', { name: '備考' })
/** As soon as the screen follows; other work may share the processor. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 })
const cell = (name: RegExp) => page.getByRole('gridcell', { name })

beforeAll(async () => {
  placeDemonstration(join(folder, 'data'))
  browser = await launchBrowser()
  await begin()
})
afterAll(async () => {
  tool.kill('SIGKILL')
  await browser.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('a sheet: each cell that was called saved is there, the one being typed is not half there', async () => {
  await page.getByRole('link', { name: '月報入力' }).press('Enter')
  await page.getByRole('textbox', { name: /の月報$/ }).focus()
  await page.keyboard.type('41')
  await page.keyboard.press('Enter')
  await page.getByText(/^保存済 /).waitFor()
  await page.keyboard.type('1７')
  await kill()
  await begin()
  await page.getByRole('link', { name: '月報入力' }).press('Enter')
  await soon(() => cell(/^相談延べ件数\s２月(\s|$)/).textContent()).toBe('41')
  expect(await cell(/^うち訪問.*２月(\s|$)/).textContent()).not.toContain('1')
})

test('a contact half typed: what was called kept is offered again, and can be gone on with', async () => {
  await page.getByRole('link', { name: '相談受付簿' }).press('Enter')
  await note().fill('夕方に再度連絡')
  await page.getByText(/入力中の内容を保存済/).waitFor()
  await kill()
  await begin()
  await page.getByRole('link', { name: '相談受付簿' }).press('Enter')
  await page.getByRole('button', { name: '続ける' }).first().press('Enter')
  await soon(() => note().inputValue()).toBe('夕方に再度連絡')
})
