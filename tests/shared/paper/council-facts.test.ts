import { describe, expect, test } from 'vitest'
import { plainText } from '../../../src/shared/paper/assemble/inlines.ts'
import type { HeadingBlock, ReportModel } from '../../../src/shared/paper/model.ts'
import { checkStyle } from '../../../src/shared/paper/style/check-style.ts'
import { stylePresets } from '../../../src/shared/paper/style/preset.ts'
import { demonstrationModel } from './demonstration.ts'
import { asOf, draftOf, modelText, wordsOf } from './support.ts'

const november = demonstrationModel(draftOf())
const march = demonstrationModel(draftOf({ ...asOf('2025-03-31'), meetingDate: null }))
const plainNovember = demonstrationModel(draftOf({ withFigures: false }))
const written = demonstrationModel(draftOf({ wording: 'asWritten', withFigures: false }))

const headings = (model: ReportModel, level: number): readonly string[] =>
  model.blocks
    .filter((block): block is HeadingBlock => block.kind === 'heading' && block.level === level)
    .map((block) => block.mark + plainText(block.inlines))

const text = modelText(november)
const position = (id: string): number => november.blocks.findIndex((block) => block.id === id)

/** Facts of the paper by their number in the checklist: words that must stand in a block, or in the paper. */
const facts: readonly (readonly [number: number, block: string, words: readonly string[]])[] = [
  [6, 'plan.position', ['①国が示す', '②ひきこもりの実態', '③当事者・家族']],
  [
    6,
    'national.centre.menu',
    ['①相談支援、②居場所づくり、③ネットワークづくり、④当事者会・家族会の開催、⑤住民への普及啓発等'],
  ],
  [
    8,
    'survey.labels',
    ['対象：満15歳以上65歳未満の市内在住者2,500件（無作為抽出）\n関係機関：300件\n当事者・家族：10件'],
  ],
  [13, 'closing.survey', ['当市の実情', 'と考える。']],
  [17, 'plan', ['第５期地域福祉計画']],
  [18, 'plan.position', ['基本目標３「社会的孤立を防ぎ必要な支援へつなぐ仕組みづくり」']],
  [19, 'plan.position', ['取組の１つとして、「ひきこもり支援の推進」']],
  [20, 'plan.position', ['国が示す「ひきこもり地域支援センター」の創設検討']],
  [21, 'plan.position', ['ひきこもりの実態・ニーズの把握']],
  [22, 'plan.position', ['当事者・家族への相談支援体制の充実']],
  [
    23,
    'national.definition.quotation',
    [
      '「様々な要因の結果として社会的参加（就学、就労、家庭外での交遊など）を回避し、原則的には６ヵ月以上にわたって概ね家庭にとどまり続けている状態を指す現象概念（他者と交わらない形での外出をしていてもよい）」',
    ],
  ],
  [24, 'national.definition.quotation', ['※「ひきこもりの評価・支援に関するガイドライン」（平成22年５月）']],
  [25, 'national.support.aim', ['より身近なところで相談ができ、必要な支援が受けられる環境づくり']],
  [
    26,
    'national.support.aim',
    ['相談窓口の設置', '居場所づくり', '関係者間のネットワーク構築', '当事者会・家族会の開催'],
  ],
  [27, 'national.support.background', ['国の実態調査', 'ひきこもり状態にある方の増加']],
  [28, 'national.support.background', ['若年層のみならず、中高年齢層', '表面化']],
  [29, 'national.support.background', ['8050問題など複雑化・複合化した課題を抱える世帯']],
  [30, 'national.support.law', ['令和６年度', '「孤独・孤立対策推進法」']],
  [31, 'national.support.law', ['就職氷河期世代支援の新行動計画']],
  [
    32,
    'national.support.law',
    [
      '「ひきこもり地域支援センター」',
      '「ひきこもり支援ステーション」',
      '「ひきこもりサポート事業」',
      '整備を促進',
    ],
  ],
  [33, 'national.centre.menu', ['総合的に実施', '必須事業']],
  [34, 'national.centre.menu', ['任意事業として実態調査等']],
  [36, 'former.start', ['平成20年', '「ひきこもり・ニート対策事業」を開始']],
  [37, 'former.start', ['生活保護制度における国の自立支援プログラム']],
  [38, 'former.start', ['被保護世帯のひきこもり、ニートの状態にある青少年']],
  [39, 'former.start', ['社会適応能力の向上', '良好な人間関係の構築等', '地域社会への参加', '自立した生活']],
  [40, 'former.start', ['平成27年に生活困窮者自立支援制度', '対象者を生活困窮者まで拡大']],
  [
    41,
    'former.content.text',
    ['中学３年生から29歳まで', '生活困窮者と生活保護受給者', '社会との接点がなくなっている'],
  ],
  [42, 'former.content.text', ['居場所としての活動を中心とする']],
  [43, 'former', ['令和５年度まで']],
  [44, 'current.reason', ['「ひきこもり・ニート対策事業」から「ひきこもり支援事業」に名称を変更']],
  [45, 'current.reason', ['年齢の上限を撤廃']],
  [46, 'current.reason', ['8050問題をはじめとする30歳以上のひきこもり相談が増加']],
  [47, 'current.reason', ['支援ニーズが多様化・複雑化', '年代を問わない支援']],
  [48, 'current.reason', ['国の示す「ひきこもり地域支援センター」の項目に準じた取組']],
  [49, 'measure1.text', ['生活サポート相談窓口', '自立相談支援事業と連携']],
  [50, 'measure2.text', ['消費者センター分館での居場所の実施']],
  [51, 'measure2.text', ['谷戸高齢者在宅サービスセンター跡地での居場所づくりの検討']],
  [
    52,
    'measure3.text',
    ['ひきこもり支援事業委託事業者、就労準備支援事業委託事業者、地域福祉コーディネーター及び当課担当者'],
  ],
  [53, 'measure3.text', ['各事業の現状', '両事業共通の利用者の状況', '課題等の情報共有']],
  [54, 'measure4.text', ['孤立感・孤独感等を和らげ', '家族セミナー']],
  [55, 'measure4.text', ['（令和７年１月から２月までの間に３回実施予定）']],
  [56, 'event.labels', ['目的：市民へのひきこもりに対する正しい理解や認識']],
  [57, 'event.labels', ['日時等：11月13日（水）アスタ田無センターコート']],
  [58, 'event.labels', ['展示、動画放映、市及び都の取組の紹介', 'チラシ配架', '居場所活動の体験ブース']],
  [59, 'event.labels', ['都の取組', '近隣自治体及び市内関係団体']],
  [60, 'lecture.labels', ['目的：', '令和７年３月に専門家による講演会を実施予定']],
  [
    61,
    'survey.labels',
    ['目的：ひきこもり状態にある人の生活状況やニーズ、課題等を把握、分析', '基礎資料とする'],
  ],
  [62, 'survey.labels', ['調査実施時期：令和６年８月']],
  [63, 'survey.labels', ['満15歳以上65歳未満の市内在住者2,500件（無作為抽出）']],
  [64, 'survey.labels', ['関係機関：300件']],
  [65, 'survey.labels', ['当事者・家族：10件']],
  [66, 'survey.labels', ['調査結果公表時期：令和７年１月頃（予定）']],
  [67, 'dialogue.labels', ['目的：学生（若者）を対象']],
  [
    68,
    'dialogue.labels',
    ['市長と武蔵野大学人間科学部社会福祉学科の熊田博喜教授ゼミの学生', '意見交換を実施'],
  ],
  [69, 'next.lead', ['「ひきこもり支援事業（ひきこもり地域支援センターに準ずる）」']],
  [70, 'next.list', ['①自立相談支援事業と連携した相談支援及びコーディネート機能の強化充実']],
  [71, 'next.list', ['②谷戸高齢者在宅サービスセンター跡地における居場所の実施']],
  [72, 'next.list', ['③ひきこもり支援に関する関係機関、関係団体との連携強化']],
  [73, 'next.list', ['④ひきこもり家族セミナーの定期的な実施']],
  [74, 'next.list', ['⑤住民向け講演会、フォーラム等の実施']],
  [75, 'next.list', ['⑥その他、ひきこもり支援の推進']],
  [76, 'closing.range', ['幅広い年齢層', 'オーダーメイドの支援']],
  [76, 'closing.survey', ['実態調査の結果を踏まえ']],
  [76, 'closing.public', ['継続的に開催', 'まちづくり']],
]

