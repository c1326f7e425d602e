import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import { useRequest } from '../../api/queries.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { ActivityForm } from './activity-form.tsx'
import type { Texts } from './form-texts.ts'
import { ActivityPanel } from './panel.tsx'
import { RecordStrip } from './record-strip.tsx'
import type { Choices } from './rows.ts'
import { useKept } from './use-kept.ts'
import type { ActivitiesView } from './use-view.ts'

export interface OpenActivityProps {
  /** `new` for one that is being made. */
  readonly id: string
  readonly task: ActivitiesView['task']
  /** Under the list. */
  readonly place: HTMLElement | null
  readonly choices: Choices
  readonly frame: TimeFrame
  readonly isReadOnly: boolean
  /** Sessions whose result waits, this one among them. */
  readonly left: number
  readonly start?: Texts
  readonly onTask: (task: ActivitiesView['task']) => void
  readonly onSaved: (id: string) => void
  readonly onRecorded: (id: string) => void
  readonly onDone: () => void
  readonly onClose: () => void
}

/** The chosen activity: its panel at the right, and under the list what is being done with it. */
export function OpenActivity(props: OpenActivityProps) {
  if (props.id === 'new') return <NewActivity {...props} />
  return <StoredActivity {...props} />
}

function NewActivity(props: OpenActivityProps) {
  const kept = useKept('activity')
  if (kept === null) return null
  return (
    <Below place={props.place}>
      <ActivityForm
        record={null}
        kept={kept}
        choices={props.choices}
        fiscalYear={props.frame.fiscalYear}
        isReadOnly={props.isReadOnly}
        {...(props.start ? { start: props.start } : {})}
        onSaved={(record) => props.onSaved(record.id)}
        onClose={props.onDone}
      />
    </Below>
  )
}

function StoredActivity(props: OpenActivityProps) {
  const read = useRequest('activities.read', { id: props.id })
  if (read.data === undefined) {
    return (
      <SidePanel title={activityWords.title} onClose={props.onClose} closeWords={activityWords.panel.close}>
        <section>
          {read.isError ? <ErrorNotice error={read.error} /> : <Loading>{activityWords.loading}</Loading>}
        </section>
      </SidePanel>
    )
  }
  const isFixed = props.isReadOnly || read.data.locked !== null
  const latest = read.data.activity.log.at(-1)?.state
  const isWaiting = latest === 'planned' || latest === 'postponed'
  return (
    <>
      <ActivityPanel
        read={read.data}
        choices={props.choices}
        asOf={props.frame.asOf}
        isReadOnly={props.isReadOnly}
        onEdit={() => props.onTask('edit')}
        onRecord={() => props.onTask('record')}
        onRemoved={props.onClose}
        onClose={props.onClose}
      />
      {(props.task === 'edit' || (props.task === 'record' && !isWaiting)) && (
        <Edit {...props} record={read.data.activity} isReadOnly={isFixed} />
      )}
      {props.task === 'record' && isWaiting && (
        <Record {...props} record={read.data.activity} isReadOnly={isFixed} />
      )}
    </>
  )
}

type WithRecord = OpenActivityProps & { readonly record: Parameters<typeof RecordStrip>[0]['record'] }

function Edit(props: WithRecord) {
  const kept = useKept('activity')
  if (kept === null) return null
  return (
    <Below place={props.place}>
      <ActivityForm
        record={props.record}
        kept={kept}
        choices={props.choices}
        fiscalYear={props.frame.fiscalYear}
        isReadOnly={props.isReadOnly}
        onSaved={() => undefined}
        onClose={props.onDone}
      />
    </Below>
  )
}

function Record(props: WithRecord) {
  const kept = useKept('activityResult')
  if (kept === null) return null
  return (
    <Below place={props.place}>
      <RecordStrip
        record={props.record}
        kept={kept}
        choices={props.choices}
        fiscalYear={props.frame.fiscalYear}
        isReadOnly={props.isReadOnly}
        left={props.left}
        onSaved={(record) => props.onRecorded(record.id)}
        onClose={props.onDone}
      />
    </Below>
  )
}

/** Under the list, where the screen keeps a place for it. */
function Below(props: { readonly place: HTMLElement | null; readonly children: ReactNode }) {
  return props.place === null ? null : createPortal(props.children, props.place)
}
