import { rootsOf } from '../statistics/records/roots.ts'
import { monthOf } from '../time/calendar.ts'
import { fiscalYearOf } from '../time/fiscal-year.ts'
import { type Check, finding } from './finding.ts'

/** 「新規」 written by a reporter is a claim: one case has at most one in a fiscal year (worked case 2). */
export const checkClaims: Check = (rows, frame) => {
  const roots = rootsOf(rows.cases)
  const codes = new Map(rows.cases.map((row) => [row.id, row.code]))
  const claimed = rows.consultations.filter(
    (row) =>
      row.newClaim === true &&
      row.day <= frame.asOf &&
      monthOf(row.day) >= frame.period.from &&
      monthOf(row.day) <= frame.period.to,
  )
  const groups = Map.groupBy(
    claimed.filter((row) => row.caseId !== null),
    (row) => `${fiscalYearOf(row.day)} ${roots.rootOf(row.caseId ?? '')}`,
  )
  return [...groups.values()].flatMap((own) => {
    const [first, second] = own.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    if (first === undefined || second === undefined) return []
    const place = {
      party: second.party,
      statistic: 'consultation.new',
      month: monthOf(second.day),
      fiscalYear: fiscalYearOf(second.day),
      day: second.day,
      rowId: second.id,
    }
    const code = codes.get(roots.rootOf(second.caseId ?? '')) ?? ''
    return [finding('newClaimedTwice', place, { case: code, count: own.length, first: first.day })]
  })
}
