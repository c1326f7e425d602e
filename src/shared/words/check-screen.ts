import type { CheckFinding } from '../checks/finding.ts'
import { checkRules } from '../checks/rules.ts'
import { findStatistic } from '../statistics/catalogue/catalogue.ts'

/** 点検・履歴. */
export const checkScreenWords = {
  title: '点検・履歴',
  checked: (when: string, asOf: string): string => `${when}に点検（${asOf}まで）`,
  today: (time: string): string => `今日 ${time} `,
  again: '点検し直す',
  running: '点検しています',
  reading: 'すべての記録と月報を調べています',
  stopped: '点検を中止しました。',
  start: '点検する',
  clean: '指摘はありません。',
  cleanHint: '記録と月報の値に、エラーも警告も見つかりませんでした。',
  noneHere: '選んだ条件に合う指摘はありません。',
  showAll: 'すべて見る',
  cut: (shown: number, total: number): string =>
    `指摘は${total.toLocaleString('ja-JP')}件あります。重いものから${shown}件を示しています。直すと、続きが出ます。`,
  findings: '点検の指摘',
  acknowledged: '確認済',
  severity: '重さ',
  filters: {
    all: (count: number): string => `すべて ${count}`,
    errors: (count: number): string => `エラー ${count}`,
    warnings: (count: number): string => `警告 ${count}`,
    label: '重さで選ぶ',
    rule: '種類',
    party: '報告元',
    any: 'すべて',
  },
  columns: { message: '指摘', place: '場所', now: '今の値', compared: '比べた値', party: '報告元' },
  errorHint: 'エラーがある月は、直すまで確定できません。',
  warningHint: 'このままでよければ、理由を書いて残せます。',
  show: {
    label: '確認',
    open: (count: number): string => `未確認 ${count}`,
    acknowledged: (count: number): string => `確認済 ${count}`,
    all: 'すべて',
    noneAcknowledged: '理由を付けて残した指摘はありません。',
    allAcknowledged: (count: number): string =>
      `未確認の指摘はありません。理由を付けて残したものが${count.toLocaleString('ja-JP')}件あります。`,
    seeAcknowledged: '確認済を見る',
  },
  acknowledge: {
    heading: 'このままでよいとき',
    reason: '理由',
    example: '例：集団説明会のため',
    sameRule: (count: number): string => `一覧にある同じ種類の指摘${count}件すべてに付ける`,
    keep: (count: number): string => (count > 1 ? `${count}件を理由を書いて残す` : '理由を書いて残す'),
    hint: '値が変わると、また指摘します。',
    given: '確認済（理由あり）',
    withdraw: '確認済を取り消す',
  },
  panel: {
    close: '右の欄を閉じる',
    place: '場所',
    now: '今の値',
    compared: '比べた値',
    meaning: '指摘の内容',
    next: '次にすること',
    openCell: '月報の欄を開く',
    openRecord: '記録を開く',
    openList: '相談の一覧を開く',
    openBoard: 'ホームの提出状況を開く',
    around: '前後の月と前年',
    lastYear: '前年',
    thisYear: '今年度',
    chart: (statistic: string): string => `${statistic}の前後の月と前年の数`,
    noNumber: 'なし',
  },
  history: {
    heading: '変更履歴',
    verifying: '履歴のつながりを検査しています',
    whole: (entries: string, when: string): string => `つながりは正常　${entries}件を検査（${when}）`,
    broken: (problems: number): string => `つながりに異常があります（${problems}件）`,
    brokenTitle: '履歴のつながりに異常があります',
    brokenKept: '台帳の記録はそのまま残っています。',
    brokenNext: '控え（バックアップ）と比べる必要があります。管理の担当者に知らせてください。',
    verify: 'つながりを検査する',
    verifyAgain: '検査し直す',
    verifyStopped: '検査を中止しました',
    search: '番号・ケース・理由',
    searchLabel: '変更履歴を探す',
    who: '担当',
    everyone: '全員',
    kind: '操作',
    anyKind: 'すべての操作',
    table: '対象',
    anyTable: 'すべての対象',
    period: '期間',
    periods: { all: '全期間', today: '今日', week: '７日間', month: '30日間', year: 'この年度' },
    columns: {
      at: '日時',
      who: '担当',
      operation: '操作',
      subject: '対象',
      change: '前 → 後',
      reason: '理由',
      undo: '元に戻す',
    },
    list: '変更履歴の一覧',
    none: '条件に合う操作はありません。',
    clear: '条件を外す',
    undone: '元に戻し済',
    moreFields: (count: number): string => `ほか${count}欄`,
    newFields: (count: number): string => `（なし）→ ${count}欄`,
    removed: '削除',
    counts: (inserted: number, updated: number, deleted: number): string =>
      [['新規', inserted] as const, ['変更', updated] as const, ['削除', deleted] as const]
        .filter(([, count]) => count > 0)
        .map(([word, count]) => `${word}${count.toLocaleString('ja-JP')}`)
        .join('・'),
    change: (label: string, before: string, after: string): string => `${label}：${before} → ${after}`,
    none_: '（なし）',
    panelTitle: '操作の内容',
    when: '日時',
    whoOf: '担当',
    what: '操作',
    why: '理由',
    state: '状態',
    states: {
      done: 'そのまま',
      undone: '元に戻し済',
      step: '元に戻す・やり直すの操作',
      fixed: '元に戻せない種類の操作',
    },
    notPossible: '後の変更などがあり、そのままでは戻せません。',
    whyNot: '理由を見る',
    rows: '変更した記録',
    more: '続きを見る',
    open: '開く',
    undo: '元に戻す',
    redo: 'やり直す',
    readOnly: '閲覧のみのため、元に戻せません。',
  },
} as const

