import { useState } from 'react'
import type { Month } from '../../../shared/time/day.ts'
import { formatMonth } from '../../../shared/time/format.ts'
import { readMonth } from '../../../shared/time/read-month.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { TextField } from '../../ui/text-field.tsx'

/** A month as offices write it: 令和７年４月, R7.4, 2025/4; the reading stands beside it. */
export function MonthField(props: {
  readonly label: string
  readonly value: Month | null
  readonly onChange: (month: Month | null) => void
  readonly onValidity: (good: boolean) => void
  readonly mayBeEmpty?: boolean
}) {
  const [text, setText] = useState(() => (props.value === null ? '' : formatMonth(props.value, 'halfWidth')))
  const month = monthIn(text)
  const empty = text.trim() === '' && props.mayBeEmpty === true
  const take = (next: string) => {
    setText(next)
    const read = monthIn(next)
    const isEmpty = next.trim() === '' && props.mayBeEmpty === true
    props.onValidity(isEmpty || read !== null)
    if (isEmpty || read !== null) props.onChange(read)
  }
  return (
    <TextField
      label={props.label}
      kind="day"
      value={text}
      onChange={take}
      reading={
        empty
          ? null
          : month === null
            ? { ok: false, words: settingsWords.parties.notAMonth }
            : { ok: true, words: formatMonth(month) }
      }
      maxLength={30}
      wideLabel
    />
  )
}

export function monthIn(text: string): Month | null {
  const reading = readMonth(text)
  return reading.ok ? reading.month : null
}
