import { type ReactNode, useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { WatchedText } from '../../ui/watched-text.tsx'

/** Asks why before something is taken back or removed. */
export function ReasonDialog(props: {
  readonly title: string
  readonly body: ReactNode
  readonly label: string
  readonly confirm: string
  readonly error: AppError | null
  readonly isBusy: boolean
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const isMissing = reason.trim() === '' || reason.length > 1000
  return (
    <Dialog
      title={props.title}
      isOpen
      alert
      width="narrow"
      onClose={props.onClose}
      footer={
        <>
          {isMissing && <span className="why">{activityWords.reasonNeeded}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button
            size="form"
            look="danger"
            isDisabled={isMissing || props.isBusy}
            onPress={() => props.onConfirm(reason.trim())}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <p>{props.body}</p>
      <WatchedText
        label={props.label}
        value={reason}
        onChange={setReason}
        hint={activityWords.form.noNames}
        longest={1000}
        wideLabel
      />
      {props.error && <ErrorNotice error={props.error} />}
    </Dialog>
  )
}
