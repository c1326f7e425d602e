import { formsOfActivity } from '../../../shared/activities/kinds.ts'
import { AppFailure } from '../../../shared/contract/errors.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { ActivityRow, FormCode } from '../../../shared/statistics/rows.ts'
import { isDay, isMonth, monthOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear, Month } from '../../../shared/time/day.ts'
import type { RowImage } from '../../ledger/history/entities.ts'
import type { UndoGuard } from '../../ledger/history/undo-check.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'
import { assertMonthOpen, assertYearOpen } from '../guards/month-guard.ts'

interface Place {
  readonly party: number
  readonly forms: readonly FormCode[]
  readonly months: readonly Month[]
  /** Shut with this year, not with its months: the year's own value. */
  readonly year?: FiscalYear
}

/** The forms whose statistics an activity touches: by its kind and by what was noted on it. */
function formsOf({ columns, children }: RowImage): readonly FormCode[] {
  const measures = (children.activity_measure ?? []).map(([, statistic]) => ({
    statistic: String(statistic),
    stratum: null,
    value: 0,
  }))
  const category = Number(columns.category) as ActivityRow['category']
  return formsOfActivity({ kind: String(columns.kind), category, measures })
}

/** Which months a row counts in, and in whose form; null for what counts in none. */
function placeOf(table: string, image: RowImage): Place | null {
  const { columns } = image
  const party = columns.party_key
  if (typeof party !== 'number') return null
  switch (table) {
    case 'consultation':
    case 'coordination':
    case 'referral':
      return isDay(columns.day) ? { party, forms: ['consultation'], months: [monthOf(columns.day)] } : null
    case 'activity':
      return {
        party,
        forms: formsOf(image),
        months: monthsOfDates([columns.planned_from, columns.planned_to, columns.held_from, columns.held_to]),
      }
    case 'tally': {
      const forms = [findStatistic(String(columns.statistic))?.form ?? ('other' as const)]
      if (isMonth(columns.month)) return { party, forms, months: [columns.month] }
      return { party, forms, months: [], year: Number(columns.fiscal_year) }
    }
    default:
      return null
  }
}

function monthsOfDates(dates: readonly (string | number | null | undefined)[]): readonly Month[] {
  return dates.flatMap((date) => (isDay(date) ? [monthOf(date)] : isMonth(date) ? [date] : []))
}

/**
 * The month guards of every recording door, for undo: a row whose period was 確定 since may not be brought
 * back (domain §8). Asked once for a place, as an action may hold 50,000 rows of one month.
 */
export function confirmedSince(ledger: LedgerReader): UndoGuard {
  const codes = new Map<number, string>()
  const asked = new Map<string, 'confirmed' | null>()
  const codeOf = (key: number): string => {
    const known = codes.get(key)
    if (known !== undefined) return known
    const code = ledger.get(build.selectFrom('party').select('code').where('key', '=', key))?.code ?? ''
    codes.set(key, code)
    return code
  }
  const ask = (party: number, form: FormCode, period: Month | FiscalYear): 'confirmed' | null => {
    const place = `${party} ${form} ${period}`
    const known = asked.get(place)
    if (known !== undefined) return known
    const answer = isShut(ledger, codeOf(party), form, period) ? 'confirmed' : null
    asked.set(place, answer)
    return answer
  }
  // A contact is placed by party and day alone: an import of 50,000 of them has some hundred such places.
  const contacts = new Map<string, 'confirmed' | null>()
  return (table, image) => {
    if (table !== 'consultation') return answerFor(table, image)
    const { party_key, day } = image.columns
    const place = `${party_key} ${day}`
    const known = contacts.get(place)
    if (known !== undefined) return known
    const answer = answerFor(table, image)
    contacts.set(place, answer)
    return answer
  }

  function answerFor(table: string, image: RowImage): 'confirmed' | null {
    const place = placeOf(table, image)
    if (place === null) return null
    const { party, forms, months, year } = place
    const answers = forms.flatMap((form) => [
      ...months.map((month) => ask(party, form, month)),
      ...(year === undefined ? [] : [ask(party, form, year)]),
    ])
    return answers.find((answer) => answer) ?? null
  }
}

/** 確定, or handed in and not to be handed in again. */
function isShut(ledger: LedgerReader, party: string, form: FormCode, period: Month | FiscalYear): boolean {
  try {
    if (typeof period === 'number') assertYearOpen(ledger, party, form, period)
    else assertMonthOpen(ledger, party, form, period)
    return false
  } catch (error) {
    const code = error instanceof AppFailure ? error.appError.code : null
    if (code === 'periodConfirmed' || code === 'periodSubmitted') return true
    throw error
  }
}
