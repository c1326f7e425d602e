import type { DigitStyle } from '../../cell/digits.ts'

/** House style as data (documents §2). What a rule needs to know about the house stands here. */
export interface StylePreset {
  readonly code: 'city' | 'national'
  /** One digit full-width and two or more half-width, or all half-width. */
  readonly digits: DigitStyle
  /** か月, か所. */
  readonly counterKana: 'か' | '箇'
  /** である調 or です・ます調. */
  readonly register: 'dearu' | 'desumasu'
  readonly selfName: '当市' | '本市'
  /** ご家族 or 御家族. */
  readonly honorific: 'ご' | '御'
}

export const stylePresets: Readonly<Record<StylePreset['code'], StylePreset>> = {
  city: {
    code: 'city',
    digits: 'oneFullWidth',
    counterKana: 'か',
    register: 'dearu',
    selfName: '当市',
    honorific: 'ご',
  },
  national: {
    code: 'national',
    digits: 'oneFullWidth',
    counterKana: 'か',
    register: 'dearu',
    selfName: '本市',
    honorific: '御',
  },
}
