import type { TextBlock } from '../../assemble/text-block.ts'
import type { CouncilWords } from './words.ts'

/** ３（１）（２）: the programme as it was until the change (facts 36–43): 実施していた, or 実施している while it ran. */
export function formerProgrammeBlocks(words: CouncilWords): readonly TextBlock[] {
  const { former } = words
  const until = words.changed ? `（${words.yearBeforeChange}まで）` : ''
  return [
    { kind: 'heading', id: 'former', level: 2, text: `${former}${until}` },
    {
      kind: 'paragraph',
      id: 'former.start',
      level: 2,
      text: `平成20年に生活保護制度における国の自立支援プログラムとして、被保護世帯のひきこもり、ニートの状態にある青少年に対して、社会適応能力の向上、良好な人間関係の構築等、地域社会への参加、自立した生活を営めるよう支援を行うものとして、「${former}」を開始した。その後、平成27年に生活困窮者自立支援制度に基づき、対象者を生活困窮者まで拡大した。`,
    },
    { kind: 'heading', id: 'former.content', level: 2, text: `${former}の取り組み${until}` },
    {
      kind: 'paragraph',
      id: 'former.content.text',
      level: 2,
      text: `社会との接点がなくなっている中学３年生から29歳までの生活困窮者と生活保護受給者を対象として、社会や人とのつながりの再構築を目指した支援である居場所としての活動を中心とする事業を${words.changed ? '実施していた' : '実施している'}。`,
    },
  ]
}

/** ３（３）, its lead: rename, age cap, reasons (facts 44–48). Only once the change has come about. */
export function currentProgrammeLead(words: CouncilWords): readonly TextBlock[] {
  return [
    {
      kind: 'heading',
      id: 'current',
      level: 2,
      text: `ひきこもり地域支援センターに向けた取り組み（${words.changeYear}から）`,
    },
    {
      kind: 'paragraph',
      id: 'current.reason',
      level: 2,
      text: `8050問題をはじめとする30歳以上のひきこもり相談が増加するなど、支援ニーズが多様化・複雑化しており、年代を問わない支援等、支援の拡充が必要であることを踏まえ、${words.changeYear}から、「${words.former}」から「${words.current}」に名称を変更し、年齢の上限を撤廃し、国の示す「ひきこもり地域支援センター」の項目に準じた取り組みを実施している。主な内容は以下のとおりである。`,
    },
  ]
}

/** ３（４）（５）: the next year's direction as a list, and the closing (facts 69–76). */
export function closingBlocks(words: CouncilWords): readonly TextBlock[] {
  const title = `「${words.current}（ひきこもり地域支援センターに準ずる）」`
  return [
    { kind: 'heading', id: 'next', level: 2, text: `${words.nextYear}の取組方針` },
    { kind: 'paragraph', id: 'next.lead', level: 2, text: `${title}として、下記の取組を実施する。` },
    {
      kind: 'list',
      id: 'next.list',
      level: 2,
      items: [
        { mark: '①', text: '自立相談支援事業と連携した相談支援及びコーディネート機能の強化充実' },
        { mark: '②', text: `${words.preparedPlace}における居場所の実施` },
        { mark: '③', text: 'ひきこもり支援に関する関係機関、関係団体との連携強化' },
        { mark: '④', text: 'ひきこもり家族セミナーの定期的な実施' },
        { mark: '⑤', text: '住民向け講演会、フォーラム等の実施' },
        { mark: '⑥', text: 'その他、ひきこもり支援の推進に繋がる取組' },
      ],
    },
    { kind: 'heading', id: 'closing', level: 2, text: 'まとめ' },
    {
      kind: 'paragraph',
      id: 'closing.range',
      level: 2,
      text: `${title}を実施することで、これまでと比較し、幅広い年齢層のひきこもり当事者やその家族に対しての相談支援体制の充足が図れるとともに、就労準備支援や居場所づくりなどにより、その方々の状態像に合わせたオーダーメイドの支援を行うことがより可能となる。`,
    },
    {
      kind: 'paragraph',
      id: 'closing.survey',
      level: 2,
      text: 'また、実態調査の結果を踏まえ、ひきこもり状態にある方の支援ニーズや課題等を把握することにより、より当市の実情に応じた支援を実施できると考える。',
    },
    {
      kind: 'paragraph',
      id: 'closing.public',
      level: 2,
      text: 'さらには、市民向けにひきこもりについての正しい理解や認識をしていただくための講演会やイベント等を継続的に開催することで、ひきこもり当事者やその家族が安心して生活することのできるまちづくりに繋がると考える。',
    },
  ]
}
