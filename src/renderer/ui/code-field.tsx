import { OctagonX } from 'lucide-react'
import { type ReactNode, type Ref, useId, useLayoutEffect, useRef } from 'react'
import { codeFieldWords } from '../../shared/words/fields.ts'
import { CandidateList } from './candidate-list.tsx'
import type { CodeChoice } from './code-search.ts'
import { Icon } from './icon.tsx'
import { refs } from './refs.ts'
import { onCandidateKey, useCandidates } from './use-candidates.ts'
import './code-field.css'

export type { CodeChoice } from './code-search.ts'

export interface CodeFieldProps {
  readonly label: string
  /** Grey right of the label: 任意, ◎. */
  readonly labelNote?: string
  readonly choices: readonly CodeChoice[]
  readonly value: string | null
  readonly onChange: (code: string | null) => void
  /** The last record's value: shown grey while the field is empty, taken by F4. */
  readonly previous?: string | null
  /** What stands right of the field; the group of the value when it is not given. */
  readonly reading?: ReactNode
  /** The reading is a warning or an error. */
  readonly tone?: 'warn' | 'stop'
  readonly hint?: ReactNode
  readonly isReadOnly?: boolean
  readonly wideLabel?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onBlur?: () => void
}

/**
 * One code of a list, chosen by typing digits, kana or a part of the label. Enter takes the candidate, Tab
 * takes it on its way out, arrows move, Escape gives up, F4 takes the last record's value, Delete empties.
 * What has no candidate is said at once, and given up when the field is left: the value stays as it was.
 */
export function CodeField(props: CodeFieldProps) {
  const id = useId()
  const own = useRef<HTMLInputElement>(null)
  const candidates = useCandidates(props.choices)
  const chosen = props.choices.find((choice) => choice.code === props.value) ?? null
  const previous = props.choices.find((choice) => choice.code === props.previous) ?? null
  const { typed } = candidates
  const isBad = typed !== null && candidates.found.length === 0
  const take = (code: string | null) => {
    candidates.close()
    if (code !== props.value) props.onChange(code)
  }
  // A key must replace the label as a whole: a conversion that began behind it could not be taken apart.
  const shown = typed === null ? (chosen?.label ?? '') : null
  useLayoutEffect(() => {
    if (shown !== null && document.activeElement === own.current) own.current?.select()
  }, [shown])
  const reading = isBad
    ? codeFieldWords.none
    : typed === null
      ? (props.reading ?? chosen?.note)
      : codeFieldWords.candidates(candidates.found.length)
  const tone = isBad ? 'stop' : typed === null ? props.tone : undefined
  return (
    <div className={props.wideLabel ? 'field wide-label' : 'field'}>
      <label className="lab" htmlFor={id}>
        {props.label}
        {props.labelNote && (
          <span className="thin" aria-hidden="true">
            {props.labelNote}
          </span>
        )}
      </label>
      <div className="ctl">
        <div className="code-field">
          {typed === null && chosen && (
            <span className="digit" aria-hidden="true">
              {chosen.digit}
            </span>
          )}
          <input
            id={id}
            ref={refs(own, props.inputRef)}
            className={typed === null && chosen ? 'in plain coded' : 'in plain'}
            role="combobox"
            aria-expanded={candidates.isOpen}
            aria-controls={`${id}l`}
            aria-autocomplete="list"
            aria-activedescendant={
              candidates.isOpen && candidates.current ? `${id}l-${candidates.current.code}` : undefined
            }
            aria-describedby={`${id}r`}
            aria-invalid={isBad || undefined}
            data-invalid={isBad ? '' : undefined}
            value={typed ?? chosen?.label ?? ''}
            placeholder={previous?.label}
            readOnly={props.isReadOnly}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            onFocus={(event) => event.target.select()}
            onSelect={({ currentTarget: input }) => {
              const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length
              if (typed === null && !whole) input.select()
            }}
            onChange={(event) => candidates.type(event.target.value)}
            onKeyDown={(event) => {
              if (props.isReadOnly) return
              onCandidateKey(event, candidates, {
                take: (choice) => take(choice.code),
                takePrevious: previous ? () => take(previous.code) : undefined,
                erase: () => take(null),
              })
            }}
            onBlur={() => {
              candidates.close()
              props.onBlur?.()
            }}
          />
          {candidates.isOpen && (
            <CandidateList
              id={`${id}l`}
              label={props.label}
              found={candidates.found}
              current={candidates.current}
              chosen={chosen ? [chosen.code] : []}
              onTake={(choice) => take(choice.code)}
            />
          )}
        </div>
        <span id={`${id}r`} className={tone ? `reading ${tone === 'stop' ? 'bad' : tone}` : 'reading'}>
          {tone === 'stop' && <Icon of={OctagonX} />}
          <span>{reading}</span>
          {typed === null && chosen === null && previous && (
            <span className="vh">{codeFieldWords.previous(previous.label)}</span>
          )}
        </span>
        {props.hint && <span className="hint">{props.hint}</span>}
      </div>
    </div>
  )
}
