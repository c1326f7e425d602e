import { monthOfYear } from '../time/calendar.ts'
import type { FiscalYear, Month } from '../time/day.ts'
import { eras, findEra } from '../time/era.ts'
import { isFiscalYear } from '../time/frame.ts'

const eraNames = eras.map((era) => era.name).join('|')
const eraLetters = eras.map((era) => era.letter + era.letter.toLowerCase() + era.short).join('')
const titleYear = new RegExp(`(?:(${eraNames}|[${eraLetters}])\\.?(元|\\d{1,2})|((?:19|20|21)\\d{2}))年?度`)
const monthWithYear = new RegExp(
  `(?:(${eraNames}|[${eraLetters}])\\.?(元|\\d{1,2})|((?:19|20|21)\\d{2}))(?:年|[./-])(\\d{1,2})(?:月|(?=$|[^\\d]))`,
)
const anyYear = new RegExp(
  `(?:(${eraNames}|[${eraLetters}])\\.?(元|\\d{1,2})|((?:19|20|21)\\d{2}))(?:年度?)?`,
)
const bareYear = new RegExp(
  `^(?:(${eraNames}|[${eraLetters}])\\.?(元|\\d{1,2})|((?:19|20|21)\\d{2}))(?:年度?)?$`,
)

/** Half-width, without spaces. */
const tight = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

function yearOf(
  era: string | undefined,
  year: string | undefined,
  western: string | undefined,
): FiscalYear | null {
  if (western !== undefined) return checked(Number(western))
  const found = findEra(era ?? '')
  return found === null ? null : checked(found.firstYear + (year === '元' ? 1 : Number(year)) - 1)
}

const checked = (year: number): FiscalYear | null => (isFiscalYear(year) ? year : null)

/** 「令和６年度　相談受付簿」, 「R6年度」, 「2024年度」 → 2024; null where no year is named as 年度. */
export function fiscalYearIn(text: string): FiscalYear | null {
  const found = titleYear.exec(tight(text))
  return found === null ? null : yearOf(found[1], found[2], found[3])
}

/** 「R6」, 「令和６」, 「2024年度」 as a whole → 2024. */
export function fiscalYearNamed(text: string): FiscalYear | null {
  const found = bareYear.exec(tight(text))
  return found === null ? null : yearOf(found[1], found[2], found[3])
}

/** 「R6目標」 → the year and what is left of the head; null without a year. */
export function splitYear(text: string): { readonly fiscalYear: FiscalYear; readonly rest: string } | null {
  const short = tight(text)
  const found = anyYear.exec(short)
  const fiscalYear = found === null ? null : yearOf(found[1], found[2], found[3])
  return found === null || fiscalYear === null ? null : { fiscalYear, rest: short.replace(found[0], '') }
}

/** Month numbers that a name of a sheet or a title names: 「4月」, 「７～９月」, 「第１四半期」, 「上半期」. Empty: none. */
export function monthsNamed(text: string): readonly number[] {
  const short = tight(text).replace(/[~〜―‐–-]/g, '~')
  const quarter = /第?([1-4一二三四])四半期|(?:^|[^a-z])q([1-4])(?!\d)|([1-4])q(?![a-z])/i.exec(short)
  if (quarter) {
    const index = '1234'.indexOf(quarter[1] ?? quarter[2] ?? quarter[3] ?? '')
    return run(4 + 3 * (index === -1 ? '一二三四'.indexOf(quarter[1] ?? '') : index), 3)
  }
  if (/上半期|上期|前期/.test(short)) return run(4, 6)
  if (/下半期|下期|後期/.test(short)) return run(10, 6)
  const range = /(\d{1,2})月?(?:~|から)(?:翌?年?)?(\d{1,2})月/.exec(short)
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])]
    if (isMonthNumber(from) && isMonthNumber(to)) return run(from, ((to - from + 12) % 12) + 1)
  }
  const single = /(?<!\d)(\d{1,2})月(?!\d)/.exec(short)
  const month = Number(single?.[1])
  return isMonthNumber(month) ? [month] : []
}

/** 「令和７年１月分」, 「R7.1」 → the calendar month itself; null without a year. */
export function monthIn(text: string): Month | null {
  const found = monthWithYear.exec(tight(text))
  if (found === null) return null
  const year = yearOf(found[1], found[2], found[3])
  const month = Number(found[4])
  return year === null || !isMonthNumber(month) ? null : monthOfYear(year, month)
}

/** A head or cell that names one month and nothing else: 「4月」, 「４月分」, 「令和６年４月」, 4. */
export function monthHead(text: string): number | null {
  if (text.length > 20) return null
  const short = tight(text)
  const found =
    /^(?:.{0,2}(?:元|\d{1,4})年(?:度)?)?(\d{1,2})月(?:分|実績|末)?$/.exec(short) ??
    /^(?:[a-z]\d{1,2}|\d{4})[./-](\d{1,2})$/i.exec(short)
  const month = Number(found?.[1])
  return isMonthNumber(month) ? month : null
}

/** The month of this number in a fiscal year. */
export const monthOfFiscalYear = (fiscalYear: FiscalYear, month: number): Month =>
  monthOfYear(month >= 4 ? fiscalYear : fiscalYear + 1, month)

const isMonthNumber = (month: number): boolean => Number.isInteger(month) && month >= 1 && month <= 12

const run = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => ((from - 1 + index) % 12) + 1)

/** The name of a sheet with what changes from book to book replaced, so that next year's sheet is known again. */
export function sheetPattern(name: string): string {
  return tight(name)
    .toLowerCase()
    .replace(new RegExp(titleYear.source, 'gi'), '{年度}')
    .replace(new RegExp(monthWithYear.source, 'gi'), '{月}')
    .replace(/\d{1,2}月/g, '{月}')
    .replace(/第?[1-4一二三四]四半期/g, '{期}')
    .slice(0, 120)
}
