import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { SettingsStaff } from '../../../shared/contract/schemas/organisation.ts'
import type { Day } from '../../../shared/time/day.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Empty } from '../../ui/patterns.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { RowChanges } from './changes.tsx'
import { FormDialog } from './form-dialog.tsx'
import { PickTable } from './pick-table.tsx'
import { RemoveDialog, RetireDialog } from './removal.tsx'
import { Section } from './section.tsx'
import { revisionAfter, useSave } from './use-save.ts'
import { useValidity } from './use-validity.ts'

const words = settingsWords.staff

/** 担当者: who is offered as 「誰が」, in this order. */
export function StaffSection(props: {
  readonly staff: readonly SettingsStaff[]
  readonly today: Day
  readonly isReadOnly: boolean
}) {
  const { staff, today, isReadOnly } = props
  const [chosen, choose] = useState<string | null>(null)
  const [left, showLeft] = useState(false)
  const [adding, setAdding] = useState(false)
  const isGone = ({ validTo }: SettingsStaff) => validTo !== null && validTo < today
  const rows = staff.filter((row) => left || !isGone(row) || row.id === chosen)
  const member = staff.find(({ id }) => id === chosen) ?? null
  return (
    <Section
      title={settingsWords.sections.staff}
      lead={words.lead}
      add={{ isDisabled: isReadOnly, press: () => setAdding(true) }}
      retired={{ shown: left, show: showLeft }}
      panel={
        member && (
          <StaffPanel
            key={member.id}
            member={member}
            staff={staff}
            isReadOnly={isReadOnly}
            onClose={() => choose(null)}
          />
        )
      }
    >
      {rows.length === 0 ? (
        <Empty title={settingsWords.empty.title}>{settingsWords.empty.body}</Empty>
      ) : (
        <PickTable
          label={settingsWords.sections.staff}
          rows={rows}
          idOf={({ id }) => id}
          nameLabel={words.name}
          name={({ name }) => name}
          chosen={chosen}
          onChoose={choose}
          isFaded={isGone}
          columns={[
            { label: words.period, cell: ({ validFrom, validTo }) => periodOf(validFrom, validTo) },
            { label: words.records, look: 'right', cell: ({ uses }) => settingsWords.usesCount(uses) },
          ]}
        />
      )}
      {adding && <StaffDialog member={null} onSaved={choose} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function periodOf(from: Day | null, to: Day | null): string {
  const parts = [
    ...(from === null ? [] : [settingsWords.names.since(from)]),
    ...(to === null ? [] : [settingsWords.names.until(to)]),
  ]
  return parts.length === 0 ? words.now : parts.join('')
}

function StaffPanel(props: {
  readonly member: SettingsStaff
  readonly staff: readonly SettingsStaff[]
  readonly isReadOnly: boolean
  readonly onClose: () => void
}) {
  const { member, staff, isReadOnly } = props
  const [asks, ask] = useState<'edit' | 'retire' | 'remove' | null>(null)
  const { save, isBusy, error } = useSave()
  const index = staff.findIndex(({ id }) => id === member.id)
  const move = async (step: -1 | 1) => {
    const ids = staff.map(({ id }) => id)
    ids.splice(index, 1)
    ids.splice(index + step, 0, member.id)
    await save('settings.orderStaff', { ids })
  }
  const cannot = isReadOnly || isBusy
  const { id, revision } = member
  return (
    <SidePanel title={member.name} onClose={props.onClose} closeWords={settingsWords.close}>
      <section>
        <dl className="kv">
          <dt>{words.period}</dt>
          <dd>{periodOf(member.validFrom, member.validTo)}</dd>
          <dt>{words.records}</dt>
          <dd>{settingsWords.usesCount(member.uses)}</dd>
        </dl>
        {error && <ErrorNotice error={error} />}
        <div className="set-acts">
          <Button isDisabled={cannot} onPress={() => ask('edit')}>
            {settingsWords.edit}
          </Button>
          <Button icon={ArrowUp} isDisabled={cannot || index <= 0} onPress={() => void move(-1)}>
            {settingsWords.up}
          </Button>
          <Button
            icon={ArrowDown}
            isDisabled={cannot || index >= staff.length - 1}
            onPress={() => void move(1)}
          >
            {settingsWords.down}
          </Button>
          {member.validTo === null ? (
            <Button isDisabled={cannot} onPress={() => ask('retire')}>
              {words.retire}
            </Button>
          ) : (
            <Button
              isDisabled={cannot}
              onPress={() => void save('settings.retire', { table: 'staff', id, revision, on: null })}
            >
              {settingsWords.restore}
            </Button>
          )}
          {member.uses === 0 && (
            <Button look="danger" isDisabled={cannot} onPress={() => ask('remove')}>
              {settingsWords.remove}
            </Button>
          )}
        </div>
      </section>
      <RowChanges table="staff" id={member.id} />
      {asks === 'edit' && <StaffDialog member={member} onSaved={() => {}} onClose={() => ask(null)} />}
      {asks === 'retire' && (
        <RetireDialog
          table="staff"
          row={member}
          title={words.retire}
          confirm={settingsWords.save}
          body={words.retireBody(member.name)}
          onClose={() => ask(null)}
        />
      )}
      {asks === 'remove' && (
        <RemoveDialog
          table="staff"
          row={member}
          name={member.name}
          onDone={props.onClose}
          onClose={() => ask(null)}
        />
      )}
    </SidePanel>
  )
}

function StaffDialog(props: {
  readonly member: SettingsStaff | null
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}) {
  const { member } = props
  const { save, isBusy, error } = useSave()
  const [name, setName] = useState(member?.name ?? '')
  const [validFrom, setValidFrom] = useState(member?.validFrom ?? null)
  const validity = useValidity()
  const submit = async () => {
    const answer = await save('settings.saveStaff', {
      id: member?.id ?? null,
      revision: revisionAfter(error, member?.revision ?? 0),
      name,
      validFrom,
    })
    if (!answer.ok) return
    props.onSaved(answer.value.id)
    props.onClose()
  }
  return (
    <FormDialog
      title={member === null ? words.addTitle : words.editTitle(member.name)}
      width="narrow"
      error={error}
      isBusy={isBusy}
      why={name.trim() === '' || !validity.isGood ? '' : null}
      onSave={() => void submit()}
      onClose={props.onClose}
    >
      <TextField label={words.name} value={name} onChange={setName} isRequired wideLabel />
      <DayField
        label={words.from}
        value={validFrom}
        onChange={setValidFrom}
        onValidity={validity.of('from')}
        mayBeEmpty
        wideLabel
      />
    </FormDialog>
  )
}
