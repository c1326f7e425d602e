import { readNumber } from '../cell/read-number.ts'
import { type Check, finding } from './finding.ts'
import { codesOfTally, tallyYears } from './tally-grid.ts'

/**
 * Text that is a number (△16,870, １２人) beside an empty cell: the sum skips it, and no one sees it
 * (product: the first accident). A comment with more than the number in it is a comment.
 */
export const checkNumbers: Check = (rows, frame) =>
  tallyYears(rows, frame).flatMap(({ party, fiscalYear, rows: own }) =>
    own.flatMap((row) => {
      const empty = row.state === 'blank' || row.state === 'unknown'
      if (!empty || row.comment.trim() === '') return []
      const reading = readNumber(row.comment)
      if (reading.outcome !== 'value' || reading.quantity.kind !== 'integer') return []
      const place = { party, fiscalYear, statistic: row.statistic, month: row.month, rowId: row.id }
      return [finding('textLikeNumber', place, { value: reading.quantity.integer, codes: codesOfTally(row) })]
    }),
  )
