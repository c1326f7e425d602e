import { useState } from 'react'
import type { SettingsParty } from '../../../shared/contract/schemas/organisation.ts'
import { formCodes } from '../../../shared/organisation/forms.ts'
import { nearestNameOn } from '../../../shared/organisation/name-periods.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import type { Day } from '../../../shared/time/day.ts'
import { formWords } from '../../../shared/words/checks.ts'
import { modeWords, settingsWords } from '../../../shared/words/settings.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FormDialog } from './form-dialog.tsx'
import { linesOf, NamesField, namesOf, namesProblem } from './names-field.tsx'
import type { Organisation } from './parties-section.tsx'
import { revisionAfter, useSave } from './use-save.ts'
import { useValidity } from './use-validity.ts'

const words = settingsWords.parties
type Mode = 'none' | 'records' | 'tally'

/** A new 報告元, or the names and the contract of one that is there. */
export function PartyDialog(props: {
  readonly party: SettingsParty | null
  readonly organisation: Organisation
  readonly today: Day
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}) {
  const { party, organisation, today } = props
  const { save, isBusy, error } = useSave()
  const [lines, setLines] = useState(() => linesOf(party?.names ?? []))
  const [kana, setKana] = useState(party?.kana ?? '')
  const [corporation, setCorporation] = useState(party?.corporation ?? '')
  const [programme, setProgramme] = useState(party?.programme ?? organisation.programmes.at(-1)?.code ?? '')
  const [contractFrom, setFrom] = useState<Day | null>(party?.contractFrom ?? null)
  const [contractTo, setTo] = useState<Day | null>(party?.contractTo ?? null)
  const [modes, setModes] = useState<Readonly<Partial<Record<FormCode, Mode>>>>({ consultation: 'records' })
  const validity = useValidity()
  const why =
    namesProblem(lines) ??
    (contractFrom === null || corporation.trim() === '' || !validity.isGood ? '' : null)
  const submit = async () => {
    if (contractFrom === null) return
    const answer = await save('settings.saveParty', {
      id: party?.id ?? null,
      revision: revisionAfter(error, party?.revision ?? 0),
      party: {
        names: namesOf(lines, party?.names ?? []),
        kana,
        corporation,
        programme,
        contractFrom,
        contractTo,
      },
      forms:
        party === null
          ? formCodes.flatMap((form) => {
              const mode = modes[form] ?? 'none'
              return mode === 'none' ? [] : [{ form, mode }]
            })
          : [],
    })
    if (!answer.ok) return
    props.onSaved(answer.value.id)
    props.onClose()
  }
  return (
    <FormDialog
      title={party === null ? words.addTitle : words.editTitle(nearestNameOn(party.names, today))}
      error={error}
      isBusy={isBusy}
      why={why}
      onSave={() => void submit()}
      onClose={props.onClose}
    >
      <NamesField lines={lines} onChange={setLines} validity={validity} />
      <TextField label={settingsWords.kana} value={kana} onChange={setKana} wideLabel />
      <TextField
        label={words.corporation}
        value={corporation}
        onChange={setCorporation}
        isRequired
        wideLabel
      />
      <Select
        label={words.programme}
        choices={organisation.programmes
          .filter((one) => one.retiredOn === null || one.code === party?.programme)
          .map((one) => ({ value: one.code, label: nearestNameOn(one.names, today) }))}
        value={programme}
        onChange={setProgramme}
        wideLabel
      />
      <DayField
        label={words.contractFrom}
        value={contractFrom}
        onChange={setFrom}
        onValidity={validity.of('contractFrom')}
        wideLabel
      />
      <DayField
        label={words.contractTo}
        value={contractTo}
        onChange={setTo}
        onValidity={validity.of('contractTo')}
        mayBeEmpty
        wideLabel
      />
      <div className="set-indent">
        <span className="hint">{words.contractToHint}</span>
      </div>
      {party === null && (
        <fieldset className="set-names">
          <legend>{words.firstForms}</legend>
          {formCodes.map((form) => (
            <Select
              key={form}
              label={formWords[form]}
              choices={[
                { value: 'none' as const, label: words.notAsked },
                { value: 'records' as const, label: modeWords.records },
                { value: 'tally' as const, label: modeWords.tally },
              ]}
              value={modes[form] ?? 'none'}
              onChange={(mode) => setModes({ ...modes, [form]: mode })}
              wideLabel
            />
          ))}
        </fieldset>
      )}
    </FormDialog>
  )
}
