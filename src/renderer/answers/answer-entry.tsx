import { Search } from 'lucide-react'
import { lazy, Suspense, useCallback, useState } from 'react'
import { answerWords as words } from '../../shared/words/answers.ts'
import { isComposingKey } from '../ui/composition.ts'
import { Icon } from '../ui/icon.tsx'
import './answer-entry.css'

const AnswerDialog = lazy(async () => ({
  default: (await import('./answer-dialog.tsx')).AnswerDialog,
}))

/** The box of 数字即答 on ホーム: Enter asks, and the answer opens over the screen. */
export function AnswerEntry() {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const close = useCallback(() => {
    setAsked(null)
    setText('')
  }, [])
  return (
    <div className="answer-entry">
      <Icon of={Search} />
      <input
        className="in plain"
        aria-label={words.open}
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposingKey(event)) setAsked(text)
        }}
        autoComplete="off"
        spellCheck={false}
      />
      {asked !== null && (
        <Suspense fallback={null}>
          <AnswerDialog onClose={close} start={asked} />
        </Suspense>
      )}
    </div>
  )
}
