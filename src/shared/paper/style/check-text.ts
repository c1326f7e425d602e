import type { StylePreset } from './preset.ts'
import { fieldMark, type TextFinding } from './rule.ts'
import { styleRules } from './rules/index.ts'

/** Longest text that is checked; a paragraph has some hundred characters. */
const longest = 20_000

/**
 * Every place of one text that breaks the house style, in order, none overlapping. `{{fields}}` are
 * never part of a finding. Text beyond 20,000 characters is not looked at.
 */
export function checkText(text: string, preset: StylePreset): readonly TextFinding[] {
  const masked = text.slice(0, longest).replace(/\{\{[^{}]*\}\}/g, (token) => fieldMark.repeat(token.length))
  const kept: TextFinding[] = []
  const taken = new Uint8Array(masked.length)
  for (const rule of styleRules) {
    for (const finding of rule.check(masked, preset)) {
      const free = taken.subarray(finding.start, finding.end).every((one) => one === 0)
      if (!free || finding.start >= finding.end || finding.found.includes(fieldMark)) continue
      taken.fill(1, finding.start, finding.end)
      kept.push(finding)
    }
  }
  return kept.sort((left, right) => left.start - right.start)
}

/**
 * 整えて: puts the words into house style, as far as the rules know what should stand there. Fields stay.
 * Doing it twice changes nothing more.
 */
export function tidy(text: string, preset: StylePreset): string {
  let current = text
  // One repair may open the way for another: 「４ヶ月～11ヶ月」.
  for (let pass = 0; pass < 8; pass += 1) {
    const next = repaired(current, checkText(current, preset))
    if (next === current) return current
    current = next
  }
  return current
}

/** The text with every proposal carried out. */
export function repaired(text: string, findings: readonly TextFinding[]): string {
  let result = ''
  let end = 0
  for (const finding of findings) {
    if (finding.proposal === null) continue
    result += text.slice(end, finding.start) + finding.proposal
    end = finding.end
  }
  return result + text.slice(end)
}
