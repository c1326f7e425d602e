import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { FakeBackend } from '../renderer/fake/backend.ts'
import { inputMethodOf } from './support/ime.ts'
import { journeyOnFakeHost } from './support/journey.ts'
import { goToPapers } from './support/page.ts'

const journey = journeyOnFakeHost()
let backend: FakeBackend
let page: Page

beforeEach(async () => {
  ;({ backend, page } = journey())
  await page.getByRole('button', { name: '見本の台帳を開く' }).click()
  await goToPapers(page)
  await page.getByRole('link', { name: 'ひきこもり支援について' }).click()
  await editor().waitFor()
})

/** ３（３）① 相談支援: the sentence with two fields. */
const editor = () => page.getByRole('textbox', { name: '３（３）①' })
const text = () => backend.draft.edits.consulting
const saved = () => page.getByText(/^保存済/).waitFor()
const chips = () => editor().locator('.chip').allTextContents()

async function untilSaved(expected: string): Promise<void> {
  await expect.poll(text).toBe(expected)
  await saved()
}
const begin = '生活サポート相談窓口における自立相談支援事業と連携した相談支援の実施（相談延べ件数'
const original = `${begin}{{consultation.events}}、相談実人数{{consultation.persons}}）`

describe('text with number fields', () => {
  test('typing at the end is saved by itself', async () => {
    await editor().click()
    await page.keyboard.press('End')
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('など')
    await untilSaved(`${original}など`)
  })

  test('a field cannot be edited inside: typing goes behind it', async () => {
    await editor().locator('.chip').first().click()
    await page.keyboard.insertText('余')
    await untilSaved(original.replace('}}、', '}}余、'))
    expect(await chips()).toEqual(['268件', '58人'])
  })

  test('the strip explains the field under the cursor', async () => {
    await editor().locator('.chip').first().click()
    const strip = page.locator('.fld')
    expect(await strip.textContent()).toContain('相談延べ件数　268件')
    expect(await strip.textContent()).toContain('令和６年11月30日現在')
    expect(await strip.textContent()).toContain('台帳と一致')
  })

  test('Backspace selects a field first, and removes it only the second time', async () => {
    await editor().locator('.chip').first().click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Backspace')
    expect(await editor().locator('.chip.selected').textContent()).toBe('268件')
    expect(await chips()).toHaveLength(2)
    await page.keyboard.press('Backspace')
    await untilSaved(original.replace('{{consultation.events}}', ''))
  })

  test('arrows step onto a field and off it', async () => {
    await editor().locator('.chip').first().click()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.insertText('前')
    await untilSaved(original.replace('{{consultation.events}}', '前{{consultation.events}}'))
    await page.keyboard.press('ArrowRight')
    expect(await editor().locator('.chip.selected').textContent()).toBe('268件')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.insertText('後')
    await untilSaved(original.replace('{{consultation.events}}', '前{{consultation.events}}後'))
  })

  test('cutting and pasting moves a field', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await editor().locator('.chip').first().click()
    await page.keyboard.press('Control+X')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+V')
    await untilSaved(`{{consultation.events}}${original.replace('{{consultation.events}}', '')}`)
  })

  test('a field from the list goes where the cursor was', async () => {
    await editor().locator('.chip').first().click()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: '数字欄' }).click()
    await page.getByRole('menuitem', { name: '調査の有効回収数' }).click()
    await untilSaved(original.replace('}}、', '}}{{survey.responses}}、'))
    expect(await editor().locator('.chip.missing').textContent()).toBe('値なし')
  })

  test('pasted pages become plain words, and braces no field', async () => {
    await editor().click()
    await page.keyboard.press('Control+End')
    await editor().evaluate((element) => {
      const data = new DataTransfer()
      data.setData('text/plain', '一\n二{{consultation.events}}')
      data.setData('text/html', '<b>一</b><img src=x onerror="throw 1">')
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await untilSaved(`${original}一二｛｛consultation.events｝｝`)
    expect(await editor().locator('b, img').count()).toBe(0)
  })

  test('Enter makes no line, and says why', async () => {
    await editor().click()
    await page.keyboard.press('Enter')
    await page.getByText('改行は入りません').waitFor()
    expect(text()).toBeUndefined()
  })

  test('undo and redo, and 元の文に戻す', async () => {
    await editor().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('甲')
    await page.keyboard.press('Control+Z')
    expect(await editor().textContent()).not.toContain('甲')
    await page.keyboard.press('Control+Y')
    await untilSaved(`${original}甲`)
    await page.getByRole('button', { name: '元の文に戻す' }).click()
    await expect.poll(text).toBeUndefined()
    await expect.poll(() => editor().textContent()).not.toContain('甲')
  })

  test('a finding is put right, and its mark goes', async () => {
    await page.getByRole('button', { name: /^直す：/ }).click()
    await expect.poll(() => backend.draft.edits.seminar).toContain('令和７年１月から')
    await page.getByRole('heading', { name: '点検　指摘はありません' }).waitFor()
  })
})

describe('with the input method', () => {
  test('a conversion is written once, and Enter that confirms it does nothing else', async () => {
    const ime = await inputMethodOf(page)
    await editor().click()
    await page.keyboard.press('Control+End')
    await ime.compose(['そ', 'そう', 'そうだん'], '相談')
    await untilSaved(`${original}相談`)
    expect(await page.getByText('改行は入りません').count()).toBe(0)
  })

  test('behind a selected field: the field stays', async () => {
    const ime = await inputMethodOf(page)
    await editor().locator('.chip').first().click()
    await ime.compose(['よ'], '余')
    await untilSaved(original.replace('}}、', '}}余、'))
    expect(await chips()).toEqual(['268件', '58人'])
  })

  test('between two fields without text', async () => {
    const ime = await inputMethodOf(page)
    await editor().locator('.chip').first().click()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: '数字欄' }).click()
    await page.getByRole('menuitem', { name: '相談実人数' }).click()
    await page.waitForFunction(() => document.activeElement?.className === 'chip-editor')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await ime.compose(['と'], '都')
    await untilSaved(original.replace('}}、', '}}都{{consultation.persons}}、'))
  })

  test('one undo takes back one conversion', async () => {
    const ime = await inputMethodOf(page)
    await editor().click()
    await page.keyboard.press('Control+End')
    await ime.compose(['そ', 'そうだん'], '相談')
    await page.keyboard.press('Control+Z')
    await expect.poll(() => editor().textContent()).not.toContain('相談相談')
    expect((await editor().textContent())?.endsWith('）')).toBe(true)
  })

  test('a save that ends during a conversion does not disturb it', async () => {
    const ime = await inputMethodOf(page)
    await editor().click()
    await page.keyboard.press('Control+End')
    await ime.compose(['い'], '医')
    await page.waitForTimeout(100)
    await ime.compose(['り', 'りょ', 'りょう'], '療')
    await untilSaved(`${original}医療`)
  })
})
