import type { PaperSettings } from '../draft.ts'
import { tidy } from '../style/check-text.ts'
import { type StylePreset, stylePresets } from '../style/preset.ts'

/** The house style that goes with a paper's numbering. */
export const stylePresetOf = (settings: PaperSettings): StylePreset => stylePresets[settings.numbering]

/** 原文どおり leaves the template's words alone; 整えて puts them into house style (documents §2). */
export function wordingOf(settings: PaperSettings): (text: string) => string {
  const preset = stylePresetOf(settings)
  return settings.wording === 'tidied' ? (text) => tidy(text, preset) : (text) => text
}
