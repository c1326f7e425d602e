import { numberWords } from '../../../shared/answers/answer.ts'
import { expectedMonths, obstacleOf, openMonthsOf, standingOf } from '../../../shared/confirming/judge.ts'
import { frameOf, periodKey } from '../../../shared/confirming/period.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { ConfirmRow } from '../../../shared/contract/schemas/confirming.ts'
import { measureOf } from '../../../shared/paper/assemble/measure.ts'
import type { BoardRow } from '../../../shared/reports/board.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import type { FiscalYear, Month } from '../../../shared/time/day.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readSubmissions } from '../../ledger/repositories/submissions.ts'
import { queryStatistics } from '../../ledger/statistics/query-statistics.ts'
import type { ReaderHandlers } from '../contexts.ts'
import { countForConfirming } from './count.ts'
import { findingsIn } from './findings.ts'
import { confirmedIn, placesIn, placesOf } from './places.ts'

/** What a form is about: its main figure stands beside it. */
const mainStatistic: Readonly<Record<FormCode, string | null>> = {
  consultation: 'consultation.events',
  place: 'place.sessions',
  network: 'network.meetings',
  family: 'family.sessions',
  outreach: 'outreach.events',
  other: null,
}

/** `confirming.*` that read. */
export const overviewReader = {
  'confirming.overview': ({ fiscalYear, month }, { ledger, now }) =>
    ledger.snapshot(() => {
      const today = dayInJapan(now())
      const rows = placesIn(placesOf(ledger, fiscalYear, today), month)
      const { list, keys } = confirmedIn(ledger, fiscalYear)
      const findings = findingsIn(ledger, { fiscalYear, month }, today)
      const figures = figuresOf(ledger, rows, fiscalYear, month)
      const dayOf = new Map(list.map((one) => [periodKey(one), one.confirmedOn]))
      return plain({
        fiscalYear,
        month,
        rows: rows.map((row, index): ConfirmRow => {
          const { party, name, form } = row
          const { errors, warnings, acknowledged } = findings(party, form)
          const state = standingOf(row, fiscalYear, month, keys)
          const obstacle = obstacleOf(row, { fiscalYear, month }, errors.length, today)
          const report = row.cells.find((cell) => cell.month === month)?.state ?? null
          return {
            party,
            name,
            form,
            state,
            report: month === null ? null : storedState(report),
            confirmedOn: dayOf.get(periodKey({ party, form, fiscalYear, month })) ?? null,
            figure: figures[index] ?? null,
            errors: errors.length,
            warnings: warnings.length,
            acknowledged,
            findings: [...errors, ...warnings]
              .slice(0, 5)
              .map(({ severity, message }) => ({ severity, message })),
            obstacle: state === 'confirmed' ? null : obstacle,
            openMonths: month === null ? [...openMonthsOf(row)] : [],
          }
        }),
        whole: list
          .filter((one) => one.party === null && one.month === month)
          .map(({ form, confirmedOn }) => ({ form, confirmedOn })),
      })
    }),
  'confirming.states': ({ fiscalYear }, { ledger, now }) =>
    ledger.snapshot(() => {
      const rows = placesOf(ledger, fiscalYear, dayInJapan(now()))
      const { list, keys } = confirmedIn(ledger, fiscalYear)
      const dayOf = new Map(list.map((one) => [periodKey(one), one.confirmedOn]))
      const standings = rows.flatMap((row) =>
        [...expectedMonths(row), null].map((month) => ({
          party: row.party,
          name: row.name,
          form: row.form,
          month,
          state: standingOf(row, fiscalYear, month, keys),
          confirmedOn: dayOf.get(periodKey({ party: row.party, form: row.form, fiscalYear, month })) ?? null,
        })),
      )
      return plain({
        standings,
        submissions: readSubmissions(ledger, fiscalYear),
      })
    }),
} satisfies Partial<ReaderHandlers>

/** Steps of 確定 that only the backend asks for. */
export const confirmingReaderTasks = { 'confirming.count': countForConfirming }

/** The board calls some months that have no report by other words. */
function storedState(state: BoardRow['cells'][number]['state'] | null): ConfirmRow['report'] {
  return state === null || state === 'entering' || state === 'future' || state === 'notExpected'
    ? 'missing'
    : state
}

/** The main figure of each row: 「12件」. */
function figuresOf(
  ledger: LedgerReader,
  rows: readonly BoardRow[],
  fiscalYear: FiscalYear,
  month: Month | null,
): readonly (string | null)[] {
  const asked = rows.map(({ party, form }) => ({ party, statistic: mainStatistic[form] }))
  const answers = new Map(
    queryStatistics(
      ledger,
      asked.flatMap(({ party, statistic }) =>
        statistic === null
          ? []
          : [{ statistic, frame: frameOf({ fiscalYear, month }), by: [], where: [], party }],
      ),
    ).flatMap((answer) =>
      answer.ok ? [[`${answer.value.query.party} ${answer.value.query.statistic}`, answer.value.total]] : [],
    ),
  )
  return asked.map(({ party, statistic }) => {
    const definition = statistic === null ? null : findStatistic(statistic)
    const cell = answers.get(`${party} ${statistic}`)
    return definition === null || cell === undefined ? null : numberWords(cell, measureOf(definition))
  })
}
