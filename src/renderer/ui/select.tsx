import { Check, ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { Icon } from './icon.tsx'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  /** Grey words at the right: the unit, the group. */
  readonly note?: string
}

/** One of a few. `look` field: label left in a form row; bar: label is read aloud only. */
export function Select<Value extends string>(props: {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly look?: 'field' | 'bar'
  readonly isDisabled?: boolean
  readonly hint?: ReactNode
  readonly wideLabel?: boolean
}) {
  const labelId = useId()
  const chosen = props.choices.find((choice) => choice.value === props.value)
  const bar = props.look === 'bar'
  const control = (
    <AriaSelect
      {...(bar ? { 'aria-label': props.label } : { 'aria-labelledby': labelId })}
      selectedKey={props.value}
      onSelectionChange={(key) => {
        const next = props.choices.find((choice) => choice.value === key)
        if (next) props.onChange(next.value)
      }}
      isDisabled={props.isDisabled ?? false}
    >
      <Button className={bar ? 'sel sm' : 'sel'}>
        <SelectValue>{() => chosen?.label ?? ''}</SelectValue>
        <Icon of={ChevronDown} />
      </Button>
      <Popover className="pop" offset={4}>
        <ListBox className="opts" items={props.choices.map((choice) => ({ ...choice, id: choice.value }))}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className="opt">
              {({ isSelected }) => (
                <>
                  <span className="mark">{isSelected && <Icon of={Check} />}</span>
                  <span>{item.label}</span>
                  {item.note && <span className="note">{item.note}</span>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
  if (bar) return control
  return (
    <div className={props.wideLabel ? 'field wide-label' : 'field'}>
      <span className="lab" id={labelId}>
        {props.label}
      </span>
      <div className="ctl">
        {control}
        {props.hint && <span className="hint">{props.hint}</span>}
      </div>
    </div>
  )
}
