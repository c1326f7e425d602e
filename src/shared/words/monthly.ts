import { integerCell, stateCell } from '../cell/construct.ts'
import { writeCell } from '../cell/write.ts'
import type { Entry } from '../monthly/entry.ts'
import type { EntryReading, EntryRefusal } from '../monthly/read-entry.ts'
import type { ReportState } from '../statistics/rows.ts'
import { cellStateWords, numberReadingWords } from './cell.ts'

/** Words of 月報入力. */
export const monthlyWords = {
  title: '月報入力',
  party: '報告元と様式',
  partyChoice: (name: string, form: string) => `${form}　${name}`,
  modes: { records: '記録から集計', tally: '月報', mixed: '年度の途中で切替え' },
  grid: (party: string, form: string) => `${party}　${form}の月報`,
  item: '項目',
  year: '年度計',
  loading: '月報を読み込んでいます',
  empty: 'この年度に月報を出す報告元がありません。',
  emptyHint: '「設定」で報告元と様式を登録すると、ここに月報の表が出ます。',
  noItems: 'この月報には、まだ項目がありません。',
  noItemsHint: '「項目を選ぶ」で、報告してもらう項目を決めてください。',
  bands: {
    missing: '入力中',
    received: '受領',
    sentBack: '差戻し中',
    resubmitted: '再提出',
    checked: '確認済',
    confirmed: '確定',
    future: 'これから',
    unlisted: '対象外',
  } satisfies Record<ReportState | 'future' | 'unlisted', string>,
  yearNotes: {
    sum: (reported: number, expected: number) => `${reported}/${expected} 月分`,
    entered: '年計は別に入力',
    counted: '記録から集計',
    bounds: (low: number, high: number) => `${low}～${high} の間`,
    boundsLow: (low: number) => `${low} 以上`,
    last: (month: string) => `${month}末`,
    none: '',
  },
  previousRow: '前年同月',
  differenceRow: '差',
  sameMonths: (count: number) => `同じ ${count}月分`,
  course: (line: string) => `${line}の推移`,
  refusals: {
    confirmed: '確定済みです。直すときは、理由を書いて確定を解除してください。',
    future: 'これからの月です。',
    records: 'この月は記録から集計します。「相談受付簿」や「活動・行事」に記録してください。',
    unlisted: 'この月は、この様式の報告の対象ではありません。',
    yearOnly: 'この項目は、年度の値だけを入力します。',
    sum: '年度計は各月の合計です。月の欄を直してください。',
    last: '年度の値は、最後に入力した月の値です。',
    readOnly: '閲覧のみで開いています。',
  },
  entryRefusals: {
    notWhole: '件数や人数は整数で入力してください。',
    notExact: '一つの数で入力してください（範囲は入力できません）。',
    suppressed: '秘匿の記号は入力できません。もとの数を入力してください。',
    brackets: '括弧だけの数は、そのままでは値にできません。',
  } satisfies Record<EntryRefusal, string>,
  unread: '読み取れないので、まだ値になっていません。入力した文字は残っています。',
  offered: '前年度の値（未採用）',
  spoken: {
    blank: '未入力',
    revised: '訂正値',
    provisional: '速報値',
    comment: 'コメントあり',
    warning: '警告あり',
    stop: 'エラーあり',
    unsaved: '保存していません',
    unread: '読み取れません',
    halfTyped: '打ちかけ',
    future: 'これから',
  },
  actions: {
    offer: '前年度の値を出す',
    offerMonth: (month: string) => `${month}の空欄に出す`,
    offerAll: '入力できる月の空欄すべてに出す',
    offerNothing: '出せる前年度の値がありません。',
    adopt: '採用する',
    adoptRange: (count: number) => `選んだ範囲の ${count}件を採用する`,
    adoptRow: (line: string, count: number) => `「${line}」の ${count}件を採用する`,
    withdraw: (count: number) => `採用していない ${count}件を消す`,
    items: '項目を選ぶ',
    paste: 'Excelから貼る',
    handIn: (month: string) => `${month}分を確認へ回す`,
    zero: (month: string) => `${month}は０件と記録する`,
    zeroUndo: (month: string) => `${month}の「０件」を取り消す`,
    more: '操作',
  },
  zeroDeclared: '０件の報告',
  legend: {
    value: '値',
    notApplicable: '該当なし －',
    notHeld: '中止・延期・未実施',
    unknown: '不詳 …',
    clear: '未入力に戻す',
    edit: '直す',
    next: '次へ',
    stop: 'やめる',
    ghost: '前年度の値（未採用・未入力として扱う）',
    ghostSample: '4',
    blank: '未入力',
    warning: '警告',
    comment: 'コメントあり',
    revised: '訂正した値',
    future: 'これからの月',
  },
  panel: {
    title: (month: string, line: string) => `${month}　${line}`,
    close: '右の欄を閉じる',
    open: '右の欄を出す',
    typed: '打った字',
    reading: '読み',
    value: '値',
    previousYear: '前年同月',
    previousWholeYear: '前年度',
    blank: '未入力',
    previousMonth: '前月',
    bounds: '取り得る範囲',
    partsSum: '内訳の合計',
    difference: (signed: string) => `（差 ${signed}）`,
    course: '推移',
    thisYear: '今年度',
    lastYear: '前年度',
    mend: '値を直す',
    giveReason: '理由を書いて残す',
    history: '履歴',
    noHistory: 'まだ何も入力されていません。',
    comment: 'コメント',
    commentHint: 'この値について書き残すこと',
    commentSave: 'コメントを残す',
    adopt: '採用する',
    adoptHint: '前年度の値です。採用するまで、集計でも印刷でも「未入力」として扱います。',
    unread: '読み取れない入力',
    halfTyped: '打ちかけの入力',
    halfTypedHint:
      '前に打ちかけた字が残っています。まだ値になっていません。「値を直す」を押し、Enter で値にしてください。',
    retry: 'もう一度保存する',
    checkedMonth: '確認済の月の値です。直したときは、確認した人に知らせてください。',
  },
  clash: {
    title: 'ほかの画面で、同じ欄の値が変わりました',
    lead: 'どちらの値を残すか選んでください。選ぶまで、ほかの画面の値が台帳に残っています。',
    mine: 'この画面の値',
    theirs: 'ほかの画面の値',
    keepMine: 'この画面の値にする',
    keepTheirs: 'ほかの画面の値のままにする',
  },
  paste: {
    title: '貼り付ける内容の確認',
    lead: 'まだ何も変えていません。内容を確かめて「貼り付ける」を押してください。一回の操作として記録し、元に戻せます。',
    here: 'Excelの範囲を、この欄に貼り付けてください（Ctrl+V）。',
    hereTitle: 'Excelから貼る',
    field: '貼り付ける範囲',
    readHere: '内容を確かめる',
    byMonths: '月の名前の行を見つけたので、月に合わせて置きます。',
    byNames: '項目の名前の列を見つけたので、項目に合わせて置きます。',
    byPlace: (place: string) => `「${place}」の欄から、並びのとおりに置きます。`,
    unknownNames: (names: string) => `この月報にない項目の行は貼りません：${names}`,
    beyond: (count: number) => `表の外に出る ${count}件は貼りません。`,
    emptyPlaces: (count: number) => `空欄 ${count}か所は、いまの値をそのまま残します。`,
    nothing: '貼り付けられる値がありません。',
    counts: (fresh: number, replaced: number, same: number, refused: number) =>
      `新しく入る ${fresh}件　上書きする ${replaced}件　同じ値 ${same}件　貼れない ${refused}件`,
    columns: { place: '欄', text: '貼る字', reading: '読み', before: 'いまの値', outcome: '結果' },
    outcomes: {
      new: '新しく入る',
      replaced: '上書き',
      same: '同じ値',
      shut: '貼れない',
      ask: '答えてください',
      unread: '読み取れない',
    },
    dash: '「－」や「なし」は、どれですか。',
    brackets: '「45（12）」の括弧の中は、どれですか。',
    apply: (count: number) => `${count}件を貼り付ける`,
    answerFirst: '上の質問に答えると押せます。',
    onlyFirst: (shown: number, all: number) => `はじめの ${shown}件を示しています（全部で ${all}件）。`,
  },
  items: {
    title: '月報の項目を選ぶ',
    lead: '選んだ項目が表に並びます。すでに値のある項目は、外しても値のある年度には残ります。',
    statistics: '統計項目',
    cuts: '内訳',
    noCut: '計だけ',
    cut: (label: string) => `${label}別`,
    apply: 'この項目にする',
    none: '一つ以上選ぶと押せます。',
    usual: '標準の項目に戻す',
    inUse: '値あり',
  },
  failures: {
    refused: 'この欄は保存できませんでした。入力した値は画面に残っています。',
  },
  keys: {
    comment: 'コメントを書く',
  },
} as const

