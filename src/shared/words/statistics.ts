import type { MeasureType, StatisticNote } from '../statistics/definition.ts'
import { isDay } from '../time/calendar.ts'
import { formatDay, formatFiscalYear } from '../time/format.ts'

/** What a type of statistic allows, for the screens and the definitions of a paper (domain §3). */
export const measureWords: Readonly<
  Record<MeasureType, { readonly label: string; readonly explanation: string }>
> = {
  events: { label: '延べ件数・回数', explanation: '月、報告元、区分のいずれについても合計できる。' },
  attendance: { label: '延べ人数', explanation: '月、報告元、区分のいずれについても合計できる。' },
  persons: {
    label: '実人数',
    explanation: '同じ人を重ねて数えない。月や報告元の数を合計しても、期間や全体の数にはならない。',
  },
  newPersons: {
    label: '新規',
    explanation: '月の数は合計できる。複数の報告元にまたがる数は合計できない。',
  },
  snapshot: { label: '時点の数', explanation: '時点の数であり、合計できない。時点を併記する。' },
  ratio: { label: '割合', explanation: '分子の計を分母の計で割る。割合どうしは合計も平均もしない。' },
  mean: { label: '平均', explanation: '分子の計を分母の計で割る。平均どうしは合計も平均もしない。' },
  rate: { label: '人口10万対', explanation: '分母の時点を併記する。' },
}

/** The note under a table for what stands behind its numbers. */
export function noteWords(note: StatisticNote): string {
  const { parameters } = note
  const number = (name: string): string => String(parameters[name] ?? '')
  switch (note.code) {
    case 'missingMonths':
      return parameters.reported === undefined || parameters.expected === undefined
        ? '報告のない月があり、その月の数を含まない。'
        : `報告済みの${number('reported')}か月分（対象は${number('expected')}か月）の数である。`
    case 'provisional':
      return '確認の済んでいない月の数を含む（速報値）。'
    case 'break':
      return number('text')
    case 'firstYearNew':
      return '新規の数は、集計開始年度のため把握できない。'
    case 'sharedPersons':
      return `複数の事業に共通する利用者${number('shared')}人を差し引いた数である。`
    case 'rangeOfPersons':
      return '実人数は、報告元の間の重複が分からないため、とり得る範囲で示す。'
    case 'multipleChoice':
      return parameters.any === undefined
        ? '複数回答のため、内訳の合計は計に一致しない。構成比は、全体の数に対する割合である。'
        : `複数回答のため、内訳の合計は計に一致しない。構成比は、全体（${number('all')}）に対する割合である（いずれかに該当するものは${number('any')}）。`
    case 'resolvedAttributes':
      return '年齢、性別等は、対象者ごとに年度で一つの値（基準日までに把握した最後の値。年齢はその年度の最初の相談時）による。'
    case 'anonymousExcluded':
      return '匿名の相談は、実人数に含まない。'
    case 'snapshotDate':
      return snapshotDates([parameters.date ?? ''])
    case 'yearEntered':
      return '年度の実人数は、報告元が年度について報告した数であり、月の数の合計ではない。'
    case 'yearNotEntered':
      return '年度の実人数の報告がないため、月の数から分かる範囲で示す。'
    case 'undatedActivities':
      return '実施月の分からない活動は、月別の数に含まない。'
    case 'commonMonthsOnly':
      return '分子と分母の両方の報告がある月だけで計算した。'
    case 'strataNotSummed':
      return '調査対象ごとの数であり、合計しない。'
    case 'confirmed':
      return isDay(parameters.on)
        ? `${formatDay(parameters.on)}に確定した数（確定値）である。`
        : '確定値である。'
  }
}

/** 「令和５年４月１日、令和６年４月１日現在の数である。」 for numbers of several years side by side. */
export function snapshotDates(dates: readonly (string | number)[]): string {
  const days = [...new Set(dates)].filter(isDay).toSorted()
  return days.length === 0
    ? '期間末現在の数である。'
    : `${days.map((day) => formatDay(day)).join('、')}現在の数である。`
}

/** 「相談延べ件数（令和６年度）」. */
export const statisticInYear = (label: string, fiscalYear: number): string =>
  `${label}（${formatFiscalYear(fiscalYear)}）`

/** Strata of the survey, never added (worked case 7). */
export const stratumWords: Readonly<Record<string, string>> = {
  residents: '市内在住者',
  agencies: '関係機関',
  personsAndFamilies: '当事者・家族',
}