describe('the council paper, fact by fact, as of 30 November 2024', () => {
  test.each(facts)('fact %i stands in %s', (_number, block, words) => {
    const found = wordsOf(november, block)
    for (const each of words) expect(found).toContain(each)
  })

  test('1: three sections with their titles', () => {
    expect(headings(november, 1)).toEqual([
      '１　第５期地域福祉計画における「ひきこもり支援」の位置づけについて',
      '２　国におけるひきこもり支援について',
      '３　当市におけるひきこもり支援について',
    ])
  })

  test('2, 3: the second level, with or without figures', () => {
    const second = [
      '（１）ひきこもりの定義',
      '（２）ひきこもり支援',
      '（３）ひきこもり地域支援センター',
      '（１）ひきこもり・ニート対策事業（令和５年度まで）',
      '（２）ひきこもり・ニート対策事業の取組（令和５年度まで）',
      '（３）ひきこもり地域支援センターに向けた取組（令和６年度から）',
      '（４）令和７年度の取組方針',
      '（５）まとめ',
    ]
    expect(headings(november, 2)).toEqual(second)
    expect(headings(plainNovember, 2)).toEqual(second)
    expect(headings(written, 2)[4]).toBe('（２）ひきこもり・ニート対策事業の取り組み（令和５年度まで）')
  })

  test('4, 12: ①–⑥ as headings without a space, ア イ with one, under ⑤ and ⑥', () => {
    expect(headings(november, 3)).toEqual([
      '①相談支援',
      '②居場所づくり',
      '③ネットワークづくり',
      '④当事者会・家族会の開催',
      '⑤住民への普及啓発等',
      '⑥その他',
    ])
    expect(headings(november, 4)).toEqual([
      'ア　ひきこもりを考えるイベント',
      'イ　講演会',
      'ア　ひきこもり実態調査の実施',
      'イ　ひきこもりをテーマとした学生と市との意見交換会',
    ])
  })

  test('5: ①–⑥ of the next year are a list', () => {
    const list = november.blocks.find((block) => block.id === 'next.list')
    expect(list?.kind === 'list' ? list.items.map((item) => item.mark) : []).toEqual([...'①②③④⑤⑥'])
  })

  test('7: label lines', () => {
    const labels = november.blocks.flatMap((block) =>
      block.kind === 'labels' ? block.items.map((item) => item.label) : [],
    )
    expect(new Set(labels)).toEqual(
      new Set(['目的', '日時等', '内容', '調査実施時期', '対象', '調査結果公表時期', '実施方法']),
    )
  })

  test('9: rules directly above ① and below ⑥', () => {
    expect(position('measures.top')).toBe(position('measure1') - 1)
    expect(position('measures.bottom')).toBe(position('dialogue.labels') + 1)
  })

  test('10, 23: the quotation carries its source and is never editable', () => {
    const quotation = november.blocks[position('national.definition.quotation')]
    expect(quotation).toMatchObject({ kind: 'quotation', editable: false })
    const same = written.blocks.find((block) => block.id === 'national.definition.quotation')
    expect(
      same?.kind === 'quotation' && quotation?.kind === 'quotation' && same.quoted === quotation.quoted,
    ).toBe(true)
  })

  test('14, 78: head, stamps, period and as-of date are the tool’s to add', () => {
    expect(november.head).toMatchObject({
      number: '資料１',
      meeting: '文教厚生委員会',
      date: '令和６年12月10日',
      department: '健康福祉部　地域共生課',
      title: 'ひきこもり支援の取組について',
      stamps: ['案', '庁内用（取扱注意）', '架空の数値'],
      standing: '速報値（令和６年11月30日現在）',
      frameText: '令和６年４月から11月まで（令和６年11月30日現在）',
    })
  })

  test('15: the four tenses', () => {
    for (const words of ['実施していた', '実施予定', 'の実施', '検討']) expect(text).toContain(words)
  })

  test('16: without figures no consultation figure stands in the text', () => {
    const plain = modelText(plainNovember)
    expect(plain).not.toMatch(/延べ件数|実人数/)
    expect(plainNovember.blocks.some((block) => block.kind === 'table' || block.kind === 'chart')).toBe(false)
  })

  test('66: responses that nobody stated are not printed as 0', () => {
    expect(wordsOf(november, 'survey.labels')).not.toMatch(/回収|０件|(?<!\d)0件/)
  })

  test('77: the source’s slips are reported in 原文どおり, none inside the quotation; 整えて has none left', () => {
    const found = checkStyle(written.blocks, stylePresets.city)
    expect(found.map((finding) => finding.found)).toEqual(
      expect.arrayContaining([
        '平成 22年 5 月',
        '令和７年 1月',
        '基礎資料する',
        '取り組み',
        '御家族',
        '当事会',
        '繋がる',
        '孤立・孤独対策推進法',
      ]),
    )
    expect(found.some((finding) => finding.found.includes('６ヵ月'))).toBe(false)
    expect(checkStyle(november.blocks, stylePresets.city)).toEqual([])
  })
})

