import { useState } from 'react'
import { offeredBreakdowns } from '../../../shared/explore/choices.ts'
import { readWholeNumber } from '../../../shared/explore/read-whole-number.ts'
import { breakdownLabel } from '../../../shared/paper/assemble/code-labels.ts'
import type { Filter, StatisticDefinition } from '../../../shared/statistics/definition.ts'
import { filterForm as words } from '../../../shared/words/explore.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox, Radios } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Catalogue } from './use-explore.ts'

const age = 'age'

/** One condition: codes of a list, or an age from or up to. */
export function FilterDialog(props: {
  readonly definition: StatisticDefinition
  readonly catalogue: Catalogue
  readonly onAdd: (filter: Filter) => void
  readonly onClose: () => void
}) {
  const offered = offeredBreakdowns(props.definition)
  const fields = [...(offered.includes('ageBand') ? [age] : []), ...offered]
  const [field, setField] = useState(fields[0] ?? age)
  const [operator, setOperator] = useState<'is' | 'isNot'>('is')
  const [codes, setCodes] = useState<readonly string[]>([])
  const [ageText, setAgeText] = useState('')
  const [ageOperator, setAgeOperator] = useState<'>=' | '<='>('>=')
  const items = props.catalogue.breakdowns.find((list) => list.code === field)?.items ?? []
  const years = readWholeNumber(ageText)
  const ageOk = years !== null && years <= 150
  const filter: Filter | null =
    field === age
      ? ageOk
        ? { field: age, operator: ageOperator, age: years }
        : null
      : codes.length > 0
        ? { field, operator, codes }
        : null
  const add = () => filter && props.onAdd(filter)
  return (
    <Dialog
      title={words.title}
      isOpen
      width="narrow"
      onClose={props.onClose}
      footer={
        <>
          {filter === null && <span className="why">{field === age ? words.ageBad : words.pickOne}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="solid" isDisabled={filter === null} onPress={add}>
            {words.add}
          </Button>
        </>
      }
    >
      <Select
        label={words.field}
        value={field}
        choices={fields.map((code) => ({
          value: code,
          label: code === age ? words.age : breakdownLabel(code),
        }))}
        onChange={(code) => {
          setField(code)
          setCodes([])
        }}
      />
      {field === age ? (
        <>
          <TextField
            label={words.age}
            kind="number"
            value={ageText}
            onChange={setAgeText}
            onEnter={add}
            reading={
              ageText === '' ? null : { ok: ageOk, words: ageOk ? `${years}${words.ageValue}` : words.ageBad }
            }
            hint={words.ageHint}
          />
          <Radios
            label={words.choice}
            value={ageOperator}
            choices={[
              { value: '>=', label: words.ageFrom },
              { value: '<=', label: words.ageTo },
            ]}
            onChange={setAgeOperator}
          />
        </>
      ) : (
        <>
          <Radios
            label={words.choice}
            value={operator}
            choices={[
              { value: 'is', label: words.is },
              { value: 'isNot', label: words.isNot },
            ]}
            onChange={setOperator}
          />
          <fieldset className="field codes">
            <legend className="lab">{words.codes}</legend>
            <div className="ctl code-boxes">
              {items.map((item) => (
                <CheckBox
                  key={item.code}
                  isSelected={codes.includes(item.code)}
                  onChange={(on) =>
                    setCodes(
                      items.flatMap(({ code }) =>
                        (code === item.code ? on : codes.includes(code)) ? [code] : [],
                      ),
                    )
                  }
                >
                  {item.label}
                </CheckBox>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </Dialog>
  )
}
