import { useState } from 'react'
import { yearColumn } from '../../../shared/monthly/paste.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { sourceWords } from '../../../shared/words/explore.ts'
import { type AskedNumber, NumberSource } from '../../sources/number-source.tsx'
import { Button } from '../../ui/button.tsx'
import type { Spot } from '../../ui/grid/types.ts'
import type { Sheet } from './sheet.ts'

/** 「この数字は？」 under a number that nobody typed: counted from records, or the year's sum. */
export function WhereFrom({ sheet, spot }: { readonly sheet: Sheet; readonly spot: Spot }) {
  const [isOpen, setOpen] = useState(false)
  const asked = askedNumber(sheet, spot)
  if (asked === null) return null
  return (
    <>
      <section>
        <Button onPress={() => setOpen(!isOpen)}>{isOpen ? sourceWords.close : sourceWords.ask}</Button>
      </section>
      {isOpen && <NumberSource asked={asked} />}
    </>
  )
}

/** The statistic's question behind a place of the sheet; null where a person entered the number there. */
function askedNumber(sheet: Sheet, spot: Spot): AskedNumber | null {
  const line = sheet.line(spot.row)
  const month = sheet.month(spot.column)
  const isSum = spot.column === yearColumn && sheet.yearTotal(spot.row).kind !== 'entered'
  if (!isSum && (month === null || !sheet.isCounted(spot))) return null
  const { fiscalYear, party, today } = sheet.read
  const year = fiscalYearPeriod(fiscalYear)
  const period = month === null ? year : { from: month, to: month }
  // As of the day that the sheet counts by.
  const end = lastDayOf(year.to)
  return {
    query: {
      statistic: line.statistic,
      frame: { fiscalYear, period, asOf: end < today ? end : today },
      by: Object.keys(line.keys),
      where: [],
      party,
    },
    keys: Object.values(line.keys),
  }
}
