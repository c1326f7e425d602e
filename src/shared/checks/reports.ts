import { findSource, findStatistic } from '../statistics/catalogue/catalogue.ts'
import { coverageOf } from '../statistics/engine/coverage.ts'
import type { FormCode } from '../statistics/rows.ts'
import { addDays, addMonths, firstDayOf, lastDayOf, monthOf, monthsOf } from '../time/calendar.ts'
import type { Day, Month, TimeFrame } from '../time/day.ts'
import { fiscalYearOf } from '../time/fiscal-year.ts'
import { type Check, type CheckFinding, type CheckRows, finding } from './finding.ts'

const forms: readonly FormCode[] = ['consultation', 'place', 'network', 'family', 'outreach', 'other']

/** Missing reports, and months that are told twice: by records and by tally (domain §3: never both). */
export const checkReports: Check = (rows, frame) => [
  ...forms.flatMap((form) => missing(rows, frame, form)),
  ...recordsInTallyMonths(rows, frame),
  ...talliesInRecordMonths(rows, frame),
]

function missing(rows: CheckRows, frame: TimeFrame, form: FormCode): readonly CheckFinding[] {
  const coverage = coverageOf(rows, form)
  const reports = new Map(
    rows.reports.filter((row) => row.form === form).map((row) => [`${row.party} ${row.month}`, row]),
  )
  const over = monthsOf(frame.period).filter((month) => lastDayOf(month) <= frame.asOf)
  return rows.parties.flatMap(({ code: party, contractFrom, contractTo }) =>
    over.flatMap((month) => {
      const contracted =
        contractFrom <= lastDayOf(month) && (contractTo === null || contractTo >= firstDayOf(month))
      if (!contracted || coverage.modeOf(party, month) === 'unlisted') return []
      const report = reports.get(`${party} ${month}`)
      const place = { party, form, month, fiscalYear: fiscalYearOf(month) }
      if (report?.state === 'sentBack') return [finding('reportSentBack', place, { form })]
      const there = report !== undefined && (report.state !== 'missing' || report.zeroDeclared)
      if (there) return []
      const due = dueOf(month, rows.dueDay ?? usualDueDay)
      const isLate = frame.asOf > due
      return [
        isLate ? finding('lateReport', place, { form, due }) : finding('missingReport', place, { form }),
      ]
    }),
  )
}

const usualDueDay = 10

/** The last day on which a month's report is in time: of the following month, at its end at the latest. */
function dueOf(month: Month, dueDay: number): Day {
  const next = addMonths(month, 1)
  const [first, end] = [firstDayOf(next), lastDayOf(next)]
  const day = addDays(first, dueDay - 1)
  return day < end ? day : end
}

const inPeriod = (month: Month, frame: TimeFrame): boolean =>
  month >= frame.period.from && month <= frame.period.to

function recordsInTallyMonths(rows: CheckRows, frame: TimeFrame): readonly CheckFinding[] {
  const coverage = coverageOf(rows, 'consultation')
  const places = new Map<string, { party: string; month: Month; count: number }>()
  for (const { day, party } of rows.consultations) {
    const month = monthOf(day)
    if (day > frame.asOf || !inPeriod(month, frame) || coverage.modeOf(party, month) !== 'tally') continue
    const place = `${party} ${month}`
    const before = places.get(place) ?? { party, month, count: 0 }
    places.set(place, { ...before, count: before.count + 1 })
  }
  return [...places.values()].map(({ party, month, count }) =>
    finding(
      'recordsInTallyMonth',
      { party, month, fiscalYear: fiscalYearOf(month), statistic: 'consultation.events' },
      { count },
    ),
  )
}

function talliesInRecordMonths(rows: CheckRows, frame: TimeFrame): readonly CheckFinding[] {
  const coverages = new Map(forms.map((form) => [form, coverageOf(rows, form)]))
  return rows.tallies.flatMap((row) => {
    if (row.month === null || !inPeriod(row.month, frame)) return []
    const definition = findStatistic(row.statistic)
    const counted = findSource(row.statistic)?.kind !== 'entered'
    if (definition === null || !counted || !row.adopted || row.value === null) return []
    const mode = coverages.get(definition.form)?.modeOf(row.party, row.month)
    if (mode !== 'records' || lastDayOf(row.month) > frame.asOf) return []
    const { party, month, fiscalYear, statistic, id } = row
    return [
      finding(
        'tallyInRecordsMonth',
        { party, month, fiscalYear, statistic, rowId: id },
        { value: row.value },
      ),
    ]
  })
}
