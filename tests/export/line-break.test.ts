import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayNotEnd, mayNotStart } from '../../src/main/export/text/kinsoku.ts'
import { breakLines, narrowestWidth } from '../../src/main/export/text/line-break.ts'

const cell = 10
const half = /[!-~ ]/u
const advance = (character: string) => (half.test(character) ? cell / 2 : cell)
const set = (text: string, cells: number, hanging = true) =>
  breakLines(text, { advance, width: cells * cell, firstWidth: cells * cell, hanging })
const words = (text: string, cells: number, hanging = true) =>
  set(text, cells, hanging).map((line) => line.characters.join(''))

describe('places of breaks', () => {
  test.each([
    ['a full stop hangs', 'あいうえお。かき', 5, ['あいうえお。', 'かき']],
    ['a bracket takes its neighbour down', 'あいうえ」おか', 4, ['あいう', 'え」おか']],
    ['a stop behind a bracket hangs', 'あいうえ」。おか', 5, ['あいうえ」。', 'おか']],
    ['an opening bracket never ends a line', 'あいうえ「おか」', 5, ['あいうえ', '「おか」']],
    ['ー and っ never start a line', 'あいうえーおっか', 4, ['あいう', 'えーおっ', 'か']],
    ['a digit keeps its unit', 'あいうえ３年かき', 5, ['あいうえ', '３年かき']],
    ['half-width digits stay together', 'あいうえ2,500件', 6, ['あいうえ', '2,500件']],
    ['６か月 stays whole', 'あいうえ６か月以上', 6, ['あいうえ', '６か月以上']],
    ['令和６年度 keeps 年度 with its number', 'ああ令和６年度', 5, ['ああ令和', '６年度']],
    ['注１ stays whole', 'あいうえ注１か', 5, ['あいうえ', '注１か']],
    ['第５期 stays whole', 'あいう第５期', 4, ['あいう', '第５期']],
    ['１万２千円 stays whole', 'あい１万２千円', 6, ['あい', '１万２千円']],
    ['a minus keeps its number', 'あいうえ△15.5', 5, ['あいうえ', '△15.5']],
    ['an enumerator keeps what it numbers', 'あいうえ①おか', 5, ['あいうえ', '①おか']],
    ['a word joiner forbids a break', 'あいうえ\u2060おか', 4, ['あいう', 'え\u2060おか']],
    ['a newline breaks', 'あい\nうえ', 5, ['あい', 'うえ']],
    ['spaces never open a line', 'あいう　えお', 3, ['あいう', 'えお']],
    ['an old spelling with spaces keeps its unit', 'あいう 5 月', 4, ['あいう', '5 月']],
  ] as const)('%s', (_, text, cells, lines) => {
    expect(words(text, cells)).toEqual(lines)
  })

  test('one or two characters never stand alone on the last line of a paragraph', () => {
    const text = `${'あ'.repeat(27)}実施予定）`
    expect(words(text, 30)).toEqual([`${'あ'.repeat(27)}実施`, '予定）'])
    expect(words(`${'あ'.repeat(30)}い`, 30)).toEqual(['あ'.repeat(28), 'ああい'])
  })

  test('in a table cell nothing hangs', () => {
    expect(words('あいうえお。か', 5, false)).toEqual(['あいうえ', 'お。か'])
  })

  test('an address on the web longer than a line is cut where it is full', () => {
    const lines = words(`${'a'.repeat(30)}`, 5)
    expect(lines).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(10)])
  })

  test('the first line may be shorter', () => {
    const lines = breakLines('あいうえおか', { advance, width: 40, firstWidth: 30, hanging: true })
    expect(lines.map((line) => line.characters.length)).toEqual([3, 3])
  })
})

const kana = [...'あいうえおかきくけこっゃゅょアイウーッャ市福祉相談支援取組年月日件人回所第注']
const signs = [...'、。」）「（『』・：％々']
const digits = [...'0123456789０１２３４５', ',', '.']
const japanese = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...kana) },
      { weight: 2, arbitrary: fc.constantFrom(...signs) },
      { weight: 2, arbitrary: fc.constantFrom(...digits) },
    ),
    { maxLength: 300 },
  )
  .map((characters) => characters.join(''))

describe('on any Japanese text', () => {
  test('nothing is lost, added or put in another order', () => {
    fc.assert(
      fc.property(japanese, fc.integer({ min: 12, max: 40 }), (text, cells) => {
        expect(words(text, cells).join('')).toBe(text)
      }),
    )
  })

  test('no line is wider than its measure, but for one hanging mark', () => {
    fc.assert(
      fc.property(japanese, fc.integer({ min: 12, max: 40 }), (text, cells) => {
        for (const line of set(text, cells)) {
          expect(line.width).toBeLessThanOrEqual(cells * cell + 0.01)
          const whole = line.characters.reduce((sum, character) => sum + advance(character), 0)
          expect(whole - line.width).toBe(line.hung ? cell : 0)
        }
      }),
    )
  })

  test('no line starts with 、。）ーっ or ends with （「, wherever another break exists', () => {
    fc.assert(
      fc.property(japanese, fc.integer({ min: 12, max: 40 }), (text, cells) => {
        const lines = set(text, cells)
        lines.forEach((line, index) => {
          const before = lines[index - 1]
          if (!before) return
          const start = line.characters[0] ?? ''
          const end = before.characters.at(-1) ?? ''
          if (!mayNotStart(start) && !mayNotEnd(end)) return
          // Only a run that fills a whole line by itself may be cut against the rules.
          const run = narrowestWidth([...before.characters, start].join(''), advance)
          expect(run).toBeGreaterThan(cells * cell)
        })
      }),
      { numRuns: 300 },
    )
  })
})
