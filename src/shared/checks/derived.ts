import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import { type Check, finding } from './finding.ts'
import { codesOfTally, tallyYears } from './tally-grid.ts'

/**
 * A ratio, mean or rate that a book brings beside its parts (domain §2: derived, never stored; compared when a
 * book brings it): numerator ÷ denominator × per, to half of its last digit.
 */
export const checkDerived: Check = (rows, frame) =>
  tallyYears(rows, frame).flatMap((year) =>
    year.rows.flatMap((row) => {
      const quotient = findStatistic(row.statistic)?.quotient ?? null
      if (quotient === null || row.value === null) return []
      const codes = codesOfTally(row)
      const numerator = year.value(quotient.numerator, row.month, codes)
      const denominator = year.value(quotient.denominator, row.month, codes)
      if (numerator === null || denominator === null || denominator === 0) return []
      const exact = (numerator * quotient.per) / denominator
      const half = Number.isInteger(row.value) ? 0.5 : 0.05
      if (Math.abs(row.value - exact) <= half + 1e-9) return []
      const { party, fiscalYear } = year
      const place = { party, fiscalYear, statistic: row.statistic, month: row.month, rowId: row.id }
      const expected = Math.round(exact * 10) / 10
      return [
        finding('derivedNotParts', place, { value: row.value, expected, numerator, denominator, codes }),
      ]
    }),
  )
