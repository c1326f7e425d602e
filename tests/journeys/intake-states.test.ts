import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { FakeBackend } from '../renderer/fake/backend.ts'
import { axeFindings } from './support/axe.ts'
import { journeyOnFakeHost } from './support/journey.ts'
import { picture } from './support/pictures.ts'

/** States of 取込 that a good ledger and good books do not show. */
const journey = journeyOnFakeHost({
  backend: { recent: true },
  withFonts: process.env.FUKUSHI_PICTURES !== undefined,
})
let backend: FakeBackend
let page: Page

beforeEach(async () => {
  ;({ backend, page } = journey())
  await page.getByRole('heading', { name: '台帳を選ぶ' }).waitFor()
})

async function looksRight(name: string): Promise<void> {
  await picture(page, name)
  expect(await axeFindings(page)).toEqual([])
}
const button = (name: string | RegExp) => page.getByRole('button', { name })

describe('取込', () => {
  const open = async (): Promise<void> => {
    await page.getByLabel('パスワード').fill('x')
    await page.keyboard.press('Enter')
  }
  const choose = async (name: string): Promise<void> => {
    const link = page.getByRole('link', { name: '取込', exact: true })
    await page.getByLabel('パスワード').or(link).first().waitFor()
    if (!(await link.isVisible())) await open()
    await link.click()
    await button('ファイルを選ぶ').click()
    await page.getByRole('dialog').getByRole('button', { name }).click()
    await button('このファイルを読む').click()
  }
  const tryIt = async (): Promise<void> => {
    await page.locator('.intake-foot .progress').waitFor({ state: 'detached' })
    await button('試しに読む').last().click()
    await page.getByRole('group', { name: '読んだ行の内訳' }).waitFor()
  }

  test('a file that cannot be read says why, and another one can be chosen', async () => {
    backend.failNext('intake.open', {
      code: 'bookEncrypted',
      parameters: { file: '報告.xlsx' },
      field: 'file',
    })
    await choose('報告.xlsx')
    await page
      .getByRole('alert')
      .getByText(/報告\.xlsx/)
      .waitFor()
    await button('ファイルを選ぶ').waitFor()
    await looksRight('intake-not-readable')
  })

  test('late rows, rows that are gone, and a question without an answer', async () => {
    await choose('報告.xlsx')
    await page.getByText('外部リンクが３か所あります（読みません）。').waitFor()
    await page.getByText('読まずに除きます（個人が分かる列）').waitFor()
    await page.getByText('読まずに除きます（氏名）。').waitFor()
    await looksRight('intake-mixed-reading')
    await tryIt()
    await page.getByText('確定済みの月の行が 1行あります。').waitFor()
    await page.getByText('まだ答えていないことが 1件あります。').waitFor()
    await page.getByRole('radio', { name: '取り消す' }).press(' ')
    await looksRight('intake-mixed-trial')
    await button('取り込みへ進む').click()
    await page.getByText('台帳にだけある 2行を取り消します').waitFor()
    await button('台帳に取り込む').click()
    await page.getByRole('alert').getByText('ほかの処理が終わるのを待っています。').waitFor()
    expect(await button('台帳に取り込む').isEnabled()).toBe(true)
    const asked = backend.heard.filter(({ name }) => name === 'intake.apply')
    expect(asked).toMatchObject([{ input: { withdrawGone: true } }])
  })

  test('a book that was closed meanwhile is opened again, as it was read', async () => {
    await choose('報告.xlsx')
    await page.getByRole('radio', { name: '再掲' }).press(' ')
    backend.failNext('intake.read', { code: 'bookClosed', parameters: {}, field: 'session' })
    await button('試しに読む').last().click()
    await page.getByText('開いていたファイルは、いったん閉じられました。').waitFor()
    await looksRight('intake-closed')
    await button('同じファイルを開き直して続ける').click()
    await page.getByText('開いていたファイルは、いったん閉じられました。').waitFor({ state: 'detached' })
    expect(await page.getByRole('radio', { name: '再掲' }).isChecked()).toBe(true)
  })

  test('what is no known book is given its kind; an empty form has nothing to take in', async () => {
    await choose('空.xlsx')
    await page.getByText('このファイルが何か、見出しからは分かりませんでした。').waitFor()
    expect(await button('試しに読む').last().isDisabled()).toBe(true)
    await page.getByRole('button', { name: /種類/ }).click()
    await page.getByRole('option', { name: '相談受付簿' }).click()
    await tryIt()
    await page.getByText('このファイルには、読める行がありません。').waitFor()
    expect(await button('取り込みへ進む').isDisabled()).toBe(true)
    await looksRight('intake-empty')
  })

  test('a ledger for looking only: a book is read for trial, and not taken in', async () => {
    backend.failNext('ledger.open', { code: 'ledgerInUse', parameters: { owner: '山口' }, field: null })
    await open()
    await button('閲覧のみで開く').click()
    await page.getByRole('link', { name: '取込', exact: true }).waitFor()
    await choose('報告.xlsx')
    await page
      .getByText(/取り込めません。$/)
      .first()
      .waitFor()
    await tryIt()
    await button('取り込みへ進む').click()
    expect(await button('台帳に取り込む').isDisabled()).toBe(true)
    await looksRight('intake-read-only')
  })
})
