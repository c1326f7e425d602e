import { useState } from 'react'
import type { SettingsProgramme } from '../../../shared/contract/schemas/organisation.ts'
import { nearestNameOn } from '../../../shared/organisation/name-periods.ts'
import type { Day } from '../../../shared/time/day.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/patterns.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { RowChanges } from './changes.tsx'
import { NamesList } from './names-list.tsx'
import type { Organisation } from './parties-section.tsx'
import { PickTable } from './pick-table.tsx'
import { ProgrammeDialog } from './programme-dialog.tsx'
import { RemoveDialog, RetireDialog } from './removal.tsx'
import { Section } from './section.tsx'
import { useSave } from './use-save.ts'

const words = settingsWords.programmes

/** 事業: names, lineage, whom they were for, and how 新規 is counted. */
export function ProgrammesSection(props: {
  readonly organisation: Organisation
  readonly today: Day
  readonly isReadOnly: boolean
}) {
  const { organisation, today, isReadOnly } = props
  const [chosen, choose] = useState<string | null>(null)
  const [retired, showRetired] = useState(false)
  const [adding, setAdding] = useState(false)
  const rows = organisation.programmes.filter((row) => retired || row.retiredOn === null || row.id === chosen)
  const programme = organisation.programmes.find(({ id }) => id === chosen) ?? null
  const nameOf = (code: string | null) => {
    const row = organisation.programmes.find((one) => one.code === code)
    return row === undefined ? '' : nearestNameOn(row.names, today)
  }
  const partiesOf = (code: string) => organisation.parties.filter((party) => party.programme === code).length
  return (
    <Section
      title={settingsWords.sections.programmes}
      add={{ isDisabled: isReadOnly, press: () => setAdding(true) }}
      retired={{ shown: retired, show: showRetired }}
      panel={
        programme && (
          <ProgrammePanel
            key={programme.id}
            programme={programme}
            organisation={organisation}
            before={nameOf(programme.predecessor)}
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
          label={settingsWords.sections.programmes}
          rows={rows}
          idOf={({ id }) => id}
          nameLabel={words.programme}
          name={({ names }) => nearestNameOn(names, today)}
          chosen={chosen}
          onChoose={choose}
          isFaded={({ retiredOn }) => retiredOn !== null}
          columns={[
            { label: words.predecessor, cell: ({ predecessor }) => nameOf(predecessor) },
            { label: words.newRule, cell: ({ newRule }) => words.newRules[newRule] },
            { label: words.parties, look: 'right', cell: ({ code }) => partiesOf(code) },
          ]}
        />
      )}
      {adding && (
        <ProgrammeDialog
          programme={null}
          organisation={organisation}
          today={today}
          onSaved={choose}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}

function ProgrammePanel(props: {
  readonly programme: SettingsProgramme
  readonly organisation: Organisation
  readonly before: string
  readonly today: Day
  readonly isReadOnly: boolean
  readonly onClose: () => void
}) {
  const { programme, today, isReadOnly } = props
  const [asks, ask] = useState<'edit' | 'retire' | 'remove' | null>(null)
  const { save } = useSave()
  const name = nearestNameOn(programme.names, today)
  const close = () => ask(null)
  const { id, revision } = programme
  return (
    <SidePanel title={name} onClose={props.onClose} closeWords={settingsWords.close}>
      <section>
        <dl className="kv">
          <dt>{words.newRule}</dt>
          <dd>
            {words.newRules[programme.newRule]}
            <div className="sub">{words.newRuleEffects[programme.newRule]}</div>
          </dd>
          {props.before !== '' && (
            <>
              <dt>{words.predecessor}</dt>
              <dd>{props.before}</dd>
            </>
          )}
          {programme.retiredOn !== null && (
            <>
              <dt>{settingsWords.state}</dt>
              <dd>{settingsWords.stateUntil(programme.retiredOn)}</dd>
            </>
          )}
        </dl>
        <div className="set-acts">
          <Button isDisabled={isReadOnly} onPress={() => ask('edit')}>
            {settingsWords.edit}
          </Button>
          {programme.retiredOn === null ? (
            <Button isDisabled={isReadOnly} onPress={() => ask('retire')}>
              {settingsWords.retire}
            </Button>
          ) : (
            <Button
              isDisabled={isReadOnly}
              onPress={() => void save('settings.retire', { table: 'programme', id, revision, on: null })}
            >
              {settingsWords.restore}
            </Button>
          )}
          {programme.uses === 0 && (
            <Button look="danger" isDisabled={isReadOnly} onPress={() => ask('remove')}>
              {settingsWords.remove}
            </Button>
          )}
        </div>
      </section>
      {programme.scopes.length > 0 && (
        <section>
          <h3>{words.scopes}</h3>
          <ul className="set-names-list">
            {programme.scopes.toReversed().map((scope) => (
              <li key={scope.from}>
                <b>{scope.target || settingsWords.none}</b>
                <span className="sub">{settingsWords.parties.period(scope.from, scope.to)}</span>
                {scope.basis !== '' && <span className="sub">{scope.basis}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <NamesList names={programme.names} />
      <RowChanges table="programme" id={programme.id} />
      {asks === 'edit' && (
        <ProgrammeDialog
          programme={programme}
          organisation={props.organisation}
          today={today}
          onSaved={() => {}}
          onClose={close}
        />
      )}
      {asks === 'retire' && (
        <RetireDialog
          table="programme"
          row={programme}
          body={settingsWords.retireDialog.body(name)}
          onClose={close}
        />
      )}
      {asks === 'remove' && (
        <RemoveDialog table="programme" row={programme} name={name} onDone={props.onClose} onClose={close} />
      )}
    </SidePanel>
  )
}
