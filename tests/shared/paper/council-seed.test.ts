import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { editablePlaces } from '../../../src/shared/paper/assemble/text-block.ts'
import { councilBlocks } from '../../../src/shared/paper/templates/council/blocks.ts'
import type { StatisticResult } from '../../../src/shared/statistics/definition.ts'
import { councilModel, demonstrationFacts, draftOf, modelText } from './support.ts'

/** The city's paper without its line breaks, blanks and rules. */
const seed = readFileSync(new URL('../../../../shared/reference/council-paper.txt', import.meta.url), 'utf8')

/** Blanks of the source come from its line breaks; letters and signs are compared one by one. */
const bare = (text: string): string => text.replaceAll(/[\s　―]/g, '')

/** Single digits were typed half-width in four places of the source; the words of a state's date are the tool's. */
const oneWidth = (text: string): string =>
  text.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

const facts = demonstrationFacts()

/** `survey.sample` by stratum, as the demonstration ledger holds it. */
const survey: StatisticResult = {
  query: {
    statistic: 'survey.sample',
    frame: draftOf().settings.frame,
    by: ['stratum'],
    where: [],
    party: null,
  },
  total: { state: 'blank', parts: { reported: 0, expected: 1 }, flags: [] },
  rows: Object.entries({ residents: 2500, agencies: 300, personsAndFamilies: 10 }).map(([key, integer]) => ({
    keys: [key],
    cell: {
      state: 'value',
      quantity: { kind: 'integer', integer },
      parts: { reported: 1, expected: 1 },
      flags: [],
    },
  })),
  notes: [],
}
const results = { 'survey.sample@2024 by stratum': survey }

describe('原文どおり', () => {
  test('is the city’s paper letter by letter, but for one comma of the plan’s own text', () => {
    const model = councilModel({ wording: 'asWritten', withFigures: false }, { facts, results })
    const source = seed.replace('国が示す、\n\n「', '国が示す「').replace(/国が示\s*す、/, '国が示す')
    expect(oneWidth(bare(modelText(model)))).toBe(oneWidth(bare(source)))
  })

  test('keeps the places that the checker reports', () => {
    const text = modelText(councilModel({ wording: 'asWritten', withFigures: false }, { facts, results }))
    for (const words of [
      '平成 22年 5 月',
      '令和７年 1月から',
      '基礎資料する',
      '取り組み',
      '御家族',
      'ご家族',
      '当事会',
      '繋がる',
      '孤立・孤独対策推進法',
      '６ヵ月以上',
    ]) {
      expect(text, words).toContain(words)
    }
  })
})

describe('numbers of results are fields', () => {
  test('no digit stands before 件, 人, 回 in the template’s words', () => {
    const blocks = councilBlocks(facts, draftOf().settings, results)
    const typed = blocks
      .flatMap(editablePlaces)
      .flatMap(({ key, text }) =>
        [...text.matchAll(/[0-9０-９][0-9０-９,，.]*\s*[件人回]/g)].map((hit) => `${key}: ${hit[0]}`),
      )
    expect(typed).toEqual([])
  })
})
