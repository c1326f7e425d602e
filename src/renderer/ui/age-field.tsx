import { CornerDownRight, OctagonX } from 'lucide-react'
import { type ReactNode, type Ref, useEffect, useId, useState } from 'react'
import { type AgeRange, greatestAge, readAge, unknownAge } from '../../shared/codes/age.ts'
import { ageFieldWords as words } from '../../shared/words/fields.ts'
import { isComposingKey } from './composition.ts'
import { Icon } from './icon.tsx'
import './code-field.css'

export interface AgeFieldProps {
  readonly label: string
  /** 不明 is null–null. */
  readonly value: AgeRange
  /** Not called while the text cannot be read. */
  readonly onChange: (age: AgeRange) => void
  /** Hears the text that cannot be read (it blocks the save), null when it can. */
  readonly onUnreadable?: (text: string | null) => void
  /** A caller that keeps the text as typed (in a draft) gives it here and hears every change. */
  readonly text?: string
  readonly onText?: (text: string) => void
  /** The last record's, grey in the empty field; F4 takes it. */
  readonly previous?: AgeRange | null
  /** A doubt of the caller's own, in the reading's place. */
  readonly warning?: ReactNode
  readonly isReadOnly?: boolean
  readonly wideLabel?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onBlur?: () => void
}

/** 52, ５２歳, 30代, 80代以上, 不明: the text stays as typed, the reading stands beside it. Empty is 不明. */
export function AgeField(props: AgeFieldProps) {
  const id = useId()
  const [ownText, setText] = useState(() => ageText(props.value))
  const text = props.text ?? ownText
  const [typedFor, setTypedFor] = useState(props.value)
  const { low, high } = props.value
  useEffect(() => {
    if (low !== typedFor.low || high !== typedFor.high) {
      setText(ageText({ low, high }))
      setTypedFor({ low, high })
    }
  }, [low, high, typedFor])
  const reading = readAge(text)
  const take = (next: string) => {
    setText(next)
    props.onText?.(next)
    const read = readAge(next)
    props.onUnreadable?.(read.ok ? null : next)
    if (!read.ok) return
    setTypedFor(read.age)
    if (read.age.low !== low || read.age.high !== high) props.onChange(read.age)
  }
  const previous = props.previous ? ageText(props.previous) : ''
  const isKnown = reading.ok && reading.age.low !== null
  const tone = reading.ok ? (props.warning ? 'warn' : '') : 'bad'
  return (
    <div className={props.wideLabel ? 'field wide-label' : 'field'}>
      <label className="lab" htmlFor={id}>
        {props.label}
      </label>
      <div className="ctl">
        <input
          id={id}
          ref={props.inputRef}
          className="in age"
          value={text}
          placeholder={previous}
          readOnly={props.isReadOnly}
          aria-invalid={!reading.ok || undefined}
          data-invalid={reading.ok ? undefined : ''}
          aria-describedby={`${id}r`}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          onChange={(event) => take(event.target.value)}
          onFocus={(event) => event.target.select()}
          onKeyDown={(event) => {
            if (event.key !== 'F4' || previous === '' || props.isReadOnly || isComposingKey(event)) return
            event.preventDefault()
            take(previous)
          }}
          onBlur={props.onBlur}
        />
        <span id={`${id}r`} className={`reading ${tone}`} aria-live="polite">
          {!reading.ok && <Icon of={OctagonX} />}
          {isKnown && <Icon of={CornerDownRight} size={14} />}
          <span>{reading.ok ? <AgeReading age={reading.age} text={text} /> : words.notAnAge}</span>
          {reading.ok && props.warning && <span>{props.warning}</span>}
        </span>
      </div>
    </div>
  )
}

/** 「52歳（50代）」, 「30～34歳」, nothing for an empty field. */
function AgeReading(props: { readonly age: AgeRange; readonly text: string }) {
  const { low, high } = props.age
  if (low === null || high === null) return props.text.trim() === '' ? null : <b>{words.unknown}</b>
  const decade = words.decade(low - (low % 10))
  if (low !== high) return <b>{ageWords(props.age)}</b>
  return (
    <>
      <b>{words.exact(low)}</b>
      {words.inBrackets(decade)}
    </>
  )
}

/** 「52歳」, 「30代」, 「30～34歳」, 「不明」. */
export function ageWords({ low, high }: AgeRange): string {
  if (low === null || high === null) return words.unknown
  if (low === high) return words.exact(low)
  if (low % 10 === 0 && high === low + 9) return words.decade(low)
  if (low % 10 === 0 && high === greatestAge) return words.openDecade(low)
  return words.years(low, high)
}

/** As it would be typed: 「52」, 「30代」, 「30代前半」; 不明 is an empty field. */
export function ageText(age: AgeRange): string {
  const { low, high } = age
  if (low === null || high === null) return ''
  if (low === high) return String(low)
  const tens = low - (low % 10)
  const halves = high - low === 4 && low % 5 === 0
  if (halves) return `${tens}代${low % 10 === 0 ? '前半' : '後半'}`
  return ageWords(age)
}

export { unknownAge }
