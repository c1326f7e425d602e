import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { FormCode } from '../statistics/rows.ts'
import { formatFiscalYear } from '../time/format.ts'
import { formWords } from './checks.ts'
import { templateWords } from './papers.ts'

export { historyFields } from './history-fields.ts'

/** Words of the history list (変更履歴). A code without words prints as it is. */
export const historyWords = {
  actions: {
    'ledger.create': '台帳の作成',
    'ledger.migrate': '台帳の版の更新',
    'ledger.restore': '控えからの復元',
    'ledger.records': '最初の内容の登録',
    'ledger.content': '最初の設定の登録',
    'staff.add': '担当者の追加',
    'papers.create': '資料の作成',
    'papers.changeSettings': '資料の設定の変更',
    'papers.edit': '資料の文章の編集',
    'papers.remove': '資料の削除',
    'consultations.create': '相談の入力',
    'consultations.change': '相談の訂正',
    'consultations.remove': '相談の削除',
    'cases.close': 'ケースの終結',
    'cases.reopen': 'ケースの再開',
    'cases.changeEpisode': '支援期間の訂正',
    'cases.merge': 'ケースの名寄せ',
    'cases.linkHousehold': '同じ世帯の登録',
    'cases.setBeforeLedger': 'ケースの「台帳より前から」の変更',
    'cases.addEarlier': '台帳より前のケースの登録',
    'activities.create': '活動の登録',
    'activities.save': '活動の訂正',
    'activities.withdrawState': '活動の状態の取消し',
    'activities.remove': '活動の削除',
    'activities.createSeries': '連続する活動の登録',
    'activities.changeSeries': '連続する活動の変更',
    'figures.record': '答弁した数字の登録',
    'figures.remove': '答弁した数字の削除',
    'favourites.keep': 'お気に入りの登録',
    'favourites.rename': 'お気に入りの改名',
    'favourites.remove': 'お気に入りの削除',
    'favourites.move': 'お気に入りの並べ替え',
    'history.undo': '元に戻す',
    'history.redo': 'やり直す',
    'history.putBack': '前の値への訂正',
    'monthly.type': '月報の値の入力',
    'monthly.paste': '月報の値の貼付け',
    'monthly.fill': '月報の値の写し',
    'monthly.clear': '月報の値の取消し',
    'monthly.offer': '前年度の値の呼出し',
    'monthly.adopt': '前年度の値の採用',
    'monthly.comment': '月報のコメント',
    'monthly.setItems': '月報の項目の変更',
    'monthly.report': '月報の提出の記録',
    'reports.received': '報告の受領',
    'reports.checked': '報告の確認',
    'reports.sentBack': '報告の差戻し',
    'reports.resubmitted': '報告の再提出',
    'reports.missing': '報告を未提出に戻す',
    'settings.saveItem': '区分の項目の登録',
    'settings.orderItems': '区分の項目の並べ替え',
    'settings.mergeItem': '区分の項目の統合',
    'settings.saveBands': '年齢の区分の変更',
    'settings.retire': '廃止の日の変更',
    'settings.remove': '設定の削除',
    'settings.saveParty': '報告元の登録',
    'settings.succeedParty': '受託者の交代',
    'settings.saveForm': '報告様式の登録',
    'settings.switchMode': '報告のしかたの切替え',
    'settings.saveProgramme': '事業の登録',
    'settings.savePlace': '会場・課名の登録',
    'settings.saveRule': '計上ルールの登録',
    'settings.saveStaff': '担当者の登録',
    'settings.orderStaff': '担当者の並べ替え',
    'settings.saveValue': '設定の変更',
    'settings.beginYear': '年度の更新',
  },
  changes: { insert: '追加', update: '変更', delete: '削除', none: '操作のみ' },
  tables: {
    staff: '担当者',
    programme: '事業',
    party: '報告元',
    venue: '会場',
    department: '部署',
    party_form: '報告様式',
    report: '月次報告',
    counting_rule: '計上ルール',
    year_change: '年度更新',
    case_file: 'ケース',
    case_episode: '支援期間',
    consultation: '相談',
    coordination: '連絡調整',
    referral: 'つなぎ',
    activity: '活動',
    tally: '月報の値',
    form_sheet: '月報の項目',
    code_list: '区分',
    code_item: '区分の項目',
    age_bands: '年齢の区分',
    plan: '計画',
    plan_node: '計画の項目',
    setting: '設定',
    paper: '資料',
    favourite: 'お気に入り',
    known_figure: '既に出た数字',
    confirmation: '確定',
    submission: '提出済み',
    late_arrival: '遅れて届いた報告',
  },
  /** What `history --verify` finds. */
  problems: {
    gap: '履歴の番号が飛んでいます（履歴が削除されています）',
    entryBroken: '履歴のつながりが合いません（書換え、差込み又は入替え）',
    imageEdited: '履歴に残した内容が書き換えられています',
    imageMissing: '履歴に残した内容がありません',
    actionEdited: '操作の記録が書き換えられています',
    actionMissing: '操作の記録がありません',
    rowEdited: '記録が、履歴の最後の内容と違います',
    rowMissing: '履歴にある記録がありません',
    rowUnrecorded: '履歴のない記録があります',
    tailLost: '最後の履歴が失われています',
    anchorDiffers: '台帳の末尾を確かめるファイル（anchor）と合いません',
    damaged: '台帳のファイルが壊れています',
  },
  number: (sequence: number): string => `履歴 ${sequence}`,
  file: '台帳のファイル',
} as const

