import type { DefinitionVersion } from '../definition.ts'

/** The year in which the programme began (平成20年度): nothing is defined before it. */
export const firstDefinedYear = 2008

/** The year in which the upper age was taken away (令和６年度); see {@link personVersions}. */
export const breakYear = 2024

const openAges = { low: null, high: null } as const

/** A definition that has not changed. */
export function oneVersion(text: string, scope = '市内全域'): readonly DefinitionVersion[] {
  return [
    {
      validFrom: firstDefinedYear,
      text,
      scope,
      ages: openAges,
      comparability: 'comparable',
      breakNote: '',
    },
  ]
}

/**
 * Statistics of the persons whom the programme serves (domain §3, built in): ひきこもり・ニート対策事業
 * (平成20–26 被保護, 平成27–令和５ 生活困窮・被保護, 中学３年生–29歳) → ひきこもり支援事業 (令和６–, no upper
 * age). Across 令和６ nothing is compared; 平成27 is 参考.
 */
export function personVersions(text: string): readonly DefinitionVersion[] {
  return [
    {
      validFrom: firstDefinedYear,
      text,
      scope: '被保護世帯のひきこもり・ニートの状態にある青少年（ひきこもり・ニート対策事業）',
      ages: openAges,
      comparability: 'comparable',
      breakNote: '',
    },
    {
      validFrom: 2015,
      text,
      scope: '中学３年生から29歳までの生活困窮者・被保護者（ひきこもり・ニート対策事業）',
      ages: { low: 14, high: 29 },
      comparability: 'reference',
      breakNote: '平成27年度から対象者を生活困窮者まで拡大したため、平成26年度以前との比較は参考である。',
    },
    {
      validFrom: breakYear,
      text,
      scope: 'ひきこもりの状態にある本人とその家族等（年齢の上限なし。ひきこもり支援事業）',
      ages: openAges,
      comparability: 'broken',
      breakNote:
        '令和６年度から年齢の上限（29歳）を撤廃し対象者の範囲を変更したため、令和５年度以前の数値とは比較できない。',
    },
  ]
}
