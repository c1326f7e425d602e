import { findBreakdown } from '../statistics/catalogue/breakdowns.ts'
import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { TallyRow } from '../statistics/rows.ts'
import { type Check, type CheckFinding, finding } from './finding.ts'
import { type TallyYear, tallyYears } from './tally-grid.ts'

/**
 * Σ groups = total, wherever a party gives both. While some group is missing the others may be less, but
 * never more; groups of a multiple-choice breakdown may be both.
 */
export const checkSums: Check = (rows, frame) => tallyYears(rows, frame).flatMap(groupsNotTotal)

function groupsNotTotal(year: TallyYear): readonly CheckFinding[] {
  const cut = year.rows.filter((row) => {
    const names = Object.keys(row.keys)
    return names.length > 0 && names.every((name) => findBreakdown(name)?.choice === 'single')
  })
  const groups = Map.groupBy(cut, (row) => JSON.stringify([row.statistic, row.month, cutOf(row)]))
  return [...groups.values()].flatMap((own) => {
    const first = own[0]
    if (first === undefined || !isCounted(first.statistic)) return []
    const total = year.value(first.statistic, first.month)
    const sum = own.reduce((all, row) => all + (row.value ?? 0), 0)
    const missing = own.some((row) => ['blank', 'unknown', 'suppressed'].includes(row.state))
    if (total === null || (missing ? sum <= total : sum === total)) return []
    const { party, fiscalYear } = year
    const place = { party, fiscalYear, statistic: first.statistic, month: first.month }
    return finding('groupsNotTotal', place, { value: sum, total, breakdown: cutOf(first) })
  })
}

const cutOf = (row: TallyRow): string => Object.keys(row.keys).sort().join(',')

/** Ratios and means are never added. */
function isCounted(statistic: string): boolean {
  const measure = findStatistic(statistic)?.measure
  return measure !== undefined && !['ratio', 'mean', 'rate'].includes(measure)
}
