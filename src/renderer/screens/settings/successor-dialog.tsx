import { useState } from 'react'
import type { SettingsParty } from '../../../shared/contract/schemas/organisation.ts'
import { addDays } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { DayField } from '../../ui/day-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FormDialog } from './form-dialog.tsx'
import { revisionAfter, useSave } from './use-save.ts'
import { useValidity } from './use-validity.ts'

const words = settingsWords.parties

/** 受託者交代: the old contract ends the day before, a new party begins. */
export function SuccessorDialog(props: {
  readonly party: SettingsParty
  readonly name: string
  readonly onClose: () => void
}) {
  const { party } = props
  const { save, isBusy, error } = useSave()
  const [from, setFrom] = useState<Day | null>(
    party.contractTo === null ? null : addDays(party.contractTo, 1),
  )
  const [until, setUntil] = useState<Day | null>(null)
  const [name, setName] = useState('')
  const [corporation, setCorporation] = useState('')
  const validity = useValidity()
  const submit = async () => {
    if (from === null) return
    const answer = await save('settings.succeedParty', {
      id: party.id,
      revision: revisionAfter(error, party.revision),
      from,
      until,
      name,
      corporation,
    })
    if (answer.ok) props.onClose()
  }
  return (
    <FormDialog
      title={words.succeedTitle(props.name)}
      error={error}
      isBusy={isBusy}
      why={validity.isGood && from !== null && name.trim() !== '' && corporation.trim() !== '' ? null : ''}
      onSave={() => void submit()}
      onClose={props.onClose}
    >
      <p>{words.succeedBody}</p>
      <DayField
        label={words.succeedFrom}
        value={from}
        onChange={setFrom}
        onValidity={validity.of('from')}
        wideLabel
      />
      <TextField label={words.succeedName} value={name} onChange={setName} isRequired wideLabel />
      <TextField
        label={words.corporation}
        value={corporation}
        onChange={setCorporation}
        isRequired
        wideLabel
      />
      <DayField
        label={words.succeedUntil}
        value={until}
        onChange={setUntil}
        onValidity={validity.of('until')}
        mayBeEmpty
        wideLabel
      />
    </FormDialog>
  )
}
