import type { FormCode, PartyFormRow, PartyRow, ReportRow, ReportState } from '../statistics/rows.ts'
import { addMonths, daysBetween, firstDayOf, lastDayOf, monthsOf } from '../time/calendar.ts'
import type { Day, FiscalYear, Month } from '../time/day.ts'
import { fiscalYearPeriod } from '../time/fiscal-year.ts'
import { nameOn } from '../time/names.ts'

/**
 * What stands in one place of the 提出状況: a state of the report, or why there is none. `entering` is a
 * month whose report is not in, but of which something was entered already.
 */
export type BoardState = Exclude<ReportState, 'missing'> | 'missing' | 'entering' | 'notExpected' | 'future'

export interface BoardCell {
  readonly month: Month
  readonly state: BoardState
  /** 「０件」 was declared. */
  readonly zeroDeclared: boolean
  /** Days since the deadline, where the report is not in and it has passed; else null. */
  readonly daysLate: number | null
}

/** One form of one party through the twelve months of a fiscal year. */
export interface BoardRow {
  readonly party: string
  /** Its name on the last day of the year, or of its contract. */
  readonly name: string
  readonly form: FormCode
  readonly mode: 'records' | 'tally'
  readonly cells: readonly BoardCell[]
  /** Months 確認済 or 確定, of those that are expected in the year. */
  readonly done: number
  readonly expected: number
}

export interface BoardInput {
  readonly fiscalYear: FiscalYear
  /** The day on which the board is looked at; later months are still to come. */
  readonly today: Day
  /** Day of the following month until which a report is due (締切: a date, not a lock, domain §8). */
  readonly dueDay: number
  readonly parties: readonly PartyRow[]
  readonly partyForms: readonly PartyFormRow[]
  readonly reports: readonly Pick<ReportRow, 'party' | 'form' | 'month' | 'state' | 'zeroDeclared'>[]
  /** Whether anything of a party's form was entered for a month. */
  readonly hasEntries: (party: string, form: FormCode, month: Month) => boolean
}

/** Until when the report of a month is due: a day of the next month, its last one if it is shorter. */
export function dueDayOf(month: Month, dueDay: number): Day {
  const next = addMonths(month, 1)
  const day = `${next}-${String(dueDay).padStart(2, '0')}` as Day
  const last = lastDayOf(next)
  return day < last ? day : last
}

/**
 * 提出状況 (報告元 × 月, domain §8): every form that a party has to hand in during the year. A row whose
 * party or form does not touch the year is left out.
 */
export function submissionBoard(input: BoardInput): readonly BoardRow[] {
  const period = fiscalYearPeriod(input.fiscalYear)
  const months = monthsOf(period)
  const reports = new Map(input.reports.map((row) => [`${row.party} ${row.form} ${row.month}`, row]))
  return input.parties.flatMap((party) => {
    const own = input.partyForms.filter((row) => row.party === party.code)
    return [...new Set(own.map(({ form }) => form))].flatMap((form): readonly BoardRow[] => {
      const rows = own.filter((row) => row.form === form)
      const cells = months.map((month) => {
        const report = reports.get(`${party.code} ${form} ${month}`)
        return cellOf(input, { party, form, month, expected: expects(party, rows, month) }, report)
      })
      const expected = cells.filter(({ state }) => state !== 'notExpected')
      const latest = rows.findLast((row) => row.from <= period.to && (row.to ?? period.to) >= period.from)
      if (expected.length === 0 || latest === undefined) return []
      const end =
        party.contractTo !== null && party.contractTo < lastDayOf(period.to)
          ? party.contractTo
          : lastDayOf(period.to)
      return [
        {
          party: party.code,
          name: nameOn(party.names, end) ?? party.corporation,
          form,
          mode: latest.mode,
          cells,
          done: cells.filter(({ state }) => state === 'checked' || state === 'confirmed').length,
          expected: expected.length,
        },
      ]
    })
  })
}

function expects(party: PartyRow, forms: readonly PartyFormRow[], month: Month): boolean {
  const contracted =
    party.contractFrom <= lastDayOf(month) &&
    (party.contractTo === null || party.contractTo >= firstDayOf(month))
  return contracted && forms.some((row) => row.from <= month && (row.to === null || month <= row.to))
}

function cellOf(
  input: BoardInput,
  place: {
    readonly party: PartyRow
    readonly form: FormCode
    readonly month: Month
    readonly expected: boolean
  },
  report: BoardInput['reports'][number] | undefined,
): BoardCell {
  const { month, form } = place
  const zeroDeclared = report?.zeroDeclared ?? false
  const stands = { month, zeroDeclared, daysLate: null }
  if (!place.expected) return { ...stands, state: 'notExpected' }
  const reported = report?.state ?? 'missing'
  if (reported !== 'missing' && reported !== 'sentBack') return { ...stands, state: reported }
  if (reported === 'missing' && firstDayOf(month) > input.today) return { ...stands, state: 'future' }
  const late = daysBetween(dueDayOf(month, input.dueDay), input.today)
  const daysLate = late > 0 && !zeroDeclared ? late : null
  if (reported === 'sentBack') return { ...stands, state: 'sentBack', daysLate }
  const entering = zeroDeclared || input.hasEntries(place.party.code, form, month)
  return { ...stands, state: entering ? 'entering' : 'missing', daysLate }
}
