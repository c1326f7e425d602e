import { dunningText, letterText } from '../../../shared/confirming/letter.ts'
import { plain } from '../../../shared/contract/plain.ts'
import { dueDayOf } from '../../../shared/reports/board.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { Day, Month } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { formatMonth } from '../../../shared/time/format.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { nameOn } from '../../../shared/time/names.ts'
import { confirmWords } from '../../../shared/words/confirming.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readDepartments } from '../../ledger/repositories/departments.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import type { ReaderHandlers } from '../contexts.ts'
import { readCity } from '../ledger-content/settings.ts'
import { readDueDay } from '../reports/due-day.ts'
import { findingsIn } from './findings.ts'
import { placesOf } from './places.ts'

/** 依頼文 and 督促: texts to be copied, sent by whatever means the office has. */
export const lettersReader = {
  'reports.letter': ({ party, form, month, points, replyBy }, { ledger, now }) =>
    ledger.snapshot(() => {
      const today = dayInJapan(now())
      const name = partyName(ledger, party, month)
      const { errors, warnings } = findingsIn(
        ledger,
        { fiscalYear: fiscalYearOf(month), month },
        today,
      )(party, form)
      const text = letterText({
        ...senderOf(ledger, today),
        party: name,
        form,
        month,
        points: [...points, ...[...errors, ...warnings].map(({ message }) => message)],
        replyBy,
      })
      return { text, name: confirmWords.letter.fileName(name, formatMonth(month)) }
    }),
  'reports.outstanding': ({ frame }, { ledger, now }) =>
    ledger.snapshot(() => {
      const present = dayInJapan(now())
      const today = frame.asOf < present ? frame.asOf : present
      const dueDay = readDueDay(ledger)
      const late = placesOf(ledger, frame.fiscalYear, today).flatMap(({ party, name, form, cells }) =>
        cells.flatMap(({ month, state, daysLate }) =>
          daysLate === null ? [] : [{ party, name, report: reportOf(form, month, state, daysLate, dueDay) }],
        ),
      )
      const sender = senderOf(ledger, present)
      const parties = [...Map.groupBy(late, ({ party }) => party)].map(([party, rows]) => {
        const reports = rows.map(({ report }) => report).toSorted((a, b) => b.daysLate - a.daysLate)
        const name = rows[0]?.name ?? party
        return { party, name, reports, text: dunningText({ ...sender, party: name, reports }) }
      })
      const worst = (one: (typeof parties)[number]): number => one.reports[0]?.daysLate ?? 0
      return plain({ today, parties: parties.toSorted((a, b) => worst(b) - worst(a)) })
    }),
} satisfies Pick<ReaderHandlers, 'reports.letter' | 'reports.outstanding'>

const reportOf = (form: FormCode, month: Month, state: string, daysLate: number, dueDay: number) => ({
  form,
  month,
  sentBack: state === 'sentBack',
  dueOn: dueDayOf(month, dueDay),
  daysLate,
})

function partyName(ledger: LedgerReader, party: string, month: Month): string {
  const row = readParties(ledger).find(({ code }) => code === party)
  return nameOn(row?.names ?? [], lastDayOf(month)) ?? party
}

/** The city with the office in charge (the innermost department) as they are called today. */
function senderOf(ledger: LedgerReader, today: Day) {
  const departments = readDepartments(ledger).flatMap(({ names }) => nameOn(names, today) ?? [])
  return { city: readCity(ledger)?.name ?? '', office: departments.join('　'), today }
}
