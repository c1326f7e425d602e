import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../src/shared/contract/errors.ts'
import { type FakeBackend, fakeRecoveryKey } from '../renderer/fake/backend.ts'
import { axeFindings } from './support/axe.ts'
import { journeyOnFakeHost } from './support/journey.ts'
import { goToPapers } from './support/page.ts'
import { picture } from './support/pictures.ts'

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
async function openLedger(): Promise<void> {
  await page.getByLabel('パスワード').fill('x')
  await page.keyboard.press('Enter')
  await goToPapers(page)
}
async function makeLedger(): Promise<void> {
  await button('新しい台帳を作る').click()
  await page.getByLabel('台帳の名前').fill('西東京市_福祉台帳')
  await page.getByLabel('担当者の名前').fill('高橋')
  await page.getByLabel('パスワード', { exact: true }).fill('青い自転車 tanashi 7')
  await page.getByLabel('パスワード（確認）').fill('青い自転車 tanashi 7')
  await button('場所を選ぶ').click()
  await button('この場所にする').click()
  await button('台帳を作る').last().click()
}
async function openPaper(): Promise<void> {
  await openLedger()
  await page.getByRole('link', { name: 'ひきこもり支援について' }).click()
  await page.locator('.sheet canvas').waitFor()
}

describe('start screen', () => {
  test('a ledger to open', () => looksRight('start-open'))

  test('a ledger that is gone', async () => {
    await button(/研修用/).click()
    await page.getByRole('heading', { name: /が見つかりません/ }).waitFor()
    await looksRight('start-gone')
  })

  test('a new ledger, half filled', async () => {
    await button('新しい台帳を作る').click()
    await page.getByLabel('台帳の名前').fill('西東京市/福祉')
    await page.getByLabel('パスワード', { exact: true }).fill('nishitokyo2024')
    await page.getByLabel('パスワード（確認）').fill('nishi')
    await page.getByText('次の文字は使えません').waitFor()
    await page.getByText('普通　もう少し長くすると安心です').waitFor()
    await page.getByText('上のパスワードと違います。').waitFor()
    expect(await button('台帳を作る').last().isDisabled()).toBe(true)
    await looksRight('start-new')
  })

  test('the chooser of folders', async () => {
    await button('ほかの台帳を開く').click()
    await page.getByRole('dialog').getByText('西東京市_福祉台帳.daicho').click()
    await looksRight('start-chooser')
    await button('この台帳を開く').click()
    await page.getByLabel('パスワード').waitFor()
  })

  test('a wrong password is told at its field', async () => {
    backend.failNext('ledger.open', { code: 'wrongPassword', parameters: {}, field: 'passphrase' })
    await page.getByLabel('パスワード').fill('x')
    await page.keyboard.press('Enter')
    await page.getByText(/パスワードが違います。/).waitFor()
    expect(await page.getByLabel('パスワード').getAttribute('aria-invalid')).toBe('true')
    await page.getByText('「回復用の鍵」を、パスワードの欄に入れると開けます').waitFor()
    await looksRight('start-wrong-password')
  })

  test('the recovery key is shown once, and left only when it was noted', async () => {
    await makeLedger()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText('この鍵は一度しか表示されません').waitFor()
    expect(await dialog.getByLabel('回復用の鍵').textContent()).toBe(fakeRecoveryKey)
    await looksRight('start-recovery-key')
    await page.keyboard.press('Escape')
    expect(await dialog.getByRole('button', { name: '台帳を使い始める' }).isDisabled()).toBe(true)
    await dialog.getByRole('button', { name: 'コピーする' }).click()
    await dialog.getByText(/^コピーしました/).waitFor()
    // By keyboard: the box, then the button after it.
    await dialog.getByRole('checkbox', { name: '控えました' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await goToPapers(page)
  })

  test('a ledger that was made and does not open: its recovery key comes first, then what went wrong', async () => {
    backend.failNext('ledger.open', { code: 'diskFull', parameters: { folder: '/home/office' }, field: null })
    await makeLedger()
    const dialog = page.getByRole('alertdialog')
    expect(await dialog.getByLabel('回復用の鍵').textContent()).toBe(fakeRecoveryKey)
    await dialog.getByText('控えました', { exact: true }).click()
    await dialog.getByRole('button', { name: '台帳を使い始める' }).click()
    await page.getByText('ディスクの空きが足りません').waitFor()
    await button('もう一度開く').click()
    await page.getByLabel('パスワード').waitFor()
  })

  const failures: readonly (readonly [ErrorCode, RegExp, string])[] = [
    ['ledgerDamaged', /が壊れているため、開きませんでした/, '令和７年２月６日 17:30 のバックアップから開く'],
    ['historyTailLost', /の最後の記録が失われている/, '令和７年２月６日 17:30 のバックアップから開く'],
    ['ledgerFileEmpty', /の中身が空のため/, '令和７年２月６日 17:30 のバックアップから開く'],
    ['keysMissing', /の鍵がないため/, '令和７年２月６日 17:30 のバックアップから開く'],
    ['ledgerInUse', /は、ほかで使用中です/, '閲覧のみで開く'],
    ['ledgerNewer', /は、新しい版で作られている/, 'ほかの台帳を開く'],
    ['ledgerOnNetwork', /は、ネットワーク上にあるため/, 'ほかの台帳を開く'],
    ['ledgerInSyncedFolder', /は、同期フォルダーの中にあるため/, 'ほかの台帳を開く'],
    ['notALedger', /は、実績台帳ではありません/, 'ほかの台帳を開く'],
    ['anchorMissing', /の末尾を確かめるファイルがないため/, '閲覧のみで開く'],
    ['anchorDamaged', /の末尾を確かめるファイルが壊れているため/, '閲覧のみで開く'],
    ['ledgerOlder', /は前の版のものなので、閲覧のみでは開けません/, 'もう一度開く'],
    ['internal', /を開けませんでした/, 'もう一度開く'],
  ]
  const shapes: readonly ErrorCode[] = ['ledgerDamaged', 'ledgerInUse', 'ledgerNewer', 'internal']
  test.each(failures)('%s has its own name and its way out', async (code, title, wayOut) => {
    backend.failNext('ledger.open', {
      code,
      parameters: { path: '/home/office/西東京市_福祉台帳.daicho', owner: '山口', version: 9 },
      field: null,
    })
    await page.getByLabel('パスワード').fill('x')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: title }).waitFor()
    for (const part of ['何が起きたか', '残っているもの', '次にすること']) {
      await page.getByText(part, { exact: true }).waitFor()
    }
    await button(wayOut).first().waitFor()
    // They differ in words and ways out, not in shape.
    if (shapes.includes(code)) await looksRight(`start-${code}`)
  })

  test('an older backup can be chosen; opening it leads into the ledger', async () => {
    backend.failNext('ledger.open', { code: 'ledgerDamaged', parameters: {}, field: null })
    await page.getByLabel('パスワード').fill('x')
    await page.keyboard.press('Enter')
    await page.getByRole('radio').nth(1).check()
    await page.getByText('この後の変更 12件は入りません').waitFor()
    await button(/のバックアップから開く/).click()
    await goToPapers(page)
  })
})

