import { useState } from 'react'
import type { RequestInput } from '../../../shared/contract/contract.ts'
import type { Day } from '../../../shared/time/day.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { settingsWords as words } from '../../../shared/words/settings.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormDialog } from './form-dialog.tsx'
import { revisionAfter, useSave } from './use-save.ts'

/** Asks before something is deleted that nothing refers to. */
export function RemoveDialog(props: {
  readonly table: RequestInput<'settings.remove'>['table']
  readonly row: { readonly id: string; readonly revision: number }
  readonly name: string
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { save, isBusy, error } = useSave()
  const remove = async () => {
    const { id, revision } = props.row
    const answer = await save('settings.remove', {
      table: props.table,
      id,
      revision: revisionAfter(error, revision),
    })
    if (answer.ok) props.onDone()
  }
  return (
    <FormDialog
      title={words.removeDialog.title}
      width="narrow"
      look="danger"
      confirm={words.remove}
      error={error}
      isBusy={isBusy}
      onSave={() => void remove()}
      onClose={props.onClose}
    >
      <p>{words.removeDialog.body(props.name)}</p>
    </FormDialog>
  )
}

/** The last day on which something is offered; retirement instead of deletion. */
export function RetireDialog(props: {
  readonly table: RequestInput<'settings.retire'>['table']
  readonly row: { readonly id: string; readonly revision: number }
  readonly title?: string
  readonly body: string
  readonly confirm?: string
  readonly onClose: () => void
}) {
  const { save, isBusy, error } = useSave()
  const [on, setOn] = useState<Day | null>(() => dayInJapan(new Date()))
  const [good, setGood] = useState(true)
  const retire = async () => {
    const { id, revision } = props.row
    const input = { table: props.table, id, revision: revisionAfter(error, revision), on }
    const answer = await save('settings.retire', input)
    if (answer.ok) props.onClose()
  }
  return (
    <FormDialog
      title={props.title ?? words.retireDialog.title}
      width="narrow"
      confirm={props.confirm ?? words.retire}
      error={error}
      isBusy={isBusy}
      why={good && on !== null ? null : ''}
      onSave={() => void retire()}
      onClose={props.onClose}
    >
      <p>{props.body}</p>
      <DayField label={words.retireDialog.on} value={on} onChange={setOn} onValidity={setGood} wideLabel />
    </FormDialog>
  )
}
