import { useState } from 'react'
import { firstDayOfDate } from '../../../shared/activities/on-day.ts'
import type { ActivityRecord } from '../../../shared/activities/record.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { namedChoices } from './choices.ts'
import type { Choices } from './rows.ts'
import { useWrite } from './use-write.ts'

const words = activityWords.follow
const { form } = activityWords

/** 「これ以降すべて」: title, place and hours of this session and the later planned ones. */
export function FollowDialog(props: {
  readonly record: ActivityRecord
  readonly choices: Choices
  readonly onClose: () => void
}) {
  const { record, choices } = props
  const [title, setTitle] = useState(record.title)
  const [venue, setVenue] = useState(record.venue ?? '')
  const [hours, setHours] = useState(record.hours)
  const [done, setDone] = useState<string | null>(null)
  const { write, isBusy, error } = useWrite()
  const isGood = title.trim() !== '' && title.length <= 200 && hours.length <= 200
  const save = async () => {
    const answer = await write('activities.changeSeries', {
      id: record.id,
      revision: record.revision,
      title: title.trim(),
      venue: venue === '' ? null : venue,
      hours: hours.trim(),
    })
    if (answer.ok) setDone(words.done(String(answer.value.changed), String(answer.value.kept)))
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={props.onClose}
      footer={
        done === null ? (
          <>
            <Button size="form" onPress={props.onClose}>
              {common.stop}
            </Button>
            <Button size="form" look="solid" isDisabled={!isGood || isBusy} onPress={() => void save()}>
              {words.confirm}
            </Button>
          </>
        ) : (
          <Button size="form" onPress={props.onClose}>
            {common.close}
          </Button>
        )
      }
    >
      {done === null ? (
        <div className="act-col">
          <p>{words.body}</p>
          <TextField
            label={form.titleField}
            value={title}
            onChange={setTitle}
            reading={title.length > 200 ? { ok: false, words: form.tooLong(200) } : null}
          />
          <CodeField
            label={form.venue}
            choices={namedChoices(choices.venues, firstDayOfDate(record.planned) ?? choices.today, venue)}
            value={venue === '' ? null : venue}
            onChange={(code) => setVenue(code ?? '')}
          />
          <TextField
            label={form.hours}
            value={hours}
            onChange={setHours}
            reading={hours.length > 200 ? { ok: false, words: form.tooLong(200) } : null}
          />
          {error && <ErrorNotice error={error} />}
        </div>
      ) : (
        <Notice look="ok" title={done} />
      )}
    </Dialog>
  )
}
