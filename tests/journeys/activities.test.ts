import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { inputMethodOf } from './support/ime.ts'
import { journeyOnRealHost } from './support/journey.ts'
import { openDemonstration } from './support/open-demonstration.ts'
import { picture } from './support/pictures.ts'

/** 活動・行事 on the demonstration ledger (令和６年度, 31 March 2025), by keyboard alone. */
const journey = journeyOnRealHost({ withFonts: process.env.FUKUSHI_PICTURES !== undefined })
let page: Page

beforeAll(async () => {
  ;({ page } = journey())
  await openDemonstration(page)
  await page.getByRole('link', { name: '活動・行事' }).press('Enter')
  await grid().waitFor()
})

const grid = () => page.getByRole('grid', { name: '活動の一覧' })
const form = (name: string) => page.getByRole('form', { name })
const panel = () => page.getByRole('complementary')
const rows = () =>
  grid()
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') })
const saved = async () => {
  await page.getByText(/^保存済 /).waitFor()
}
async function looksRight(name: string): Promise<void> {
  await picture(page, `activities-${name}`)
  expect(await axeFindings(page)).toEqual([])
}
async function keys(...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key)
}

describe('the year', () => {
  test('list: filters narrow it, a search as typed, all in the address', async () => {
    await looksRight('list')
    expect(await page.getByText('69件').first().isVisible()).toBe(true)
    await grid().focus()
    await keys('/')
    const ime = await inputMethodOf(page)
    await ime.compose(['いべ', 'いべんと'], 'イベント')
    await expect.poll(() => rows().count()).toBe(1)
    expect(new URL(page.url()).hash).toContain('q=')
    await page.reload()
    await expect.poll(() => rows().count()).toBe(1)
    await page.getByRole('button', { name: '絞り込みをやめる' }).press('Enter')
    await page.getByRole('button', { name: /状態：すべて/ }).press('Enter')
    await page.getByRole('option', { name: '中止', exact: true }).press('Enter')
    await expect.poll(() => rows().count()).toBe(3)
    await page.getByRole('button', { name: /月：すべて/ }).press('Enter')
    await page.getByRole('option', { name: '４月' }).press('Enter')
    await page.getByText('この条件に合う活動はありません。').waitFor()
    await looksRight('nothing-found')
    await page.getByRole('button', { name: '絞り込みをやめる' }).press('Enter')
  })

  test('the state is that of the as-of date', async () => {
    await page.getByRole('button', { name: /^年度・対象期間・基準日/ }).press('Enter')
    await page.getByRole('textbox', { name: '基準日' }).fill('R6.11.30')
    await page.getByRole('button', { name: 'この期間にする' }).press('Enter')
    await page.getByText('令和６年11月30日現在の状態').waitFor()
    await page.getByLabel(/名称・会場/).fill('連絡会')
    await expect.poll(() => rows().nth(4).textContent()).toContain('12月17日（火）予定')
    await page.getByLabel(/名称・会場/).fill('')
    await page.getByRole('button', { name: /^年度・対象期間・基準日/ }).press('Enter')
    await page.getByRole('textbox', { name: '基準日' }).fill('R7.3.31')
    await page.getByRole('button', { name: 'この期間にする' }).press('Enter')
    await page.getByText('令和７年３月31日現在の状態').waitFor()
  })

  test('calendar: twelve months, arrows move, Enter opens the day', async () => {
    await page.getByRole('radio', { name: '１年の暦' }).press('Enter')
    await page.getByRole('region', { name: '３月' }).waitFor()
    await looksRight('calendar')
    const day = page.getByRole('button', { name: /^３月13日（木）\s居場所 実施$/ })
    await page.getByRole('button', { name: /^３月１日（土）/ }).focus()
    await keys('ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    expect(await day.evaluate((element) => element === document.activeElement)).toBe(true)
    await keys('Enter')
    await panel().getByText('令和７年３月13日（木）').waitFor()
    expect(new URL(page.url()).hash).toMatch(/view=calendar.*id=/)
    await picture(page, 'activities-calendar-panel')
    await page.getByRole('button', { name: /月をまたぐもの・日程未定 \d件/ }).press('Enter')
    await page.getByRole('dialog').getByText('谷戸高齢者在宅サービスセンター跡地', { exact: false }).waitFor()
    await picture(page, 'activities-calendar-loose')
    await keys('Escape')
    await page.getByRole('radio', { name: '一覧' }).press('Enter')
  })
})

describe('entry', () => {
  test('a new activity: a conversion never submits, half of it is a draft, all of it is planned', async () => {
    await grid().focus()
    await keys('n')
    await form('新しい活動').waitFor()
    await picture(page, 'activities-new')
    const ime = await inputMethodOf(page)
    await ime.compose(['ふぉ', 'ふぉーらむ'], 'フォーラム')
    await ime.abandon('あ')
    expect(await form('新しい活動').getByLabel('名称').inputValue()).toBe('フォーラム')
    await keys('Tab')
    await ime.compose(['こう', 'こうえん'], '講演')
    await keys('Tab')
    expect(await form('新しい活動').getByRole('combobox', { name: '種類' }).inputValue()).toBe('講演会')
    expect(await form('新しい活動').getByRole('combobox', { name: '区分' }).inputValue()).toBe('⑤普及啓発')
    await form('新しい活動').getByLabel('予定日').fill('R6.13.45')
    await page.getByText('月は１から12までで入力してください。').waitFor()
    await keys('Control+Enter')
    await looksRight('new-wrong')
    await page.waitForTimeout(500)
    await page.reload()
    await form('新しい活動').waitFor()
    expect(await form('新しい活動').getByLabel('予定日').inputValue()).toBe('R6.13.45')
    await form('新しい活動').getByRole('combobox', { name: '報告元' }).focus()
    await page.keyboard.type('1')
    await keys('Tab')
    await form('新しい活動').getByLabel('予定日').fill('令和７年３月')
    await keys('Control+Enter')
    await panel().getByRole('heading', { name: 'フォーラム' }).waitFor()
    await panel().getByText('令和７年３月', { exact: true }).waitFor()
    await picture(page, 'activities-panel')
  })

  test('a series: every date is seen, one is left out, all are one step', async () => {
    await page.getByRole('button', { name: 'くり返しの予定' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('夜の居場所')
    await dialog.getByRole('combobox', { name: '種類' }).focus()
    await page.keyboard.type('1')
    await keys('Tab')
    await dialog.getByRole('combobox', { name: '報告元' }).focus()
    await page.keyboard.type('委託')
    await keys('Tab')
    await dialog.getByLabel('くり返し').fill('毎週木曜日')
    await dialog.getByLabel('始めの日').fill('R7.3.6')
    await dialog.getByText('祝日').first().waitFor()
    await dialog.getByText('３月20日（木） 春分の日のため除く').waitFor()
    await dialog.getByRole('checkbox', { name: '３月27日（木）' }).press('Space')
    await dialog.getByText('2回を作ります').waitFor()
    await looksRight('series')
    await dialog.getByRole('button', { name: '2回の予定を作る' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /元に戻す.*2件/ }).waitFor()
  })

  test('results one after the other: numbers, total, Ctrl+Enter; a cancellation needs its reason', async () => {
    await page.getByLabel(/名称・会場/).fill('夜の居場所')
    await expect.poll(() => rows().count()).toBe(2)
    await page.getByRole('button', { name: '続けて記録' }).press('Enter')
    await form('結果を記録').getByText('令和７年３月６日（木）　夜の居場所').waitFor()
    expect(await page.evaluate(() => document.activeElement?.closest('label')?.textContent)).toBe('本人')
    await page.keyboard.type('８')
    await keys('Tab')
    await page.keyboard.type('1e9')
    await form('結果を記録')
      .getByText(/^数|位|読み取れません/)
      .first()
      .waitFor()
    await picture(page, 'activities-record')
    await keys('Control+Enter')
    expect(await form('結果を記録').getByText('令和７年３月６日（木）　夜の居場所').isVisible()).toBe(true)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('2')
    await form('結果を記録').getByText('計 10人').waitFor()
    await keys('Control+Enter')
    await form('結果を記録').getByText('令和７年３月13日（木）　夜の居場所').waitFor()
    await form('結果を記録').getByRole('combobox', { name: '結果' }).focus()
    await page.keyboard.type('4')
    await keys('Tab')
    await page.keyboard.type('R7.3.12')
    await keys('Control+Enter')
    await page.getByText('中止・延期は、理由を入れてください。').first().waitFor()
    await looksRight('record-wrong')
    await form('結果を記録').getByLabel('理由').focus()
    const ime = await inputMethodOf(page)
    await ime.compose(['せき', 'せきせつ'], '積雪のため')
    await keys('Control+Enter')
    await form('結果を記録').waitFor({ state: 'detached' })
    await expect.poll(() => rows().nth(0).textContent()).toContain('実施')
    await expect.poll(() => rows().nth(1).textContent()).toContain('中止')
    await saved()
  })

  test('what was recorded counts, is told in the panel, and can be taken back without losing the log', async () => {
    await grid().focus()
    await keys('Control+Home')
    await panel().getByText('居場所 参加延べ人数').waitFor()
    expect(await panel().getByRole('region', { name: 'この活動が入る集計' }).textContent()).toContain('10人')
    await panel().getByRole('button', { name: '最後の状態を取り消す' }).press('Enter')
    const dialog = page.getByRole('alertdialog')
    expect(await dialog.getByRole('button', { name: '取り消す', exact: true }).isDisabled()).toBe(true)
    await dialog.getByLabel('取り消す理由').fill('人数の転記誤りのため')
    await picture(page, 'activities-withdraw')
    await dialog.getByRole('button', { name: '取り消す', exact: true }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const log = panel().getByRole('region', { name: '状態の経過' })
    await log.getByText('取消し：人数の転記誤りのため', { exact: false }).waitFor()
    await looksRight('withdrawn')
  })

  test('leaving a form saves it; a clash with another window shows both', async () => {
    await grid().focus()
    await keys('Control+Home', 'Enter')
    await form('内容を直す').getByLabel('時間').fill('18時から')
    await page.getByLabel(/名称・会場/).focus()
    await panel().getByRole('definition').filter({ hasText: '18時から' }).waitFor()
    await form('内容を直す').getByLabel('時間').fill('18時半から')
    await page.waitForTimeout(500)
    await elsewhere('19時から')
    await page.getByLabel(/名称・会場/).focus()
    const dialog = page.getByRole('alertdialog', { name: 'ほかで変更されています' })
    await dialog.getByText('18時半から').waitFor()
    await dialog.getByText('19時から').waitFor()
    await looksRight('clash')
    await dialog.getByRole('button', { name: '今の入力で保存する' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await form('内容を直す').getByLabel('時間').focus()
    await keys('Control+Enter')
    await form('内容を直す').waitFor({ state: 'detached' })
    await panel().getByRole('definition').filter({ hasText: '18時半から' }).waitFor()
  })

  test('removed with a reason, and undone', async () => {
    await panel().getByRole('button', { name: 'この活動を削除' }).press('Enter')
    const dialog = page.getByRole('alertdialog')
    await dialog.getByLabel('削除する理由').fill('重複のため')
    await dialog.getByRole('button', { name: '削除する' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => rows().count()).toBe(1)
    await page
      .getByRole('button', { name: /^元に戻す/ })
      .first()
      .press('Enter')
    await expect.poll(() => rows().count()).toBe(2)
  })
})

describe('states that this ledger does not have', () => {
  /** Answers of the host are changed on their way to the page. */
  async function answering(name: string, change: (answer: Answer) => Answer, look: () => Promise<void>) {
    await page.route('**/call', async (route) => {
      const asked = route.request().postDataJSON() as { readonly name: string }
      if (asked.name !== name) return route.continue()
      const answer = await route.fetch()
      await route.fulfill({ json: change((await answer.json()) as Answer) })
    })
    await page.reload()
    await look()
    await page.unroute('**/call')
  }

  test('a year without activities says how to begin; one that cannot be read says why', async () => {
    await answering(
      'activities.year',
      () => ({ ok: true, value: { activities: [], total: 0 } }),
      async () => {
        await page.getByText('令和６年度の活動は、まだありません').waitFor()
        await looksRight('empty')
      },
    )
    const error = { code: 'inputOutput', parameters: {}, field: null }
    await answering(
      'activities.year',
      () => ({ ok: false, error }),
      async () => {
        await page.getByText('ディスクの読み書きに失敗しました', { exact: false }).waitFor()
        await looksRight('error')
      },
    )
  })

  test('a month that is 確定 says so before anyone types', async () => {
    await answering(
      'activities.read',
      (answer) => ({
        ...answer,
        value: {
          ...answer.value,
          locked: { code: 'periodConfirmed', party: '委託', month: '令和７年３月', period: march },
        },
      }),
      async () => {
        await grid().focus()
        await keys('Control+Home')
        await panel().getByText('令和７年３月分は確定してあります').waitFor()
        expect(await panel().getByRole('button', { name: '内容を直す' }).isDisabled()).toBe(true)
        await looksRight('locked')
      },
    )
  })
})

const march = { party: 'support-contractor', form: 'place', month: '2025-03' }

interface Answer {
  readonly ok: boolean
  readonly value?: object
  readonly error?: object
}

/** As another window would: changes the chosen activity's hours by the contract itself. */
async function elsewhere(hours: string): Promise<void> {
  const code = await page.evaluate(async (text) => {
    const headers = {
      'x-fukushi-secret': String(Object.values(sessionStorage)[0]),
      'Content-Type': 'application/json',
    }
    const call = async (name: string, input: unknown) => {
      const body = JSON.stringify({ name, input, jobId: null })
      return (await fetch('/call', { method: 'POST', headers, body })).json()
    }
    const id = new URLSearchParams(location.hash.split('?')[1]).get('id')
    const read = await call('activities.read', { id })
    const own = ['id', 'revision', 'fiscalYear', 'seriesId', 'held', 'log', 'withdrawn']
    const { activity } = read.value
    const content = Object.fromEntries(Object.entries(activity).filter(([name]) => !own.includes(name)))
    const { revision } = activity
    const actionId = crypto.randomUUID()
    const answer = await call('activities.save', {
      actionId,
      id,
      revision,
      content: { ...content, hours: text },
      change: null,
    })
    return answer.ok ? 'ok' : answer.error.code
  }, hours)
  expect(code).toBe('ok')
}
