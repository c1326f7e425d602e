import { Check } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { codeFieldWords } from '../../shared/words/fields.ts'
import type { CodeChoice } from './code-search.ts'
import { Icon } from './icon.tsx'

/** Between the field's ring and its candidates. */
const gap = 6

/** Under a field of codes: digit, label, group; the current row says which key takes it. */
export function CandidateList(props: {
  readonly id: string
  readonly label: string
  readonly found: readonly CodeChoice[]
  readonly current: CodeChoice | null
  readonly chosen: readonly string[]
  readonly many?: boolean
  readonly onTake: (choice: CodeChoice) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const current = props.current?.code ?? null
  // Fixed, so that no scrolling part cuts it off; above the field where there is no room under it.
  // All is read before anything is written: each reading after a writing would lay the page out again.
  useLayoutEffect(() => {
    const own = list.current
    const field = own?.parentElement?.getBoundingClientRect()
    if (!own || !field || props.found.length === 0) return
    const height = own.offsetHeight
    const width = Math.max(own.offsetWidth, field.width)
    const scrolls = own.scrollHeight > own.clientHeight
    const isUp = field.bottom + gap + height > window.innerHeight && field.top > height + gap
    own.style.top = `${isUp ? field.top - gap - height : field.bottom + gap}px`
    own.style.left = `${Math.max(0, Math.min(field.left, window.innerWidth - width - gap))}px`
    own.style.minWidth = `${field.width}px`
    // Most lists fit.
    if (scrolls && current !== null) own.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
  }, [props.found, current])
  return (
    <div
      id={props.id}
      ref={list}
      className="candidates"
      role="listbox"
      aria-label={codeFieldWords.list(props.label)}
      aria-multiselectable={props.many || undefined}
    >
      {props.found.map((choice) => {
        const isChosen = props.chosen.includes(choice.code)
        const isCurrent = choice.code === current
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the current one
          <div
            key={choice.code}
            id={`${props.id}-${choice.code}`}
            role="option"
            aria-selected={isChosen}
            data-current={isCurrent ? '' : undefined}
            className="candidate"
            // The field must keep the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onTake(choice)}
          >
            <span className="digit">{choice.digit}</span>
            <span className="name">{choice.label}</span>
            {isChosen && <Icon of={Check} size={14} />}
            {isChosen && <span className="vh">{codeFieldWords.chosen}</span>}
            {isCurrent ? (
              <span className="key" aria-hidden="true">
                {codeFieldWords.takes}
              </span>
            ) : (
              choice.note !== undefined && <span className="key">{choice.note}</span>
            )}
          </div>
        )
      })}
    </div>
  )
}
