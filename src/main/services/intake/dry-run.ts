import type { DryRun } from '../../../shared/contract/schemas/intake.ts'
import { countMatches, type RowMatch } from '../../../shared/intake/match.ts'
import type { StagedRecord } from '../../../shared/intake/staged.ts'
import type { PartyRow } from '../../../shared/statistics/rows.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { nameOn } from '../../../shared/time/names.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { knownCases } from '../../ledger/repositories/intake-side.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { told } from './describe.ts'
import { readIntakeFacts } from './facts.ts'
import type { Reading } from './open-books.ts'
import { questionsOf } from './questions.ts'
import { unknownWordsOf } from './unknown-words.ts'

const mostFindings = 200

/** What a reading of a book would do, in numbers; the rows are asked for by windows. */
export function dryRunOf(
  reader: LedgerReader,
  { read, comparison }: Reading,
  fiscalYear: FiscalYear,
): DryRun {
  const accounting = countMatches(comparison)
  return {
    accounting,
    warned: comparison.rows.filter((match) => 'row' in match && match.row.warnings.length > 0).length,
    newCases: newCasesOf(reader, comparison.rows),
    questions: questionsOf(readIntakeFacts(reader, fiscalYear), read.questions),
    dropped: read.dropped.slice(0, 200).map((column) => ({ ...column })),
    unknownWords: unknownWordsOf(reader, read.unknownValues),
    findings: read.findings.slice(0, mostFindings).map(told),
    months: monthsOf(reader, comparison),
    applicable: accounting.new + accounting.changed + accounting.same + accounting.late > 0,
  }
}

/** Case numbers that the ledger does not know: a slip of a digit would make a person. */
function newCasesOf(reader: LedgerReader, rows: readonly RowMatch[]): number {
  const codes = new Set(
    rows.flatMap((match) => {
      if (match.outcome !== 'new' && match.outcome !== 'changed') return []
      const { record } = match.row
      return record.kind === 'consultation' && record.caseCode !== null ? [record.caseCode] : []
    }),
  )
  return codes.size === 0 ? 0 : codes.size - knownCases(reader, codes).size
}

type Touched = DryRun['months'][number]

function monthsOf(reader: LedgerReader, { rows, gone }: Reading['comparison']): Touched[] {
  const parties = new Map(readParties(reader).map((party) => [party.code, party]))
  const months = new Map<string, Touched>()
  const count = (record: StagedRecord, outcome: 'new' | 'changed' | 'same' | 'late' | 'gone'): void => {
    if (record.kind === 'indicator') return
    const { party, month } = record
    const fiscalYear = record.kind === 'tally' ? record.fiscalYear : fiscalYearOf(record.month)
    const key = `${party} ${fiscalYear} ${month ?? ''}`
    const known = months.get(key) ?? {
      party,
      partyName: nameOfParty(parties.get(party), month ?? fiscalYearPeriod(fiscalYear).to) ?? party,
      month,
      fiscalYear,
      new: 0,
      changed: 0,
      same: 0,
      late: 0,
      gone: 0,
    }
    months.set(key, { ...known, [outcome]: known[outcome] + 1 })
  }
  for (const match of rows) {
    if (match.outcome === 'refused' || match.outcome === 'ignored') continue
    count(match.row.record, match.outcome)
  }
  for (const { record } of gone) count(record, 'gone')
  // The year's own values stand after its months.
  const last = ({ month, fiscalYear }: Touched): string => month ?? `${fiscalYear + 1}-99`
  return [...months.values()].sort((a, b) => (a.party + last(a) < b.party + last(b) ? -1 : 1))
}

function nameOfParty(party: PartyRow | undefined, month: Parameters<typeof lastDayOf>[0]): string | null {
  if (party === undefined) return null
  return nameOn(party.names, lastDayOf(month)) ?? party.names.at(-1)?.name ?? null
}
