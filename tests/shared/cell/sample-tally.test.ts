import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readNumber } from '../../../src/shared/cell/read-number.ts'

const sample = (name: string) => new URL(`../../../../shared/samples/${name}`, import.meta.url)

/** A contractor's tally as it arrives (CP932, full-width digits, △ and ▲, …, －, units inside cells). */
const lines = new TextDecoder('shift_jis')
  .decode(readFileSync(sample('就労準備支援_月次報告_令和６年度.csv')))
  .split(/\r?\n/)
const expected: { readonly tally: { readonly data: Readonly<Record<string, readonly (number | null)[]>> } } =
  JSON.parse(readFileSync(sample('expected.json'), 'utf8'))

const months = (item: string): readonly string[] =>
  lines
    .find((line) => line.startsWith(`${item},`))
    ?.split(',')
    .slice(2, 14) ?? []

test.each(Object.entries(expected.tally.data))('%s is read as the book means it', (item, truth) => {
  const numbers = months(item).map((text) => {
    const reading = readNumber(text)
    return reading.outcome === 'value' && reading.quantity.kind === 'integer'
      ? reading.quantity.integer
      : null
  })
  expect(numbers).toEqual(truth)
})

test('what is no number is told apart: － is asked for, … is unknown', () => {
  expect(readNumber(months('居場所参加延べ人数')[4])).toMatchObject({
    outcome: 'ask',
    question: { code: 'dash' },
  })
  expect(readNumber(months('つなぎ件数')[5])).toMatchObject({ outcome: 'state', state: 'unknown' })
})

test('the signs of the derived row are minus signs', () => {
  expect(months('前月比')).toContain('▲ 9')
  expect(readNumber('▲ 9')).toMatchObject({ quantity: { integer: -9 } })
})
