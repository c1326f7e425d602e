import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { createEmptyLedger } from '../../src/main/services/new-ledger.ts'
import { dayInJapan } from '../../src/shared/time/japan.ts'
import { axeFindings } from './support/axe.ts'
import { inputMethodOf } from './support/ime.ts'
import { journeyOnRealHost } from './support/journey.ts'

const passphrase = 'ひと月の旅のための合言葉'

/** A month of a division, by keyboard alone: an empty ledger → records → its figures in 集計・統計表. */
const journey = journeyOnRealHost({
  ledger: async (folder) => {
    const path = join(folder, '試行.daicho')
    const made = await createEmptyLedger({
      path,
      name: '試行',
      passphrase,
      staff: '山口',
      environment: systemEnvironment(),
      cost: { N: 1024, r: 8, p: 1 },
    })
    if (!made.ok) throw new Error(made.error.code)
    return { path, passphrase }
  },
})
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await journey().page.keyboard.press(key)
}
const type = (text: string) => journey().page.keyboard.type(text)
/** Tab until the field with this label has the focus. */
async function tabTo(label: string): Promise<void> {
  const { page } = journey()
  for (let steps = 0; steps < 40; steps += 1) {
    const here = await page.evaluate(() => {
      const input = document.activeElement
      return input instanceof HTMLInputElement ? (input.labels?.[0]?.textContent ?? '') : ''
    })
    if (here.startsWith(label)) return
    await press('Tab')
  }
  throw new Error(`no field ${label}`)
}
async function follow(name: string): Promise<void> {
  const link = journey().page.getByRole('navigation').getByRole('link', { name })
  await link.focus()
  await press('Enter')
}

describe('a month of a division', () => {
  test('the only one of the staff list works; the empty ledger is no empty wall', async () => {
    const { page } = journey()
    await page.getByRole('heading', { name: '提出状況' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('three contacts: a new person, the same again, and an anonymous one', async () => {
    const { page } = journey()
    await follow('相談受付簿')
    await page.getByText('相談の記録はまだありません').waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('[data-field="day"]') !== null)
    // 受付日 is today. 電話, 本人, nobody beside, a case that is not known yet.
    await press('Tab', '1', 'Tab', '1', 'Tab', 'Tab')
    const ime = await inputMethodOf(page)
    await ime.compose(['ａ', 'ａ００１'], 'Ａ００１')
    await page.getByText('未登録　Enterで新規に登録').waitFor()
    await press('Enter', 'Tab')
    await type('45')
    await press('Tab', '1')
    await tabTo('報告元')
    await press('1', 'Tab')
    await press('Control+Enter')
    await page.getByRole('gridcell', { name: 'A001' }).waitFor()

    await page.waitForFunction(() => document.activeElement?.closest('[data-field="day"]') !== null)
    await press('Tab', '2', 'Tab', '1', 'Tab', 'Tab')
    await type('a001')
    await page.getByText(/継続　前回/).waitFor()
    await press('Control+Enter')
    await expect.poll(() => page.getByRole('gridcell', { name: 'A001' }).count()).toBe(2)

    await page.waitForFunction(() => document.activeElement?.closest('[data-field="day"]') !== null)
    await press('Tab', '1', 'Tab', '1', 'Tab', 'Tab', '0', 'Tab', 'Control+Enter')
    await page.getByText('年度計 3件').waitFor()
  })

  test('a session of the 居場所 with its attendance', async () => {
    const { page } = journey()
    await follow('活動・行事')
    await page.getByText(/の活動は、まだありません/).waitFor()
    await page.getByRole('button', { name: '新しい活動' }).first().press('Enter')
    const form = page.getByRole('form', { name: '新しい活動' })
    await form.waitFor()
    await type('居場所')
    await press('Tab', '1', 'Tab')
    await form.getByRole('combobox', { name: '報告元' }).focus()
    await type('委託')
    await press('Tab')
    await form.getByLabel('予定日').fill(dayInJapan(new Date()))
    await press('Control+Enter')
    await page.getByRole('complementary').getByRole('heading', { name: '居場所' }).waitFor()
    await page.getByRole('button', { name: '続けて記録' }).press('Enter')
    await page.getByRole('form', { name: '結果を記録' }).waitFor()
    await type('５')
    await press('Tab')
    await type('2')
    await press('Control+Enter')
    await page.getByRole('form', { name: '結果を記録' }).waitFor({ state: 'detached' })
  })

  test.each([
    ['consultation.events', '３件'],
    ['consultation.persons', '１人'],
    ['place.attendance', '７人'],
  ])('%s is %s in 集計・統計表, and leads to its records', async (statistic, figure) => {
    const { page } = journey()
    await page.evaluate((code) => {
      location.hash = `#/explore?statistic=${code}`
    }, statistic)
    await page.locator('td[data-at][tabindex="0"]').focus()
    await expect
      .poll(async () => {
        await press('End', 'Enter')
        return page.getByRole('complementary', { name: '算出根拠' }).locator('.big').textContent()
      })
      .toBe(figure)
    await page.getByRole('complementary').getByRole('link').first().waitFor()
  })

  test('one undo takes the last record back, and one redo brings it again', async () => {
    const { page } = journey()
    await follow('活動・行事')
    const held = page.getByRole('gridcell', { name: '実施' })
    await held.waitFor()
    await press('Control+z')
    await held.waitFor({ state: 'detached' })
    await press('Control+y')
    await held.waitFor()
  })
})
