import { unknownCode } from '../../codes/code-list.ts'
import { problem } from '../problems.ts'
import type { RowProblem, StagedConsultation, StagedRecordRow } from '../staged.ts'
import type { Sink } from './sink.ts'

/** An age may differ by this much within a book: a birthday in between, an age told by someone else. */
const allowedYears = 2

type ContactRow = StagedRecordRow & { readonly record: StagedConsultation }

/**
 * Doubts that only several rows together raise: the same contact twice, and a case code that seems to stand for
 * two persons (another sex, another age).
 */
export function checkContacts(sink: Sink): void {
  const contacts = new Map<string, ContactRow>()
  const cases = new Map<string, { sex: ContactRow | null; age: ContactRow | null }>()
  for (const [index, row] of sink.rows.entries()) {
    if (!isContact(row) || row.record.caseCode === null) continue
    const warnings = [...sameContact(row, contacts), ...otherPerson(row, cases)]
    if (warnings.length > 0) sink.rows[index] = { ...row, warnings: [...row.warnings, ...warnings] }
  }
}

const isContact = (row: Sink['rows'][number]): row is ContactRow =>
  row.outcome === 'record' && row.record.kind === 'consultation'

function sameContact(row: ContactRow, known: Map<string, ContactRow>): readonly RowProblem[] {
  const { party, day, caseCode, method } = row.record
  const key = `${party}|${day}|${caseCode ?? ''}|${method}`
  const before = known.get(key)
  if (before === undefined) {
    known.set(key, row)
    return []
  }
  return [problem('duplicateContact', row.place, '', caseCode ?? '', placeOf(before))]
}

function otherPerson(
  row: ContactRow,
  known: Map<string, { sex: ContactRow | null; age: ContactRow | null }>,
): readonly RowProblem[] {
  const { caseCode, sex, ageLow } = row.record
  const key = `${row.record.party}|${caseCode ?? ''}`
  const before = known.get(key) ?? { sex: null, age: null }
  const found: RowProblem[] = []
  if (before.sex !== null && sex !== unknownCode && before.sex.record.sex !== sex) {
    found.push(problem('caseOtherSex', row.place, '', caseCode ?? '', placeOf(before.sex)))
  }
  if (before.age !== null && ageLow !== null && farApart(before.age.record, row.record)) {
    found.push(problem('caseOtherAge', row.place, '', caseCode ?? '', placeOf(before.age)))
  }
  if (before.sex === null && sex !== unknownCode) before.sex = row
  if (before.age === null && ageLow !== null) before.age = row
  known.set(key, before)
  return found
}

const farApart = (one: StagedConsultation, other: StagedConsultation): boolean =>
  (one.ageLow ?? 0) > (other.ageHigh ?? 150) + allowedYears ||
  (other.ageLow ?? 0) > (one.ageHigh ?? 150) + allowedYears

const placeOf = ({ place }: ContactRow): RowProblem['parameters'] => ({ sheet: place.sheet, row: place.row })
