import { Lock } from 'lucide-react'
import { useState } from 'react'
import type { FormCode } from '../../shared/statistics/rows.ts'
import type { Month } from '../../shared/time/day.ts'
import { fiscalYearOf } from '../../shared/time/fiscal-year.ts'
import { formatDay, formatMonth } from '../../shared/time/format.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { useSession } from '../api/session.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import './confirming.css'
import { ReopenDialog } from './reopen-dialog.tsx'
import { useStandings } from './use-standings.ts'

/** Beside the data of a month that is 確定: since when, that nothing can be typed, and the way out. */
export function StandingBanner(props: {
  readonly party: string
  readonly name: string
  readonly form: FormCode
  readonly month: Month
}) {
  const { party, name, form, month } = props
  const { ledger } = useSession()
  const fiscalYear = fiscalYearOf(month)
  const standing = useStandings(fiscalYear).of(party, form, month)
  const [reopening, setReopening] = useState(false)
  if (standing?.state !== 'confirmed' && !reopening) return null
  const period = `${name}　${confirmWords.month(formatMonth(month))}`
  const day = standing?.confirmedOn ?? null
  return (
    <>
      <div className="standing-strip" role="note">
        <Icon of={Lock} />
        <span>
          <b>
            {day === null
              ? confirmWords.banner.shut(period)
              : confirmWords.banner.confirmed(period, formatDay(day))}
          </b>
          {confirmWords.banner.readOnly}
        </span>
        {ledger.readOnly === null && (
          <Button onPress={() => setReopening(true)}>{confirmWords.reopen.action}</Button>
        )}
      </div>
      {reopening && (
        <ReopenDialog place={{ party, name, form, fiscalYear, month }} onClose={() => setReopening(false)} />
      )}
    </>
  )
}
