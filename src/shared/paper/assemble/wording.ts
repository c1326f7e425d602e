import type { PaperSettings } from '../draft.ts'
import { tidy } from '../style/check-text.ts'
import { type StylePreset, stylePresets } from '../style/preset.ts'

/** The house style that goes with a paper's numbering. */
export const stylePresetOf = (settings: PaperSettings): StylePreset => stylePresets[settings.numbering]

/** Tidied words by style and text: a template's words are the same at every edit. A cache, nothing else. */
const tidied = new Map<string, string>()
const mostTidied = 2_000

/** 原文どおり leaves the template's words alone; 整えて puts them into house style (documents §2). */
export function wordingOf(settings: PaperSettings): (text: string) => string {
  if (settings.wording === 'asWritten') return (text) => text
  const preset = stylePresetOf(settings)
  return (text) => {
    const key = `${preset.code}\u0000${text}`
    const known = tidied.get(key)
    if (known !== undefined) return known
    const words = tidy(text, preset)
    if (tidied.size >= mostTidied) tidied.clear()
    tidied.set(key, words)
    return words
  }
}
