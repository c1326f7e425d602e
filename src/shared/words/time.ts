import { formatDay } from '../time/format.ts'
import type { DayFinding, DayReading, DayRefusal } from '../time/read-day.ts'

const refusals: Readonly<Record<DayRefusal, string>> = {
  empty: '日付が入力されていません。',
  notADate: '日付として読み取れません。「令和６年４月３日」「R6.4.3」「2024/4/3」のように入力してください。',
  noSuchDay: 'その月にない日です。日を確かめてください。',
  noSuchMonth: '月は１から12までで入力してください。',
  noSuchYear: '年が正しくありません。',
  fakeLeapDay: 'Excelの日付の値60は、実在しない1900年２月29日です。元の日付を確かめてください。',
  yearMissing: '年が分かりません。年も入力してください。',
  yearAmbiguous: '年が和暦か西暦か分かりません。「R6.4.3」「2024/4/3」のように入力してください。',
  tooLong: '日付としては長すぎます。',
}

/** Why a text was refused as a day, and what to do. */
export function dayRefusalWords(reason: DayRefusal): string {
  return refusals[reason]
}

/** A finding of `readDay` in words. */
export function dayFindingWords(finding: DayFinding): string {
  switch (finding.code) {
    case 'wrongWeekday':
      return `曜日が「${finding.written}」と書かれていますが、正しくは「${finding.actual}」です。`
    case 'eraEnded':
      return `この日は${finding.era}ではありません（改元の後です）。`
    case 'eraNotBegun':
      return `この日は${finding.era}ではありません（改元の前です）。`
    case 'timeIgnored':
      return '時刻は読み取りませんでした。'
  }
}

/** What stands beside a date field while typing: 「令和６年４月３日（水）」, with what is doubtful. */
export function dayReadingWords(reading: DayReading): string {
  if (!reading.ok) return dayRefusalWords(reading.reason)
  return [formatDay(reading.day, { weekday: true }), ...reading.findings.map(dayFindingWords)].join('　')
}
