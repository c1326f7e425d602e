import { useState } from 'react'
import type { SettingsPlace } from '../../../shared/contract/schemas/organisation.ts'
import { nearestNameOn } from '../../../shared/organisation/name-periods.ts'
import type { Day } from '../../../shared/time/day.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/patterns.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { RowChanges } from './changes.tsx'
import { FormDialog } from './form-dialog.tsx'
import { linesOf, NamesField, namesOf, namesProblem } from './names-field.tsx'
import { NamesList } from './names-list.tsx'
import { PickTable } from './pick-table.tsx'
import { RemoveDialog, RetireDialog } from './removal.tsx'
import { Section } from './section.tsx'
import { revisionAfter, useSave } from './use-save.ts'
import { useValidity } from './use-validity.ts'

const words = settingsWords.places
type Kind = 'venue' | 'department'

/** 会場 or 課名: names with dates, retired instead of deleted. */
export function PlacesSection(props: {
  readonly kind: Kind
  readonly places: readonly SettingsPlace[]
  readonly today: Day
  readonly isReadOnly: boolean
}) {
  const { kind, places, today, isReadOnly } = props
  const [chosen, choose] = useState<string | null>(null)
  const [retired, showRetired] = useState(false)
  const [adding, setAdding] = useState(false)
  const rows = places.filter((row) => retired || row.retiredOn === null || row.id === chosen)
  const place = places.find(({ id }) => id === chosen) ?? null
  const title = kind === 'venue' ? settingsWords.sections.venues : settingsWords.sections.departments
  return (
    <Section
      title={title}
      lead={kind === 'venue' ? words.venueLead : words.departmentLead}
      add={{ isDisabled: isReadOnly, press: () => setAdding(true) }}
      retired={{ shown: retired, show: showRetired }}
      panel={
        place && (
          <PlacePanel
            key={place.id}
            kind={kind}
            place={place}
            today={today}
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
          label={title}
          rows={rows}
          idOf={({ id }) => id}
          nameLabel={words[kind]}
          name={({ names }) => nearestNameOn(names, today)}
          chosen={chosen}
          onChoose={choose}
          isFaded={({ retiredOn }) => retiredOn !== null}
          columns={[
            ...(kind === 'venue'
              ? [
                  { label: settingsWords.kana, cell: ({ kana }: SettingsPlace) => kana },
                  {
                    label: settingsWords.uses,
                    look: 'right' as const,
                    cell: ({ uses }: SettingsPlace) => settingsWords.usesCount(uses),
                  },
                ]
              : []),
            {
              label: settingsWords.state,
              look: 'nowrap',
              cell: ({ retiredOn }) =>
                retiredOn === null ? settingsWords.stateNow : settingsWords.stateUntil(retiredOn),
            },
          ]}
        />
      )}
      {adding && (
        <PlaceDialog
          kind={kind}
          place={null}
          today={today}
          onSaved={choose}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}

function PlacePanel(props: {
  readonly kind: Kind
  readonly place: SettingsPlace
  readonly today: Day
  readonly isReadOnly: boolean
  readonly onClose: () => void
}) {
  const { kind, place, isReadOnly } = props
  const [asks, ask] = useState<'edit' | 'retire' | 'remove' | null>(null)
  const { save } = useSave()
  const name = nearestNameOn(place.names, props.today)
  const close = () => ask(null)
  const { id, revision } = place
  return (
    <SidePanel title={name} onClose={props.onClose} closeWords={settingsWords.close}>
      <section>
        <dl className="kv">
          <dt>{settingsWords.state}</dt>
          <dd>
            {place.retiredOn === null ? settingsWords.stateNow : settingsWords.stateUntil(place.retiredOn)}
          </dd>
          {kind === 'venue' && (
            <>
              <dt>{settingsWords.uses}</dt>
              <dd>{settingsWords.usesCount(place.uses)}</dd>
            </>
          )}
        </dl>
        <div className="set-acts">
          <Button isDisabled={isReadOnly} onPress={() => ask('edit')}>
            {settingsWords.edit}
          </Button>
          {place.retiredOn === null ? (
            <Button isDisabled={isReadOnly} onPress={() => ask('retire')}>
              {settingsWords.retire}
            </Button>
          ) : (
            <Button
              isDisabled={isReadOnly}
              onPress={() => void save('settings.retire', { table: kind, id, revision, on: null })}
            >
              {settingsWords.restore}
            </Button>
          )}
          {place.uses === 0 && (
            <Button look="danger" isDisabled={isReadOnly} onPress={() => ask('remove')}>
              {settingsWords.remove}
            </Button>
          )}
        </div>
      </section>
      <NamesList names={place.names} />
      <RowChanges table={kind} id={place.id} />
      {asks === 'edit' && (
        <PlaceDialog kind={kind} place={place} today={props.today} onSaved={() => {}} onClose={close} />
      )}
      {asks === 'retire' && (
        <RetireDialog table={kind} row={place} body={settingsWords.retireDialog.body(name)} onClose={close} />
      )}
      {asks === 'remove' && (
        <RemoveDialog table={kind} row={place} name={name} onDone={props.onClose} onClose={close} />
      )}
    </SidePanel>
  )
}

function PlaceDialog(props: {
  readonly kind: Kind
  readonly place: SettingsPlace | null
  readonly today: Day
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}) {
  const { kind, place } = props
  const { save, isBusy, error } = useSave()
  const [lines, setLines] = useState(() => linesOf(place?.names ?? []))
  const [kana, setKana] = useState(place?.kana ?? '')
  const validity = useValidity()
  const submit = async () => {
    const answer = await save('settings.savePlace', {
      id: place?.id ?? null,
      revision: revisionAfter(error, place?.revision ?? 0),
      kind,
      place: { names: namesOf(lines, place?.names ?? []), kana },
    })
    if (!answer.ok) return
    props.onSaved(answer.value.id)
    props.onClose()
  }
  return (
    <FormDialog
      title={
        place !== null
          ? words.editTitle(nearestNameOn(place.names, props.today))
          : kind === 'venue'
            ? words.addVenue
            : words.addDepartment
      }
      error={error}
      isBusy={isBusy}
      why={namesProblem(lines) ?? (validity.isGood ? null : '')}
      onSave={() => void submit()}
      onClose={props.onClose}
    >
      <NamesField lines={lines} onChange={setLines} validity={validity} />
      {kind === 'venue' && (
        <TextField
          label={settingsWords.kana}
          value={kana}
          onChange={setKana}
          hint={settingsWords.kanaHint}
          wideLabel
        />
      )}
    </FormDialog>
  )
}
