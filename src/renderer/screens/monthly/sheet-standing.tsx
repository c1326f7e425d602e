import { useShownPeriod } from '../../confirming/reopen-button.tsx'
import { StandingBanner } from '../../confirming/standing-banner.tsx'
import type { Sheet } from './sheet.ts'
import { useRestingPlace } from './use-place.ts'

/** Where the month of the active cell stands: in the top line, and under the grid when it is 確定, so that no
 * row of it moves as the cell does. */
export function SheetStanding({ sheet }: { readonly sheet: Sheet }) {
  const { spot } = useRestingPlace(sheet)
  const { party, form, name } = sheet.read
  const month = sheet.month(spot.column)
  useShownPeriod(party, form, month)
  return month === null ? null : <StandingBanner party={party} name={name} form={form} month={month} />
}
