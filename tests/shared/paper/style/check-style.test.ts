import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../../src/shared/paper/model.ts'
import { checkStyle } from '../../../../src/shared/paper/style/check-style.ts'
import { checkText, tidy } from '../../../../src/shared/paper/style/check-text.ts'
import { type StylePreset, stylePresets } from '../../../../src/shared/paper/style/preset.ts'
import { styleFindingWords } from '../../../../src/shared/words/style.ts'
import { anyText } from '../../any-text.ts'

const { city, national } = stylePresets
const desumasu: StylePreset = { ...city, register: 'desumasu' }
const halfWidth: StylePreset = { ...city, digits: 'halfWidth' }

/** The city's paper as one text, its lines joined, and its quotation apart. */
const source = readFileSync(
  new URL('../../../../../shared/reference/council-paper.txt', import.meta.url),
  'utf8',
)
const joined = source.replace(/\s*\n\s*/g, '')
const from = joined.indexOf('「様々な要因')
const to = joined.indexOf('としている。', from)
const paragraph = (id: string, text: string): Block => ({
  kind: 'paragraph',
  id,
  editable: true,
  level: 0,
  inlines: [{ kind: 'text', text }],
})
const paper: readonly Block[] = [
  paragraph('before', joined.slice(0, from)),
  {
    kind: 'quotation',
    id: 'definition',
    editable: false,
    level: 0,
    before: '',
    quoted: joined.slice(from, to),
    after: 'としている。',
    source: '',
  },
  paragraph('after', joined.slice(to + 'としている。'.length)),
]

describe('the city’s paper (fact 77)', () => {
  const findings = checkStyle(paper, city)
  const pairs = findings.map((finding) => [finding.found, finding.proposal])

  test.each([
    ['平成 22年 5 月', '平成22年５月'],
    ['令和７年 1月', '令和７年１月'],
    ['基礎資料する', '基礎資料とする'],
    ['取り組み', '取組'],
    ['御家族', 'ご家族'],
    ['当事会', '当事者会'],
    ['繋がる', 'つながる'],
    ['孤立・孤独対策推進法', '孤独・孤立対策推進法'],
  ])('%s is reported', (found, proposal) => {
    expect(pairs).toContainEqual([found, proposal])
  })

  test('every place of these is reported, and beside them only blanks in numbers and あげられる', () => {
    const count = (words: string) => pairs.filter(([found]) => found === words).length
    expect([count('取り組み'), count('繋がる'), count('御家族')]).toEqual([3, 2, 1])
    const known = [
      '取り組み',
      '繋がる',
      '御家族',
      '当事会',
      '孤立・孤独対策推進法',
      '基礎資料する',
      'あげられ',
    ]
    const rest = findings.filter((finding) => !known.includes(finding.found))
    expect(new Set(rest.map((finding) => finding.rule))).toEqual(new Set(['spaceInNumber']))
    expect(rest.map((finding) => finding.found)).toEqual([
      '平成 22年 5 月',
      '平成 20 年',
      '平成 27 年',
      '29 歳',
      '令和７年 1月',
      '11月 13日',
      '満 15歳',
    ])
  })

  test('none is reported inside the quotation, which as a plain paragraph would give two', () => {
    expect(findings.filter((finding) => finding.blockId === 'definition')).toEqual([])
    const asWords = checkStyle([paragraph('x', joined.slice(from, to))], city)
    expect(asWords.map((finding) => finding.found)).toEqual(['ヵ月', '概ね'])
  })

  test('tidied, it has no finding left, and says what it said', () => {
    const text = joined.slice(0, from) + joined.slice(to)
    const tidied = tidy(text, city)
    expect(checkText(tidied, city)).toEqual([])
    for (const words of [
      '取り組む内容として',
      '①国が示す',
      '令和６年度',
      '8050問題',
      '2,500件',
      '取組方針',
    ]) {
      expect(tidied).toContain(words)
    }
  })
})

describe('house style', () => {
  test.each([
    ['令和6年4月から11月まで', '令和６年４月から11月まで'],
    ['令和１１年度', '令和11年度'],
    ['第5期地域福祉計画', '第５期地域福祉計画'],
    ['２，５００件', '2,500件'],
    ['１２．５％', '12.5％'],
    ['6ヵ月以上、4カ所、３箇所、２ヶ月', '６か月以上、４か所、３か所、２か月'],
    ['４月～11月に実施した。', '４月から11月までに実施した。'],
    ['４月～11月まで実施した。', '４月から11月まで実施した。'],
    ['10人〜20人', '10人から20人まで'],
    ['取組みを進める。取組む。', '取組を進める。取り組む。'],
    ['取り組みの内容', '取組の内容'],
    ['引きこもり地域支援センター', 'ひきこもり地域支援センター'],
    ['本市の取組', '当市の取組'],
    ['御本人と御家族', 'ご本人とご家族'],
    ['実施しています。', '実施している。'],
    ['開催しました。参加者は30人です。', '開催した。参加者は30人である。'],
    ['会議(第３回)を開いた。', '会議（第３回）を開いた。'],
    ['ｱｳﾄﾘｰﾁを行った。', 'アウトリーチを行った。'],
    ['相談を,受けた.', '相談を、受けた。'],
    ['資料ををを、、配る。', '資料を、配る。'],
    ['参考する', '参考とする'],
    ['手続きを進める', '手続を進める'],
  ])('%s → %s', (text, expected) => {
    expect(tidy(text, city)).toBe(expected)
  })

  test.each([
    '取り組む内容として、①国が示す「ひきこもり地域支援センター」の創設検討',
    '課題に取り組み、支援を進める。',
    '取り組んでいる。取り組みたい。取組も進める。',
    '日本市場、担当市町村、熊本市、当市立',
    '8050問題',
    'https://example.jp/2024/4/3',
    'R6.4.3、H27、A4、COVID-19',
    '電話042-000-0000',
    '令和６年11月13日（水）',
    '中学３年生から29歳まで',
    '「お待ちしています。」と述べた。',
    '平成20年に開始した。',
    '個別の支援',
    '検討中である',
    '資料とする',
    '令和６年度　相談30件',
  ])('%s is left alone', (text) => {
    expect(checkText(text, city)).toEqual([])
  })

  test('the other presets', () => {
    expect(tidy('ご家族と当市は、令和6年に実施した。', national)).toBe('御家族と本市は、令和６年に実施した。')
    expect(tidy('令和６年に実施した。効果がある。', desumasu)).toBe('令和６年に実施しました。効果がある。')
    expect(tidy('令和６年４月３日', halfWidth)).toBe('令和6年4月3日')
  })

  test('what only a person can decide has no proposal', () => {
    expect(checkText('「括弧（を忘れた。', city)).toEqual([
      { rule: 'brackets', found: '「', proposal: null, start: 0, end: 1 },
      { rule: 'brackets', found: '（', proposal: null, start: 3, end: 4 },
    ])
    expect(checkText('ご覧ください。', city)).toMatchObject([{ rule: 'register', proposal: null }])
  })

  test('fields are no words', () => {
    const text = '相談は{{place.4ヵ月}}件、本市{{consultation.events}} 件。'
    expect(tidy(text, city)).toBe('相談は{{place.4ヵ月}}件、当市{{consultation.events}} 件。')
  })
})

