import { Search } from 'lucide-react'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { isComposingKey } from '../../ui/composition.ts'
import { Icon } from '../../ui/icon.tsx'

/** Search as it is typed; / leads here from anywhere on the screen, Escape empties it, Enter goes to the list. */
export function SearchBox(props: {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onEnter: () => void
  readonly handle: Ref<{ focus(): void }>
}) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(props.value)
  const [told, setTold] = useState(props.value)
  useEffect(() => {
    // The address changed elsewhere (a link, 戻る); what is being typed is not taken back.
    if (props.value !== told && document.activeElement !== input.current) {
      setText(props.value)
      setTold(props.value)
    }
  }, [props.value, told])
  useImperativeHandle(props.handle, () => ({ focus: () => input.current?.focus() }))
  const change = (next: string) => {
    setText(next)
    setTold(next)
    props.onChange(next)
  }
  return (
    <div className="search-box">
      <Icon of={Search} />
      <input
        ref={input}
        className="in plain"
        type="text"
        aria-label={words.search.label}
        placeholder={words.search.placeholder}
        value={text}
        maxLength={200}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (isComposingKey(event)) return
          if (event.key === 'Enter') {
            event.preventDefault()
            props.onEnter()
          } else if (event.key === 'Escape' && text !== '') {
            event.preventDefault()
            change('')
          }
        }}
      />
      {text === '' && <kbd>{words.search.key}</kbd>}
    </div>
  )
}
