import type { Inline } from '../../../shared/paper/model.ts'
import { missingWord } from '../../../shared/words/papers.ts'

import { composeKana } from '../text/compose-kana.ts'

/** A paragraph's text in one piece, with the places (in code points) of fields that have no value. */
export interface Run {
  readonly text: string
  readonly missing: readonly { readonly from: number; readonly to: number }[]
}

export function runOf(inlines: readonly Inline[], lead = ''): Run {
  let text = lead
  let length = [...lead].length
  const missing: { from: number; to: number }[] = []
  for (const inline of inlines) {
    const part = composeKana(inline.kind === 'text' ? inline.text : inline.display)
    const size = [...part].length
    if (inline.kind === 'field' && inline.display === missingWord) {
      missing.push({ from: length, to: length + size })
    }
    text += part
    length += size
  }
  return { text, missing }
}

export const plainRun = (text: string): Run => ({ text: composeKana(text), missing: [] })
