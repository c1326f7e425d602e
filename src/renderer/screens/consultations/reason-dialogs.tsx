import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { WatchedText } from '../../ui/watched-text.tsx'

/** 削除 with its reason. */
export function RemoveDialog(props: {
  readonly number: number
  readonly onRemove: (reason: string) => Promise<AppError | null>
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const isReady = reason.trim() !== ''
  return (
    <Dialog
      title={words.removeDialog.title(props.number)}
      isOpen
      onClose={props.onClose}
      width="narrow"
      footer={
        <>
          {!isReady && <span className="why">{words.removeDialog.cannot}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button
            size="form"
            look="danger"
            isDisabled={!isReady}
            onPress={() => void props.onRemove(reason.trim()).then(setError)}
          >
            {words.removeDialog.do}
          </Button>
        </>
      }
    >
      <p>{words.removeDialog.lead}</p>
      <div className="form">
        <WatchedText
          label={words.removeDialog.reason}
          wideLabel
          value={reason}
          onChange={setReason}
          longest={2_000}
        />
      </div>
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}
