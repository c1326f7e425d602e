import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from './support/axe.ts'
import { inputMethodOf } from './support/ime.ts'
import { journeyOnRealHost } from './support/journey.ts'
import { openDemonstration } from './support/open-demonstration.ts'
import { picture } from './support/pictures.ts'

/** 設定 and 年度更新 on the demonstration ledger, by keyboard alone. */
const journey = journeyOnRealHost({ withFonts: process.env.FUKUSHI_PICTURES !== undefined })
let page: Page

beforeAll(async () => {
  ;({ page } = journey())
  await openDemonstration(page)
  await page.getByRole('link', { name: '設定', exact: true }).press('Enter')
  await page.getByRole('heading', { name: '設定', level: 1 }).waitFor({ timeout: 30_000 })
})

const dialog = () => page.getByRole('dialog')
const panel = () => page.getByRole('complementary')
const chooser = () => page.getByRole('navigation', { name: '設定の種類' })
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).press('Enter')
const go = async (name: string) => {
  await chooser().getByRole('link', { name, exact: true }).press('Enter')
  await page.getByRole('heading', { name, level: 2 }).waitFor()
}
async function looksRight(name: string): Promise<void> {
  await picture(page, `settings-${name}`)
  expect(await axeFindings(page), name).toEqual([])
}

describe('区分', () => {
  test('an item is added with the input method, retired, merged and given back; undo is one step', async () => {
    await go('相談方法')
    await looksRight('codes')
    await press('加える')
    const label = dialog().getByRole('textbox', { name: '項目' })
    await label.focus()
    const ime = await inputMethodOf(page)
    // Enter, Tab and Escape belong to the conversion: nothing is saved, moved or closed by it.
    await ime.compose(['びでお', 'びでおつうわ'], 'ビデオ通話相談')
    expect(await label.inputValue()).toBe('ビデオ通話相談')
    await ime.abandon('けす')
    expect(await dialog().isVisible()).toBe(true)
    await dialog().getByRole('textbox', { name: 'よみ' }).fill('ビデオツウワ')
    await press('書き方を加える')
    await dialog().getByRole('textbox', { name: 'ほかの書き方 1' }).fill('電話')
    await press('保存する')
    await dialog().getByText('「電話」は、すでに「電話」の読み替えに使われています（相談方法）。').waitFor()
    await looksRight('codes-refused')
    await dialog().getByRole('textbox', { name: 'ほかの書き方 1' }).fill('Skype')
    await press('保存する')
    await dialog().waitFor({ state: 'detached' })
    await panel().getByRole('heading', { name: 'ビデオ通話相談' }).waitFor()
    await page.getByRole('row', { name: /ビデオ通話相談 びでおつうわ Skype 使用中/ }).waitFor()

    // Arrows walk over the items; the panel follows.
    await page.getByRole('button', { name: 'メール', exact: true }).focus()
    await page.keyboard.press('ArrowDown')
    await panel().getByRole('heading', { name: 'SNS' }).waitFor()
    await page.keyboard.press('ArrowUp')
    await panel().getByRole('heading', { name: 'メール' }).waitFor()
    await picture(page, 'settings-codes-panel')
    await press('統合する')
    await dialog()
      .getByRole('button', { name: /統合先/ })
      .press('Enter')
    await page.getByRole('option', { name: 'オンライン', exact: true }).press('Enter')
    await dialog()
      .getByText(/件の記録が「オンライン」として数えられます。/)
      .waitFor()
    await picture(page, 'settings-codes-merge')
    await dialog().getByRole('button', { name: '統合する' }).press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /メール .*「オンライン」に統合/ }).waitFor()
    await panel().getByRole('button', { name: '統合をやめる' }).press('Enter')
    await page.getByRole('row', { name: /メール .*使用中/ }).waitFor()

    await panel().getByRole('button', { name: '廃止する' }).press('Enter')
    await dialog().getByRole('textbox', { name: '最後に使う日' }).fill('R7.3.31')
    await picture(page, 'settings-codes-retire')
    await dialog().getByRole('button', { name: '廃止する' }).press('Enter')
    await page.getByRole('row', { name: /メール .*令和７年３月31日まで/ }).waitFor()
    await page
      .getByRole('button', { name: /^元に戻す/ })
      .first()
      .press('Enter')
    await page.getByRole('row', { name: /メール .*使用中/ }).waitFor()
  })

  test('bands of ages are refused with a gap, and take full-width figures', async () => {
    await go('年齢の区分')
    await looksRight('ages')
    await press('年齢（旧対象年齢の区分）を改める')
    await dialog().getByRole('textbox', { name: '「29歳以下」の上' }).fill('２８')
    await press('保存する')
    await dialog()
      .getByText(/年齢の区分に、すき間か重なりがあります（30歳以上）/)
      .waitFor()
    await dialog().getByRole('textbox', { name: '「30歳以上」の下' }).fill('２９歳')
    await press('保存する')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('region', { name: '年齢（旧対象年齢の区分）' }).getByText('第2版').waitFor()
  })
})

