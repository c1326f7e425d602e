import type { TextBlock } from '../../assemble/text-block.ts'
import type { CouncilWords } from './words.ts'

/**
 * ①–⑥ between the two rules (facts 49–68). Every word that depends on what had happened by the as-of
 * date comes from `CouncilWords`; numbers are fields. With figures the sentences carry this year's
 * numbers, without them the paper reads as the city wrote it.
 */
export function measureBlocks(words: CouncilWords, withFigures: boolean): readonly TextBlock[] {
  const figures = (text: string): string => (withFigures ? text : '')
  return [
    { kind: 'rule', id: 'measures.top' },
    { kind: 'heading', id: 'measure1', level: 3, text: '相談支援' },
    {
      kind: 'paragraph',
      id: 'measure1.text',
      level: 3,
      text: `生活サポート相談窓口における自立相談支援事業と連携した相談支援の実施${figures(
        '（相談延べ件数{{consultation.events}}、相談実人数{{consultation.persons}}）',
      )}`,
    },
    { kind: 'heading', id: 'measure2', level: 3, text: '居場所づくり' },
    { kind: 'paragraph', id: 'measure2.text', level: 3, text: words.places(figures) },
    { kind: 'heading', id: 'measure3', level: 3, text: 'ネットワークづくり' },
    {
      kind: 'paragraph',
      id: 'measure3.text',
      level: 3,
      text: `${words.current}委託事業者、就労準備支援事業委託事業者、地域福祉コーディネーター及び当課担当者で、各事業の現状や両事業共通の利用者の状況、事業における課題等の情報共有を${words.network.done}${words.network.held ? figures('（{{network.meetings}}）') : ''}`,
    },
    { kind: 'heading', id: 'measure4', level: 3, text: '当事者会・家族会の開催' },
    {
      kind: 'paragraph',
      id: 'measure4.text',
      level: 3,
      text: `同じ悩みを抱えるご家族同士が集い、ともに学び考え、さらに交流を図ることで、ご家族の孤立感・孤独感等を和らげ、ご家族自身が安心して過ごせるようにすることを目的とした家族セミナーを実施${words.seminars}`,
    },
    { kind: 'heading', id: 'measure5', level: 3, text: '住民への普及啓発等' },
    ...orNothingRecorded('measure5', outreachBlocks(words, figures)),
    { kind: 'heading', id: 'measure6', level: 3, text: 'その他' },
    ...orNothingRecorded('measure6', otherBlocks(words)),
    { kind: 'rule', id: 'measures.bottom' },
  ]
}

/** What the ledger does not know on the as-of date is left out; a measure of which nothing is known says so. */
const orNothingRecorded = (id: string, blocks: readonly TextBlock[]): readonly TextBlock[] =>
  blocks.length > 0
    ? blocks
    : [{ kind: 'paragraph', id: `${id}.nothing`, level: 3, text: '基準日現在、予定及び実績の記録はない。' }]

const outreachBlocks = (words: CouncilWords, figures: (text: string) => string): readonly TextBlock[] => [
  ...(words.event.known ? eventBlocks(words, figures) : []),
  ...(words.lecture.known ? lectureBlocks(words) : []),
]

const otherBlocks = (words: CouncilWords): readonly TextBlock[] => [
  ...(words.survey.known ? surveyBlocks(words) : []),
  ...(words.dialogue.known ? dialogueBlocks(words) : []),
]

function eventBlocks(words: CouncilWords, figures: (text: string) => string): readonly TextBlock[] {
  return [
    { kind: 'heading', id: 'event', level: 4, text: 'ひきこもりを考えるイベント' },
    {
      kind: 'labels',
      id: 'event.labels',
      level: 4,
      items: [
        { label: '目的', lines: ['市民へのひきこもりに対する正しい理解や認識をしてもらうことを目的'] },
        { label: '日時等', lines: [words.event.when] },
        {
          label: '内容',
          lines: [
            `ひきこもり支援に関する展示、動画放映、市及び都の取組の紹介や、近隣自治体及び市内関係団体に協力依頼をし、チラシ配架、市内関係団体による居場所活動の体験ブースの設置等を${words.event.done}${
              words.event.held ? figures('（来場者{{event.visitors}}）') : ''
            }。`,
          ],
        },
      ],
    },
  ]
}

function lectureBlocks(words: CouncilWords): readonly TextBlock[] {
  return [
    { kind: 'heading', id: 'lecture', level: 4, text: '講演会' },
    {
      kind: 'labels',
      id: 'lecture.labels',
      level: 4,
      items: [
        { label: '目的', lines: ['市民に幅広くひきこもりに関する知識や理解をしてもらうことを目的'] },
        {
          label: '内容',
          lines: [
            `${words.lecture.when === '' ? '' : `${words.lecture.when}に`}専門家による講演会を${words.lecture.done}`,
          ],
        },
      ],
    },
  ]
}

function surveyBlocks(words: CouncilWords): readonly TextBlock[] {
  return [
    { kind: 'heading', id: 'survey', level: 4, text: 'ひきこもり実態調査の実施' },
    {
      kind: 'labels',
      id: 'survey.labels',
      level: 4,
      items: [
        {
          label: '目的',
          lines: [
            'ひきこもり状態にある人の生活状況やニーズ、課題等を把握、分析し、今後のひきこもり支援施策等に反映するための基礎資料する',
          ],
        },
        { label: '調査実施時期', lines: [words.survey.when] },
        {
          label: '対象',
          lines: [
            '満15歳以上65歳未満の市内在住者{{survey.residents}}（無作為抽出）',
            '関係機関：{{survey.agencies}}',
            '当事者・家族：{{survey.personsAndFamilies}}',
          ],
        },
        { label: '調査結果公表時期', lines: [words.survey.published] },
      ],
    },
  ]
}

function dialogueBlocks(words: CouncilWords): readonly TextBlock[] {
  return [
    { kind: 'heading', id: 'dialogue', level: 4, text: 'ひきこもりをテーマとした学生と市との意見交換会' },
    {
      kind: 'labels',
      id: 'dialogue.labels',
      level: 4,
      items: [
        {
          label: '目的',
          lines: [
            `学生（若者）を対象にひきこもりに関するテーマで意見交換を実施し、今後の「${words.current}」の参考とする`,
          ],
        },
        {
          label: '実施方法',
          lines: [
            `市長と武蔵野大学人間科学部社会福祉学科の熊田博喜教授ゼミの学生とでひきこもりのイメージや支援の在り方等をテーマに意見交換を${words.dialogue.done}`,
          ],
        },
      ],
    },
  ]
}
