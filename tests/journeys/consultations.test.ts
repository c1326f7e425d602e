import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { type InputMethod, inputMethodOf } from './support/ime.ts'
import { journeyOnRealHost } from './support/journey.ts'
import { openDemonstration } from './support/open-demonstration.ts'

const journey = journeyOnRealHost()
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await journey().page.keyboard.press(key)
}
const type = (text: string) => journey().page.keyboard.type(text)
const field = (label: string) => {
  const form = journey().page.getByRole('region', { name: /相談/ })
  return form
    .getByRole('combobox', { name: label, exact: true })
    .or(form.getByRole('textbox', { name: label, exact: true }))
}
/** Answers come when they come: a busy machine is no failure. */
const soon = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 8_000 })
const cell = (text: string | RegExp) => journey().page.getByRole('gridcell', { name: text })
const kept = (page: Page) => page.getByText(/入力中の内容を保存済/)

/** Another window of the same browser: the secret of the tab goes with it, as 「タブを複製」 does. */
async function anotherWindow(): Promise<Page> {
  const { page, origin } = journey()
  const secret = await page.evaluate(() => sessionStorage.getItem('fukushi-secret') ?? '')
  const other = await page.context().newPage()
  other.setDefaultTimeout(8_000)
  await other.route('**/*.ttf', (route) => route.abort())
  await other.addInitScript((value) => sessionStorage.setItem('fukushi-secret', value), secret)
  await other.goto(`${origin}/?${Math.random()}#/consultations`)
  await other.getByRole('grid').waitFor()
  return other
}

async function toNewForm(): Promise<void> {
  const { page, origin } = journey()
  await page.goto(`${origin}/?${Math.random()}#/consultations`)
  await page.getByRole('grid').waitFor()
  await formIsReady()
}

/** The first field waits for keys, and 報告元 of the last record has come. */
async function formIsReady(): Promise<void> {
  await journey().page.waitForFunction(() => document.activeElement?.closest('[data-field="day"]') !== null)
  await soon(() => field('報告元').inputValue()).not.toBe('')
}

let ime: InputMethod

beforeAll(async () => {
  const { page } = journey()
  await openDemonstration(page)
  await page.getByRole('link', { name: '相談受付簿' }).click()
  await page.getByRole('grid').waitFor()
  ime = await inputMethodOf(page)
})

describe('a contact is recorded by keyboard alone', () => {
  test('a typical one takes at most 25 keys beyond free text, and stands directly above the form', async () => {
    const { page } = journey()
    // The day of the sheet is typed once; the following contacts begin with it.
    await formIsReady()
    await type('R7.3.31')
    await press('Tab', '1', 'Tab', '1', 'Tab', 'Tab', '0', 'Tab', 'Control+Enter')
    await cell('1201').waitFor()

    await page.evaluate(() => {
      Object.assign(window, { keys: 0 })
      window.addEventListener(
        'keydown',
        (event) => {
          const counting = window as Window & { keys?: number }
          if (!['Control', 'Shift'].includes(event.key)) counting.keys = (counting.keys ?? 0) + 1
        },
        true,
      )
    })
    // 受付日 stays; 電話; 母; nobody beside; H012, as last time; 家族との関係; 情報提供; 医療機関, 紹介.
    await press('Tab', '1', 'Tab', '3', 'Tab', 'Tab')
    await type('h012')
    await page.getByText(/継続　前回/).waitFor()
    await press('F8', '1', '0', 'Tab', 'Tab', 'Tab', '2', 'Tab', '2', '0', 'Tab', '2', 'Control+Enter')
    await cell('1202').waitFor()
    const keys = await page.evaluate(() => (window as Window & { keys?: number }).keys)
    console.log(`keys of a typical contact: ${keys}`)
    expect(keys).toBeLessThanOrEqual(25)
    const row = page.getByRole('row').filter({ has: cell('1202') })
    for (const text of ['電話', '母', 'H012', '29', '男性', '継続', '家族との関係', '医療機関']) {
      await row.getByRole('gridcell', { name: text, exact: true }).first().waitFor()
    }
    const form = page.getByRole('region', { name: '新しい相談' })
    await soon(async () => {
      const [above, below] = [await row.boundingBox(), await form.boundingBox()]
      return (below?.y ?? Number.POSITIVE_INFINITY) - ((above?.y ?? 0) + (above?.height ?? 0))
    }).toBeLessThan(32)
    // The next form is empty but for the day and 報告元, and waits at its first field.
    expect(await field('ケース番号').inputValue()).toBe('')
    expect(await field('受付日').inputValue()).toBe('令和7年3月31日')
  })

  test('what is wrong is said in place, blocks only the save, and keeps the draft', async () => {
    const { page } = journey()
    await toNewForm()
    await type('2月30日')
    await page.getByText('その月にない日です').waitFor()
    await press('Tab', 'Tab', 'Tab', 'Tab')
    await type('ｈ９９９')
    await page.getByText('未登録　Enterで新規に登録').waitFor()
    await press('Tab')
    await type('200')
    await press('Control+Enter')
    await page.getByText('直すところが3か所あります').waitFor()
    expect(
      await page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
    ).toBe('day')
    await kept(page).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await field('受付日').fill('R3.4.1')
    await page.getByText(/契約期間（.*）の外の日です/).waitFor()
    await field('受付日').fill('R7.3.31')
    await field('年齢').fill('39')
    await field('ケース番号').press('Enter')
    await page.getByText('新しい支援対象者として登録します').waitFor()
    await field('世帯').press('4')
    await press('Tab')
    await page.getByText('8050は本人が40歳以上のときに選びます').waitFor()
    await press('Control+Enter')
    await cell('H999').waitFor()
    await page
      .getByRole('row')
      .filter({ has: cell('H999') })
      .getByText('8050は本人が')
      .waitFor({ state: 'attached' })
  })

  test('その他 asks for its text; つなぎ先 asks how far', async () => {
    const { page } = journey()
    await toNewForm()
    await field('受付日').fill('R7.3.31')
    await field('相談方法').press('9')
    await press('Tab')
    await field('相談方法（その他）').fill('テレビ電話')
    await field('ケース番号').fill('0')
    await field('つなぎ先').press('2')
    await press('3', 'Enter', '2', '4', 'Tab')
    await field('段階').press('3')
    await press('Tab', 'Control+Enter')
    await page.getByRole('row').filter({ hasText: 'ハローワーク、学校・教育委員会等' }).waitFor()
  })
})

