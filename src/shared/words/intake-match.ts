import type { BookFinding } from '../intake/book.ts'
import type { StagedRecord, StagedSession } from '../intake/staged.ts'
import type { ActivityDate } from '../statistics/rows.ts'
import { isMonth } from '../time/calendar.ts'
import { formatMonth, formatMonthDay } from '../time/format.ts'

/** Words of comparing a book with the ledger and of taking it in (取込). */
export const intakeWords = {
  correctedByBook: '取り込んだ書類による訂正',
  anonymous: '匿名',
  none: '（なし）',
  unknown: '不明',
  outcomes: {
    new: '新規',
    changed: '変更',
    same: '同じ',
    refused: '受け付けない',
    ignored: '読み飛ばし',
    late: '保留',
    gone: '台帳だけ',
    warned: '注意あり',
  },
  states: { planned: '予定', held: '実施', cancelled: '中止', postponed: '延期' } satisfies Record<
    StagedSession['state'],
    string
  >,
  years: (from: string, to: string): string => (from === to ? from : `${from}～${to}`),
  imported: (read: number, done: number): string => `${read}行を読み、${done}件を取り込みました。`,
  tried: (read: number): string => `${read}行を読みました（試行のため、台帳には書いていません）。`,
} as const

/** A field of a record as the preview calls it. */
export const intakeFields: Readonly<Record<StagedRecord['kind'], Readonly<Record<string, string>>>> = {
  consultation: {
    day: '受付日',
    caseCode: 'ケース番号',
    method: '相談方法',
    supports: '支援内容',
    caller: '来談者',
    companions: '同席者',
    ageLow: '年齢（から）',
    ageHigh: '年齢（まで）',
    sex: '性別',
    schooling: '在学区分',
    economic: '経済状況',
    household: '世帯',
    area: '地区',
    duration: 'ひきこもり期間',
    route: '相談経路',
    mainTopic: '主な相談内容',
    topics: '相談内容',
    factors: '要因',
    referrals: 'つなぎ先',
    others: 'その他の内容',
    newClaim: '新規の記載',
    note: '備考',
  },
  session: {
    category: '分類',
    title: '名称',
    venue: '会場',
    date: '開催日',
    state: '状態',
    reason: '理由',
    hours: '時間',
    attendance: '参加者数',
    content: '内容',
  },
  tally: { cell: '値', estimate: '約' },
  indicator: {
    indicatorKind: '指標の種類',
    unit: '単位',
    direction: '方向',
    baseline: '基準値',
    targets: '目標値',
    actuals: '実績値',
  },
}

type Parameters = Readonly<Record<string, string | number>>
type Words = (parameters: Parameters) => string

/** Why a row is refused by the ledger, or kept as late. */
export const intakeReasons: Readonly<Record<string, Words>> = {
  toldTwice: ({ sheet, row }) =>
    `同じ欄が「${sheet}」${row}行目にもあり、値が違います。どちらかに直してください。`,
  unknownParty: ({ party }) => `報告元「${party}」は台帳にありません。設定で登録してください。`,
  outsideContract: ({ party, from, to }) =>
    `${party}の契約期間（${from}から${to === '' ? '' : `${to}まで`}）の外です。日付か報告元を確かめてください。`,
  reportedByTally: ({ party, month }) =>
    `${party}の${month}は月報（集計）で報告することになっています。記録は取り込めません。`,
  reportedByRecords: ({ party, month }) =>
    `${party}の${month}は記録で報告することになっています。集計の値は取り込めません。`,
  periodConfirmed: ({ party, month }) =>
    `${party}の${month}は確定しています。「遅れて届いた報告」に残します（台帳の数は変わりません）。`,
  periodSubmitted: ({ form, period, recipient, day }) =>
    `${form}の${period}は${day}に${recipient}へ提出済みです。「遅れて届いた報告」に残します（台帳の数は変わりません）。`,
}

/** 「４月３日（水）」, 「令和６年４月」. */
export function dateInBook(date: ActivityDate): string {
  switch (date.kind) {
    case 'day':
      return formatMonthDay(date.day, { weekday: true })
    case 'month':
      return formatMonth(date.month)
    case 'months':
      return intakeWords.years(formatMonth(date.from), formatMonth(date.to))
    case 'unknown':
      return intakeWords.unknown
  }
}

export const monthInBook = (month: string | null, year: string): string =>
  month !== null && isMonth(month) ? formatMonth(month) : year

/** What the reader noticed about a book. */
export function bookFindingWords({
  code,
  sheet,
  count,
}: Pick<BookFinding, 'code' | 'sheet' | 'count'>): string {
  const where = sheet === null ? '' : `「${sheet}」：`
  return `${where}${bookFindings[code](count)}`
}

const bookFindings: Readonly<Record<BookFinding['code'], (count: number) => string>> = {
  externalLinks: (count) => `ほかのブックへのリンクが${count}か所あります（リンク先は読みません）。`,
  macros: () => 'マクロが入っています（実行しません）。',
  hiddenSheet: () => '表示されていないシートです。',
  formulaWithoutValue: (count) => `計算結果のない数式が${count}か所あります（値は読めません）。`,
  formulaComputed: (count) => `計算結果のない合計の数式${count}か所を、計算しました。`,
  sumSkippedText: (count) => `合計の数式が、文字で書かれた数${count}か所を数えていません。`,
  errorCell: (count) => `エラー値のセルが${count}か所あります。`,
  unknownCharacters: (count) => `読めない文字が${count}か所あります。`,
  emptySheet: () => '何も書かれていないシートです。',
  cutCells: (count) => `長すぎる文章や右端を越えた列${count}か所は、読みませんでした。`,
}

/** Name of the annotated copy of a user's file. */
export const annotatedName = (stem: string, ending: string, count: number): string =>
  `${stem}（確認${count === 1 ? '' : `${count}`}）${ending}`
