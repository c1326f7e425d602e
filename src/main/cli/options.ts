import { AppFailure, appError, type Result } from '../../shared/contract/errors.ts'
import { isDay, isMonth } from '../../shared/time/calendar.ts'
import type { TimeFrame } from '../../shared/time/day.ts'
import { defaultFrame, isFiscalYear, periodOf, validateFrame } from '../../shared/time/frame.ts'
import { commandLineWords } from '../../shared/words/command-line.ts'
import { dayInJapan } from '../services/statistics.ts'
import { type Invocation, WrongUse } from './command.ts'
import { optional, required } from './required.ts'

export { optional, required } from './required.ts'

/** `a,b` → ['a', 'b']; missing → []. @throws WrongUse for an empty part. */
export function listOf(invocation: Invocation, name: string): readonly string[] {
  const value = optional(invocation, name)
  if (value === null) return []
  const parts = value.split(',').map((part) => part.trim())
  if (parts.includes('')) throw new WrongUse(commandLineWords.badOption(name, value))
  return parts
}

/** Throws the failure of a Result, or gives its value. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new AppFailure(result.error)
  return result.value
}

/**
 * The frame of `--fy`, `--period`, `--as-of`. Without a period it runs to the as-of date; without an
 * as-of date it is `usual` (a paper keeps its own), else the year's end or today if earlier.
 *
 * @throws AppFailure `unknownYear`, `invalidPeriod`, `invalidAsOf`.
 */
export function frameOf(invocation: Invocation, usual: TimeFrame | null = null): TimeFrame {
  const fiscalYear = yearOf(required(invocation, 'fy'))
  const base = usual ?? defaultFrame(fiscalYear, dayInJapan(invocation.terminal.now()))
  const asOfText = optional(invocation, 'as-of')
  const asOf = asOfText ?? base.asOf
  if (!isDay(asOf)) throw new AppFailure(appError('invalidAsOf', { asOf }, 'asOf'))
  const periodText = optional(invocation, 'period')
  const period =
    periodText === null
      ? asOfText === null
        ? base.period
        : periodOf({ fiscalYear, asOf })
      : readPeriod(periodText)
  return unwrap(validateFrame({ fiscalYear, period, asOf }))
}

/** A fiscal year as four digits. @throws AppFailure `unknownYear`. */
export function yearOf(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN
  if (!isFiscalYear(year)) throw new AppFailure(appError('unknownYear', { fiscalYear: text }, 'fiscalYear'))
  return year
}

function readPeriod(text: string): TimeFrame['period'] {
  const [from, to, ...rest] = text.split('..')
  if (!isMonth(from) || !isMonth(to) || rest.length > 0) {
    throw new AppFailure(appError('invalidPeriod', { from: from ?? '', to: to ?? '' }, 'period'))
  }
  return { from, to }
}
