import { formOfCategory } from '../../../shared/reports/form-of-category.ts'
import type {
  ActivityDate,
  LedgerRows,
  PartyFormRow,
  ReportRow,
  ReportState,
} from '../../../shared/statistics/rows.ts'
import { monthOf, monthsOf } from '../../../shared/time/calendar.ts'
import type { Month } from '../../../shared/time/day.ts'
import { missingMonth, workPreparationParty } from './work-preparation.ts'

const lastMonth: Month = '2025-03'

/** Reports of the last month that were not checked yet on 31 March 2025; all others are 確認済. */
const unfinished: Readonly<Record<string, ReportState>> = {
  'hikikomori-contractor consultation': 'received',
  'hikikomori-contractor place': 'received',
}

/** 提出状況: one row a form and month; 「０件」 where nothing happened in a month that is complete. */
export function demonstrationReports(
  forms: readonly PartyFormRow[],
  rows: Pick<LedgerRows, 'consultations' | 'activities'>,
): readonly ReportRow[] {
  const happened = new Set([
    ...rows.consultations.map((row) => `${row.party} consultation ${monthOf(row.day)}`),
    ...rows.activities.flatMap((row) =>
      monthsHeld(row.held).map((month) => `${row.party} ${formOfCategory(row.category)} ${month}`),
    ),
  ])
  return forms.flatMap((form) =>
    monthsOf({ from: form.from, to: form.to ?? lastMonth }).map((month): ReportRow => {
      const { party, form: code, mode } = form
      if (party === workPreparationParty && month === missingMonth) {
        return { party, form: code, month, state: 'missing', zeroDeclared: false }
      }
      const state = month === lastMonth ? (unfinished[`${party} ${code}`] ?? 'checked') : 'checked'
      const empty = mode === 'records' && !happened.has(`${party} ${code} ${month}`)
      return { party, form: code, month, state, zeroDeclared: empty && state === 'checked' }
    }),
  )
}

function monthsHeld(held: ActivityDate | null): readonly Month[] {
  if (held?.kind === 'day') return [monthOf(held.day)]
  if (held?.kind === 'month') return [held.month]
  return held?.kind === 'months' ? monthsOf(held) : []
}
