import type { Accounting } from '../../../shared/contract/schemas/intake.ts'
import { type Comparison, countMatches } from '../../../shared/intake/match.ts'
import { overlay } from '../../../shared/intake/match-fields.ts'
import type { BookKind, BookPlace, StagedRecord } from '../../../shared/intake/staged.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import type { Month } from '../../../shared/time/day.ts'
import { formOf } from './compare.ts'
import type { ReadOfBook } from './understand.ts'

/** What an import is to write, in JSON: it crosses from the thread of 取込 to the writer. */
export interface IntakeOperations {
  readonly fileName: string
  readonly digest: string
  readonly kind: BookKind
  /** Null: of several parties, or of none. */
  readonly party: string | null
  readonly months: { readonly from: Month | null; readonly to: Month | null }
  readonly accounting: Accounting
  readonly inserts: readonly StagedRecord[]
  /** The whole record as it is to be. */
  readonly updates: readonly {
    readonly id: string
    readonly revision: number
    readonly record: StagedRecord
  }[]
  readonly removals: readonly {
    readonly kind: StagedRecord['kind']
    readonly id: string
    readonly revision: number
    readonly place: ReportPlace | null
  }[]
  readonly late: readonly {
    /** The whole record as it is to be. */
    readonly record: StagedRecord
    readonly place: BookPlace
    /** The row of the ledger that it corrects, or null. */
    readonly replaces: string | null
  }[]
  /** Every month that the book reports, changed or not. */
  readonly reported: readonly ReportPlace[]
  /** The last entry of the history that the comparison saw. */
  readonly sequence: number
}

export interface ReportPlace {
  readonly party: string
  readonly form: FormCode
  readonly month: Month
}

/** The comparison as operations. `withdrawGone` also takes out what is gone from the book. */
export function operationsOf(
  file: { readonly name: string; readonly digest: string },
  read: ReadOfBook,
  comparison: Comparison,
  options: { readonly withdrawGone: boolean; readonly sequence: number },
): IntakeOperations {
  const inserts: StagedRecord[] = []
  const updates: IntakeOperations['updates'][number][] = []
  const late: IntakeOperations['late'][number][] = []
  const reported = new Map<string, ReportPlace>()
  const parties = new Set<string>()
  for (const match of comparison.rows) {
    if (match.outcome === 'refused' || match.outcome === 'ignored') continue
    const { record } = match.row
    if (record.kind !== 'indicator') parties.add(record.party)
    if (match.outcome === 'late') {
      const { stored, row } = match
      late.push({
        record: stored === null ? record : overlay(stored.record, record, read.told(row)),
        place: row.place,
        replaces: stored?.id ?? null,
      })
      continue
    }
    if (match.outcome === 'new') inserts.push(record)
    if (match.outcome === 'changed') {
      const { id, revision } = match.stored
      updates.push({ id, revision, record: overlay(match.stored.record, record, read.told(match.row)) })
    }
    const place = placeOf(record)
    if (place !== null && !(record.kind === 'tally' && record.state === 'blank')) {
      reported.set(`${place.party} ${place.form} ${place.month}`, place)
    }
  }
  const months = [...reported.values()].map(({ month }) => month).toSorted()
  const [party] = parties
  return {
    fileName: file.name,
    digest: file.digest,
    kind: read.kind,
    party: parties.size === 1 && party !== undefined ? party : null,
    months: { from: months[0] ?? null, to: months.at(-1) ?? null },
    accounting: countMatches(comparison),
    inserts,
    updates,
    removals: options.withdrawGone
      ? comparison.gone.map(({ id, revision, record }) => ({
          kind: record.kind,
          id,
          revision,
          place: placeOf(record),
        }))
      : [],
    late,
    reported: [...reported.values()],
    sequence: options.sequence,
  }
}

function placeOf(record: StagedRecord): ReportPlace | null {
  const form = formOf(record)
  if (record.kind === 'indicator' || form === null || record.month === null) return null
  return { party: record.party, form, month: record.month }
}

/** As bytes, which move between threads without being copied. */
export const packOperations = (operations: IntakeOperations): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(operations))

export const unpackOperations = (bytes: Uint8Array): IntakeOperations =>
  JSON.parse(new TextDecoder().decode(bytes)) as IntakeOperations
