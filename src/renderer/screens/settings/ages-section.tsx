import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { SettingsBands } from '../../../shared/contract/schemas/code-settings.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { ageIn } from './age-in.ts'
import { FormDialog } from './form-dialog.tsx'
import { Section } from './section.tsx'
import { revisionAfter, useSave } from './use-save.ts'
import { HouseholdForm } from './values-section.tsx'

const words = settingsWords.ages

/** 年齢の区分: how ages are cut, each cutting with its own version; and the ages of 8050. */
export function AgesSection(props: {
  readonly ageBands: readonly SettingsBands[]
  readonly isReadOnly: boolean
}) {
  const [edited, setEdited] = useState<string | null>(null)
  const bands = props.ageBands.find(({ id }) => id === edited)
  return (
    <Section title={settingsWords.sections.ages} lead={words.lead}>
      <div className="set-cards">
        {props.ageBands.map((one) => (
          <section key={one.id} aria-label={one.label}>
            <div className="sec-h plain">
              <h3>{one.label}</h3>
              <span className="sub">{settingsWords.codes.version(one.version)}</span>
              <div className="set-bar">
                <Button
                  isDisabled={props.isReadOnly}
                  aria-label={words.editTitle(one.label)}
                  onPress={() => setEdited(one.id)}
                >
                  {settingsWords.edit}
                </Button>
              </div>
            </div>
            <table className="t">
              <thead>
                <tr>
                  <th scope="col">{words.band}</th>
                  <th scope="col" className="r">
                    {words.low}
                  </th>
                  <th scope="col" className="r">
                    {words.high}
                  </th>
                </tr>
              </thead>
              <tbody>
                {one.bands.map((band) => (
                  <tr key={band.code}>
                    <th scope="row">{band.label}</th>
                    <td className="r">{band.low ?? words.lowOpen}</td>
                    <td className="r">{band.high ?? words.highOpen}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
        <div>
          <HouseholdForm isReadOnly={props.isReadOnly} />
          <p className="sub">{words.basis}</p>
        </div>
      </div>
      {bands && <BandsDialog key={bands.id} bands={bands} onClose={() => setEdited(null)} />}
    </Section>
  )
}

interface Line {
  readonly label: string
  readonly low: string
  readonly high: string
}

function BandsDialog({ bands, onClose }: { readonly bands: SettingsBands; readonly onClose: () => void }) {
  const { save, isBusy, error } = useSave()
  const [lines, setLines] = useState<readonly Line[]>(() =>
    bands.bands.map(({ label, low, high }) => ({ label, low: String(low ?? ''), high: String(high ?? '') })),
  )
  const change = (index: number, part: Partial<Line>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  const good = lines.every(({ low, high }) => ageIn(low) !== undefined && ageIn(high) !== undefined)
  const submit = async () => {
    const answer = await save('settings.saveBands', {
      id: bands.id,
      revision: revisionAfter(error, bands.revision),
      bands: lines.map(({ label, low, high }) => ({
        label,
        low: ageIn(low) ?? null,
        high: ageIn(high) ?? null,
      })),
    })
    if (answer.ok) onClose()
  }
  return (
    <FormDialog
      title={words.editTitle(bands.label)}
      error={error}
      isBusy={isBusy}
      why={good ? null : words.notANumber}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <p className="sub">{words.lead}</p>
      <table className="t set-edit">
        <thead>
          <tr>
            <th scope="col">{words.band}</th>
            <th scope="col">{words.low}</th>
            <th scope="col">{words.high}</th>
            <th>
              <span className="vh">{settingsWords.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity of a line in the form
            <tr key={index}>
              <td>
                <Cell
                  label={words.nameOf(index + 1)}
                  value={line.label}
                  onChange={(label) => change(index, { label })}
                />
              </td>
              <td>
                <Cell
                  label={words.lowOf(line.label)}
                  value={line.low}
                  placeholder={words.lowOpen}
                  bad={ageIn(line.low) === undefined}
                  onChange={(low) => change(index, { low })}
                />
              </td>
              <td>
                <Cell
                  label={words.highOf(line.label)}
                  value={line.high}
                  placeholder={words.highOpen}
                  bad={ageIn(line.high) === undefined}
                  onChange={(high) => change(index, { high })}
                />
              </td>
              <td>
                <Button
                  look="quiet"
                  icon={X}
                  aria-label={words.removeBand(line.label)}
                  isDisabled={lines.length < 2}
                  onPress={() => setLines(lines.filter((_, at) => at !== index))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button icon={Plus} onPress={() => setLines([...lines, { label: '', low: '', high: '' }])}>
        {words.addBand}
      </Button>
    </FormDialog>
  )
}

function Cell(props: {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly bad?: boolean
  readonly onChange: (value: string) => void
}) {
  return (
    <input
      className="in"
      aria-label={props.label}
      aria-invalid={props.bad || undefined}
      data-invalid={props.bad ? '' : undefined}
      value={props.value}
      placeholder={props.placeholder}
      onChange={(event) => props.onChange(event.target.value)}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
