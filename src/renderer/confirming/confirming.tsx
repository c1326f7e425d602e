import { useState } from 'react'
import type { FiscalYear, Month } from '../../shared/time/day.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import type { ReopenPlace } from './use-confirm.ts'

/** 確定, and from its list 確定解除: one dialog at a time. */
export function Confirming(props: {
  readonly fiscalYear: FiscalYear
  readonly month: Month | null
  readonly onClose: () => void
}) {
  const [reopening, setReopening] = useState<ReopenPlace | null>(null)
  return reopening === null ? (
    <ConfirmDialog
      fiscalYear={props.fiscalYear}
      month={props.month}
      onReopen={setReopening}
      onClose={props.onClose}
    />
  ) : (
    <ReopenDialog place={reopening} onClose={() => setReopening(null)} />
  )
}
