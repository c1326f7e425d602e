import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { ProgrammeEdit, SettingsProgramme } from '../../../shared/contract/schemas/organisation.ts'
import { nearestNameOn } from '../../../shared/organisation/name-periods.ts'
import type { Day } from '../../../shared/time/day.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choice.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ageIn } from './age-in.ts'
import { FormDialog } from './form-dialog.tsx'
import { linesOf, NamesField, namesOf, namesProblem } from './names-field.tsx'
import type { Organisation } from './parties-section.tsx'
import { revisionAfter, useSave } from './use-save.ts'
import { useValidity } from './use-validity.ts'

const words = settingsWords.programmes
type Rule = ProgrammeEdit['newRule']
const rules: readonly Rule[] = ['firstEver', 'firstOrReopened', 'notInPreviousYear']
const none = ''

/** A scope as the form holds it: ages as typed, days that may still be missing. */
interface ScopeLine {
  readonly key: string
  readonly from: Day | null
  readonly to: Day | null
  readonly basis: string
  readonly target: string
  readonly low: string
  readonly high: string
}

/** A new 事業, or everything that may be changed of one: the rule of 新規 says what it would change. */
export function ProgrammeDialog(props: {
  readonly programme: SettingsProgramme | null
  readonly organisation: Organisation
  readonly today: Day
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}) {
  const { programme, organisation, today } = props
  const { save, isBusy, error } = useSave()
  const [lines, setLines] = useState(() => linesOf(programme?.names ?? []))
  const [predecessor, setPredecessor] = useState(programme?.predecessor ?? none)
  const [newRule, setNewRule] = useState<Rule>(programme?.newRule ?? 'firstEver')
  const [scopes, setScopes] = useState<readonly ScopeLine[]>(() =>
    (programme?.scopes ?? []).map(({ from, to, basis, target, ages }) => ({
      key: from,
      from,
      to,
      basis,
      target,
      low: String(ages.low ?? ''),
      high: String(ages.high ?? ''),
    })),
  )
  const validity = useValidity()
  const sound = scopes.flatMap((scope) => scopeIn(scope) ?? [])
  const why = namesProblem(lines) ?? (validity.isGood && sound.length === scopes.length ? null : '')
  const submit = async () => {
    const answer = await save('settings.saveProgramme', {
      id: programme?.id ?? null,
      revision: revisionAfter(error, programme?.revision ?? 0),
      programme: {
        names: namesOf(lines, programme?.names ?? []),
        predecessor: predecessor === none ? null : predecessor,
        newRule,
        scopes: sound,
      },
    })
    if (!answer.ok) return
    props.onSaved(answer.value.id)
    props.onClose()
  }
  const change = (index: number, part: Partial<ScopeLine>) =>
    setScopes(scopes.map((scope, at) => (at === index ? { ...scope, ...part } : scope)))
  return (
    <FormDialog
      title={programme === null ? words.addTitle : words.editTitle(nearestNameOn(programme.names, today))}
      error={error}
      isBusy={isBusy}
      why={why}
      width="broad"
      onSave={() => void submit()}
      onClose={props.onClose}
    >
      <NamesField lines={lines} onChange={setLines} validity={validity} />
      <Select
        label={words.predecessor}
        choices={[
          { value: none, label: settingsWords.none },
          ...organisation.programmes
            .filter(({ id }) => id !== programme?.id)
            .map(({ code, names }) => ({ value: code, label: nearestNameOn(names, today) })),
        ]}
        value={predecessor}
        onChange={setPredecessor}
        wideLabel
      />
      <Radios
        label={words.newRule}
        value={newRule}
        onChange={setNewRule}
        choices={rules.map((rule) => ({ value: rule, label: words.newRules[rule] }))}
        hint={words.newRuleEffects[newRule]}
        wideLabel
      />
      {programme !== null && newRule !== programme.newRule && (
        <Notice look="warn" title={words.newRules[newRule]}>
          <p>{words.newRuleChange}</p>
        </Notice>
      )}
      <fieldset className="set-names">
        <legend>{words.scopes}</legend>
        <p className="hint">{words.scopesHint}</p>
        {scopes.map((scope, index) => (
          <div className="set-line" key={scope.key}>
            <fieldset className="set-scope">
              <legend>{words.scopeOf(index + 1)}</legend>
              <DayField
                label={words.scopeFrom}
                value={scope.from}
                onChange={(from) => change(index, { from })}
                onValidity={validity.of(`from ${scope.key}`)}
                wideLabel
              />
              <DayField
                label={words.scopeTo}
                value={scope.to}
                onChange={(to) => change(index, { to })}
                onValidity={validity.of(`to ${scope.key}`)}
                mayBeEmpty
                wideLabel
              />
              <TextField
                label={words.target}
                value={scope.target}
                onChange={(target) => change(index, { target })}
                wideLabel
              />
              <TextField
                label={words.basis}
                value={scope.basis}
                onChange={(basis) => change(index, { basis })}
                wideLabel
              />
              {(['low', 'high'] as const).map((end) => (
                <TextField
                  key={end}
                  label={end === 'low' ? words.ageLow : words.ageHigh}
                  value={scope[end]}
                  onChange={(text) => change(index, { [end]: text })}
                  kind="number"
                  maxLength={6}
                  wideLabel
                  reading={
                    ageIn(scope[end]) === undefined
                      ? { ok: false, words: settingsWords.ages.notANumber }
                      : null
                  }
                />
              ))}
            </fieldset>
            <Button
              look="quiet"
              icon={X}
              aria-label={words.removeScope(index + 1)}
              onPress={() => {
                validity.of(`from ${scope.key}`)(true)
                validity.of(`to ${scope.key}`)(true)
                setScopes(scopes.filter((one) => one !== scope))
              }}
            />
          </div>
        ))}
        <div className="set-indent">
          <Button
            icon={Plus}
            onPress={() =>
              setScopes([
                ...scopes,
                { key: crypto.randomUUID(), from: null, to: null, basis: '', target: '', low: '', high: '' },
              ])
            }
          >
            {words.addScope}
          </Button>
        </div>
      </fieldset>
    </FormDialog>
  )
}

function scopeIn(line: ScopeLine): ProgrammeEdit['scopes'][number] | null {
  const low = ageIn(line.low)
  const high = ageIn(line.high)
  if (line.from === null || low === undefined || high === undefined) return null
  return { from: line.from, to: line.to, basis: line.basis, target: line.target, ages: { low, high } }
}
