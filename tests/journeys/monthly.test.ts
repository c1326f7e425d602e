import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { inputMethodOf } from './support/ime.ts'
import { journeyOnRealHost } from './support/journey.ts'
import { openDemonstration } from './support/open-demonstration.ts'

const journey = journeyOnRealHost()
let page: Page

/** A cell by its item and month, as it is read aloud. */
const cell = (item: string, month: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^${item.replaceAll(/[()（）]/g, '.')}\\s${month}(\\s|$)`) })
const field = () => page.getByRole('textbox', { name: /の月報$/ })
const reading = () => page.locator('.grid-reading')
const saved = () => page.getByText(/^保存済 /).waitFor()

/** Moves to a cell by keys alone: from the first one right, then down. */
async function goTo(row: number, month: number): Promise<void> {
  await field().focus()
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < month; step += 1) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < row; step += 1) await page.keyboard.press('ArrowDown')
}

async function paste(text: string): Promise<void> {
  await field().focus()
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}

/** February, the month of the demonstration whose report never came. */
const february = 10
const [events, visits, persons, fresh] = [
  '相談延べ件数',
  'うち訪問（アウトリーチ）',
  '相談実人数',
  '新規相談者数',
]

beforeAll(async () => {
  ;({ page } = journey())
  await openDemonstration(page, '担当者')
  await page.getByRole('link', { name: '月報入力' }).click()
  await page.getByRole('grid').waitFor()
})

describe('月報入力 by keyboard alone', () => {
  test('the caret stands in the month that is due; a value is read, shown, summed and saved', async () => {
    expect(await field().evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.type('４件')
    expect(await reading().textContent()).toContain('4件')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell(events, '２月').textContent()).toBe('4')
    await saved()
    await expect.poll(() => cell(events, '年度計').textContent()).toContain('12/12 月分')
    const active = await field().getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-label')).toMatch(/^うち訪問.*２月/)
  })

  test('keys of the states: 該当なし, 中止 → 延期 → 未実施, 不詳, 未入力', async () => {
    await goTo(1, february)
    await page.keyboard.press('-')
    await expect.poll(() => cell(visits, '２月').textContent()).toBe('－')
    for (const word of ['中止', '延期', '未実施', '中止']) {
      await page.keyboard.press('m')
      await expect.poll(() => cell(visits, '２月').textContent()).toBe(word)
    }
    await page.keyboard.press('?')
    await expect.poll(() => cell(visits, '２月').textContent()).toBe('…')
    await page.keyboard.press('Delete')
    await expect.poll(() => cell(visits, '２月').textContent()).toBe('')
    await saved()
  })

  test('F2 edits, Escape leaves all as it was, Tab goes on', async () => {
    await goTo(0, february)
    await page.keyboard.press('F2')
    expect(await field().inputValue()).toBe('4')
    await page.keyboard.type('99')
    await page.keyboard.press('Escape')
    expect(await cell(events, '２月').textContent()).toBe('4')
    await page.keyboard.type('6')
    await page.keyboard.press('Tab')
    await expect.poll(() => cell(events, '２月').textContent()).toBe('6')
    const active = await field().getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-label')).toMatch(/^相談延べ件数　３月/)
  })

  test('the window’s undo and redo take a cell back', async () => {
    await goTo(0, february)
    await saved()
    await page.keyboard.press('Control+z')
    await expect.poll(() => cell(events, '２月').textContent()).toBe('4')
    await page.keyboard.press('Control+y')
    await expect.poll(() => cell(events, '２月').textContent()).toBe('6')
  })

  test('a slip of a digit warns in its place and blocks nothing', async () => {
    await goTo(0, february)
    await page.keyboard.type('210')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell(events, '２月').getAttribute('aria-label')).toContain('警告あり')
    await page.keyboard.press('ArrowUp')
    await page.getByText('桁の打ち間違いではありませんか', { exact: false }).waitFor()
    await page.keyboard.type('21')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell(events, '２月').getAttribute('aria-label')).not.toContain('警告あり')
  })

  test('sums and closed cells take nothing and say why', async () => {
    await goTo(0, 12)
    await page.keyboard.press('5')
    expect(await reading().textContent()).toContain('年度計は各月の合計です')
    expect(await cell(events, '年度計').textContent()).not.toContain('5 ')
  })
})

describe('the input method in a cell', () => {
  test('the first key of a composition is not lost, and Enter in it confirms only the conversion', async () => {
    const ime = await inputMethodOf(page)
    await goTo(3, february)
    await ime.compose(['１', '１２'], '１２')
    expect(await field().inputValue()).toBe('１２')
    const active = await field().getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-label')).toMatch(/^相談実人数　２月/)
    await page.keyboard.press('Enter')
    await expect.poll(() => cell(persons, '２月').textContent()).toBe('12')
  })

  test('Escape in a composition gives up the composition alone', async () => {
    const ime = await inputMethodOf(page)
    await goTo(3, february)
    await ime.abandon('か')
    expect(await field().inputValue()).toBe('')
    expect(await cell(persons, '２月').textContent()).toBe('12')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await cell(persons, '２月').textContent()).toBe('12')
  })

  test('a composed word that is a state is read', async () => {
    const ime = await inputMethodOf(page)
    await goTo(4, february)
    await ime.compose(['ちゅう', 'ちゅうし'], '中止')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell(fresh, '２月').textContent()).toBe('中止')
    await saved()
  })
})

describe('what cannot be read', () => {
  test('rubbish and 10,000 characters stay as typed, with the reason, also after the screen was left', async () => {
    await goTo(1, february)
    await page.keyboard.type('12人くらい🙂')
    await page.keyboard.press('ArrowDown')
    await goTo(4, february)
    await page.keyboard.insertText('あ'.repeat(10_000))
    expect(await reading().textContent()).toContain('数としては長すぎます')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell(visits, '２月').getAttribute('aria-label')).toContain('読み取れません')
    await page.waitForTimeout(400)
    await page.getByRole('link', { name: '資料作成' }).click()
    await page.getByRole('heading', { name: '資料作成' }).waitFor()
    await page.getByRole('link', { name: '月報入力' }).click()
    await expect.poll(() => cell(visits, '２月').textContent()).toBe('12人くらい🙂')
    await expect.poll(() => cell(fresh, '２月').getAttribute('aria-label')).toContain('読み取れません')
    // Saved nowhere as a number: what counted before still counts.
    expect(await cell(events, '年度計').textContent()).toContain('12/12')
    expect(await axeFindings(page)).toEqual([])
    for (const row of [1, 4]) {
      await goTo(row, february)
      await page.keyboard.press('Delete')
    }
    await expect.poll(() => cell(visits, '２月').textContent()).toBe('')
  })
})

describe('ranges', () => {
  test('a pasted range is shown cell by cell before it is taken as one action', async () => {
    await goTo(0, 9)
    await paste('20\t22\r\nabc\t－\r\n')
    await page.getByRole('dialog', { name: '貼り付ける内容の確認' }).waitFor()
    expect(await page.getByRole('button', { name: /件を貼り付ける$/ }).isDisabled()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('radio', { name: '該当項目なし' }).check({ force: true })
    await page.getByRole('row', { name: /相談延べ件数\s２月.*22.*上書き/ }).waitFor()
    await page.getByRole('row', { name: /１月.*abc.*読み取れない/ }).waitFor()
    await page.getByRole('button', { name: '2件を貼り付ける' }).press('Enter')
    await expect.poll(() => cell(events, '２月').textContent()).toBe('22')
    await expect.poll(() => cell(visits, '２月').textContent()).toBe('－')
    await saved()
    await page.keyboard.press('Control+z')
    await expect.poll(() => cell(events, '２月').textContent()).toBe('21')
    await expect.poll(() => cell(visits, '２月').textContent()).toBe('')
  })

  test('a table of 1,000 columns and a merged head: what lies outside is told', async () => {
    await goTo(0, 0)
    await paste(`令和６年度\r\n\t${Array.from({ length: 999 }, (_none, at) => at).join('\t')}\r\n`)
    await page.getByRole('dialog').waitFor()
    await page.getByText(/表の外に出る .*件は貼りません/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('Ctrl+C gives the printed forms; a range is filled down and cleared', async () => {
    await goTo(0, february)
    await page.keyboard.press('Shift+ArrowRight')
    const copied = await page.evaluate(() => {
      const data = new DataTransfer()
      const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
      return data.getData('text/plain')
    })
    expect(copied).toBe('21\t17')
    await goTo(7, february)
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await expect.poll(() => cell('つなぎ件数', '２月').textContent()).toBe('3')
    await page.keyboard.press('Delete')
    await expect.poll(() => cell('つなぎ件数', '２月').textContent()).toBe('')
  })
})

describe('前年度の値', () => {
  test('is offered grey, counts as 未入力, and is adopted one by one', async () => {
    await goTo(0, february)
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: '前年度の値を出す' }).press('Enter')
    await page.getByRole('menuitem', { name: /２月の空欄に出す/ }).press('Enter')
    await expect.poll(() => cell(events, '２月').getAttribute('aria-label')).toContain('前年度の値（未採用）')
    expect(await cell(events, '年度計').textContent()).toContain('11/12')
    await expect.poll(() => field().evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => cell(events, '２月').getAttribute('aria-label')).not.toContain('未採用')
    await expect.poll(() => cell(events, '年度計').textContent()).toContain('12/12')
    await saved()
  })
})

describe('two windows on the same sheet', () => {
  test('a value saved in one appears in the other; the same cell in both is asked', async () => {
    const secret = await page.evaluate(() => sessionStorage.getItem('fukushi-secret') ?? '')
    const second = await page.context().newPage()
    try {
      await second.addInitScript((known) => sessionStorage.setItem('fukushi-secret', known), secret)
      await second.goto(`${journey().origin}/#/monthly`)
      const there = second.getByRole('gridcell', { name: /^新規相談者数\s２月/ })
      await there.waitFor()
      await goTo(4, february)
      await page.keyboard.type('7')
      await page.keyboard.press('Enter')
      await expect.poll(() => there.textContent(), { timeout: 5_000 }).toBe('7')

      // Both write before either hears of the other: the second to be saved is asked.
      await second.getByRole('textbox', { name: /の月報$/ }).focus()
      await second.keyboard.press('Control+Home')
      for (let step = 0; step < february; step += 1) await second.keyboard.press('ArrowRight')
      for (let step = 0; step < 4; step += 1) await second.keyboard.press('ArrowDown')
      await goTo(4, february)
      await page.keyboard.type('8')
      await second.keyboard.type('9')
      await Promise.all([page.keyboard.press('Enter'), second.keyboard.press('Enter')])
      const asked = await Promise.race([
        page
          .getByRole('alertdialog')
          .waitFor()
          .then(() => page),
        second
          .getByRole('alertdialog')
          .waitFor()
          .then(() => second),
      ])
      await asked.getByRole('button', { name: 'ほかの画面の値のままにする' }).press('Enter')
      const kept = asked === page ? '9' : '8'
      await expect.poll(() => cell(fresh, '２月').textContent()).toBe(kept)
      await expect.poll(() => there.textContent()).toBe(kept)
    } finally {
      await second.close()
    }
  })
})