/** The value that stands now and the one that it was compared with, as the list shows them; '' where none is. */
export function findingValues({ rule, place, parameters }: CheckFinding): {
  readonly now: string
  readonly compared: string
} {
  const unit = findStatistic(place.statistic ?? '')?.unit ?? ''
  const text = (name: string, of = unit): string => {
    const value = parameters[name]
    if (value === undefined) return ''
    return `${typeof value === 'number' ? value.toLocaleString('ja-JP') : value}${of}`
  }
  switch (rule) {
    case 'newAndContinuing':
      return { now: text('value'), compared: `${text('new', '')}＋${text('continuing', '')}` }
    case 'groupsNotTotal':
      return { now: text('value'), compared: text('total') }
    case 'yearNotSum':
      return { now: text('value'), compared: text('sum') }
    case 'digitSlip':
    case 'unitSlip':
    case 'derivedNotParts':
      return { now: text('value'), compared: text('expected') }
    case 'attendanceAtCancelled':
      return { now: text('value', '人'), compared: '中止' }
    case 'textLikeNumber':
      return { now: '未入力', compared: text('value') }
    case 'swappedCells':
      return { now: text('value'), compared: text('otherValue', '') }
    case 'sameAsLastYear':
      return { now: text('value'), compared: text('value') }
    case 'movedSinceConfirmed':
    case 'movedSincePrinted':
      return { now: text('now'), compared: text('before') }
    case 'youngerThanBefore':
      return { now: text('age', '歳'), compared: text('before', '歳') }
    case 'tooYoungFor8050':
      return { now: text('age', '歳'), compared: text('minimumAge', '歳以上') }
    case 'duplicateContact':
      return { now: text('count', '件'), compared: '' }
    case 'missingReport':
    case 'lateReport':
      return { now: '未提出', compared: '' }
    case 'reportSentBack':
      return { now: '差戻し中', compared: '' }
    case 'recordsInTallyMonth':
      return { now: text('count', '件'), compared: '' }
    case 'newClaimedTwice':
      return { now: text('count', '回'), compared: '１回' }
    default:
      return { now: text('value'), compared: text('limit') }
  }
}

/** The table of the record that a finding names by `rowId`. */
export function tableOfFinding({ rule, place }: CheckFinding): string | null {
  const { about } = checkRules[rule]
  return place.rowId === null || about === 'report' || about === 'value' ? null : about
}
