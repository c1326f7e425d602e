import type { PaperView } from '../../../src/shared/contract/schemas/papers.ts'
import type { PaperDraft } from '../../../src/shared/paper/draft.ts'
import type { Block, Inline } from '../../../src/shared/paper/model.ts'

const parts = { reported: 8, expected: 8 }
const fields: PaperView['fields'] = [
  {
    name: 'consultation.events',
    label: '相談延べ件数',
    display: '268件',
    cell: { state: 'value', quantity: { kind: 'integer', integer: 268 }, parts, flags: [] },
    used: true,
    source: '令和６年４月から11月まで（令和６年11月30日現在）',
    origin: null,
  },
  {
    name: 'consultation.persons',
    label: '相談実人数',
    display: '58人',
    cell: { state: 'value', quantity: { kind: 'integer', integer: 58 }, parts, flags: [] },
    used: true,
    source: '令和６年４月から11月まで（令和６年11月30日現在）',
    origin: null,
  },
  {
    name: 'survey.responses',
    label: '調査の有効回収数',
    display: '値なし',
    cell: { state: 'blank', parts, flags: [] },
    used: true,
    source: '令和６年度',
    origin: null,
  },
]

/** Blocks of a small council paper; places take their words from the draft. */
const originals: readonly { readonly place: string; readonly label: string; readonly text: string }[] = [
  {
    place: 'position',
    label: '',
    text: '基本目標３「社会的孤立を防ぎ必要な支援へつなぐ仕組みづくり」の中の取組の１つとして、「ひきこもり支援の推進」を挙げている。',
  },
  {
    place: 'consulting',
    label: '',
    text: '生活サポート相談窓口における自立相談支援事業と連携した相談支援の実施（相談延べ件数{{consultation.events}}、相談実人数{{consultation.persons}}）',
  },
  { place: 'seminar', label: '', text: '家族セミナーを実施（令和７年 1月から２月までの間に３回実施予定）' },
  { place: 'survey/0', label: '目的', text: 'ひきこもり状態にある人の生活状況やニーズを把握する。' },
  { place: 'survey/1', label: '有効回収', text: '{{survey.responses}}（令和７年１月頃公表予定）' },
]

function inlinesOf(text: string): Inline[] {
  return text.split(/(\{\{[^{}]+\}\})/).flatMap((part): Inline[] => {
    const name = /^\{\{([^{}]+)\}\}$/.exec(part)?.[1]
    if (name === undefined) return part === '' ? [] : [{ kind: 'text', text: part }]
    const field = fields.find((each) => each.name === name)
    return field
      ? [{ kind: 'field', name, label: field.label, display: field.display, cell: field.cell }]
      : []
  })
}

const heading = (id: string, level: 1 | 2 | 3, mark: string, text: string): Block => ({
  kind: 'heading',
  id,
  editable: false,
  level,
  mark,
  inlines: [{ kind: 'text', text }],
})
const textOf = (draft: PaperDraft, place: string): string =>
  draft.edits[place] ?? originals.find((each) => each.place === place)?.text ?? ''
const paragraph = (draft: PaperDraft, id: string, level: 1 | 2 | 3): Block => ({
  kind: 'paragraph',
  id,
  editable: true,
  level,
  inlines: inlinesOf(textOf(draft, id)),
})

/** A paper's view as the backend would answer it. */
export function fakeView(draft: PaperDraft) {
  const seminar = textOf(draft, 'seminar')
  const bad = seminar.indexOf('令和７年 1月')
  const blocks: Block[] = [
    heading('h1', 1, '１　', '第５期地域福祉計画における「ひきこもり支援」の位置づけについて'),
    paragraph(draft, 'position', 1),
    heading('h2', 1, '２　', '国におけるひきこもり支援について'),
    heading('h21', 2, '（１）', 'ひきこもりの定義'),
    {
      kind: 'quotation',
      id: 'definition',
      editable: false,
      level: 2,
      before: 'ひきこもりの定義は、「',
      quoted:
        '様々な要因の結果として社会的参加を回避し、原則的には６ヵ月以上にわたって概ね家庭にとどまり続けている状態を指す現象概念',
      after: '」としている。',
      source: '※「ひきこもりの評価・支援に関するガイドライン」（平成22年５月）による定義',
    },
    heading('h3', 1, '３　', '当市におけるひきこもり支援について'),
    heading('h32', 2, '（３）', 'ひきこもり地域支援センターに向けた取り組み（令和６年度から）'),
    heading('h31', 3, '①', '相談支援'),
    paragraph(draft, 'consulting', 3),
    heading('h34', 3, '④', '当事者会・家族会の開催'),
    paragraph(draft, 'seminar', 3),
    heading('h36', 3, '⑥', 'ひきこもり実態調査の実施'),
    {
      kind: 'labels',
      id: 'survey',
      editable: true,
      level: 3,
      items: [0, 1].map((index) => ({
        label: originals.find((each) => each.place === `survey/${index}`)?.label ?? '',
        lines: [inlinesOf(textOf(draft, `survey/${index}`))],
      })),
    },
  ]
  return {
    frameText: '令和６年４月から11月まで（令和６年11月30日現在）',
    standing: '速報値（令和６年11月30日現在）',
    stamps: ['案', '庁内用（取扱注意）', '架空の数値'],
    outline: blocks.flatMap((block) =>
      block.kind === 'heading'
        ? [
            {
              blockId: block.id,
              level: block.level,
              mark: block.mark,
              text: block.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''),
              findings: block.id === 'h34' && bad >= 0 ? 1 : 0,
            },
          ]
        : [],
    ),
    blocks,
    places: originals.map(({ place, label, text }) => ({
      place,
      blockId: place.replace(/\/\d+$/, ''),
      label,
      text: textOf(draft, place),
      original: text,
      edited: draft.edits[place] !== undefined,
      inlines: inlinesOf(textOf(draft, place)),
    })),
    fields,
    findings:
      bad < 0
        ? []
        : [
            {
              id: 'f1',
              rule: 'spaceBeforeMonth',
              severity: 'warning',
              place: 'seminar',
              blockId: 'seminar',
              message: '「令和７年 1月」→「令和７年１月」',
              excerpt: '令和７年 1月',
              start: bad,
              end: bad + '令和７年 1月'.length,
              suggestion: '令和７年１月',
            },
          ],
  }
}
