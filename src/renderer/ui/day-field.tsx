import { useEffect, useState } from 'react'
import type { Day, FiscalYear } from '../../shared/time/day.ts'
import { formatDay } from '../../shared/time/format.ts'
import { readDay } from '../../shared/time/read-day.ts'
import { dayReadingWords } from '../../shared/words/time.ts'
import { type Reading, TextField } from './text-field.tsx'

/**
 * A day as offices write it: R6.11.30, ２０２４/１１/３０, 11月30日 (the year from the fiscal year). The
 * reading stands beside it; what cannot be read is kept as typed and never becomes another day.
 */
export function DayField(props: {
  readonly label: string
  readonly value: Day | null
  /** Null when the field was emptied and may be empty; not called while the text cannot be read. */
  readonly onChange: (day: Day | null) => void
  /** Hears whether what stands in the field can be used. */
  readonly onValidity?: (valid: boolean) => void
  readonly fiscalYear?: FiscalYear
  readonly mayBeEmpty?: boolean
  /** A reason of the caller's own against a day that can be read. */
  readonly refuse?: (day: Day) => string | null
  readonly wideLabel?: boolean
}) {
  const [text, setText] = useState(() => written(props.value))
  const [typedFor, setTypedFor] = useState(props.value)
  useEffect(() => {
    if (props.value !== typedFor) {
      setText(written(props.value))
      setTypedFor(props.value)
    }
  }, [props.value, typedFor])

  const take = (next: string) => {
    setText(next)
    const outcome = judge(next, props)
    props.onValidity?.(outcome.reading?.ok ?? true)
    if (outcome.day !== undefined) {
      setTypedFor(outcome.day)
      props.onChange(outcome.day)
    }
  }
  return (
    <TextField
      label={props.label}
      kind="day"
      value={text}
      onChange={take}
      reading={judge(text, props).reading}
      wideLabel={props.wideLabel ?? false}
    />
  )
}

const written = (day: Day | null): string => (day === null ? '' : formatDay(day, { digits: 'halfWidth' }))

type Rules = Pick<Parameters<typeof DayField>[0], 'fiscalYear' | 'mayBeEmpty' | 'refuse'>

function judge(text: string, rules: Rules): { readonly reading: Reading | null; readonly day?: Day | null } {
  if (text.trim() === '' && rules.mayBeEmpty) return { reading: null, day: null }
  const reading = readDay(text, rules.fiscalYear === undefined ? {} : { fiscalYear: rules.fiscalYear })
  const words = dayReadingWords(reading)
  if (!reading.ok) return { reading: { ok: false, words } }
  const refusal = rules.refuse?.(reading.day) ?? null
  if (refusal !== null) return { reading: { ok: false, words: refusal } }
  return { reading: { ok: reading.findings.length === 0, words }, day: reading.day }
}
