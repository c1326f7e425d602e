import { findAll, type StyleRule } from '../rule.ts'

/** Words of respect before nouns written in Chinese characters: 御家族 or ご家族, by preset. */
export const honorific: StyleRule = {
  code: 'honorific',
  check: (text, preset) =>
    findAll(
      'honorific',
      text,
      /(?<!\p{Script=Han})(御|ご)(家族|本人|自身|意見|協力|理解|案内|相談|利用|希望|連絡|参加|両親|家庭)/gu,
      (match) => `${preset.honorific}${match[2]}`,
    ),
}
