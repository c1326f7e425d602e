import { useEffect, useState } from 'react'
import type { FormCode } from '../../shared/statistics/rows.ts'
import type { Month } from '../../shared/time/day.ts'
import { fiscalYearOf } from '../../shared/time/fiscal-year.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { useSession } from '../api/session.tsx'
import { Button } from '../ui/button.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { showPeriod, useStandings } from './use-standings.ts'

/** The way out of a month that is 確定, beside the reason why nothing can be typed. */
export function ReopenButton({ party, form, month }: PeriodOfScreen) {
  const { ledger } = useSession()
  const fiscalYear = fiscalYearOf(month)
  const standing = useStandings(fiscalYear).of(party, form, month)
  const [isOpen, setOpen] = useState(false)
  if (ledger.readOnly !== null || (standing?.state !== 'confirmed' && !isOpen)) return null
  const place = { party, name: standing?.name ?? party, form, fiscalYear, month }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{confirmWords.reopen.action}</Button>
      {isOpen && <ReopenDialog place={place} onClose={() => setOpen(false)} />}
    </>
  )
}

interface PeriodOfScreen {
  readonly party: string
  readonly form: FormCode
  readonly month: Month
}

/** While it is on the screen, the top line says where this month stands. */
export function useShownPeriod(party: string | null, form: FormCode, month: Month | null): void {
  useEffect(() => {
    if (month === null) return
    return showPeriod({ party, form, month })
  }, [party, form, month])
}
