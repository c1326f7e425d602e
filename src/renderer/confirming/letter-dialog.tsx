import { useState } from 'react'
import type { FormCode } from '../../shared/statistics/rows.ts'
import type { Month } from '../../shared/time/day.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { common } from '../../shared/words/screens.ts'
import { useRequest } from '../api/queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/patterns.tsx'
import './confirming.css'
import { TextActions } from './text-actions.tsx'

const words = confirmWords.letter

/** 依頼文 beside a 差戻し: made from the reason and from 点検, to be mended by hand, copied or saved. */
export function LetterDialog(props: {
  readonly party: string
  readonly form: FormCode
  readonly month: Month
  /** What is to be mended beside what 点検 found. */
  readonly points: readonly string[]
  readonly onClose: () => void
}) {
  const { party, form, month, points } = props
  const letter = useRequest('reports.letter', { party, form, month, points: [...points], replyBy: null })
  const [edited, setEdited] = useState<string | null>(null)
  const text = edited ?? letter.data?.text ?? ''
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={props.onClose}
      footer={
        <TextActions
          text={text}
          fileName={letter.data?.name ?? ''}
          words={words}
          onClose={props.onClose}
          closeWords={common.close}
        />
      }
    >
      {letter.isPending && <Loading>{common.loading}</Loading>}
      {letter.isError && <ErrorNotice error={letter.error} />}
      {letter.data && (
        <label>
          <span className="confirm-lead">{words.text}</span>
          <textarea
            className="letter-text"
            value={text}
            onChange={(event) => setEdited(event.target.value)}
            maxLength={20_000}
          />
        </label>
      )}
    </Dialog>
  )
}
