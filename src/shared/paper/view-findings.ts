import type { PaperPlace, StyleFinding } from '../contract/schemas/papers.ts'
import { findingWords } from '../words/papers.ts'
import { styleFindingWords } from '../words/style.ts'
import { isMissing } from './assemble/cells.ts'
import type { Block } from './model.ts'
import { checkStyle } from './style/check-style.ts'
import type { StylePreset } from './style/preset.ts'
import type { Composition } from './template.ts'
import { malformedTokens, tokenSpans } from './text.ts'

/**
 * What the editor must show about the words of a paper: numbers that are missing or unknown (errors:
 * documents §1, they block issuing), words that no longer fit the state on the as-of date, and the house
 * style. In the order of the paper.
 */
export function paperFindings(
  composition: Composition,
  places: readonly PaperPlace[],
  paper: { readonly blocks: readonly Block[]; readonly preset: StylePreset },
): StyleFinding[] {
  const own = places.flatMap((place) => [
    ...fieldFindings(composition, place),
    ...malformedFindings(place),
    ...tenseFindings(place),
  ])
  const order = new Map(paper.blocks.map((block, index) => [block.id, index]))
  return [...own, ...houseStyle(paper)].toSorted(
    (left, right) =>
      (order.get(left.blockId) ?? 0) - (order.get(right.blockId) ?? 0) ||
      left.place.localeCompare(right.place) ||
      left.start - right.start,
  )
}

/** House style of what a person wrote: generated lines follow it by themselves, quoted words never do. */
function houseStyle(paper: {
  readonly blocks: readonly Block[]
  readonly preset: StylePreset
}): readonly StyleFinding[] {
  const written = paper.blocks.filter((block) => block.editable || block.kind === 'quotation')
  return checkStyle(written, paper.preset).map((finding) => ({
    id: `${finding.place}:${finding.start}:${finding.rule}`,
    rule: finding.rule,
    severity: 'warning',
    place: finding.place,
    blockId: finding.blockId,
    message: styleFindingWords(finding),
    excerpt: finding.found,
    start: finding.start,
    end: finding.end,
    suggestion: finding.proposal,
  }))
}

function fieldFindings(composition: Composition, place: PaperPlace): readonly StyleFinding[] {
  return tokenSpans(place.text).flatMap(({ name, start, end }): readonly StyleFinding[] => {
    const field = Object.hasOwn(composition.fields, name) ? composition.fields[name] : undefined
    if (field !== undefined && !isMissing(field.cell)) return []
    const unknown = field === undefined
    return [
      {
        id: `${place.place}:${start}:field`,
        rule: unknown ? 'unknownField' : 'missingField',
        severity: 'error',
        place: place.place,
        blockId: place.blockId,
        message: unknown ? findingWords.unknownField(name) : findingWords.missingField(field.label),
        excerpt: place.text.slice(start, end),
        start,
        end,
        suggestion: null,
      },
    ]
  })
}

/** Braces that make no field would be printed as they are. */
function malformedFindings(place: PaperPlace): readonly StyleFinding[] {
  return malformedTokens(place.text).map(({ found, start, end }) => ({
    id: `${place.place}:${start}:malformed`,
    rule: 'malformedField',
    severity: 'error',
    place: place.place,
    blockId: place.blockId,
    message: findingWords.malformedField(found),
    excerpt: found,
    start,
    end,
    suggestion: null,
  }))
}

/** 実施予定, 中止 … are told by the state on the as-of date; words typed by hand do not follow it. */
const tenseWords = [
  '実施予定',
  '実施した',
  '実施していた',
  '中止した',
  '延期した',
  '（予定）',
  '検討',
] as const

function tenseFindings(place: PaperPlace): readonly StyleFinding[] {
  if (!place.edited) return []
  return tenseWords.flatMap((word): readonly StyleFinding[] => {
    const start = place.text.indexOf(word)
    if (start === -1 || place.original.includes(word)) return []
    const expected = tenseWords.find((other) => place.original.includes(other) && !place.text.includes(other))
    if (expected === undefined) return []
    return [
      {
        id: `${place.place}:${start}:tense`,
        rule: 'tense',
        severity: 'warning',
        place: place.place,
        blockId: place.blockId,
        message: findingWords.tense(word, expected),
        excerpt: word,
        start,
        end: start + word.length,
        suggestion: expected,
      },
    ]
  })
}
