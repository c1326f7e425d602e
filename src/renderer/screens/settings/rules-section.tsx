import { useState } from 'react'
import type { SettingsRule } from '../../../shared/contract/schemas/organisation.ts'
import { nearestNameOn } from '../../../shared/organisation/name-periods.ts'
import { findStatistic, statistics } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { formatFiscalYear } from '../../../shared/time/format.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/choice.tsx'
import { Empty } from '../../ui/patterns.tsx'
import { Select } from '../../ui/select.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { RowChanges } from './changes.tsx'
import { FormDialog } from './form-dialog.tsx'
import type { Organisation } from './parties-section.tsx'
import { PickTable } from './pick-table.tsx'
import { RemoveDialog } from './removal.tsx'
import { Section } from './section.tsx'
import { revisionAfter, useSave } from './use-save.ts'

const words = settingsWords.rules

/** What a rule is about: a statistic, or every one of a family. */
export function ruleLabel(statistic: string): string {
  const definition = findStatistic(statistic)
  return definition?.label ?? words.family(words.families[statistic] ?? statistic)
}

const families = [...new Set(statistics.map(({ code }) => code.split('.')[0] ?? code))]
const choices = [
  ...families.map((family) => ({ value: family, label: ruleLabel(family) })),
  ...statistics.map(({ code, label, unit }) => ({ value: code, label, note: unit })),
]

/** 計上ルール: which parties make the city's total (domain §3). */
export function RulesSection(props: {
  readonly organisation: Organisation
  readonly today: Day
  readonly isReadOnly: boolean
}) {
  const { organisation, today, isReadOnly } = props
  const [chosen, choose] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const rule = organisation.rules.find(({ id }) => id === chosen) ?? null
  const names = (codes: readonly string[]) =>
    codes
      .map((code) => {
        const party = organisation.parties.find((one) => one.code === code)
        return party === undefined ? code : nearestNameOn(party.names, today)
      })
      .join('、')
  return (
    <Section
      title={settingsWords.sections.rules}
      lead={words.lead}
      add={{ isDisabled: isReadOnly || organisation.parties.length === 0, press: () => setAdding(true) }}
      panel={
        rule && (
          <RulePanel
            key={rule.id}
            rule={rule}
            names={names(rule.parties)}
            organisation={organisation}
            today={today}
            isReadOnly={isReadOnly}
            onClose={() => choose(null)}
          />
        )
      }
    >
      {organisation.rules.length === 0 ? (
        <Empty title={settingsWords.empty.title}>{words.lead}</Empty>
      ) : (
        <PickTable
          label={settingsWords.sections.rules}
          rows={organisation.rules}
          idOf={({ id }) => id}
          nameLabel={words.statistic}
          name={({ statistic }) => ruleLabel(statistic)}
          chosen={chosen}
          onChoose={choose}
          columns={[
            { label: words.years, cell: ({ from, to }) => words.yearsOf(from, to) },
            { label: words.parties, cell: ({ parties }) => names(parties) },
          ]}
        />
      )}
      {adding && (
        <RuleDialog
          rule={null}
          organisation={organisation}
          today={today}
          onSaved={choose}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}

function RulePanel(props: {
  readonly rule: SettingsRule
  readonly names: string
  readonly organisation: Organisation
  readonly today: Day
  readonly isReadOnly: boolean
  readonly onClose: () => void
}) {
  const { rule, isReadOnly } = props
  const [asks, ask] = useState<'edit' | 'remove' | null>(null)
  const label = ruleLabel(rule.statistic)
  return (
    <SidePanel title={label} onClose={props.onClose} closeWords={settingsWords.close}>
      <section>
        <dl className="kv">
          <dt>{words.years}</dt>
          <dd>{words.yearsOf(rule.from, rule.to)}</dd>
          <dt>{words.parties}</dt>
          <dd>{props.names}</dd>
          <dt>{words.reason}</dt>
          <dd>{rule.reason || settingsWords.none}</dd>
        </dl>
        <div className="set-acts">
          <Button isDisabled={isReadOnly} onPress={() => ask('edit')}>
            {settingsWords.edit}
          </Button>
          <Button look="danger" isDisabled={isReadOnly} onPress={() => ask('remove')}>
            {settingsWords.remove}
          </Button>
        </div>
      </section>
      <RowChanges table="counting_rule" id={rule.id} label={ruleLabel} />
      {asks === 'edit' && (
        <RuleDialog
          rule={rule}
          organisation={props.organisation}
          today={props.today}
          onSaved={() => {}}
          onClose={() => ask(null)}
        />
      )}
      {asks === 'remove' && (
        <RemoveDialog
          table="counting_rule"
          row={rule}
          name={label}
          onDone={props.onClose}
          onClose={() => ask(null)}
        />
      )}
    </SidePanel>
  )
}

function RuleDialog(props: {
  readonly rule: SettingsRule | null
  readonly organisation: Organisation
  readonly today: Day
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}) {
  const { rule, organisation, today } = props
  const { save, isBusy, error } = useSave()
  const year = fiscalYearOf(today)
  const [statistic, setStatistic] = useState(rule?.statistic ?? families[0] ?? '')
  const [from, setFrom] = useState(rule?.from ?? year)
  const [to, setTo] = useState(rule?.to ?? null)
  const [parties, setParties] = useState<readonly string[]>(rule?.parties ?? [])
  const [reason, setReason] = useState(rule?.reason ?? '')
  const years = Array.from({ length: 16 }, (_, index) => year - 12 + index).map((one) => ({
    value: String(one),
    label: formatFiscalYear(one),
  }))
  const submit = async () => {
    const answer = await save('settings.saveRule', {
      id: rule?.id ?? null,
      revision: revisionAfter(error, rule?.revision ?? 0),
      rule: { statistic, from, to, parties: [...parties], reason },
    })
    if (!answer.ok) return
    props.onSaved(answer.value.id)
    props.onClose()
  }
  return (
    <FormDialog
      title={rule === null ? words.addTitle : words.editTitle(ruleLabel(rule.statistic))}
      error={error}
      isBusy={isBusy}
      why={parties.length === 0 ? words.noneChosen : null}
      onSave={() => void submit()}
      onClose={props.onClose}
    >
      <Select label={words.statistic} choices={choices} value={statistic} onChange={setStatistic} wideLabel />
      <Select
        label={words.from}
        choices={years}
        value={String(from)}
        onChange={(value) => setFrom(Number(value))}
        wideLabel
      />
      <Select
        label={words.to}
        choices={[{ value: '', label: words.toOpen }, ...years]}
        value={to === null ? '' : String(to)}
        onChange={(value) => setTo(value === '' ? null : Number(value))}
        wideLabel
      />
      <fieldset className="set-names">
        <legend>{words.parties}</legend>
        <div className="set-checks">
          {organisation.parties.map((party) => (
            <CheckBox
              key={party.code}
              isSelected={parties.includes(party.code)}
              onChange={(on) =>
                setParties(on ? [...parties, party.code] : parties.filter((code) => code !== party.code))
              }
            >
              {nearestNameOn(party.names, today)}
              <span className="sub">
                {`　${settingsWords.parties.period(party.contractFrom, party.contractTo)}`}
              </span>
            </CheckBox>
          ))}
        </div>
      </fieldset>
      <TextField label={words.reason} value={reason} onChange={setReason} wideLabel />
    </FormDialog>
  )
}
