import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { inputMethodOf } from './support/ime.ts'
import { journeyOnRealHost } from './support/journey.ts'
import { openDemonstration } from './support/open-demonstration.ts'

const journey = journeyOnRealHost()
const name = '委員会用　相談の推移'

/** Other work may run beside. */
const patient = { timeout: 10_000 }

const go = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
}
const title = (page: Page) => page.locator('.out h2')
const cell = (page: Page, row: string, column: number) =>
  page
    .getByRole('row', { name: new RegExp(`^${row}`) })
    .locator('td.r')
    .nth(column)

describe('集計・統計表 and 数字即答 by keyboard', () => {
  test('a statistic is found by typing, cut and read; nothing is pressed by a conversion', async () => {
    const { page } = journey()
    page.setDefaultTimeout(20_000)
    await openDemonstration(page)
    await page.getByRole('link', { name: '集計・統計表' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => title(page).textContent(), patient).toBe('相談延べ件数の推移')

    await page.getByRole('textbox', { name: '統計項目を探す' }).focus()
    const input = await inputMethodOf(page)
    await input.compose(['い', 'いば', 'いばしょ'], '居場所')
    // Enter confirmed the conversion; it did not choose.
    await expect.poll(() => page.locator('.pick-statistic li').count(), patient).toBeLessThan(8)
    expect(await title(page).textContent()).toBe('相談延べ件数の推移')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => title(page).textContent(), patient).toBe('居場所　参加延べ人数の推移')
    expect(page.url()).toContain('statistic=place.attendance')
  })

  test('the break stands between the years, growth is not told across it, and a number leads to its records', async () => {
    const { page } = journey()
    await go(page, '#/explore?statistic=consultation.events&by=method&years=3')
    await expect.poll(() => title(page).textContent(), patient).toBe('相談延べ件数の推移')
    expect(await page.locator('th.brk').textContent()).toBe('注１')
    expect(await page.locator('td.no').innerText()).toContain('比べない')
    const total = Number((await cell(page, '総数', 0).textContent()) ?? '')
    await page.locator('td[data-at][tabindex="0"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: '算出根拠' })
    const phone = (await cell(page, '電話', 0).textContent()) ?? ''
    await expect.poll(() => panel.locator('.big').textContent(), patient).toBe(`${phone}件`)
    expect(await panel.getByRole('heading', { name: /元の記録/ }).textContent()).toBe(`元の記録　${phone}件`)
    expect(Number(phone)).toBeLessThan(total)
    expect(await panel.getByRole('link').first().getAttribute('href')).toMatch(/^#\/consultations\?id=/)
    expect(await axeFindings(page)).toEqual([])
    await panel.getByRole('button', { name: '算出根拠を閉じる' }).press('Enter')
  })

  test('the table is copied with numbers as numbers and its caption, by Ctrl+C', async () => {
    const { page } = journey()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('td[data-at][tabindex="0"]').focus()
    await page.keyboard.press('Control+c')
    await page.getByText('表を写しました').waitFor()
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const read = async (type: string) => (await (await item?.getType(type))?.text()) ?? ''
      return { text: await read('text/plain'), html: await read('text/html') }
    })
    const lines = copied.text.split(/\r?\n/)
    expect(lines[0]).toBe('相談延べ件数の推移')
    expect(lines[1]).toBe('（単位：件、％）')
    expect(lines[2]).toContain('令和７年３月31日現在')
    expect(lines.find((line) => line.startsWith('総数'))).toMatch(
      /^総数\t298\t320\t582\t22\t7\.4\t比べない（注１）$/,
    )
    expect(copied.text).toContain('年齢の上限（29歳）を撤廃')
    expect(copied.text).toContain('架空の数値')
    expect(copied.html).toContain('<td align="right"')
    expect(copied.html).not.toContain('<script')
    await page.getByRole('button', { name: '図を写す' }).press('Enter')
    await page.getByText('図を写しました').waitFor()
    const types = await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types ?? [])
    expect(types).toContain('image/png')
  })

  test('choices are kept under a name, and are there after the ledger was closed and opened again', async () => {
    const { page } = journey()
    await page.getByRole('button', { name: 'この集計を保存' }).press('Enter')
    await page.getByRole('textbox', { name: '名前' }).focus()
    await page.keyboard.type(name)
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText(`「${name}」を保存しました`).waitFor()
    await page.getByRole('button', { name: '台帳を閉じる' }).press('Enter')
    // A backup is made on the way.
    await openDemonstration(page)
    await go(page, '#/explore?statistic=consultation.persons')
    const link = page.getByRole('link', { name })
    await link.press('Enter')
    await expect.poll(() => title(page).textContent(), patient).toBe('相談延べ件数の推移')
    expect(await link.getAttribute('aria-current')).toBe('true')
  })

  test('every state has its words: months that do not add, a crossing, a retired code, a wrong name', async () => {
    const { page } = journey()
    await go(page, '#/explore?statistic=consultation.persons&years=2&per=month')
    await expect.poll(() => title(page).textContent(), patient).toBe('相談実人数（月別）')
    expect(await page.locator('.fn').innerText()).toContain('月の数を足しても期間計にならない')
    await go(page, '#/explore?statistic=consultation.persons&by=ageBand&by=sex&years=2')
    await expect.poll(() => title(page).textContent(), patient).toBe('令和６年度　相談実人数（年代 × 性別）')
    await page.getByRole('radio', { name: '令和５年度' }).press('Enter')
    await expect.poll(() => title(page).textContent(), patient).toBe('令和５年度　相談実人数（年代 × 性別）')
    expect(await axeFindings(page)).toEqual([])
    await go(page, '#/explore?statistic=consultation.events&where=method%3Dtelegraph')
    await page.getByText('絞り込み「相談方法：telegraph」は使えません').waitFor()
    await page.getByRole('button', { name: '絞り込みを外す' }).press('Enter')
    await expect.poll(() => title(page).textContent(), patient).toContain('相談延べ件数')
    await go(page, '#/explore?statistic=nothing.there')
    await page.getByText('統計項目「nothing.there」はありません').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await go(
      page,
      '#/explore?statistic=consultation.events&years=2014-2015&period=2015-04..2016-03&as-of=2016-03-31',
    )
    await page.getByText(/2015年度の記録は台帳にありません/).waitFor()
    await page.getByRole('button', { name: '初めの表に戻す' }).press('Enter')
    await expect.poll(() => title(page).textContent(), patient).toBe('相談延べ件数の推移')
  })

  test('数字即答: the key opens it, a conversion does not ask, an ambiguity is asked, the answer is recorded', async () => {
    const { page } = journey()
    await page.keyboard.press('Control+k')
    const box = page.getByRole('combobox', { name: 'ききたい数字' })
    await box.waitFor()
    await expect.poll(() => box.evaluate((element) => element === document.activeElement), patient).toBe(true)
    const input = await inputMethodOf(page)
    await input.compose(['さん', 'さんじゅっさい'], '令和6年度の30歳以上の相談は')
    expect(await box.inputValue()).toBe('令和6年度の30歳以上の相談は')
    expect(await page.locator('.question-box .tag').count()).toBe(0)
    await page.keyboard.press('Enter')
    await page.getByText('どの数ですか').waitFor()
    await page.getByRole('button', { name: '相談延べ件数' }).last().press('Enter')
    await page.getByText('公表してよい').waitFor()
    const sentence = (await page.locator('.said-words').textContent()) ?? ''
    expect(sentence).toMatch(/^令和６年度（令和７年３月31日現在）の30歳以上の相談延べ件数は、\d+件です。/)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: '答弁済みとして記録' }).press('Enter')
    await page.getByRole('textbox', { name: '場面' }).focus()
    await page.keyboard.type('令和６年第４回定例会')
    await page.keyboard.press('Enter')
    await page.getByText('既に出た数字に記録しました').waitFor()
    await page.getByRole('radio', { name: '既に出た数字' }).press('Enter')
    await page.getByRole('cell', { name: /変わりなし/ }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count(), patient).toBe(0)
  })

  test('the table goes into a 統計表, whose preview prints it', async () => {
    const { page } = journey()
    await go(page, '#/explore?statistic=consultation.events&by=method&years=3&where=age%3E%3D30')
    await expect.poll(() => title(page).textContent(), patient).toBe('相談延べ件数の推移［30歳以上］')
    await page.getByRole('button', { name: '資料に入れる' }).press('Enter')
    await page.getByRole('button', { name: '入れる', exact: true }).press('Enter')
    await page.getByRole('link', { name: '資料を開く' }).press('Enter')
    await page.getByText('相談延べ件数［30歳以上］（相談方法別）').first().waitFor()
  })
})
