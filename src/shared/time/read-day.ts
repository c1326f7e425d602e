import { readKanjiNumber } from '../cell/kanji-digits.ts'
import { addDays, dayOf, exists, isDay, weekdayNames, weekdayOf } from './calendar.ts'
import type { Day, FiscalYear } from './day.ts'
import { type Era, eras, findEra, fromEra } from './era.ts'

/** What a text was taken for. */
export type DayForm = 'iso' | 'western' | 'compact' | 'era' | 'monthDay' | 'serial'

/** Read, but not silently: the words are in `words/time.ts`. */
export type DayFinding =
  /** 「４月３日（火）」 of a Wednesday. */
  | { readonly code: 'wrongWeekday'; readonly written: string; readonly actual: string }
  /** 平成31年５月: the era had ended. */
  | { readonly code: 'eraEnded'; readonly era: string }
  /** 令和元年４月: the era had not begun. */
  | { readonly code: 'eraNotBegun'; readonly era: string }
  /** A time of day stood beside the date. */
  | { readonly code: 'timeIgnored' }

export type DayRefusal =
  | 'empty'
  | 'notADate'
  | 'noSuchDay'
  | 'noSuchMonth'
  | 'noSuchYear'
  /** Excel counts 1900 as a leap year: serial 60 is a day that never was. */
  | 'fakeLeapDay'
  | 'yearMissing'
  /** 「24/4/3」: 2024 or 平成24年? */
  | 'yearAmbiguous'
  | 'tooLong'

export type DayReading =
  | {
      readonly ok: true
      readonly day: Day
      readonly form: DayForm
      readonly findings: readonly DayFinding[]
    }
  | { readonly ok: false; readonly reason: DayRefusal }

export interface DayContext {
  /** Gives the year of 「４月３日」: April to December lie in it, January to March in the next calendar year. */
  readonly fiscalYear?: FiscalYear
  /** Whether digits alone may be an Excel serial (workbooks and CSV; never while typing). Numbers always are. */
  readonly serials?: boolean
}

const letters = eras.map((era) => era.letter).join('')
const eraNames = [
  ...eras.map((era) => era.name),
  `[${eras.map((era) => era.short).join('')}]`,
  `[${letters}${letters.toLowerCase()}]`,
].join('|')

/** 令和6年4月3日, R6.4.3, 令6/4/3, R元.5.1 (half-width, without spaces). */
const eraDate = new RegExp(
  `^(${eraNames})\\.?(元|\\d{1,3})年?[-/.]?(?:(\\d{1,2})月(\\d{1,2})日?|(\\d{1,2})[-/.](\\d{1,2}))$`,
)
/** R060403. */
const compactEraDate = new RegExp(`^([${letters}${letters.toLowerCase()}])(\\d{2})(\\d{2})(\\d{2})$`)

const refused = (reason: DayRefusal): DayReading => ({ ok: false, reason })

/**
 * Reads every way in which offices write a day (domain §1). Never throws. What is certain is read; what
 * contradicts itself is read with a finding; what cannot be a day is refused with a reason.
 */
export function readDay(input: string | number, context: DayContext = {}): DayReading {
  if (typeof input === 'number') return readSerial(input)
  if (input.length > 60) return refused('tooLong')
  // Unicode would turn the foot-note mark of 「4月3²」 and the number ③ into digits.
  if (/[⁰¹²³⁴-⁹₀-₉①-⓿❶-➓½¼¾⅐-ⅿ]/.test(input)) return refused('notADate')
  const text = normalise(input)
  if (text === '') return refused('empty')
  const { date, weekday, time } = splitTail(text)
  const reading = readDate(date, context)
  if (!reading.ok) return reading
  const findings = [...reading.findings]
  const actual = weekdayNames[weekdayOf(reading.day)]
  if (weekday !== null && weekday !== actual) {
    findings.push({ code: 'wrongWeekday', written: weekday, actual })
  }
  if (time) findings.push({ code: 'timeIgnored' })
  return { ...reading, findings }
}

/** Half-width digits and signs, no spaces, Chinese numerals as digits, one kind of hyphen. */
function normalise(input: string): string {
  return input
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/[〇一二三四五六七八九十百千]+(?=[年月日])/g, (numerals) =>
      String(readKanjiNumber(numerals) ?? numerals),
    )
}

interface Tail {
  readonly date: string
  readonly weekday: string | null
  /** A time other than midnight. */
  readonly time: boolean
}

