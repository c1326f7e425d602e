import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { CollectionPlace } from '../../../shared/contract/schemas/collection.ts'
import type { MonthlyMonth } from '../../../shared/contract/schemas/monthly.ts'
import type { CollectionContent } from '../../../shared/intake/collection/content.ts'
import { layoutCollection } from '../../../shared/intake/collection/layout.ts'
import { layoutLines, usualLines } from '../../../shared/monthly/lines.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear, Month } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { formatFiscalYear, formatMonth, formatMonthOnly } from '../../../shared/time/format.ts'
import { nameOn } from '../../../shared/time/names.ts'
import { collectionWords } from '../../../shared/words/collection.ts'
import { safeFileName } from '../../export/file-name.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { partyKey, readFormItems, readMonthlyCells } from '../../ledger/repositories/monthly.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { readVenues } from '../../ledger/repositories/programmes.ts'
import { readMonthlyParties, readMonths, sheetFormOf } from '../monthly/months.ts'
import { readCodeLabels } from '../statistics/code-labels.ts'

/** A book as it would be issued now. */
export interface CollectionDraft extends CollectionPlace {
  readonly fiscalYear: FiscalYear
  readonly mode: 'records' | 'tally'
  readonly partyName: string
  readonly months: readonly MonthlyMonth[]
  readonly content: CollectionContent
  readonly fileName: string
}

/**
 * Lays out the book of a party's form for months of one fiscal year: the items of its monthly sheet, or the
 * columns of its records with the lists of the last month.
 *
 * @throws AppFailure `invalidPeriod`, `unknownParty`, `reportedByTally`, `reportedByRecords`
 */
export function draftOf(reader: LedgerReader, place: CollectionPlace): CollectionDraft {
  const { party, form, from, to } = place
  const fiscalYear = fiscalYearOf(from)
  if (from > to || fiscalYearOf(to) !== fiscalYear) {
    throw new AppFailure(appError('invalidPeriod', { from, to }, 'to'))
  }
  const row = readParties(reader).find(({ code }) => code === party)
  const day = lastDayOf(to)
  const partyName = nameOn(row?.names ?? [], day) ?? row?.names.at(-1)?.name ?? party
  const months = readMonths(reader, party, form, fiscalYear).filter(
    ({ month }) => from <= month && month <= to,
  )
  const mode = modeOf(months, { party, partyName })
  const labels = readCodeLabels(reader, day)
  const content = layoutCollection({
    form,
    mode,
    months: months.map(({ month }) => month),
    lines: layoutLines(linesOf(reader, place, fiscalYear), labels),
    codes: readCodeLists(reader),
    venues: readVenues(reader).flatMap(({ code, names }) => {
      const label = nameOn(names, day)
      return label === null ? [] : [{ code, label }]
    }),
    day,
  })
  if (content.sheets.length === 0) throw new AppFailure(appError('invalidPeriod', { from, to }, 'form'))
  const parts = [
    formatFiscalYear(fiscalYear),
    collectionWords.fileKind(form, mode),
    partyName,
    collectionWords.fileMonths(formatMonthOnly(from), formatMonthOnly(to)),
  ]
  return { ...place, fiscalYear, mode, partyName, months, content, fileName: safeFileName(parts, 'xlsx') }
}

/** The one way in which all months are told. */
function modeOf(
  months: readonly MonthlyMonth[],
  { party, partyName }: { readonly party: string; readonly partyName: string },
): 'records' | 'tally' {
  const [first] = months
  const other = months.find(({ mode }) => mode === 'unlisted' || mode !== first?.mode)
  if (first === undefined || first.mode === 'unlisted' || other?.mode === 'unlisted') {
    throw new AppFailure(appError('unknownParty', { party }, 'from'))
  }
  if (other !== undefined) {
    const code = other.mode === 'tally' ? 'reportedByTally' : 'reportedByRecords'
    throw new AppFailure(appError(code, { party: partyName, month: formatMonth(other.month as Month) }, 'to'))
  }
  return first.mode
}

/** The items of the party's monthly sheet: the chosen ones, else the catalogue's; and what the year holds. */
function linesOf(reader: LedgerReader, { party, form }: CollectionPlace, fiscalYear: FiscalYear) {
  const key = partyKey(reader, party)
  const forms = readMonthlyParties(reader, fiscalYear).flatMap((row) =>
    row.party === party ? [row.form] : [],
  )
  const entered = [fiscalYear - 1, fiscalYear]
    .flatMap((year) => readMonthlyCells(reader, key, year))
    .filter(({ statistic }) => {
      const own = findStatistic(statistic)?.form
      return own !== undefined && sheetFormOf(forms, own) === form
    })
  return [...(readFormItems(reader, key, form)?.items ?? usualLines(form)), ...entered].map(
    ({ statistic, keys }) => ({ statistic, keys }),
  )
}
