import { useState } from 'react'
import type { PartyForm, SettingsParty } from '../../../shared/contract/schemas/organisation.ts'
import { formCodes } from '../../../shared/organisation/forms.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import { monthOf } from '../../../shared/time/calendar.ts'
import type { Day, Month } from '../../../shared/time/day.ts'
import { formWords } from '../../../shared/words/checks.ts'
import { modeWords, settingsWords } from '../../../shared/words/settings.ts'
import { Radios } from '../../ui/choice.tsx'
import { Select } from '../../ui/select.tsx'
import { FormDialog } from './form-dialog.tsx'
import { MonthField } from './month-field.tsx'
import { revisionAfter, useSave } from './use-save.ts'

const words = settingsWords.parties

/** Records ↔ tally from a month on. */
export function SwitchDialog(props: {
  readonly form: PartyForm
  readonly today: Day
  readonly onClose: () => void
}) {
  const { form } = props
  const { save, isBusy, error } = useSave()
  const [from, setFrom] = useState<Month | null>(monthOf(props.today))
  const [good, setGood] = useState(true)
  const other = form.mode === 'records' ? 'tally' : 'records'
  const submit = async () => {
    if (from === null) return
    const revision = revisionAfter(error, form.revision)
    const answer = await save('settings.switchMode', { id: form.id, revision, from })
    if (answer.ok) props.onClose()
  }
  return (
    <FormDialog
      title={words.switchOf(formWords[form.form], modeWords[other])}
      error={error}
      isBusy={isBusy}
      why={good && from !== null ? null : ''}
      onSave={() => void submit()}
      onClose={props.onClose}
    >
      <p>{words.switchBody(modeWords[other])}</p>
      <MonthField label={words.switchFrom} value={from} onChange={setFrom} onValidity={setGood} />
    </FormDialog>
  )
}

/** A form of a party: which, how, from which month until which. */
export function FormPeriodDialog(props: {
  readonly party: SettingsParty
  readonly form: PartyForm | null
  readonly today: Day
  readonly onClose: () => void
}) {
  const { party, form } = props
  const { save, isBusy, error } = useSave()
  const [code, setCode] = useState<FormCode>(form?.form ?? 'consultation')
  const [mode, setMode] = useState<PartyForm['mode']>(form?.mode ?? 'records')
  const [from, setFrom] = useState<Month | null>(form?.from ?? monthOf(props.today))
  const [to, setTo] = useState<Month | null>(form?.to ?? null)
  const [goodFrom, setGoodFrom] = useState(true)
  const [goodTo, setGoodTo] = useState(true)
  const submit = async () => {
    if (from === null) return
    const answer = await save('settings.saveForm', {
      id: form?.id ?? null,
      revision: revisionAfter(error, form?.revision ?? 0),
      party: party.code,
      form: code,
      mode,
      from,
      to,
    })
    if (answer.ok) props.onClose()
  }
  return (
    <FormDialog
      title={form === null ? words.addForm : words.editForm(formWords[form.form])}
      error={error}
      isBusy={isBusy}
      why={goodFrom && goodTo && from !== null ? null : ''}
      onSave={() => void submit()}
      onClose={props.onClose}
    >
      {form === null && (
        <>
          <Select
            label={words.form}
            choices={formCodes.map((one) => ({ value: one, label: formWords[one] }))}
            value={code}
            onChange={setCode}
            wideLabel
          />
          <Radios
            label={words.mode}
            value={mode}
            onChange={setMode}
            choices={[
              { value: 'records', label: modeWords.records },
              { value: 'tally', label: modeWords.tally },
            ]}
            wideLabel
          />
        </>
      )}
      <MonthField label={words.fromMonth} value={from} onChange={setFrom} onValidity={setGoodFrom} />
      <MonthField label={words.toMonth} value={to} onChange={setTo} onValidity={setGoodTo} mayBeEmpty />
    </FormDialog>
  )
}
