import { fiscalYearOf } from '../../shared/time/fiscal-year.ts'
import { formatMonthOnly } from '../../shared/time/format.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { useSession } from '../api/session.tsx'
import { StandingMark } from './standing-mark.tsx'
import { leastOf, usePeriodOnScreen, useStandings } from './use-standings.ts'

/** Top line: whether the month on the screen is 入力中, 確認済 or 確定; without one, the last month of the period. */
export function StandingItem() {
  const { frame } = useSession().frame
  const shown = usePeriodOnScreen()
  const month = shown?.month ?? frame.period.to
  const { all } = useStandings(fiscalYearOf(month))
  const state = leastOf(
    all.filter(
      (one) =>
        one.month === month &&
        (shown === null || shown.party === null || one.party === shown.party) &&
        (shown === null || shown.form === null || one.form === shown.form),
    ),
  )
  if (state === null) return null
  return (
    <div className="it">
      <span className="k">{confirmWords.month(formatMonthOnly(month, 'halfWidth'))}</span>
      <StandingMark state={state} />
    </div>
  )
}
