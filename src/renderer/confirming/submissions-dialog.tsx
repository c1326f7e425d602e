import { useState } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Submission } from '../../shared/contract/schemas/confirming.ts'
import type { FormCode } from '../../shared/statistics/rows.ts'
import { monthsOf } from '../../shared/time/calendar.ts'
import type { Day, Month } from '../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../shared/time/fiscal-year.ts'
import { formatDay, formatFiscalYear, formatMonthOnly } from '../../shared/time/format.ts'
import { formWords } from '../../shared/words/checks.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { common } from '../../shared/words/screens.ts'
import { useClient } from '../api/client-context.tsx'
import { useSession } from '../api/session.tsx'
import { Button } from '../ui/button.tsx'
import { DayField } from '../ui/day-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Empty } from '../ui/patterns.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import './confirming.css'
import { useStandings } from './use-standings.ts'

const words = confirmWords.submissions
const year = 'year'
const forms = Object.keys(formWords) as FormCode[]

/** 「国・都へ提出済み」: the list of a year, and what can be done with each. */
export function SubmissionsDialog({ onClose }: { readonly onClose: () => void }) {
  const { frame: asked, ledger } = useSession()
  const { fiscalYear } = asked.frame
  const { submissions } = useStandings(fiscalYear)
  const client = useClient()
  const [error, setError] = useState<AppError | null>(null)
  const [asking, setAsking] = useState<{
    readonly of: Submission
    readonly what: 'need' | 'withdraw'
  } | null>(null)
  const [reason, setReason] = useState('')
  const canWrite = ledger.readOnly === null
  const send = async (): Promise<void> => {
    if (asking === null) return
    const { id, revision } = asking.of
    const name = asking.what === 'need' ? 'submissions.needAgain' : 'submissions.withdraw'
    const answer = await client.call(name, { actionId: crypto.randomUUID(), id, revision, reason })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) setAsking(null)
  }
  const again = async ({ id, revision }: Submission): Promise<void> => {
    const input = { actionId: crypto.randomUUID(), id, revision, submittedOn: today() }
    const answer = await client.call('submissions.submitAgain', input)
    setError(answer.ok ? null : answer.error)
  }
  return (
    <Dialog
      title={words.heading}
      isOpen
      width="broad"
      onClose={onClose}
      footer={
        <Button size="form" onPress={onClose}>
          {common.close}
        </Button>
      }
    >
      <p className="confirm-lead">{words.lead}</p>
      {submissions.length === 0 ? (
        <Empty title={words.none} />
      ) : (
        <div className="confirm-rows">
          <table className="t">
            <thead>
              <tr>
                {Object.values(words.columns).map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                <th scope="col">
                  <span className="vh">{words.withdraw}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {submissions.map((one) => (
                <tr key={one.id}>
                  <td>{one.month === null ? formatFiscalYear(fiscalYear) : formatMonthOnly(one.month)}</td>
                  <td>{formWords[one.form]}</td>
                  <td>{one.recipient}</td>
                  <td>{formatDay(one.submittedOn, { digits: 'halfWidth' })}</td>
                  <td>{one.needsAgain ? <b className="wrn">{words.again}</b> : words.done}</td>
                  <td>
                    {canWrite && (
                      <span className="confirm-acts">
                        {one.needsAgain ? (
                          <Button onPress={() => void again(one)}>{words.submitAgain}</Button>
                        ) : (
                          <Button onPress={() => setAsking({ of: one, what: 'need' })}>
                            {words.needAgain}
                          </Button>
                        )}
                        <Button onPress={() => setAsking({ of: one, what: 'withdraw' })}>
                          {words.withdraw}
                        </Button>
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asking && (
        <div className="confirm-ask">
          <TextField label={words.why} value={reason} onChange={setReason} maxLength={200} autoFocus />
          <Button size="form" look="solid" isDisabled={reason.trim() === ''} onPress={() => void send()}>
            {asking.what === 'need' ? words.needAgain : words.withdraw}
          </Button>
        </div>
      )}
      {canWrite && !asking && <NewSubmission fiscalYear={fiscalYear} onError={setError} />}
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}

/** By the PC's calendar. */
const today = (): Day => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' }) as Day

function NewSubmission(props: {
  readonly fiscalYear: number
  readonly onError: (error: AppError | null) => void
}) {
  const client = useClient()
  const [form, setForm] = useState<FormCode>('consultation')
  const [month, setMonth] = useState<string>(year)
  const [recipient, setRecipient] = useState('')
  const [on, setOn] = useState<Day | null>(today())
  const send = async (): Promise<void> => {
    if (on === null) return
    const answer = await client.call('submissions.record', {
      actionId: crypto.randomUUID(),
      form,
      fiscalYear: props.fiscalYear,
      month: month === year ? null : (month as Month),
      recipient,
      submittedOn: on,
    })
    props.onError(answer.ok ? null : answer.error)
    if (answer.ok) setRecipient('')
  }
  return (
    <fieldset className="confirm-new">
      <legend>{words.add}</legend>
      <Select
        label={words.columns.form}
        choices={forms.map((one) => ({ value: one, label: formWords[one] }))}
        value={form}
        onChange={setForm}
      />
      <Select
        label={words.columns.period}
        choices={[
          { value: year, label: formatFiscalYear(props.fiscalYear) },
          ...monthsOf(fiscalYearPeriod(props.fiscalYear)).map((one) => ({
            value: one as string,
            label: formatMonthOnly(one),
          })),
        ]}
        value={month}
        onChange={setMonth}
      />
      <TextField
        label={words.recipient}
        value={recipient}
        onChange={setRecipient}
        hint={words.recipientHint}
        maxLength={60}
      />
      <DayField label={words.day} value={on} onChange={setOn} />
      <Button
        size="form"
        look="solid"
        isDisabled={recipient.trim() === '' || on === null}
        onPress={() => void send()}
      >
        {words.save}
      </Button>
    </fieldset>
  )
}
