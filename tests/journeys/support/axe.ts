import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Routes, with and without a window above them, whose colours this file has looked at. */
const coloured = new Set<string>()

/**
 * What axe finds on the page as it is now: one line a finding, empty when there is none. Contrast is half of
 * its work and hardly changes within a screen: looked at once for each route, and for each of its dialogs.
 */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const place = await page.evaluate(() => {
    const dialog = document.querySelector('[role=dialog], [role=alertdialog]')?.textContent?.slice(0, 12)
    return `${location.hash.split('?')[0]} ${dialog ?? ''} ${innerWidth}`
  })
  const isNew = !coloured.has(place)
  coloured.add(place)
  const { violations } = await new AxeBuilder({ page })
    // Without frames of other origins no blank page is needed for each look.
    .setLegacyMode()
    .options({ resultTypes: ['violations'], rules: { 'color-contrast': { enabled: isNew } } })
    .analyze()
  return violations.flatMap((violation) =>
    violation.nodes
      .filter((node) => !isOverlayFrame(violation.id, node.html))
      .map((node) => `${violation.id}: ${node.html.slice(0, 200)} — ${violation.help}`),
  )
}

/** React Aria puts its hidden 「close」 buttons beside a popover, outside of any landmark: not ours to move. */
const isOverlayFrame = (rule: string, html: string): boolean =>
  rule === 'region' && html.startsWith('<div style="display: contents;">')
