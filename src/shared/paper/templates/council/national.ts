import type { TextBlock } from '../../assemble/text-block.ts'

/**
 * ２ 国におけるひきこもり支援について: as the paper of the city words it (facts 23–35). The quotation
 * is verbatim; no rule ever changes it.
 */
export const nationalBlocks: readonly TextBlock[] = [
  { kind: 'heading', id: 'national', level: 1, text: '国におけるひきこもり支援について' },
  { kind: 'heading', id: 'national.definition', level: 2, text: 'ひきこもりの定義' },
  {
    kind: 'quotation',
    id: 'national.definition.quotation',
    level: 2,
    before: 'ひきこもりの定義※は、',
    quoted:
      '「様々な要因の結果として社会的参加（就学、就労、家庭外での交遊など）を回避し、原則的には６ヵ月以上にわたって概ね家庭にとどまり続けている状態を指す現象概念（他者と交わらない形での外出をしていてもよい）」',
    after: 'としている。',
    source: '※「ひきこもりの評価・支援に関するガイドライン」（平成 22年 5 月）による定義',
  },
  { kind: 'heading', id: 'national.support', level: 2, text: 'ひきこもり支援' },
  {
    kind: 'paragraph',
    id: 'national.support.aim',
    level: 2,
    text: 'ひきこもり当事者やその御家族が、より身近なところで相談ができ、必要な支援が受けられる環境づくりを目指して、相談窓口の設置や居場所づくり、関係者間のネットワーク構築、当事会・家族会の開催など、ひきこもり支援体制の構築を進めている。',
  },
  {
    kind: 'paragraph',
    id: 'national.support.background',
    level: 2,
    text: '背景として、国の実態調査による、ひきこもり状態にある方の増加、若年層のみならず、中高年齢層のひきこもり状態にある方の表面化、8050問題など複雑化・複合化した課題を抱える世帯の顕在化などが挙げられている。',
  },
  {
    kind: 'paragraph',
    id: 'national.support.law',
    level: 2,
    text: '令和６年度には、「孤立・孤独対策推進法」や就職氷河期世代支援の新行動計画等に基づくひきこもり支援の更なる推進のため、市町村における「ひきこもり地域支援センター」「ひきこもり支援ステーション」、「ひきこもりサポート事業」の整備を促進するとしている。',
  },
  { kind: 'heading', id: 'national.centre', level: 2, text: 'ひきこもり地域支援センター' },
  {
    kind: 'paragraph',
    id: 'national.centre.menu',
    level: 2,
    text: '「ひきこもり地域支援センター」は、①相談支援、②居場所づくり、③ネットワークづくり、④当事者会・家族会の開催、⑤住民への普及啓発等を総合的に実施することを必須事業としており、その他、任意事業として実態調査等があげられる。',
  },
]
