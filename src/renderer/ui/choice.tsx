import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import {
  Checkbox as AriaCheckbox,
  Radio as AriaRadio,
  RadioGroup,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
import { Icon } from './icon.tsx'
import type { Choice } from './select.tsx'

/** One of two or three, all in sight: a switch in a bar. */
export function Segmented<Value extends string>(props: {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}) {
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      className="seg"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const next = props.choices.find((choice) => keys.has(choice.value))
        if (next) props.onChange(next.value)
      }}
    >
      {props.choices.map((choice) => (
        <ToggleButton key={choice.value} id={choice.value}>
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** One of two or three in a form row. */
export function Radios<Value extends string>(props: {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  /** Null while nothing is chosen yet. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly hint?: ReactNode
  readonly wideLabel?: boolean
  /** The label stands above already: read aloud only. */
  readonly isLabelHidden?: boolean
}) {
  const labelId = useId()
  return (
    <div className={props.isLabelHidden ? '' : props.wideLabel ? 'field wide-label' : 'field'}>
      <span className={props.isLabelHidden ? 'vh' : 'lab'} id={labelId}>
        {props.label}
      </span>
      <div className="ctl">
        <RadioGroup
          aria-labelledby={labelId}
          className="radios"
          value={props.value}
          onChange={(value) => {
            const next = props.choices.find((choice) => choice.value === value)
            if (next) props.onChange(next.value)
          }}
        >
          {props.choices.map((choice) => (
            <AriaRadio key={choice.value} value={choice.value} className="radio">
              <span className="dot" />
              {choice.label}
            </AriaRadio>
          ))}
        </RadioGroup>
        {props.hint && <span className="hint">{props.hint}</span>}
      </div>
    </div>
  )
}

/** Yes or no. */
export function CheckBox(props: {
  readonly children: ReactNode
  readonly isSelected: boolean
  readonly onChange: (selected: boolean) => void
  readonly isDisabled?: boolean
}) {
  return (
    <AriaCheckbox
      className="check"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      <span className="box">
        <Icon of={Check} size={14} />
      </span>
      <span>{props.children}</span>
    </AriaCheckbox>
  )
}
