import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds on the page as it is now: one line a finding, empty when there is none. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Without frames of other origins no blank page is needed for each look.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
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
