import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { termLabel } from '../../shared/answers/label.ts'
import { termWords, answerWords as words } from '../../shared/words/answers.ts'
import { isComposingKey } from '../ui/composition.ts'
import { Icon } from '../ui/icon.tsx'
import type { Question } from './use-question.ts'

/** The one box: chips, what is typed, and candidates under it. Enter reads; arrows choose; never while converting. */
export function QuestionBox({
  question,
  inputRef,
}: {
  readonly question: Question
  readonly inputRef?: Ref<HTMLInputElement>
}) {
  const id = useId()
  const [marked, setMarked] = useState(-1)
  const [closed, setClosed] = useState(false)
  const { candidates, chips, vocabulary } = question
  const open = !closed && candidates.length > 0
  const at = open && marked < candidates.length ? marked : -1
  const change = (text: string) => {
    question.type(text)
    setMarked(-1)
    setClosed(false)
  }
  const take = (index: number) => {
    const candidate = candidates[index]
    if (candidate) question.choose(candidate)
    setMarked(-1)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposingKey(event)) return
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (!open) return
        event.preventDefault()
        const step = event.key === 'ArrowDown' ? 1 : -1
        return setMarked(stepped(at, step, candidates.length))
      }
      case 'Enter':
        if (at >= 0) take(at)
        else if (question.text.trim() !== '') question.read()
        return event.preventDefault()
      case 'Escape':
        if (!open) return
        event.preventDefault()
        event.stopPropagation()
        return setClosed(true)
      case 'Backspace':
        if (question.text === '' && chips.length > 0) question.remove(chips.length - 1)
        return
      default:
    }
  }
  return (
    <div className="question-box">
      <div className="box">
        <Icon of={Search} />
        {chips.map((chip, index) => {
          const label = termWords.several(chip.options.map((term) => termLabel(term, vocabulary.facts)))
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a chip is its place
            <span key={index} className={chip.options.length > 1 ? 'tag warn' : 'tag on'}>
              {label}
              <button
                type="button"
                className="drop"
                aria-label={words.remove(label)}
                onClick={() => question.remove(index)}
              >
                <Icon of={X} size={14} />
              </button>
            </span>
          )
        })}
        <input
          ref={inputRef}
          role="combobox"
          aria-label={words.box}
          aria-expanded={open}
          aria-controls={`${id}l`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${id}o${at}` : undefined}
          placeholder={chips.length === 0 ? words.placeholder : ''}
          value={question.text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setClosed(true)}
          onFocus={() => setClosed(false)}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
      </div>
      <div
        id={`${id}l`}
        role="listbox"
        aria-label={words.candidates}
        className={open ? 'cands pop' : 'cands shut'}
      >
        {open &&
          candidates.map((candidate, index) => (
            <div
              key={`${candidate.text} ${JSON.stringify(candidate.term)}`}
              id={`${id}o${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="cand"
              onMouseDown={(event) => {
                // The box keeps the focus.
                event.preventDefault()
                take(index)
              }}
            >
              {termLabel(candidate.term, vocabulary.facts)}
            </div>
          ))}
      </div>
    </div>
  )
}

/** Around through the candidates and the box itself (−1). */
function stepped(at: number, step: number, count: number): number {
  const next = at + step
  return next >= count ? -1 : next < -1 ? count - 1 : next
}