describe('the same template as of 31 March 2025', () => {
  test('tells what was planned as done, and the rest as it stood', () => {
    expect(wordsOf(march, 'measure4.text')).toContain('３回実施した')
    expect(wordsOf(march, 'lecture.labels')).toContain('令和７年３月に専門家による講演会を実施した')
    expect(wordsOf(march, 'measure2.text')).toContain('検討')
    expect(march.head.frameText).toBe('令和６年４月から令和７年３月まで（令和７年３月31日現在）')
  })

  test('keeps every fact that does not depend on the day', () => {
    const moving = new Set([55, 60, 66])
    for (const [number, block, words] of facts) {
      if (moving.has(number)) continue
      for (const each of words) expect(wordsOf(march, block), `fact ${number}`).toContain(each)
    }
  })

  test('counts more than in November', () => {
    const events = (model: ReportModel): number => {
      const block = model.blocks.find((one) => one.id === 'measure1.text')
      const field =
        block?.kind === 'paragraph'
          ? block.inlines.find((inline) => inline.kind === 'field' && inline.name === 'consultation.events')
          : undefined
      const cell = field?.kind === 'field' ? field.cell : undefined
      return cell?.state === 'value' && cell.quantity.kind === 'integer' ? cell.quantity.integer : Number.NaN
    }
    expect(events(march)).toBeGreaterThan(events(november))
  })
})
