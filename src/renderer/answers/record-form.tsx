import { useState } from 'react'
import type { Cell } from '../../shared/cell/cell.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { plain } from '../../shared/contract/plain.ts'
import type { StatisticQuery } from '../../shared/statistics/definition.ts'
import type { Day } from '../../shared/time/day.ts'
import { dayInJapan } from '../../shared/time/japan.ts'
import { figureWords as words } from '../../shared/words/answers.ts'
import { useClient } from '../api/client-context.tsx'
import { Button } from '../ui/button.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TextField } from '../ui/text-field.tsx'

/** 答弁済みとして記録: when, where and with which words the number went out. */
export function RecordForm(props: {
  readonly query: StatisticQuery
  readonly cell: Cell
  readonly sentence: string
  readonly onDone: () => void
}) {
  const client = useClient()
  const [day, setDay] = useState<Day | null>(dayInJapan(new Date()))
  const [occasion, setOccasion] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const ready = day !== null && occasion.trim() !== ''
  const record = async () => {
    if (day === null || !ready) return
    const answer = await client.call('figures.record', {
      actionId: crypto.randomUUID(),
      saidOn: day,
      occasion: occasion.trim(),
      query: plain(props.query),
      cell: plain(props.cell),
      sentence: props.sentence,
    })
    if (!answer.ok) return setError(answer.error)
    props.onDone()
  }
  return (
    <div className="record-form">
      <DayField label={words.day} value={day} onChange={setDay} />
      <TextField
        label={words.occasion}
        value={occasion}
        onChange={setOccasion}
        onEnter={() => void record()}
        hint={words.occasionHint}
        maxLength={100}
      />
      {error && <ErrorNotice error={error} />}
      <div className="acts">
        {!ready && <span className="sub">{words.occasionMissing}</span>}
        <Button isDisabled={!ready} onPress={() => void record()}>
          {words.record}
        </Button>
      </div>
    </div>
  )
}
