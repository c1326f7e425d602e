import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { formatMonth } from '../../../shared/time/format.ts'
import { formWords } from '../../../shared/words/checks.ts'
import { homeWords } from '../../../shared/words/home.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ReportMove } from './use-report-move.ts'

const words = homeWords.board

/** 差戻し, and taking 確認済 back: why, for the history. */
export function ReasonDialog(props: {
  readonly move: ReportMove
  readonly error: AppError | null
  readonly onSend: (reason: string) => void
  readonly onStop: () => void
}) {
  const { row, cell, to } = props.move
  const [reason, setReason] = useState('')
  const empty = reason.trim() === ''
  const back = to === 'sentBack' ? 'sentBack' : 'received'
  return (
    <Dialog
      title={words.reasonTitle[back]}
      isOpen
      width="narrow"
      onClose={props.onStop}
      footer={
        <>
          {empty && <span className="why">{words.reasonNeeded}</span>}
          <Button size="form" onPress={props.onStop}>
            {common.stop}
          </Button>
          <Button size="form" look="solid" isDisabled={empty} onPress={() => props.onSend(reason)}>
            {to === 'sentBack' ? words.move.sentBack : words.takeBack}
          </Button>
        </>
      }
    >
      <p>{words.cell(row.name, formWords[row.form], formatMonth(cell.month), words.states[cell.state])}</p>
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        onEnter={() => !empty && props.onSend(reason)}
        hint={words.reasonHint}
        maxLength={200}
      />
      {props.error && <ErrorNotice error={props.error} />}
    </Dialog>
  )
}
