import { Megaphone } from 'lucide-react'
import { useCallback, useState } from 'react'
import { figureWords as words } from '../../../shared/words/answers.ts'
import { AnswerDialog } from '../../answers/answer-dialog.tsx'
import { Button } from '../../ui/button.tsx'

/** 既に出た数字, from under the list of statistics. */
export function SaidBefore() {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <div className="said-before">
      <Button look="quiet" icon={Megaphone} onPress={() => setOpen(true)}>
        {words.open}
      </Button>
      {open && <AnswerDialog show="register" onClose={close} />}
    </div>
  )
}
