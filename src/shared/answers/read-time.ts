import { monthOfYear } from '../time/calendar.ts'
import type { Day, FiscalYear } from '../time/day.ts'
import { eras, findEra } from '../time/era.ts'
import { fiscalYearOf } from '../time/fiscal-year.ts'
import type { Term } from './term.ts'

/** What a piece of folded text says of time: how long it is, and every meaning that it may have. */
export interface TimeFound {
  readonly length: number
  readonly options: readonly Term[]
}

interface Rule {
  readonly pattern: RegExp
  options(match: RegExpExecArray, today: Day): readonly Term[] | null
}

const names = eras.map((era) => era.name).join('|')
const letters = eras.map((era) => era.letter.toLowerCase()).join('')
const kanji: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 }

const numberOf = (text: string | undefined): number =>
  text === '元' ? 1 : (kanji[text ?? ''] ?? Number(text))

function eraYear(name: string | undefined, year: string | undefined): FiscalYear | null {
  const era = findEra(name ?? '')
  const number = numberOf(year)
  return era === null || !(number >= 1 && number < 100) ? null : era.firstYear + number - 1
}

const yearTerm = (fiscalYear: FiscalYear): Term => ({ kind: 'year', fiscalYear })
const inRange = (year: number): boolean => year >= 1948 && year < 2200

/** 令和６年 alone is the fiscal year or the calendar year: asked. */
const calendarOrFiscal = (year: number): readonly Term[] => [
  yearTerm(year),
  { kind: 'period', from: monthOfYear(year, 1), to: monthOfYear(year, 12) },
]

const monthNumber = (text: string | undefined): number | null => {
  const month = Number(text)
  return month >= 1 && month <= 12 ? month : null
}

/** Longer forms first: the first rule that matches at a place is the reading. */
const rules: readonly Rule[] = [
  {
    pattern: new RegExp(`(${names}|[${letters}])\\.?(元|\\d{1,2})年度`, 'y'),
    options: ([, era, year]) => optional(eraYear(era, year), (found) => [yearTerm(found)]),
  },
  {
    pattern: new RegExp(`(${names}|[${letters}])\\.?(元|\\d{1,2})(?:年|\\.)(\\d{1,2})月(?:分|中)?`, 'y'),
    options: ([, era, year, month]) => calendarMonth(eraYear(era, year), month),
  },
  {
    pattern: new RegExp(`(${names})(元|\\d{1,2})年(?!度)`, 'y'),
    options: ([, era, year]) => optional(eraYear(era, year), calendarOrFiscal),
  },
  {
    pattern: new RegExp(`([${letters}])(元|\\d{1,2})(?![\\d.])`, 'y'),
    options: ([, era, year]) => optional(eraYear(era, year), (found) => [yearTerm(found)]),
  },
  {
    pattern: new RegExp(`(${names})(元|\\d{1,2})(?![\\d年])`, 'y'),
    options: ([, era, year]) => optional(eraYear(era, year), (found) => [yearTerm(found)]),
  },
  {
    pattern: /(\d{4})年度/y,
    options: ([, year]) => (inRange(Number(year)) ? [yearTerm(Number(year))] : null),
  },
  {
    pattern: /fy(\d{4})/y,
    options: ([, year]) => (inRange(Number(year)) ? [yearTerm(Number(year))] : null),
  },
  {
    pattern: /(\d{4})(?:年|\/|-)(\d{1,2})(?:月(?:分|中)?)?(?!\d)/y,
    options: ([, year, month]) => (inRange(Number(year)) ? calendarMonth(Number(year), month) : null),
  },
  {
    pattern: /(\d{4})年(?!度)/y,
    options: ([, year]) => (inRange(Number(year)) ? calendarOrFiscal(Number(year)) : null),
  },
  {
    pattern: /(元|\d{1,2})年度/y,
    options: ([, year]) => optional(eraYear('令和', year), (found) => [yearTerm(found)]),
  },
  ...relativeYears(),
  {
    pattern: /第?([1-4一二三四])四半期/y,
    options: ([, quarter]) => {
      const first = 4 + (numberOf(quarter) - 1) * 3
      return [months(first, first + 2)]
    },
  },
  { pattern: /上半期|前期|上期/y, options: () => [months(4, 9)] },
  { pattern: /下半期|後期|下期/y, options: () => [months(10, 15)] },
  { pattern: /年間|通年|1年間|一年間|年度計/y, options: () => [months(4, 15)] },
  {
    pattern: /(\d{1,2})月?(?:~|から|-)(\d{1,2})月(?:まで|分)?/y,
    options: ([, from, to]) => {
      const [first, last] = [monthNumber(from), monthNumber(to)]
      if (first === null || last === null) return null
      const [a, b] = [inYear(first), inYear(last)]
      return a <= b ? [months(a, b)] : null
    },
  },
  {
    pattern: /(\d{1,2})月末?(?:現在|まで|時点)/y,
    options: ([, month]) => optional(monthNumber(month), (found) => [{ kind: 'until', month: found }]),
  },
  {
    pattern: /(\d{1,2})月末/y,
    options: ([, month]) => optional(monthNumber(month), (found) => [{ kind: 'until', month: found }]),
  },
  {
    pattern: /(\d{1,2})月(?:分|中|度)?/y,
    options: ([, month]) => optional(monthNumber(month), (found) => [months(inYear(found), inYear(found))]),
  },
]

