import type { FormCode } from '../../../shared/statistics/rows.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

/** 「国・都へ提出済み」 of a form's month or year (domain §8). */
export interface Submission {
  readonly id: string
  readonly revision: number
  readonly form: FormCode
  readonly fiscalYear: FiscalYear
  readonly month: Month | null
  readonly recipient: string
  readonly submittedOn: Day
  readonly needsAgain: boolean
  readonly why: string
}

/** Those of a fiscal year, oldest first. */
export function readSubmissions(reader: LedgerReader, fiscalYear: FiscalYear): readonly Submission[] {
  const rows = reader.all(
    build
      .selectFrom('submission')
      .select([
        'id',
        'revision',
        'form',
        'fiscal_year as fiscalYear',
        'month',
        'recipient',
        'submitted_on as submittedOn',
        'needs_again as needsAgain',
        'why',
      ])
      .where('fiscal_year', '=', fiscalYear)
      .orderBy('key'),
  )
  return rows.map(({ needsAgain, ...row }) => ({ ...row, needsAgain: needsAgain === 1 }))
}

/** Those in force that a change of the period concerns: its own, and the year's. */
export const submissionsOf = (
  reader: LedgerReader,
  { form, fiscalYear, month }: Pick<Submission, 'form' | 'fiscalYear' | 'month'>,
): readonly Submission[] =>
  readSubmissions(reader, fiscalYear).filter(
    (row) => row.form === form && !row.needsAgain && (row.month === null || row.month === month),
  )

/** 再提出が必要. @throws AppFailure `notFound`, `conflict`. */
export const markForSubmission = (
  write: LedgerWriter,
  { id, revision }: Pick<Submission, 'id' | 'revision'>,
  why: string,
): number => write.update('submission', id, revision, { needs_again: 1, why }).revision