describe('blocks', () => {
  const base = { editable: true, level: 3 } as const
  const blocks: readonly Block[] = [
    {
      ...base,
      kind: 'heading',
      id: 'h',
      level: 2,
      mark: '（１）',
      inlines: [{ kind: 'text', text: '取り組み' }],
    },
    {
      ...base,
      kind: 'labels',
      id: 'l',
      items: [
        { label: '目的', lines: [[{ kind: 'text', text: '啓発' }]] },
        { label: '対象', lines: [[{ kind: 'text', text: '市民' }], [{ kind: 'text', text: '御家族' }]] },
      ],
    },
    {
      ...base,
      kind: 'list',
      id: 'i',
      items: [{ mark: '①', inlines: [{ kind: 'text', text: '繋がる支援' }] }],
    },
    { kind: 'notes', id: 'n', editable: false, notes: [{ mark: '注１', text: '6 月から' }] },
    {
      ...base,
      kind: 'quotation',
      id: 'q',
      before: '本市では、',
      quoted: '６ヵ月以上、概ね、本市',
      after: 'としています。',
      source: '平成 22年',
    },
  ]

  test('every finding knows its place', () => {
    expect(
      checkStyle(blocks, city).map((finding) => [finding.blockId, finding.place, finding.found]),
    ).toEqual([
      ['h', 'h', '取り組み'],
      ['l', 'l/1', '御家族'],
      ['i', 'i/0', '繋がる'],
      ['n', 'n/0', '6 月'],
      ['q', 'q/before', '本市'],
      ['q', 'q/after', 'ています'],
      ['q', 'q/source', '平成 22年'],
    ])
    expect(checkStyle(blocks, city)[1]).toMatchObject({ start: 3, end: 6 })
  })
})

describe('laws', () => {
  const pieces = fc.constantFrom(
    ...[
      '令和',
      '6',
      '６',
      ' ',
      '年',
      '月',
      '取り組み',
      '取組',
      '繋が',
      '本市',
      '御',
      '家族',
      '「',
      '」',
      '（',
      '）',
    ],
    ...[
      '{{consultation.events}}',
      '～',
      '11',
      'ヵ月',
      'です。',
      'する',
      '資料',
      '、',
      '。',
      '(',
      ')',
      '当事会',
      'ｱ',
    ],
  )
  const texts = fc.oneof(
    anyText,
    fc.array(pieces, { maxLength: 15 }).map((parts) => parts.join('')),
  )

  test('findings stand in order, apart from each other, and name what stands there', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const findings = checkText(text, city)
        findings.forEach((finding, index) => {
          expect(text.slice(finding.start, finding.end)).toBe(finding.found)
          expect(finding.start).toBeGreaterThanOrEqual(findings[index - 1]?.end ?? 0)
          expect(styleFindingWords(finding)).toContain(finding.found)
        })
      }),
      { numRuns: 500 },
    )
  })

  test('tidying twice is tidying once, and keeps every field', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(city, national, desumasu, halfWidth), (text, preset) => {
        const once = tidy(text, preset)
        expect(tidy(once, preset)).toBe(once)
        const fields = (words: string) => words.match(/\{\{consultation\.events\}\}/g)?.length ?? 0
        expect(fields(once)).toBe(fields(text))
      }),
      { numRuns: 500 },
    )
  })

  test('rubbish of 20,000 characters takes no time that grows with its square', () => {
    const pieces = [
      'あ',
      '1',
      '（',
      '「',
      ' ',
      '１年 ',
      'する',
      '繋が',
      '{{',
      '😀',
      'ｱ',
      '御',
      '~1',
      '漢',
      '(あ',
      '1,',
    ]
    for (const piece of pieces) {
      const text = `(${piece.repeat(Math.ceil(20_000 / piece.length))}`
      // The best of three: other work on the machine must not fail the test.
      const times = [1, 2, 3].map(() => {
        const started = performance.now()
        checkText(text, city)
        return performance.now() - started
      })
      expect([piece, Math.min(...times) < 1_000]).toEqual([piece, true])
    }
  })
})
