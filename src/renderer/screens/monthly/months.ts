import type { MonthlyMonth } from '../../../shared/contract/schemas/monthly.ts'
import type { SheetLine } from '../../../shared/monthly/lines.ts'
import { isYearEntered } from '../../../shared/monthly/year-total.ts'
import { firstDayOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { formatMonthOnly } from '../../../shared/time/format.ts'
import { monthlyWords } from '../../../shared/words/monthly.ts'

/** 「４月」 … 「３月」. */
export const monthLabel = ({ month }: Pick<MonthlyMonth, 'month'>): string => formatMonthOnly(month)

export const isFuture = ({ month }: MonthlyMonth, today: Day): boolean => firstDayOf(month) > today

export type MonthBand = keyof typeof monthlyWords.bands

/** What stands over a month: 確定, 確認済, 受領 …, これから. */
export function bandOf(month: MonthlyMonth, today: Day): MonthBand {
  if (month.state !== 'missing') return month.state
  if (isFuture(month, today)) return 'future'
  return month.mode === 'unlisted' ? 'unlisted' : 'missing'
}

/** Neighbours with the same band, as one head. */
export function bandsOf(
  months: readonly MonthlyMonth[],
  today: Day,
): readonly { readonly band: MonthBand; readonly from: number; readonly span: number }[] {
  const bands: { band: MonthBand; from: number; span: number }[] = []
  months.forEach((month, at) => {
    const band = bandOf(month, today)
    const last = bands.at(-1)
    if (last !== undefined && last.band === band) last.span += 1
    else bands.push({ band, from: at, span: 1 })
  })
  return bands
}

/** The month that is being filled: the first that is due and not handed in; else the last that is not 確定. */
export function currentMonth(months: readonly MonthlyMonth[], today: Day): number | null {
  const first = months.findIndex((month) => {
    const band = bandOf(month, today)
    return band === 'missing' || band === 'sentBack'
  })
  if (first !== -1) return first
  const last = months.findLastIndex(
    (month) => !['confirmed', 'future', 'unlisted'].includes(bandOf(month, today)),
  )
  return last === -1 ? null : last
}

/** Why a month's cell of a line takes nothing; null where it does. */
export function monthRefusal(
  month: MonthlyMonth,
  line: SheetLine,
  today: Day,
  readOnly: boolean,
): string | null {
  const { refusals } = monthlyWords
  if (readOnly) return refusals.readOnly
  if (month.state === 'confirmed') return refusals.confirmed
  if (isFuture(month, today)) return refusals.future
  if (line.yearOnly) return refusals.yearOnly
  if (line.entered) return null
  if (month.mode === 'records') return refusals.records
  return month.mode === 'unlisted' ? refusals.unlisted : null
}

/** Why the year's cell of a line takes nothing; `own`: the party entered one although it is a sum. */
export function yearRefusal(
  sheet: { readonly months: readonly MonthlyMonth[]; readonly read: { readonly yearConfirmed: boolean } },
  line: SheetLine,
  own: boolean,
  readOnly: boolean,
) {
  const { refusals } = monthlyWords
  if (readOnly) return refusals.readOnly
  // Asked for when its months are 確定, and shut with the year; a month that was opened again opens the year.
  if (sheet.read.yearConfirmed && sheet.months.every(({ state }) => state !== 'received'))
    return refusals.confirmed
  if (isYearEntered(line) || own) {
    const byRecords = !line.entered && sheet.months.every(({ mode }) => mode === 'records')
    return byRecords ? refusals.records : null
  }
  return line.measure === 'snapshot' ? refusals.last : refusals.sum
}