describe('the input method', () => {
  test('in a field of codes: Enter confirms the conversion alone, Escape and Tab lose nothing', async () => {
    const { page } = journey()
    await toNewForm()
    await field('相談内容').focus()
    await ime.compose(['し', 'しご'], 'しご')
    expect(await field('相談内容').inputValue()).toBe('しご')
    await page.getByRole('option', { name: /仕事探し/ }).waitFor()
    await press('Enter')
    expect(await field('相談内容').inputValue()).toBe('仕事探し・就職')
    // Over a chosen label the first key begins a new choice, whole.
    await ime.compose(['か'], 'か')
    expect(await field('相談内容').inputValue()).toBe('か')
    await press('Escape')
    expect(await field('相談内容').inputValue()).toBe('仕事探し・就職')
    await ime.abandon('ざ')
    await press('Tab')
    expect(await field('相談内容').inputValue()).toBe('仕事探し・就職')
  })

  test('in a field of several codes, in the day, the case, the age and the note', async () => {
    const { page } = journey()
    await field('支援内容').focus()
    await ime.compose(['け', 'けい'], 'けい')
    await press('Enter')
    await ime.compose(['じ'], 'じ')
    await press('Tab')
    expect(await page.locator('[data-field="supports"] .taken').textContent()).toBe('傾聴・助言、情報提供')

    await field('受付日').fill('')
    await ime.compose(['れい', 'れいわ'], '令和７年３月３１日')
    await page.getByText('令和７年３月31日（月）').waitFor()
    await field('ケース番号').fill('')
    await ime.compose(['ｈ'], 'Ｈ０１２')
    await page.getByText(/継続　前回/).waitFor()
    await field('年齢').fill('')
    await ime.compose(['３'], '３０代')
    await page.getByText('30代').first().waitFor()
    await field('備考').focus()
    await ime.compose(['や', 'やま'], '山田さん')
    expect(await page.getByRole('region', { name: '新しい相談' }).count()).toBe(1)
    await page.getByText(/氏名のようです/).waitFor()
    expect(await field('備考').inputValue()).toBe('山田さん')
  })
})

