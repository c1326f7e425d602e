import { useEffect, useRef, useState } from 'react'
import { figureWords, answerWords as words } from '../../shared/words/answers.ts'
import { common } from '../../shared/words/screens.ts'
import { Button } from '../ui/button.tsx'
import { Segmented } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { AnswerBox } from './answer-box.tsx'
import { FigureRegister } from './figure-register.tsx'

/** 数字即答 by a key, over any screen; the register of what was said lies beside it. */
export function AnswerDialog(props: {
  readonly onClose: () => void
  /** A question that was typed elsewhere. */
  readonly start?: string
  readonly show?: 'ask' | 'register'
}) {
  const { onClose, start } = props
  const [shown, setShown] = useState(props.show ?? 'ask')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shown !== 'ask') return
    // The one dialog that is opened to type: the words of the ledger may come a moment later.
    const focus = () => box.current?.querySelector('input')?.focus()
    focus()
    const timer = setTimeout(focus, 80)
    return () => clearTimeout(timer)
  }, [shown])
  useEffect(() => {
    // A link inside leads to another screen: the dialog gives way.
    window.addEventListener('hashchange', onClose)
    return () => window.removeEventListener('hashchange', onClose)
  }, [onClose])
  return (
    <Dialog
      title={words.title}
      isOpen
      width="broad"
      onClose={onClose}
      footer={
        <Button size="form" onPress={onClose}>
          {common.close}
        </Button>
      }
    >
      <div ref={box} className="answer-dialog">
        <Segmented
          label={words.title}
          value={shown}
          choices={[
            { value: 'ask', label: words.open },
            { value: 'register', label: figureWords.open },
          ]}
          onChange={setShown}
        />
        {shown === 'ask' ? <AnswerBox {...(start ? { start } : {})} /> : <FigureRegister />}
      </div>
    </Dialog>
  )
}