function splitTail(text: string): Tail {
  const clock = /^(.*?[^\d:])[T ]?((?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z)?)$/.exec(text)
  const isoClock = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)$/.exec(text)
  const slashClock = /^(\d{4}[/.]\d{1,2}[/.]\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?)$/.exec(text)
  const found = isoClock ?? slashClock ?? (clock?.[1]?.match(/日|\)$/) ? clock : null)
  const rest = (found?.[1] ?? text).replace(/ /g, '')
  const time = found?.[2] !== undefined && !/^0?0:00(:00(\.0+)?)?Z?$/.test(found[2])
  const named = /^(.*?)(?:\(([日月火水木金土])(?:曜日?)?(?:・祝|祝)?\)|([日月火水木金土])曜日?)$/.exec(rest)
  return {
    date: named?.[1] ?? rest,
    weekday: named?.[2] ?? named?.[3] ?? null,
    time,
  }
}

function readDate(text: string, context: DayContext): DayReading {
  const serial = /^\d{5}(?:\.\d+)?$/.test(text)
  if (serial && context.serials === true) return readSerial(Number(text))

  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    if (isDay(text)) return { ok: true, day: text, form: 'iso', findings: [] }
    return western(text.split('-'), 'iso')
  }
  if (/^(19|20|21)\d{6}$/.test(text)) {
    return western([text.slice(0, 4), text.slice(4, 6), text.slice(6)], 'compact')
  }
  const parts = /^(?:西暦)?(\d{4})(?:年(\d{1,2})月(\d{1,2})日?|([-/.])(\d{1,2})\4(\d{1,2}))$/.exec(text)
  if (parts) return western([parts[1], parts[2] ?? parts[5], parts[3] ?? parts[6]], 'western')

  const era = eraDate.exec(text)
  const eraCompact = compactEraDate.exec(text)
  if (era) return readEra(era[1], era[2], era[3] ?? era[5], era[4] ?? era[6])
  if (eraCompact) return readEra(eraCompact[1], eraCompact[2], eraCompact[3], eraCompact[4])

  if (/^'?\d{1,2}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(text) || /^\d{1,2}年\d{1,2}月\d{1,2}日?$/.test(text)) {
    return refused('yearAmbiguous')
  }
  const monthDay = /^(?:(\d{1,2})月(\d{1,2})日|(\d{1,2})\/(\d{1,2}))$/.exec(text)
  if (monthDay) return readMonthDay(monthDay[1] ?? monthDay[3], monthDay[2] ?? monthDay[4], context)
  return refused('notADate')
}

function whyNot(month: number): DayReading {
  return refused(month >= 1 && month <= 12 ? 'noSuchDay' : 'noSuchMonth')
}

function western(parts: readonly (string | undefined)[], form: DayForm): DayReading {
  const [year = NaN, month = NaN, day = NaN] = parts.map(Number)
  if (!(year >= 1000)) return refused('noSuchYear')
  if (!exists(year, month, day)) return whyNot(month)
  return { ok: true, day: dayOf(year, month, day), form, findings: [] }
}

function readMonthDay(
  monthText: string | undefined,
  dayText: string | undefined,
  context: DayContext,
): DayReading {
  const month = Number(monthText)
  const day = Number(dayText)
  if (context.fiscalYear === undefined) return refused('yearMissing')
  const year = month >= 4 ? context.fiscalYear : context.fiscalYear + 1
  if (!exists(year, month, day)) return whyNot(month)
  return { ok: true, day: dayOf(year, month, day), form: 'monthDay', findings: [] }
}

function readEra(
  name: string | undefined,
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): DayReading {
  const era = findEra(name ?? '')
  const year = yearText === '元' ? 1 : Number(yearText)
  if (era === null || !(year >= 1)) return refused('noSuchYear')
  const month = Number(monthText)
  const day = fromEra(era, year, month, Number(dayText))
  if (day === null) return whyNot(month)
  return { ok: true, day, form: 'era', findings: eraFindings(era, day) }
}

function eraFindings(era: Era, day: Day): readonly DayFinding[] {
  if (day < era.from) return [{ code: 'eraNotBegun', era: era.name }]
  if (era.to !== null && day > era.to) return [{ code: 'eraEnded', era: era.name }]
  return []
}

/** Excel's 1900 date system: 1 is 1900-01-01, 60 is the 29 February 1900 that never was, 61 is 1900-03-01. */
function readSerial(serial: number): DayReading {
  if (!Number.isFinite(serial)) return refused('notADate')
  const whole = Math.floor(serial)
  if (whole < 1 || whole > 2_958_465) return refused('notADate')
  if (whole === 60) return refused('fakeLeapDay')
  const day = addDays(whole < 60 ? '1899-12-31' : '1899-12-30', whole)
  return {
    ok: true,
    day,
    form: 'serial',
    findings: serial === whole ? [] : [{ code: 'timeIgnored' }],
  }
}