/** A cell as printed on screen: 「1,234」「約30」「－」「中止」; blank is ''. */
export function entryText(entry: Entry): string {
  const cell =
    entry.state === 'value' && entry.value !== null
      ? integerCell(entry.value, { flags: entry.flags })
      : stateCell(entry.state === 'value' ? 'blank' : entry.state)
  return writeCell(cell, 'city', { minus: '-' }).text
}

/** A cell in words: 「4 件」「該当項目なし」「未入力」. */
export function entryWords(entry: Entry, unit: string): string {
  if (entry.state !== 'value') return cellStateWords[entry.state]
  return `${entryText(entry)} ${unit}`
}

/** How a text was read: the value in bold, and why. */
export function readingWords(reading: EntryReading): {
  readonly ok: boolean
  readonly value: string
  readonly words: string
} {
  const all = numberReadingWords(reading.reading)
  if (reading.outcome === 'unread') return { ok: false, value: '', words: all }
  if (reading.outcome === 'refused') {
    return { ok: false, value: '', words: monthlyWords.entryRefusals[reading.why] }
  }
  const [, value = all, rest = ''] = /^([^（　]+)(.*)$/.exec(all) ?? []
  return { ok: true, value, words: rest.replace(/^（(.*)）$/, '$1').replace(/^　/, '') }
}
