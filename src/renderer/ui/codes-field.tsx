import { OctagonX } from 'lucide-react'
import { type ReactNode, type Ref, useId, useRef } from 'react'
import { codeFieldWords } from '../../shared/words/fields.ts'
import { CandidateList } from './candidate-list.tsx'
import type { CodeChoice } from './code-search.ts'
import { Icon } from './icon.tsx'
import { refs } from './refs.ts'
import { onCandidateKey, useCandidates } from './use-candidates.ts'
import './code-field.css'

export interface CodesFieldProps {
  readonly label: string
  readonly labelNote?: string
  readonly choices: readonly CodeChoice[]
  /** In the order of choosing. */
  readonly value: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
  /** The last record's: shown grey while nothing is chosen, taken by F4. */
  readonly previous?: readonly string[]
  readonly reading?: ReactNode
  readonly hint?: ReactNode
  readonly isReadOnly?: boolean
  readonly wideLabel?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onBlur?: () => void
}

/**
 * Several codes of a list, one after the other: digits, kana or a part of the label, then Enter (or Tab on
 * the way out). Choosing one again takes it out; Backspace takes out the last; F4 takes the last record's.
 */
export function CodesField(props: CodesFieldProps) {
  const id = useId()
  const own = useRef<HTMLInputElement>(null)
  const candidates = useCandidates(props.choices)
  const { typed } = candidates
  const isBad = typed !== null && candidates.found.length === 0
  const labels = (codes: readonly string[]): string =>
    codes.map((code) => props.choices.find((choice) => choice.code === code)?.label ?? code).join('、')
  const previous = props.previous ?? []
  const take = (choice: CodeChoice) => {
    candidates.close()
    props.onChange(
      props.value.includes(choice.code)
        ? props.value.filter((code) => code !== choice.code)
        : [...props.value, choice.code],
    )
  }
  const reading = isBad
    ? codeFieldWords.none
    : typed === null
      ? props.reading
      : codeFieldWords.candidates(candidates.found.length)
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
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the input is a click into it */}
          <div
            className="codes-field"
            data-invalid={isBad ? '' : undefined}
            data-readonly={props.isReadOnly ? '' : undefined}
            onMouseDown={(event) => {
              if (event.target !== own.current) event.preventDefault()
              own.current?.focus()
            }}
          >
            <span className="taken" id={`${id}t`} title={labels(props.value)}>
              {labels(props.value)}
            </span>
            <input
              id={id}
              ref={refs(own, props.inputRef)}
              role="combobox"
              aria-expanded={candidates.isOpen}
              aria-controls={`${id}l`}
              aria-autocomplete="list"
              aria-activedescendant={
                candidates.isOpen && candidates.current ? `${id}l-${candidates.current.code}` : undefined
              }
              aria-describedby={`${id}t ${id}r`}
              aria-invalid={isBad || undefined}
              value={typed ?? ''}
              placeholder={props.value.length === 0 ? labels(previous) : ''}
              readOnly={props.isReadOnly}
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              onChange={(event) => candidates.type(event.target.value)}
              onKeyDown={(event) => {
                if (props.isReadOnly) return
                onCandidateKey(event, candidates, {
                  take,
                  takePrevious: previous.length > 0 ? () => props.onChange(previous) : undefined,
                  erase: () => {
                    candidates.close()
                    if (props.value.length > 0) props.onChange(props.value.slice(0, -1))
                  },
                })
              }}
              onBlur={() => {
                candidates.close()
                props.onBlur?.()
              }}
            />
          </div>
          {candidates.isOpen && (
            <CandidateList
              id={`${id}l`}
              label={props.label}
              found={candidates.found}
              current={candidates.current}
              chosen={props.value}
              many
              onTake={take}
            />
          )}
        </div>
        <span id={`${id}r`} className={isBad ? 'reading bad' : 'reading'}>
          {isBad && <Icon of={OctagonX} />}
          <span>{reading}</span>
        </span>
        {props.hint && <span className="hint">{props.hint}</span>}
      </div>
    </div>
  )
}
