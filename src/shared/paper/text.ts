import type { FieldInline, Inline } from './model.ts'

/** `{{consultation.events}}`: a number field in the text of a place. Letters, digits and . @ _ - in its name. */
const wellFormed = /\{\{([A-Za-z][A-Za-z0-9._@-]{0,99})\}\}/g
const anyBraces = /\{\{[^{}]*\}\}|\{\{|\}\}|[｛]{2}[^｛｝]*[｝]{2}/g

export interface TokenSpan {
  readonly name: string
  readonly start: number
  /** Excluded. */
  readonly end: number
}

/** What is wrong with a field in a text; `start` and `end` count UTF-16 units, the end excluded. */
export interface TokenProblem {
  readonly code: 'malformed' | 'unknownField'
  readonly found: string
  readonly start: number
  readonly end: number
}

export interface ParsedText {
  /** What is malformed or unknown stays as text, so nothing that was typed is lost. */
  readonly inlines: readonly Inline[]
  readonly problems: readonly TokenProblem[]
}

/** Where the well-formed fields stand. */
export function tokenSpans(text: string): readonly TokenSpan[] {
  return [...text.matchAll(wellFormed)].map((match) => ({
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Unpaired braces, `{{ }}`, names that cannot be, full-width ｛｛…｝｝. */
export function malformedTokens(text: string): readonly TokenProblem[] {
  const good = tokenSpans(text)
  return [...text.matchAll(anyBraces)]
    .map((match) => ({
      code: 'malformed' as const,
      found: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter((problem) => !good.some((span) => span.start < problem.end && problem.start < span.end))
}

/**
 * Text of a place → words and fields. `fieldOf` gives the field of a name, or null when the paper has none.
 * `inlinesToText` of the result is the text again, whatever it was.
 */
export function parseText(text: string, fieldOf: (name: string) => FieldInline | null): ParsedText {
  const inlines: Inline[] = []
  const problems: TokenProblem[] = [...malformedTokens(text)]
  let plain = ''
  let end = 0
  const flush = (): void => {
    if (plain !== '') inlines.push({ kind: 'text', text: plain })
    plain = ''
  }
  for (const span of tokenSpans(text)) {
    plain += text.slice(end, span.start)
    end = span.end
    const field = fieldOf(span.name)
    if (field === null) {
      const found = text.slice(span.start, span.end)
      problems.push({ code: 'unknownField', found, start: span.start, end: span.end })
      plain += found
      continue
    }
    flush()
    inlines.push(field)
  }
  plain += text.slice(end)
  flush()
  return { inlines, problems: problems.sort((left, right) => left.start - right.start) }
}

/** Words and fields → the text of a place. */
export function inlinesToText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : `{{${inline.name}}}`)).join('')
}
