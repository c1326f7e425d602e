import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { familyTitles, ruleList, ruleTitles } from '../../../src/shared/words/check-rules.ts'

test('the manual lists every rule with its severity', () => {
  const manual = readFileSync(new URL('../../../docs/manual.md', import.meta.url), 'utf8')
  for (const { title, severity } of ruleList) {
    expect(manual).toContain(`| ${title} | ${severity === 'error' ? 'エラー' : '警告'} |`)
  }
})

test('no two rules have the same title, and every family has one', () => {
  expect(new Set(Object.values(ruleTitles)).size).toBe(ruleList.length)
  expect(new Set(ruleList.map(({ family }) => family))).toEqual(new Set(Object.keys(familyTitles)))
})
