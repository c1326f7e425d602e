import { firstDayOf } from '../time/calendar.ts'
import { planned } from './copied-years.ts'
import { type Check, finding } from './finding.ts'
import { codesOfTally } from './tally-grid.ts'

/** A number of a month that has not begun today (domain §7: told as done, but not yet done). Plans may be told. */
export const checkAhead: Check = (rows, frame) => {
  const { today } = rows
  if (today === undefined) return []
  return rows.tallies.flatMap((row) => {
    const { party, statistic, month, fiscalYear, value, id } = row
    if (month === null || value === null || !row.adopted || planned.has(statistic)) return []
    if (month < frame.period.from || month > frame.period.to || firstDayOf(month) <= today) return []
    return [
      finding(
        'toldAhead',
        { party, statistic, month, fiscalYear, rowId: id },
        { value, codes: codesOfTally(row) },
      ),
    ]
  })
}