describe('bad input and bad luck', () => {
  test('10,000 characters, emoji, half-width kana and a pasted table in a note are kept as they are', async () => {
    const { page } = journey()
    await toNewForm()
    await field('受付日').fill('R7.3.31')
    await field('ケース番号').fill('0')
    const long = `😀ﾊﾝｶｸ\t12\t34\n電話\t3\n${'あ'.repeat(9_970)}`
    await field('備考').focus()
    await page.keyboard.insertText(long)
    await press('Control+Enter')
    const said = await page.getByText(/No\.\d+ を保存しました$/).textContent()
    await cell(said?.replaceAll(/\D/g, '') ?? '').waitFor()
    await press('Escape', 'Enter')
    await page.getByRole('region', { name: '相談の訂正' }).waitFor()
    await soon(() => field('備考').inputValue()).toBe(long)
    await press('Control+Enter')
    await page.getByRole('region', { name: '新しい相談' }).waitFor()
    await field('備考').fill('あ'.repeat(10_001))
    await page.getByText('10000字まで入力できます（今10001字）。').waitFor()
    await page.getByRole('button', { name: '入力を消す' }).click()
    await soon(() => field('備考').inputValue()).toBe('')
  })

  test('a window that is killed while typing: what was called saved is offered for going on', async () => {
    const { page } = journey()
    const other = await anotherWindow()
    const region = other.getByRole('region', { name: '新しい相談' })
    await region.getByLabel('ケース番号').fill('H012')
    await region.getByLabel('備考').fill('途中まで書いたところ')
    await kept(other).waitFor()
    await other.close()
    await toNewForm()
    await page.getByText(/途中まで書いたところ/).waitFor()
    await page.getByRole('button', { name: '続ける' }).first().click()
    await soon(() => field('備考').inputValue()).toBe('途中まで書いたところ')
    expect(await field('ケース番号').inputValue()).toBe('H012')
    await page.getByRole('button', { name: '入力を消す' }).click()
    await soon(() => field('備考').inputValue()).toBe('')
  })

  test('switching screens and back leaves the form as it was', async () => {
    const { page } = journey()
    await field('備考').fill('書きかけ')
    await page.getByRole('link', { name: 'ホーム' }).click()
    await page.getByRole('link', { name: '相談受付簿' }).click()
    await soon(() => field('備考').inputValue()).toBe('書きかけ')
    await page.getByRole('button', { name: '入力を消す' }).click()
  })

  test('two windows on one record: both values stand side by side, one is chosen, other changes of both stay', async () => {
    const { page, origin } = journey()
    const row = await page.evaluate(() => document.querySelectorAll('[role="row"]').length)
    expect(row).toBeGreaterThan(2)
    await press('Escape', 'Enter')
    await page.getByRole('region', { name: '相談の訂正' }).waitFor()
    const id = new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('id')
    const other = await anotherWindow()
    await other.goto(`${origin}/?2#/consultations?id=${id}`)
    const theirs = other.getByRole('region', { name: '相談の訂正' })
    await theirs.waitFor()
    // Kept back from its request, this window does not hear of the other's change.
    await page.route('**/call', async (route) => {
      const body = route.request().postData() ?? ''
      if (body.includes('"consultations.read"')) await new Promise((resolve) => setTimeout(resolve, 300))
      await route.continue()
    })
    await field('備考').fill('こちらの値')
    await theirs.getByLabel('備考').fill('あちらの値')
    await theirs.getByLabel('年齢').fill('41')
    await theirs.getByLabel('受付日').focus()
    await other.getByText(/変更を保存済/).waitFor()
    await field('受付日').focus()
    await page.getByRole('alertdialog').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('radio', { name: 'あちらの値' }).focus()
    await press('ArrowLeft', 'ArrowRight')
    await page.getByRole('radio', { name: 'こちらの値' }).check()
    await page.getByRole('button', { name: '選んだ値で保存する' }).press('Enter')
    await page.getByText(/変更を保存済/).waitFor()
    await page.unroute('**/call')
    await soon(() => theirs.getByLabel('備考').inputValue()).toBe('こちらの値')
    expect(await field('年齢').inputValue()).toBe('41')
    await other.close()
  })
})

describe('list, history, cases', () => {
  test('search, history of a value, putting it back, removing with a reason and undo', async () => {
    const { page } = journey()
    await press('Escape')
    await page.getByRole('grid').focus()
    await press('/')
    await type('こちらの値')
    await soon(() => page.getByRole('row').count()).toBe(2)
    await press('Enter', 'ArrowDown', 'Home')
    for (let step = 0; step < 5; step += 1) await press('ArrowRight')
    await page.getByRole('complementary', { name: '値の履歴' }).getByText('41歳').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await press('Enter')
    await page.getByRole('button', { name: '削除' }).press('Enter')
    await page.getByRole('dialog').getByLabel('削除する理由').fill('二重に入力した')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '削除する' }).press('Enter')
    await page.getByText('条件に合う相談はありません').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page
      .getByRole('button', { name: /^元に戻す/ })
      .first()
      .click()
    await soon(() => page.getByRole('row').count()).toBe(2)
  })

  test('a case: earlier contacts, 終結, 再開, 名寄せ with its preview', async () => {
    const { page, origin } = journey()
    await page.goto(`${origin}/?3#/consultations?who=list`)
    const panel = page.getByRole('complementary')
    await panel.getByLabel('番号でさがす').fill('h999')
    await panel.getByRole('button', { name: 'H999' }).press('Enter')
    await page.getByRole('complementary', { name: '支援対象者 H999' }).waitFor()
    const act = async (name: string) => {
      await page.getByRole('button', { name: '支援対象者の操作' }).press('Enter')
      await page.getByRole('menuitem', { name }).press('Enter')
      await page.getByRole('dialog').waitFor()
    }
    await act('終結')
    await page.getByRole('dialog').getByLabel('終結日').fill('R7.4.1')
    await page.getByRole('dialog').getByLabel('終結理由').press('1')
    await press('Tab')
    await page.getByRole('dialog').getByRole('button', { name: '終結する' }).press('Enter')
    await panel.getByText('目標達成').waitFor()
    await act('再開')
    await page.getByRole('dialog').getByLabel('再開日').fill('R7.4.8')
    await page.getByRole('dialog').getByRole('button', { name: '再開する' }).press('Enter')
    await panel.getByText('支援中', { exact: true }).waitFor()
    await act('名寄せ')
    await page.getByRole('dialog').getByLabel('まとめる先の番号').fill('H012')
    await page.getByRole('dialog').getByLabel('分かった経緯').fill('本人の申出')
    await page.getByText(/まとめた後の相談は \d+件です/).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '一人にまとめる' }).press('Enter')
    await panel.getByText(/H012、H999/).waitFor()
  })
})
