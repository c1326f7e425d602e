import { OctagonX } from 'lucide-react'
import { type ReactNode, type Ref, useId } from 'react'
import { isComposingKey } from './composition.ts'
import { Icon } from './icon.tsx'

export interface Reading {
  readonly ok: boolean
  /** How the text was read, or why not. */
  readonly words: ReactNode
}

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter outside a conversion. */
  readonly onEnter?: () => void
  readonly onBlur?: () => void
  /** What was typed, as it was taken; stands right of the field. */
  readonly reading?: Reading | null
  readonly hint?: ReactNode
  readonly placeholder?: string
  readonly kind?: 'text' | 'password' | 'day' | 'number'
  readonly isReadOnly?: boolean
  readonly isRequired?: boolean
  readonly autoFocus?: boolean
  readonly wideLabel?: boolean
  readonly maxLength?: number
  readonly inputRef?: Ref<HTMLInputElement>
}

/** Label 88, field, reading. Text as typed is set in fixed figures, so 「５２」 and 「52」 look different. */
export function TextField(props: TextFieldProps) {
  const id = useId()
  const kind = props.kind ?? 'text'
  const bad = props.reading?.ok === false
  const described = [props.reading ? `${id}r` : '', props.hint ? `${id}h` : ''].filter(Boolean).join(' ')
  return (
    <div className={props.wideLabel ? 'field wide-label' : 'field'}>
      <label className="lab" htmlFor={id}>
        {props.label}
      </label>
      <div className="ctl">
        <input
          id={id}
          ref={props.inputRef}
          className={`in ${kind}`}
          type={kind === 'password' ? 'password' : 'text'}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposingKey(event)) props.onEnter?.()
          }}
          onBlur={props.onBlur}
          placeholder={props.placeholder}
          readOnly={props.isReadOnly}
          aria-required={props.isRequired || undefined}
          aria-invalid={bad || undefined}
          data-invalid={bad ? '' : undefined}
          aria-describedby={described || undefined}
          maxLength={props.maxLength}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: only the field that a dialog is opened for
          autoFocus={props.autoFocus}
        />
        {props.reading && (
          <span id={`${id}r`} className={bad ? 'reading bad' : 'reading'} aria-live="polite">
            {bad && <Icon of={OctagonX} />}
            <span>{props.reading.words}</span>
          </span>
        )}
        {props.hint && (
          <span id={`${id}h`} className="hint">
            {props.hint}
          </span>
        )}
      </div>
    </div>
  )
}