describe('frame', () => {
  test('the time control', async () => {
    await openLedger()
    await button(/^年度・対象期間・基準日/).click()
    await page.getByRole('dialog').waitFor()
    await looksRight('frame-time')
  })

  test('keys by F1, and back', async () => {
    await openLedger()
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: 'キー操作' }).waitFor()
    await looksRight('frame-keys')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('who is working', async () => {
    await openLedger()
    await button(/^担当/).click()
    await page.getByRole('dialog', { name: '担当を選ぶ' }).waitFor()
    await looksRight('frame-staff')
  })

  test('high contrast, chosen and kept', async () => {
    await openLedger()
    await button('表示').click()
    await page.getByRole('menuitemradio', { name: /はっきり/ }).click()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('contrast')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'ひきこもり支援について' }).click()
    await page.locator('.sheet canvas').waitFor()
    await looksRight('papers-contrast')
  })

  test('forced colours of the system', async () => {
    await page.emulateMedia({ forcedColors: 'active' })
    await openPaper()
    await page.locator('.chip').first().click()
    await picture(page, 'papers-forced-colours')
    await page.emulateMedia({ forcedColors: 'none' })
  })
})

describe('資料作成', () => {
  test('the list', async () => {
    await openLedger()
    await looksRight('papers-list')
  })

  test('a new paper', async () => {
    await openLedger()
    await button('新しい資料を作る').click()
    await page.getByRole('dialog').waitFor()
    await looksRight('papers-new')
    await page.getByText('統計表', { exact: true }).click()
    await page.getByText('表を１つ以上選ぶと押せます。').waitFor()
    await button('この表を載せる').click()
    await looksRight('papers-new-tables')
    await button('下書きを作る').click()
    await page.locator('.chip-editor').first().waitFor()
  })

  test('an open paper, with the field under the cursor', async () => {
    await openPaper()
    await page.locator('.chip').first().click()
    await page.getByText('台帳と一致').waitFor()
    await looksRight('papers-desk')
  })

  test('what is too long to paste is refused in words, and nothing is lost', async () => {
    await openPaper()
    const place = page.getByRole('textbox', { name: '３（３）①' })
    const before = await place.textContent()
    await place.click()
    await page.keyboard.press('Control+End')
    await place.evaluate((element) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'あ'.repeat(10_000))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await page.getByText('長すぎるため入れていません').waitFor()
    expect(await place.textContent()).toBe(before)
    await page.keyboard.insertText('甲')
    await page.getByText('長すぎるため入れていません').waitFor({ state: 'detached' })
  })

  test('a year without records cannot be chosen, and says why', async () => {
    await openLedger()
    await button('新しい資料を作る').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /令和６年度/ })
      .click()
    await page.getByRole('option', { name: '令和７年度' }).click()
    await page.getByText('この年度の記録は台帳にありません').waitFor()
    await page.getByText('記録のある年度を選ぶと押せます。').waitFor()
    expect(await button('下書きを作る').isDisabled()).toBe(true)
    await looksRight('papers-new-without-data')
  })

  test('settings', async () => {
    await openPaper()
    await button('資料の設定').click()
    await page.getByRole('dialog').waitFor()
    await looksRight('papers-settings')
  })

  test('writing the files, and a held file', async () => {
    await openPaper()
    await button('書き出す').click()
    await button('場所を選ぶ').click()
    await button('この場所にする').click()
    await page.getByText('20241210_文教厚生委員会_資料１_ひきこもり支援.xlsx').waitFor()
    backend.failNext('papers.export', { code: 'fileHeldOpen', parameters: { file: '資料.pdf' }, field: null })
    await button('書き出す').last().click()
    await page.getByText(/ファイルがほかのソフトで開かれています/).waitFor()
    await looksRight('papers-export-held')
    await button('書き出す').last().click()
    await page.getByText('1個のファイルを書き出しました').waitFor()
    await looksRight('papers-export-done')
  })

  test('a save that fails says what was kept, and succeeds on もう一度', async () => {
    await openPaper()
    backend.failAlways('papers.edit', { code: 'diskFull', parameters: {}, field: null })
    const place = page.getByRole('textbox', { name: '３（３）①' })
    await place.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('甲')
    await page.getByText('ディスクの空きが足りません').waitFor()
    await looksRight('papers-save-failed')
    expect(await place.textContent()).toContain('甲')
    backend.failAlways('papers.edit', null)
    await button('もう一度').click()
    await page.getByText(/^保存済/).waitFor()
    expect(backend.draft.edits.consulting).toContain('甲')
  })

  test('the same words changed in another window', async () => {
    await openPaper()
    backend.writeElsewhere('consulting', 'よその文')
    await page.getByRole('textbox', { name: '３（３）①' }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('甲')
    await page.getByRole('alertdialog').waitFor()
    await looksRight('papers-clash')
    await button('この画面の文にする').click()
    await expect.poll(() => backend.draft.edits.consulting).toContain('甲')
  })

  test('a preview that cannot be made', async () => {
    await openLedger()
    backend.failAlways('papers.preview', { code: 'workerStopped', parameters: {}, field: null })
    await page.getByRole('link', { name: 'ひきこもり支援について' }).click()
    await page.getByText(/処理が途中で止まりました/).waitFor()
    await looksRight('papers-preview-failed')
    backend.failAlways('papers.preview', null)
    await button('もう一度').click()
    await page.locator('.sheet canvas').waitFor()
  })
})

describe('at 150 % and 200 % of 1366×768', () => {
  test.each([
    ['150', 910, 512],
    ['200', 683, 384],
  ])('%s %%: start screen, list and paper can be used', async (name, width, height) => {
    await page.setViewportSize({ width, height })
    await looksRight(`zoom-${name}-start`)
    const overlap = await page.evaluate(() => {
      const [left, right] = ['.left', '.right'].map((part) =>
        document.querySelector(part)?.getBoundingClientRect(),
      )
      return left && right ? left.right > right.left + 1 && left.bottom > right.top + 1 : true
    })
    expect(overlap).toBe(false)
    await openLedger()
    await looksRight(`zoom-${name}-list`)
    await page.getByRole('link', { name: 'ひきこもり支援について' }).click()
    await page.locator('.chip').first().click()
    await looksRight(`zoom-${name}-text`)
    await page.getByRole('radio', { name: '仕上がり' }).click()
    await page.locator('.sheet canvas').waitFor()
    await looksRight(`zoom-${name}-preview`)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await page.setViewportSize({ width: 1366, height: 768 })
  })
})
