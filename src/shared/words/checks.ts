import type { CheckFinding, CheckRule } from '../checks/finding.ts'
import { findBreakdown } from '../statistics/catalogue/breakdowns.ts'
import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { FormCode, LedgerRows } from '../statistics/rows.ts'
import { isDay, isMonth, lastDayOf } from '../time/calendar.ts'
import { fiscalYearPeriod } from '../time/fiscal-year.ts'
import { formatDay, formatFiscalYear, formatMonth, formatMonthOnly } from '../time/format.ts'
import { nameOn } from '../time/names.ts'

export const severityWords = {
  error: 'エラー（確定できません）',
  warning: '警告（要確認）',
} as const

/** The forms that a party hands in. */
export const formWords: Readonly<Record<FormCode, string>> = {
  consultation: '相談',
  place: '居場所',
  network: '連絡会議',
  family: '家族会等',
  outreach: '普及啓発',
  other: 'その他',
}

type Words = Readonly<Record<string, string | number>>
const label = (statistic: string | number | undefined): string =>
  findStatistic(String(statistic))?.label ?? String(statistic)
const formOf = (form: string | number | undefined): string =>
  form !== undefined && form in formWords ? formWords[form as FormCode] : String(form)
const cutOf = (breakdowns: string | number | undefined): string =>
  String(breakdowns)
    .split(',')
    .map((code) => findBreakdown(code)?.label ?? code)
    .join('×')

/** 「10月」 or 「相談実人数」: the cell with which a value may have changed places. */
const cellOf = (other: string | number | undefined): string =>
  isMonth(other) ? formatMonthOnly(other) : label(other)
const dayWords = (day: string | number | undefined): string => (isDay(day) ? formatDay(day) : String(day))
/** The name of a holiday; without one it is 年末年始. */
const closedDay = (name: string | number | undefined): string => (name === '' ? '年末年始' : String(name))

