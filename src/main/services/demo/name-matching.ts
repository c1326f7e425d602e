import type { CaseRow, ConsultationRow } from '../../../shared/statistics/rows.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { idStream } from './ids.ts'

/**
 * One 名寄せ: in 令和５年度 the 生活サポート相談窓口 gave a known person a code of its own, which was later
 * merged. The rows stay under the old code; the merging is a map (domain §3). The case's own episode
 * stands under the code that remains.
 */
export function withMergedCase(
  seed: number,
  cases: readonly CaseRow[],
  consultations: readonly ConsultationRow[],
): { readonly cases: readonly CaseRow[]; readonly consultations: readonly ConsultationRow[] } {
  const known = cases.find((file) => file.householdId === null && seconds(consultations, file.id).length >= 2)
  if (known === undefined) return { cases, consultations }
  const moved = new Set(seconds(consultations, known.id).map((contact) => contact.id))
  const first = consultations.find((contact) => moved.has(contact.id))
  if (first === undefined) return { cases, consultations }
  const doubled: CaseRow = {
    id: idStream(seed, 'merged-case')(first.day),
    code: `H${String(cases.length + 1).padStart(3, '0')}`,
    mergedInto: known.id,
    beforeLedger: false,
    householdId: null,
  }
  return {
    cases: [...cases, doubled],
    consultations: consultations.map((contact) =>
      moved.has(contact.id) ? { ...contact, caseId: doubled.id } : contact,
    ),
  }
}

/** Contacts of a case with the desk in 令和５年度, after earlier ones of the same year elsewhere. */
function seconds(consultations: readonly ConsultationRow[], caseId: string): readonly ConsultationRow[] {
  const ofYear = consultations.filter(
    (contact) => contact.caseId === caseId && fiscalYearOf(contact.day) === 2023,
  )
  const usual = ofYear[0]?.party
  return usual === undefined || usual === 'support-desk'
    ? []
    : ofYear.slice(1).filter((contact) => contact.party === 'support-desk')
}
