import { TriangleAlert } from 'lucide-react'
import {
  type ReactNode,
  type Ref,
  useDeferredValue,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type WatchFinding, watchText } from '../../shared/privacy/watch-text.ts'
import { watchedTextWords as words } from '../../shared/words/fields.ts'
import { Icon } from './icon.tsx'
import { refs } from './refs.ts'
import './watched-text.css'

export interface WatchedTextProps {
  readonly label: string
  /** May come later than the keys: the field itself shows what is typed. */
  readonly value: string
  readonly onChange: (text: string) => void
  /** Grey in the reading's place while nothing was found: 個人名は不可. */
  readonly hint?: ReactNode
  readonly placeholder?: string
  /** A longer text stays in the field and is marked; the caller does not save it. */
  readonly longest?: number
  readonly isReadOnly?: boolean
  readonly wideLabel?: boolean
  /** Lines in sight while it has the focus; one without. */
  readonly lines?: number
  readonly inputRef?: Ref<HTMLTextAreaElement>
  readonly onBlur?: () => void
}

/**
 * Free text that is watched for telephone numbers, addresses and names of persons (domain §4). What was
 * found is said beside it with the words in question; it never stops typing or saving.
 */
export function WatchedText(props: WatchedTextProps) {
  const id = useId()
  // The key is shown first; a long text is looked through after it.
  const settled = useDeferredValue(props.value)
  const found = useMemo(() => watchText(settled), [settled])
  const isTooLong = props.longest !== undefined && props.value.length > props.longest
  const first = found[0]
  const own = useRef<HTMLTextAreaElement>(null)
  // At each drawing: what was typed last may have been taken away before it was ever drawn.
  useLayoutEffect(() => {
    if (own.current !== null && own.current.value !== props.value) own.current.value = props.value
  })
  const [begun] = useState(props.value)
  return (
    <div className={props.wideLabel ? 'field wide-label' : 'field'}>
      <label className="lab" htmlFor={id}>
        {props.label}
      </label>
      <div className="ctl">
        <textarea
          id={id}
          ref={refs(own, props.inputRef)}
          className="in watched"
          style={{ '--lines': props.lines ?? 3 } as React.CSSProperties}
          defaultValue={begun}
          placeholder={props.placeholder}
          rows={1}
          readOnly={props.isReadOnly}
          aria-describedby={`${id}r`}
          aria-invalid={isTooLong || undefined}
          data-invalid={isTooLong ? '' : undefined}
          data-watched={first ? '' : undefined}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={props.onBlur}
        />
        <span
          id={`${id}r`}
          className={isTooLong ? 'reading bad' : first ? 'reading warn' : 'reading'}
          aria-live="polite"
        >
          {(isTooLong || first) && <Icon of={TriangleAlert} />}
          <span>
            {isTooLong
              ? words.tooLong(props.longest ?? 0, props.value.length)
              : foundWords(found, props.hint)}
          </span>
        </span>
      </div>
    </div>
  )
}

function foundWords(found: readonly WatchFinding[], hint: ReactNode): ReactNode {
  const first = found[0]
  if (first === undefined) return hint
  const rest = found.length > 1 ? words.more(found.length - 1) : ''
  return words.warning(words.kinds[first.kind], first.text) + rest
}
