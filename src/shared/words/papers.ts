import type { TemplateCode } from '../paper/model.ts'

/** 画面名 and what a template makes (documents §1). */
export const templateWords: Readonly<
  Record<TemplateCode, { readonly label: string; readonly description: string }>
> = {
  council: {
    label: '議会・委員会資料',
    description:
      '計画での位置づけ、国の動き、当市の取組、次年度の方針、まとめ。今年度の実績の表と図を付けることができます。',
  },
  annual: {
    label: '年報（事業報告）',
    description: '事業概要、実績数値、利用状況、分析、支援効果、広報・啓発、統計表、定義と注。',
  },
  tables: {
    label: '統計表',
    description: '選んだ統計項目を、内訳と年度の別に表にします。',
  },
}

/** Boxed at the top of each page (documents §2). */
export const stampWords = {
  draft: '案',
  internal: '庁内用（取扱注意）',
  fictional: '架空の数値',
} as const

/** What stands in a sentence or a chip where the ledger has no number. */
export const missingWord = '値なし'

export const growthWords = {
  difference: '差',
  rate: '率',
  /** From nothing, and to nothing (documents §3). */
  allNew: '皆増',
  allGone: '皆減',
  /** Shares and rates differ in points. */
  points: '割合の差は、ポイントである。',
} as const

export const tableWords = {
  item: '区分',
  unit: '単位',
  total: '計',
  /** The value of the whole period: for 実人数 no sum of the months. */
  period: '期間計',
  grandTotal: '総数',
  share: '構成比',
  year: '年度',
  recut: '（参考）',
  subset: '（再掲）',
  /** Printed only where the shares of a table do not add up to 100.0. */
  rounding: '四捨五入のため、内訳と計は必ずしも一致しない。',
  shareOfTotal: '構成比は、計に対する割合（％）である。',
  smallBase: '基数が10未満のものは、率を算出しない。',
  legendLead: '記号',
} as const

/** Said under a table with shares of answers (domain §5, worked case 7). */
export const surveyNote =
  'アンケート等の割合は、回答等の母数が100未満のものは小数を付けず、（該当数／母数）を添える。母数が30未満のものは該当数／母数のみとし、10未満のものは示さない。'

/** Stands in the legend where a table has hatched cells. The other signs are in `words/cell.ts`. */
export const brokenLegend = '斜線：比較できない'

/** 「速報値（令和６年11月30日現在）」. */
export const provisionalStanding = (asOf: string): string => `速報値（${asOf}）`

/** Under each table and figure, after 「出典」: 「実績台帳（令和６年４月から11月まで、令和６年11月30日現在）」. */
export const sourceLine = (period: string, asOf: string): string => `実績台帳（${period}、${asOf}）`

/** Findings of the editor beside those of the house style. */
export const findingWords = {
  missingField: (label: string) =>
    `「${label}」の値が台帳にありません（値なし）。値を入力するか、文から外してください。`,
  unknownField: (name: string) => `数字欄「${name}」はこの資料にありません。文から外してください。`,
  malformedField: (found: string) =>
    `「${found}」は数字欄として読み取れません。数字欄の一覧から選び直してください。`,
  tense: (written: string, expected: string) =>
    `「${written}」とありますが、基準日では「${expected}」です。手で直した文は基準日に合わせて変わりません。`,
} as const

/** 件名 to begin with. */
export const defaultTitles: Readonly<Record<TemplateCode, (year: string) => string>> = {
  council: () => 'ひきこもり支援の取組について',
  annual: (year) => `ひきこもり支援事業　年報（${year}）`,
  tables: (year) => `ひきこもり支援事業　統計表（${year}）`,
}

/** 定義 at the end of a paper. */
export const definitionWords = {
  heading: '統計項目の定義',
  statistic: '統計項目',
  unit: '単位',
  text: '定義',
  measure: '種類',
  scope: (scope: string) => `対象：${scope}`,
} as const

/** Said under a table whose long list of codes leaves out what no year has. */
export const omittedRows = '各年度とも計上のない区分は省略した。'
