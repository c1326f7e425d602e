import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { FakeBackend } from '../renderer/fake/backend.ts'
import { inputMethodOf } from './support/ime.ts'
import { journeyOnFakeHost } from './support/journey.ts'

const journey = journeyOnFakeHost({ backend: { recent: true } })
let backend: FakeBackend
let page: Page

beforeEach(() => {
  ;({ backend, page } = journey())
})

const heard = (name: string) => backend.heard.filter((request) => request.name === name)

describe('fields and the input method', () => {
  test('Enter that confirms a conversion does not open the ledger; the next one does', async () => {
    const ime = await inputMethodOf(page)
    await page.getByLabel('パスワード').click()
    await ime.compose(['あい', 'あいことば'], '合言葉')
    expect(heard('ledger.open')).toEqual([])
    expect(await page.getByLabel('パスワード').inputValue()).toBe('合言葉')
    await page.keyboard.press('Enter')
    await expect.poll(() => heard('ledger.open')).toHaveLength(1)
  })

  test('planted offender: a field that looks at Enter alone is found out by the same sequence', async () => {
    await page.evaluate(() => {
      const field = document.createElement('input')
      field.setAttribute('aria-label', 'offender')
      field.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') field.dataset.submitted = 'yes'
      })
      document.body.prepend(field)
      field.focus()
    })
    const ime = await inputMethodOf(page)
    await ime.compose(['あ'], '亜')
    const offender = page.getByLabel('offender')
    expect(await offender.inputValue()).toBe('亜')
    expect(await offender.getAttribute('data-submitted')).toBe('yes')
  })

  test('a conversion that is given up leaves nothing', async () => {
    const ime = await inputMethodOf(page)
    await page.getByLabel('パスワード').click()
    await ime.abandon('あい')
    expect(await page.getByLabel('パスワード').inputValue()).toBe('')
  })
})

describe('day fields', () => {
  test.each([
    ['R6.10.31', '令和６年10月31日（木）'],
    ['２０２４/１０/３１', '令和６年10月31日（木）'],
    ['令和６年１０月３１日', '令和６年10月31日（木）'],
    ['10/31', '令和６年10月31日（木）'],
  ])('「%s」 is read as %s', async (typed, reading) => {
    await openFrameControl()
    await page.getByRole('textbox', { name: '基準日' }).fill(typed)
    await page.getByRole('dialog').getByText(reading).waitFor()
    await page.getByRole('button', { name: 'この期間にする' }).click()
    await page.getByRole('button', { name: /令和６年10月31日現在/ }).waitFor()
  })

  test('what is no day stays as typed, says why, and cannot be applied', async () => {
    await openFrameControl()
    await page.getByRole('textbox', { name: '基準日' }).fill('R6.13.1')
    await page.getByText('月は１から12までで入力してください。').waitFor()
    expect(await page.getByRole('button', { name: 'この期間にする' }).isDisabled()).toBe(true)
    expect(await page.getByRole('textbox', { name: '基準日' }).inputValue()).toBe('R6.13.1')
  })

  test('a day before the period is refused in words', async () => {
    await openFrameControl()
    await page.getByRole('textbox', { name: '基準日' }).fill('R6.3.31')
    await page.getByText('対象期間の始め（令和６年４月１日）より前です。').waitFor()
  })

  async function openFrameControl(): Promise<void> {
    await page.getByLabel('パスワード').fill('x')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^年度・対象期間・基準日/ }).click()
  }
})
