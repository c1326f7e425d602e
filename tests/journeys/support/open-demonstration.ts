import type { Page } from 'playwright-core'

/** From the start screen into the demonstration ledger, by keyboard, as one of its staff. */
export async function openDemonstration(page: Page, staff = '計画担当'): Promise<void> {
  // A ledger that is being closed writes its backup first.
  await page
    .getByRole('button', { name: /見本の台帳/ })
    .first()
    .press('Enter', { timeout: 60_000 })
  await page.getByRole('button', { name: '見本の台帳を開く' }).press('Enter')
  await chooseStaff(page, staff)
}

/** The dialog gives the focus back as it closes: until then a key would go to the wrong place. */
async function chooseStaff(page: Page, staff: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '担当を選ぶ' })
  await dialog.getByRole('button', { name: staff, exact: true }).press('Enter', { timeout: 60_000 })
  await dialog.waitFor({ state: 'detached' })
}
