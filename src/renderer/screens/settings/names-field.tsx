import { Plus, X } from 'lucide-react'
import { joinedNames } from '../../../shared/organisation/name-periods.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { NamedPeriod } from '../../../shared/time/names.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Validity } from './use-validity.ts'

const words = settingsWords.names

/** A name as the form holds it: from a day on; the one before ends the day before. */
export interface NameLine {
  /** Its identity in the form: lines come and go. */
  readonly key: string
  readonly name: string
  readonly from: Day | null
}

export const linesOf = (names: readonly NamedPeriod[]): readonly NameLine[] =>
  names.length === 0
    ? [{ key: '0', name: '', from: null }]
    : names.map(({ name, from }, index) => ({ key: String(index), name, from }))

/** The names as they are kept; the last day of the last one stays what it was. */
export const namesOf = (lines: readonly NameLine[], before: readonly NamedPeriod[]): NamedPeriod[] => [
  ...joinedNames(
    lines.map(({ name, from }) => ({ name, from })),
    before.at(-1)?.to ?? null,
  ),
]

/** Names through time (課名変更): the newest last. */
export function NamesField(props: {
  readonly lines: readonly NameLine[]
  readonly onChange: (lines: readonly NameLine[]) => void
  readonly validity: Validity
}) {
  const { lines, onChange } = props
  const change = (index: number, part: Partial<NameLine>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  return (
    <fieldset className="set-names">
      <legend>{words.heading}</legend>
      {lines.map((line, index) => (
        <div className="set-line" key={line.key}>
          <div>
            <TextField
              label={words.name(index + 1)}
              value={line.name}
              onChange={(name) => change(index, { name })}
              isRequired
              wideLabel
            />
            {(index > 0 || line.from !== null) && (
              <DayField
                label={words.from(index + 1)}
                value={line.from}
                onChange={(from) => change(index, { from })}
                onValidity={props.validity.of(`name ${line.key}`)}
                mayBeEmpty={index === 0}
                wideLabel
              />
            )}
          </div>
          {index > 0 && (
            <Button
              look="quiet"
              icon={X}
              aria-label={words.remove(line.name)}
              onPress={() => {
                props.validity.of(`name ${line.key}`)(true)
                onChange(lines.filter((one) => one !== line))
              }}
            />
          )}
        </div>
      ))}
      <div className="set-indent">
        <Button
          icon={Plus}
          onPress={() => onChange([...lines, { key: crypto.randomUUID(), name: '', from: null }])}
        >
          {words.add}
        </Button>
        <span className="hint">{words.hint}</span>
      </div>
    </fieldset>
  )
}

/** Why the names cannot be saved yet; '' where the field itself says it. */
export const namesProblem = (lines: readonly NameLine[]): string | null =>
  lines.some(({ name }) => name.trim() === '') || lines.slice(1).some(({ from }) => from === null) ? '' : null
