import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/**
 * Keeps a picture of a state for looking at, when `FUKUSHI_PICTURES` names a folder; does nothing else.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.FUKUSHI_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(250)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