const messages: Readonly<Record<CheckRule, (words: Words, statistic: string) => string>> = {
  personsOverEvents: ({ value, limit, other }, statistic) =>
    `${statistic}（${value}）が${label(other)}（${limit}）を超えています。`,
  partOverWhole: ({ value, limit, other }, statistic) =>
    `再掲の${statistic}（${value}）が${label(other)}（${limit}）を超えています。`,
  newAndContinuing: ({ value, new: fresh, continuing }, statistic) =>
    `新規と継続の合計（${fresh}＋${continuing}）が${statistic}（${value}）と一致しません。`,
  groupsNotTotal: ({ value, total, breakdown }, statistic) =>
    `${statistic}の${cutOf(breakdown)}別の合計（${value}）が計（${total}）と一致しません。`,
  yearNotSum: ({ value, sum }, statistic) =>
    `${statistic}の年度の値（${value}）が各月の合計（${sum}）と一致しません。`,
  yearUnderMonth: ({ value, limit }, statistic) =>
    `${statistic}の年度の値（${value}）が最も多い月の値（${limit}）より少なくなっています。`,
  yearOverMonths: ({ value, limit }, statistic) =>
    `${statistic}の年度の値（${value}）が各月の合計（${limit}）を超えています。`,
  yearUnderNew: ({ value, limit }, statistic) =>
    `${statistic}の年度の値（${value}）が４月の継続と各月の新規の合計（${limit}）より少なくなっています。`,
  personsUnderSession: ({ value, limit }, statistic) =>
    `${statistic}（${value}）が最も多い回の参加者数（${limit}）より少なくなっています。`,
  attendanceAtCancelled: ({ value, title }) => `中止の回に参加者数（${value}人）が入っています（${title}）。`,
  negativeCount: ({ value }, statistic) => `${statistic}に０より小さい数（${value}）が入っています。`,
  textLikeNumber: ({ value }, statistic) =>
    `${statistic}の値が空欄で、備考に数（${value}）が書かれています。このままでは集計に入りません。`,
  digitSlip: ({ value, expected, likely, against }, statistic) =>
    `${statistic}（${value}）が${against === 'lastYear' ? '前年同月' : '前後の月'}（${expected}）と大きく違います。桁の打ち間違いではありませんか（${likely}ではありませんか）。`,
  unitSlip: ({ value, expected, likely }, statistic) =>
    `${statistic}（${value}）が、ふだんの値（${expected}ほど）と千倍ほど違います。円と千円の取り違えではありませんか（${likely}ではありませんか）。`,
  swappedCells: ({ value, other, otherValue }, statistic) =>
    `${statistic}（${value}）と${cellOf(other)}（${otherValue}）は、入れ替えるとどちらもふだんの値に近くなります。欄を取り違えていませんか。`,
  sameAsLastYear: ({ value, months }, statistic) =>
    Number(months) > 1
      ? `${statistic}が${months}か月続けて前年同月と同じ値です。前年度の値を写したままではありませんか。`
      : `${statistic}（${value}）が前年同月と同じ値です。前年度の値を写したままではありませんか。`,
  derivedNotParts: ({ value, expected, numerator, denominator }, statistic) =>
    `${statistic}（${value}）が、元の数から計算した値（${expected}、${numerator}÷${denominator}）と合いません。`,
  lateReport: ({ form, due }) =>
    `${formOf(form)}の報告が、締切（${dayWords(due)}）を過ぎても届いていません。０件の場合は「０件」を記録してください。`,
  missingReport: ({ form }) => `${formOf(form)}の報告がありません。０件の場合は「０件」を記録してください。`,
  reportSentBack: ({ form }) => `${formOf(form)}の報告を差し戻したまま、再提出がありません。`,
  recordsInTallyMonth: ({ count }) =>
    `月報で報告する月に相談の記録が${count}件あります。記録は集計に入りません。`,
  tallyInRecordsMonth: ({ value }, statistic) =>
    `相談等の記録で報告する月に月報の値（${statistic}　${value}）があります。月報の値は集計に入りません。`,
  newClaimedTwice: ({ case: code, count }) =>
    `支援対象者${code}に、同じ年度で「新規」が${count}回付いています。`,
  youngerThanBefore: ({ case: code, age, before, first }) =>
    `支援対象者${code}の年齢（${age}歳）が、前の相談（${dayWords(first)}、${before}歳）より下がっています。`,
  tooYoungFor8050: ({ age, minimumAge }) =>
    `世帯が「8050」ですが、対象者の年齢（${age}歳）が${minimumAge}歳より若くなっています。`,
  duplicateContact: ({ case: code, count }) =>
    `支援対象者${code}に、同じ日に同じ方法の相談が${count}件あります。二重に入力していませんか。`,
  contactOnClosedDay: ({ name }) => `休みの日（${closedDay(name)}）の相談です。日付に誤りはありませんか。`,
  activityOnClosedDay: ({ name, title }) =>
    `休みの日（${closedDay(name)}）の活動です（${title}）。日付に誤りはありませんか。`,
  heldBeforeItsDay: ({ title, on, held }) =>
    `行う日（${dayWords(held)}）より前の${dayWords(on)}に「実施」と記録されています（${title}）。`,
  toldAhead: ({ value }, statistic) => `まだ始まっていない月に${statistic}の値（${value}）が入っています。`,
  implausibleReason: ({ title, word, month }) =>
    `${month}月の中止・延期の理由に「${word}」とあります（${title}）。理由か日付に誤りはありませんか。`,
  movedSinceConfirmed: ({ before, now }, statistic) =>
    `確定した${statistic}（${before}）を記録から数え直すと${now}になります。確定値は変えていません。`,
  movedSincePrinted: ({ before, now, paper }, statistic) =>
    `「${paper}」に印刷した${statistic}（${before}）が、いまの台帳では${now}です。`,
}

/** 「相談実人数（14）が相談延べ件数（８）を超えています。」 */
export function findingMessage(finding: CheckFinding): string {
  return messages[finding.rule](finding.parameters, label(finding.place.statistic ?? ''))
}

/**
 * 「令和６年５月　就労準備支援事業委託事業者　相談実人数（男性）」: names as they were on that day. `labelOf`
 * names the codes of a cut.
 */
export function findingPlace(
  { place, parameters }: CheckFinding,
  rows: Pick<LedgerRows, 'parties'>,
  labelOf: (breakdown: string, code: string) => string = (_breakdown, code) => code,
): string {
  const end = lastDayOf(place.month ?? fiscalYearPeriod(place.fiscalYear).to)
  const when =
    place.day !== null
      ? formatDay(place.day)
      : place.month !== null
        ? formatMonth(place.month)
        : formatFiscalYear(place.fiscalYear)
  const party = rows.parties.find((row) => row.code === place.party)
  const name = party === undefined ? place.party : (nameOn(party.names, place.day ?? end) ?? party.code)
  const cut = String(parameters.codes ?? '')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => labelOf(part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)))
  const statistic =
    place.statistic === null
      ? null
      : `${label(place.statistic)}${cut.length === 0 ? '' : `（${cut.join('・')}）`}`
  return [when, name, statistic].filter((part) => part !== null).join('　')
}