describe('組織', () => {
  test('a clerk makes a party with its forms and a venue', async () => {
    await go('報告元')
    await looksRight('parties')
    await press('加える')
    await dialog().getByRole('textbox', { name: '名称 1' }).fill('北部相談室')
    await dialog().getByRole('textbox', { name: /^法人/ }).fill('社会福祉法人北')
    await dialog().getByRole('textbox', { name: '契約の始め' }).fill('R7.4.1')
    await looksRight('party-new')
    await press('保存する')
    await dialog().waitFor({ state: 'detached' })
    await panel().getByRole('heading', { name: '北部相談室' }).waitFor()
    await panel().getByText('令和７年４月分から').waitFor()
    await looksRight('party-panel')
    await panel().getByRole('button', { name: '改める' }).nth(1).press('Enter')
    await page.getByRole('menuitem', { name: '報告のしかたを切り替える' }).press('Enter')
    await dialog().getByRole('textbox', { name: '切り替える月' }).fill('R7.10')
    await picture(page, 'settings-party-switch')
    await press('保存する')
    await dialog().waitFor({ state: 'detached' })
    await panel().getByText('令和７年４月分から令和７年９月分まで').waitFor()
    await panel().getByRole('button', { name: '受託者が交代する' }).press('Enter')
    await picture(page, 'settings-party-successor')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })

    await go('会場')
    await press('加える')
    await dialog().getByRole('textbox', { name: '名称 1' }).fill('消費者センター分館')
    await press('保存する')
    await dialog().getByText('同じ名前がすでにあります（消費者センター分館）。').waitFor()
    await dialog().getByRole('textbox', { name: '名称 1' }).fill('田無公民館')
    await press('保存する')
    await page.getByRole('row', { name: /田無公民館/ }).waitFor()
    await looksRight('venues')
  })

  test('every other section is whole, and says what its choice changes', async () => {
    for (const [name, file] of [
      ['事業', 'programmes'],
      ['課名', 'departments'],
      ['計上ルール', 'rules'],
      ['担当者', 'staff'],
      ['市・締切・書式', 'city'],
    ] as const) {
      await go(name)
      await looksRight(file)
    }
    await page.getByRole('textbox', { name: '締切の日' }).fill('３２')
    await page.getByText('１から31までの数で入れてください。31は末日です。').waitFor()
    await page.getByRole('textbox', { name: '締切の日' }).fill('３１')
    await press('月報の締切　保存する')
    await expect
      .poll(() => page.getByRole('button', { name: '月報の締切　保存する' }).isDisabled())
      .toBe(true)
    await go('事業')
    await page.getByRole('button', { name: 'ひきこもり支援事業', exact: true }).press('Enter')
    await panel().getByRole('button', { name: '改める' }).press('Enter')
    await dialog().getByRole('radio', { name: '前の年度に利用がない人' }).press('Space')
    await dialog()
      .getByText(/年度の途中では変えないでください。/)
      .waitFor()
    await looksRight('programme-rule')
    await page.keyboard.press('Escape')
  })
})

describe('年度更新', () => {
  test('decides, previews, begins, and shows later what was done; undone it can be begun again', async () => {
    await chooser().getByRole('link', { name: '年度更新' }).press('Enter')
    await page.getByRole('heading', { name: '令和７年度への年度更新' }).waitFor()
    await page.getByText(/まだ確認済になっていない月が/).waitFor()
    await looksRight('year')
    await page.getByRole('textbox', { name: '「地域共生課」の新しい名称' }).fill('福祉総務課')
    await page.getByRole('checkbox', { name: /就労準備支援事業委託事業者\s相談/ }).press('Space')
    await page
      .getByRole('checkbox', { name: /居場所/ })
      .first()
      .press('Space')
    await press('令和７年度を始める')
    await dialog().getByText('「地域共生課」を４月１日から「福祉総務課」にする').waitFor()
    await looksRight('year-confirm')
    await dialog().getByRole('button', { name: '令和７年度を始める' }).press('Enter')
    await page.getByText('令和７年度は始めてあります').waitFor()
    await page.getByText(/前年度の値 \d+個を未採用として出す/).waitFor()
    await looksRight('year-done')
    await page
      .getByRole('button', { name: /^元に戻す/ })
      .first()
      .press('Enter')
    await page.getByRole('button', { name: '令和７年度を始める' }).waitFor()
  })
})
