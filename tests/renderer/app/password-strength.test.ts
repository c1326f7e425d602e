import { describe, expect, test } from 'vitest'
import { strengthOf } from '../../../src/renderer/app/start/password-strength.ts'

describe('strength of a password in words', () => {
  test.each([
    ['', 'empty'],
    ['abc', 'short'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['123456789012', 'weak'],
    ['abcdefghijklmn', 'weak'],
    ['nishitokyo2024', 'fair'],
    ['青い自転車 Tanashi 7 駅前', 'strong'],
  ])('「%s」 is %s', (passphrase, kind) => {
    expect(strengthOf(passphrase).kind).toBe(kind)
  })

  test('says how many characters are missing', () => {
    expect(strengthOf('１２３４５')).toEqual({ kind: 'short', rest: 7 })
  })
})
