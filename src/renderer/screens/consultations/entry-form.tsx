import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useRef,
} from 'react'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { isComposingKey } from '../../ui/composition.ts'
import { Notice } from '../../ui/notice.tsx'
import { type EntryContext, EntryContextValue, type Locked } from './entry-context.ts'
import {
  AgeRow,
  CaseRow,
  CodeRow,
  CodesRow,
  DayRow,
  NoteRow,
  PartyRow,
  ReferralRow,
} from './entry-fields.tsx'
import type { EntryField } from './entry-values.ts'

export interface EntryFormHandle {
  /** Moves the focus to a field, by default the first. */
  focus(field?: EntryField): void
}

/** Every field has the name of its value, so that an error can lead there. */
function Place(props: { readonly of: EntryField; readonly children: ReactNode }) {
  return (
    <div className="place" data-field={props.of}>
      {props.children}
    </div>
  )
}

/** Drawn once: each field hears of its own value, and what is around the form may change as it likes. */
const Fields = memo(function Fields() {
  return (
    <div className="entry-columns">
      <div className="first">
        <Place of="day">
          <DayRow />
        </Place>
        <Place of="method">
          <CodeRow field="method" />
        </Place>
        <Place of="caller">
          <CodeRow field="caller" />
        </Place>
        <Place of="companions">
          <CodesRow field="companions" reading={words.readings.many} />
        </Place>
        <Place of="case">
          <CaseRow />
        </Place>
        <Place of="age">
          <AgeRow />
        </Place>
        <div className="pair">
          <Place of="sex">
            <CodeRow field="sex" />
          </Place>
          <Place of="duration">
            <CodeRow field="duration" />
          </Place>
        </div>
        <div className="pair">
          <Place of="schooling">
            <CodeRow field="schooling" />
          </Place>
          <Place of="economic">
            <CodeRow field="economic" />
          </Place>
        </div>
        <div className="pair">
          <Place of="household">
            <CodeRow field="household" />
          </Place>
          <Place of="area">
            <CodeRow field="area" />
          </Place>
        </div>
      </div>
      <div className="second">
        <Place of="route">
          <CodeRow field="route" />
        </Place>
        <Place of="mainTopic">
          <CodeRow field="mainTopic" note={words.fieldNotes.main} />
        </Place>
        <Place of="topics">
          <CodesRow field="topics" note={words.fieldNotes.other} reading={words.readings.many} />
        </Place>
        <Place of="factors">
          <CodesRow field="factors" reading={words.readings.again} />
        </Place>
        <Place of="supports">
          <CodesRow field="supports" reading={words.readings.many} />
        </Place>
        <Place of="referrals">
          <ReferralRow />
        </Place>
        <Place of="party">
          <PartyRow />
        </Place>
        <Place of="note">
          <NoteRow />
        </Place>
      </div>
    </div>
  )
})

/** The fields in the two columns and the order of the paper form; keys of the whole form. */
export function EntryForm(props: {
  readonly context: EntryContext
  readonly label: string
  readonly head: ReactNode
  readonly notices?: ReactNode
  readonly foot: ReactNode
  readonly locked: {
    readonly why: NonNullable<Locked>
    readonly month: string
    /** What to press about it. */
    readonly wayOut?: ReactNode
  } | null
  readonly onSave: () => void
  readonly onEscape: () => void
  readonly onTakeAll: () => void
  readonly handle: Ref<EntryFormHandle>
}) {
  const form = useRef<HTMLElement>(null)
  useImperativeHandle(props.handle, () => ({
    focus(field = 'day') {
      form.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea)`)?.focus()
    },
  }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposingKey(event) || event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      props.onSave()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      props.onEscape()
    } else if (event.key === 'F8') {
      event.preventDefault()
      props.onTakeAll()
    }
  }
  return (
    <EntryContextValue value={props.context}>
      <section
        className="entry"
        aria-label={props.label}
        ref={form}
        onKeyDown={onKeyDown}
        onFocus={keepInSight}
      >
        <div className="entry-head">{props.head}</div>
        <div className="entry-body">
          {props.locked && (
            <Notice
              look="warn"
              title={words.form.locked[props.locked.why](props.locked.month)}
              actions={props.locked.wayOut}
            >
              {words.form.lockedNext[props.locked.why]}
            </Notice>
          )}
          {props.notices}
          <Fields />
        </div>
        <div className="entry-keys">{props.foot}</div>
      </section>
    </EntryContextValue>
  )
}

/** A field of which the reading has grown is seen whole when the focus comes to it. */
function keepInSight({ target }: FocusEvent): void {
  target.closest('.place')?.scrollIntoView({ block: 'nearest' })
}

/** The keys at the foot of the form, as its bar shows them. */
export function KeyLegend() {
  const keys = [
    ['Tab', words.form.legendNext],
    ['0–9', words.form.legendCandidates],
    ['F4', words.form.legendSame],
    ['F8', words.form.legendAll],
    ['Esc', words.form.legendLeave],
  ] as const
  return (
    <div className="legend">
      {keys.map(([key, action]) => (
        <span key={key}>
          <kbd>{key}</kbd>
          {action}
        </span>
      ))}
    </div>
  )
}
