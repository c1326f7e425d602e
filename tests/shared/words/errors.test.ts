import { describe, expect, test } from 'vitest'
import { appError, errorCodes } from '../../../src/shared/contract/errors.ts'
import { describeError, errorLines, errorWords } from '../../../src/shared/words/errors.ts'

describe('texts of errors', () => {
  test('every code has its text, and no text is left over', () => {
    expect(Object.keys(errorWords).sort()).toEqual([...errorCodes].sort())
  })

  test.each(errorCodes)('%s says what happened, what is left and what to do, without gaps', (code) => {
    const words = errorWords[code]
    for (const line of [words.what, words.kept, words.next]) {
      expect(line).toMatch(/[\u3041-\u30ff\u4e00-\u9fff]/)
      expect(line.endsWith('。') || line.endsWith('）')).toBe(true)
    }
    // Without any parameter nothing of a placeholder may show.
    expect(errorLines(appError(code))).not.toMatch(/[{}]|（）/)
  })

  test('parameters are filled in; a bracket without its parameter disappears', () => {
    expect(describeError(appError('ledgerNotFound', { path: 'C:\\台帳' })).what).toBe(
      '台帳のフォルダーが見つかりません（C:\\台帳）。',
    )
    expect(describeError(appError('ledgerNotFound')).what).toBe('台帳のフォルダーが見つかりません。')
  })

  test('a parameter that looks like a placeholder stays as it is', () => {
    expect(describeError(appError('notFound', { id: '{path}$&' })).what).toContain('（{path}$&）')
  })
})