/** The words of a code, or the code itself. */
export const wordsOf = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code

const settingWords: Readonly<Record<string, string>> = {
  city: '市の名前・番号',
  'ledger.name': '台帳の名前',
  'ledger.fictional': '架空の数値',
  'ledger.createdAt': '台帳を作成した日',
  'recording.since': '記録の始まり',
  'recording.earlierCasesKnown': '台帳より前のケースの登録',
  'plan.endVerified': '計画の終わりの確認',
  'plan.nationalMenu': '国事業メニュー',
  'papers.style': '資料の書き方',
  'statistics.referralDepths': 'つなぎとして数える段階',
  'codes.household8050': '8050世帯の年齢',
  'codes.reading': '区分の読み方',
  'reports.dueDay': '報告の締切',
}

/** How the history writes values and subjects. */
export const historyScreen = {
  yesNo: { '0': 'いいえ', '1': 'はい' },
  forms: formWords,
  modes: { records: '相談等の記録', tally: '月報の数' },
  newRules: {
    firstEver: '初回のみ',
    firstOrReopened: '初回と終結後の再開',
    notInPreviousYear: '前年度に利用なし',
  },
  reportStates: {
    missing: '未提出',
    received: '受領',
    sentBack: '差戻し中',
    resubmitted: '再提出',
    checked: '確認済',
    confirmed: '確定',
  },
  choiceKinds: { single: '一つ選ぶ', multiple: 'いくつでも選ぶ' },
  referral: {
    informed: '情報提供',
    introduced: '紹介',
    accompanied: '同行・引継ぎ',
    useConfirmed: '利用開始を確認',
  },
  categories: {
    '1': '①相談支援',
    '2': '②居場所づくり',
    '3': '③ネットワークづくり',
    '4': '④当事者会・家族会',
    '5': '⑤普及啓発',
    '6': '⑥その他',
  },
  age: (low: number | null, high: number | null): string => {
    if (low !== null && low === high) return `${low}歳`
    if (low !== null && high !== null && low % 10 === 0 && high === low + 9) return `${low}代`
    if (low !== null && (high === null || high >= 120))
      return low % 10 === 0 ? `${low}代以上` : `${low}歳以上`
    return `${low ?? ''}歳から${high ?? ''}歳`
  },
  dateUnknown: '日付は未定・不明',
  range: (from: string, to: string): string => `${from}から${to}まで`,
  span: (from: string | null, to: string | null): string =>
    `${from === null ? '' : `${from}から`}${to === null ? '' : `${to}まで`}`,
  inBrackets: (what: string, inside: string): string => (inside === '' ? what : `${what}（${inside}）`),
  before: (date: string): string => `前の予定は${date}`,
  marks: { provisional: '速報値', revised: '訂正値', estimate: '概数' },
  marked: (value: string, marks: string): string => `${value}（${marks}）`,
  carried: (value: string): string => `前年度の値（未採用）${value}`,
  persons: (group: string, count: number): string => `${group}${count.toLocaleString('ja-JP')}人`,
  statistic: (code: string): string =>
    findStatistic(code)?.label ?? (Object.hasOwn(formWords, code) ? formWords[code as FormCode] : code),
  /** What a setting is called; those without a word are told by their value. */
  setting: (name: string): string =>
    Object.hasOwn(settingWords, name) ? (settingWords[name] ?? '') : '設定',
  of: (what: string, value: string): string => `${what}：${value}`,
  present: '（あり）',
  measure: (statistic: string, stratum: string | null, value: number): string => {
    const found = findStatistic(statistic)
    const of = stratum === null ? '' : `（${stratum}）`
    return `${found?.label ?? statistic}${of}${value.toLocaleString('ja-JP')}${found?.unit ?? ''}`
  },
  year: (fiscalYear: number): string => formatFiscalYear(fiscalYear),
  template: (code: string): string =>
    Object.hasOwn(templateWords, code) ? templateWords[code as keyof typeof templateWords].label : code,
  number: (key: number): string => `No.${key}`,
  numbered: (what: string, key: number): string => `${what} No.${key}`,
  stored: (tables: number): string => `統計表 ${tables.toLocaleString('ja-JP')}種`,
  whole: '全体',
  inBook: (file: string, sheet: string, row: number): string => `${file}　${sheet}　${row}行目`,
  lateStates: { waiting: '未処理', taken: '反映した', dismissed: '反映しない' },
  inside: '（内容）',
  changedInside: '（内容を変更）',
  otherField: 'ほかの欄',
  none: '（なし）',
  disposed: '（廃棄済）',
} as const