/** 4 … 15: the place of a month in the fiscal year, so that March comes after December. */
const inYear = (month: number): number => (month >= 4 ? month : month + 12)
const fromYear = (place: number): number => (place > 12 ? place - 12 : place)

const months = (from: number, to: number): Term => ({
  kind: 'months',
  from: fromYear(from),
  to: fromYear(to),
})

function calendarMonth(year: number | null, month: string | undefined): readonly Term[] | null {
  const number = monthNumber(month)
  if (year === null || number === null) return null
  const found = monthOfYear(year, number)
  return [{ kind: 'period', from: found, to: found }]
}

function relativeYears(): readonly Rule[] {
  const relative: readonly (readonly [RegExp, number])[] = [
    [/一昨年度|おととし度|前々年度/y, -2],
    [/昨年度|前年度|去年度|先年度/y, -1],
    [/今年度|本年度|当年度|当該年度|現年度/y, 0],
    [/来年度|翌年度|次年度/y, 1],
  ]
  const calendar: readonly (readonly [RegExp, number])[] = [
    [/一昨年|おととし/y, -2],
    [/昨年|去年/y, -1],
    [/今年|本年/y, 0],
  ]
  return [
    ...relative.map(
      ([pattern, step]): Rule => ({ pattern, options: (_, today) => [yearTerm(fiscalYearOf(today) + step)] }),
    ),
    // 「昨年」 is the calendar year before, or what the office calls last year: asked.
    ...calendar.map(
      ([pattern, step]): Rule => ({
        pattern,
        options: (_, today) => [
          yearTerm(fiscalYearOf(today) + step),
          {
            kind: 'period',
            from: monthOfYear(Number(today.slice(0, 4)) + step, 1),
            to: monthOfYear(Number(today.slice(0, 4)) + step, 12),
          },
        ],
      }),
    ),
  ]
}

function optional<T>(value: T | null, make: (value: T) => readonly Term[]): readonly Term[] | null {
  return value === null ? null : make(value)
}

/** Reads time at a place of a folded question, or null. `today` is for 昨年度 and the like. */
export function readTime(text: string, at: number, today: Day): TimeFound | null {
  for (const rule of rules) {
    rule.pattern.lastIndex = at
    const match = rule.pattern.exec(text)
    if (match === null) continue
    const options = rule.options(match, today)
    if (options !== null) return { length: match[0].length, options }
  }
  return null
}
