import { useState } from 'react'
import type { PartyForm, SettingsParty } from '../../../shared/contract/schemas/organisation.ts'
import { nearestNameOn } from '../../../shared/organisation/name-periods.ts'
import type { Day } from '../../../shared/time/day.ts'
import { formWords } from '../../../shared/words/checks.ts'
import { modeWords, settingsWords } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { RowChanges } from './changes.tsx'
import { NamesList } from './names-list.tsx'
import type { Organisation } from './parties-section.tsx'
import { PartyDialog } from './party-dialog.tsx'
import { FormPeriodDialog, SwitchDialog } from './party-form-dialogs.tsx'
import { RemoveDialog } from './removal.tsx'
import { SuccessorDialog } from './successor-dialog.tsx'

const words = settingsWords.parties

type Asks =
  | { readonly kind: 'edit' | 'succeed' | 'remove' | 'addForm' }
  | { readonly kind: 'switch' | 'form' | 'removeForm'; readonly form: PartyForm }

/** The chosen 報告元: contract, names, forms, and what may be done with it. */
export function PartyPanel(props: {
  readonly party: SettingsParty
  readonly organisation: Organisation
  readonly today: Day
  readonly isReadOnly: boolean
  readonly onClose: () => void
}) {
  const { party, organisation, today, isReadOnly } = props
  const [asks, ask] = useState<Asks | null>(null)
  const close = () => ask(null)
  const name = nearestNameOn(party.names, today)
  const before = organisation.parties.find(({ code }) => code === party.predecessor)
  return (
    <SidePanel title={name} onClose={props.onClose} closeWords={settingsWords.close}>
      <section>
        <dl className="kv">
          <dt>{words.corporationShort}</dt>
          <dd>{party.corporation}</dd>
          <dt>{words.contract}</dt>
          <dd>{words.period(party.contractFrom, party.contractTo)}</dd>
          {before && (
            <>
              <dt>{words.predecessor}</dt>
              <dd>
                {nearestNameOn(before.names, today)}
                <div className="sub">{before.corporation}</div>
              </dd>
            </>
          )}
          <dt>{settingsWords.uses}</dt>
          <dd>{settingsWords.usesCount(party.uses)}</dd>
        </dl>
        <p className="sub">{party.uses === 0 ? settingsWords.usesNone : words.closeContract}</p>
        <div className="set-acts">
          <Button isDisabled={isReadOnly} onPress={() => ask({ kind: 'edit' })}>
            {settingsWords.edit}
          </Button>
          <Button isDisabled={isReadOnly} onPress={() => ask({ kind: 'succeed' })}>
            {words.succeed}
          </Button>
          {party.uses === 0 && (
            <Button look="danger" isDisabled={isReadOnly} onPress={() => ask({ kind: 'remove' })}>
              {settingsWords.remove}
            </Button>
          )}
        </div>
      </section>
      <section>
        <h3>{words.forms}</h3>
        {party.forms.length === 0 && <p className="sub">{words.noForms}</p>}
        <ul className="set-forms">
          {party.forms.map((form) => (
            <li key={form.id}>
              <div>
                <b>{formWords[form.form]}</b>　{modeWords[form.mode]}
                <div className="sub">{words.formPeriod(form.from, form.to)}</div>
              </div>
              <MenuButton
                label={settingsWords.edit}
                look="quiet"
                isDisabled={isReadOnly}
                entries={[
                  { id: 'switch', label: words.switchMode },
                  { id: 'form', label: words.editForm(formWords[form.form]) },
                  { id: 'removeForm', label: words.removeForm(formWords[form.form]) },
                ]}
                onAction={(kind) => {
                  if (kind === 'switch' || kind === 'form' || kind === 'removeForm') ask({ kind, form })
                }}
              />
            </li>
          ))}
        </ul>
        <div className="set-acts">
          <Button isDisabled={isReadOnly} onPress={() => ask({ kind: 'addForm' })}>
            {words.addForm}
          </Button>
        </div>
      </section>
      <NamesList names={party.names} />
      <RowChanges table="party" id={party.id} />
      {asks?.kind === 'edit' && (
        <PartyDialog
          party={party}
          organisation={organisation}
          today={today}
          onSaved={() => {}}
          onClose={close}
        />
      )}
      {asks?.kind === 'succeed' && <SuccessorDialog party={party} name={name} onClose={close} />}
      {asks?.kind === 'remove' && (
        <RemoveDialog table="party" row={party} name={name} onDone={props.onClose} onClose={close} />
      )}
      {asks?.kind === 'switch' && <SwitchDialog form={asks.form} today={today} onClose={close} />}
      {(asks?.kind === 'form' || asks?.kind === 'addForm') && (
        <FormPeriodDialog
          party={party}
          form={asks.kind === 'form' ? asks.form : null}
          today={today}
          onClose={close}
        />
      )}
      {asks?.kind === 'removeForm' && (
        <RemoveDialog
          table="party_form"
          row={asks.form}
          name={`${name}　${formWords[asks.form.form]}`}
          onDone={close}
          onClose={close}
        />
      )}
    </SidePanel>
  )
}
