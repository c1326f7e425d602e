import { useState } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'
import { formatDay, formatFiscalYear, formatMonth } from '../../shared/time/format.ts'
import { formWords } from '../../shared/words/checks.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { common } from '../../shared/words/screens.ts'
import { useClient } from '../api/client-context.tsx'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { ReopenPlace } from './use-confirm.ts'
import { useStandings } from './use-standings.ts'

const words = confirmWords.reopen

/** 確定解除: why, and what is lifted with it; a period that was handed in must be known to be handed in again. */
export function ReopenDialog(props: { readonly place: ReopenPlace; readonly onClose: () => void }) {
  const { party, name, form, fiscalYear, month } = props.place
  const client = useClient()
  const { submissions } = useStandings(fiscalYear)
  const [actionId] = useState(() => crypto.randomUUID())
  const [reason, setReason] = useState('')
  const [known, setKnown] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const submitted = submissions.find(
    (one) => one.form === form && !one.needsAgain && (one.month === null || one.month === month),
  )
  const ready = reason.trim() !== '' && (submitted === undefined || known)
  const send = async (): Promise<void> => {
    const input = { actionId, party, form, fiscalYear, month, reason, submitAgain: known }
    const answer = await client.call('confirming.reopen', input)
    if (answer.ok) props.onClose()
    else setError(answer.error)
  }
  const period = month === null ? formatFiscalYear(fiscalYear) : confirmWords.month(formatMonth(month))
  return (
    <Dialog
      title={words.title}
      isOpen
      width="narrow"
      onClose={props.onClose}
      footer={
        <>
          {!ready && <span className="why">{words.reasonNeeded}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="solid" isDisabled={!ready} onPress={() => void send()}>
            {words.action}
          </Button>
        </>
      }
    >
      <p>
        <b>
          {name}　{formWords[form]}　{period}
        </b>
      </p>
      <p className="confirm-lead">
        {words.lead}
        {words.also}
      </p>
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        onEnter={() => ready && void send()}
        hint={words.reasonHint}
        maxLength={200}
        wideLabel
      />
      {submitted && (
        <Notice
          look="warn"
          title={words.submitted(submitted.recipient, formatDay(submitted.submittedOn))}
          announce={false}
        >
          <CheckBox isSelected={known} onChange={setKnown}>
            {words.submitAgain}
          </CheckBox>
        </Notice>
      )}
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}
