import type { BoardRowView } from '../../../shared/contract/schemas/home.ts'
import { type BoardRow, dueDayOf, submissionBoard } from '../../../shared/reports/board.ts'
import { formOfCategory } from '../../../shared/reports/form-of-category.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { ActivityRow, FormCode } from '../../../shared/statistics/rows.ts'
import { monthOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'
import { readParties, readPartyForms } from '../../ledger/repositories/parties.ts'
import { readDueDay } from '../reports/due-day.ts'

/** 提出状況 of a year as a screen shows it, with the deadline and revision of each report. */
export function readBoard(
  reader: LedgerReader,
  fiscalYear: FiscalYear,
  today: Day,
  activities: readonly ActivityRow[],
): readonly BoardRowView[] {
  const reports = reportsOf(reader, fiscalYear)
  const revisions = new Map(reports.map((row) => [`${row.party} ${row.form} ${row.month}`, row.revision]))
  const dueDay = readDueDay(reader)
  const rows = submissionBoard({
    fiscalYear,
    today,
    dueDay,
    parties: readParties(reader),
    partyForms: readPartyForms(reader),
    reports,
    hasEntries: entriesOf(reader, fiscalYear, activities),
  })
  return rows.map((row: BoardRow) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      dueOn: dueDayOf(cell.month, dueDay),
      revision: revisions.get(`${row.party} ${row.form} ${cell.month}`) ?? 0,
    })),
  }))
}

function reportsOf(reader: LedgerReader, fiscalYear: FiscalYear) {
  const rows = reader.all(
    build
      .selectFrom('report as r')
      .innerJoin('party', 'party.key', 'r.party_key')
      .select([
        'party.code as party',
        'r.form',
        'r.month',
        'r.state',
        'r.zero_declared as zero',
        'r.revision',
      ])
      .where('r.fiscal_year', '=', fiscalYear),
  )
  return rows.map(({ zero, ...row }) => ({ ...row, zeroDeclared: zero === 1 }))
}

/** Whether a month holds a contact, an activity or an adopted value of a party's form. */
function entriesOf(
  reader: LedgerReader,
  fiscalYear: FiscalYear,
  activities: readonly ActivityRow[],
): (party: string, form: FormCode, month: Month) => boolean {
  const entered = new Set([
    ...activities.flatMap(({ party, category, held }) =>
      held?.kind === 'day' ? [`${party} ${formOfCategory(category)} ${monthOf(held.day)}`] : [],
    ),
    ...talliedMonths(reader, fiscalYear),
  ])
  return (party, form, month) =>
    entered.has(`${party} ${form} ${month}`) || (form === 'consultation' && hasContact(reader, party, month))
}

function talliedMonths(reader: LedgerReader, fiscalYear: FiscalYear): readonly string[] {
  return reader
    .all(
      build
        .selectFrom('tally')
        .innerJoin('party', 'party.key', 'tally.party_key')
        .select(['party.code as party', 'tally.statistic', 'tally.month'])
        .distinct()
        .where('tally.fiscal_year', '=', fiscalYear)
        .where('tally.month', 'is not', null)
        .where('tally.adopted', '=', 1)
        .where('tally.state', '<>', 'blank'),
    )
    .map(({ party, statistic, month }) => `${party} ${findStatistic(statistic)?.form ?? ''} ${month}`)
}

function hasContact(reader: LedgerReader, party: string, month: Month): boolean {
  const found = reader.get(
    build
      .selectFrom('consultation as c')
      .innerJoin('party', 'party.key', 'c.party_key')
      .select('c.key')
      .where('party.code', '=', party)
      .where('c.month', '=', month)
      .limit(1),
  )
  return found !== undefined
}
