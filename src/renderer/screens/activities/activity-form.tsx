import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { categoryOfKind } from '../../../shared/activities/kinds.ts'
import { dayOfState, firstDayOfDate, fiscalYearOfDate } from '../../../shared/activities/on-day.ts'
import { readWhen } from '../../../shared/activities/read-when.ts'
import { type ActivityContent, type ActivityRecord, tookPlace } from '../../../shared/activities/record.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { KeptDraft } from '../../../shared/contract/schemas/drafts.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import { readDay } from '../../../shared/time/read-day.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import { useClient } from '../../api/client-context.tsx'
import { useInTurn } from '../../api/use-in-turn.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choice.tsx'
import { isComposingKey } from '../../ui/composition.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import {
  AttendanceFields,
  DayLine,
  DetailFields,
  type FieldsProps,
  MeasureFields,
  PlanFields,
} from './form-fields.tsx'
import { readForm, sameTexts, type Texts, textsOf } from './form-texts.ts'
import type { Choices } from './rows.ts'
import { draftFor, useDraft } from './use-draft.ts'
import { useWrite } from './use-write.ts'

const words = activityWords.form
const empty: Texts = { state: 'planned' }

export interface ActivityFormProps {
  /** Null: a new one. */
  readonly record: ActivityRecord | null
  readonly kept: readonly KeptDraft[]
  readonly choices: Choices
  readonly fiscalYear: FiscalYear
  readonly isReadOnly: boolean
  /** Fields that a new one begins with: the party of the last one. */
  readonly start?: Texts
  readonly onSaved: (record: ActivityRecord, isNew: boolean) => void
  readonly onClose: () => void
}

/**
 * An activity under the list, field by field as on paper. What is typed is on disk as a draft at once; a
 * record that can be saved is saved when the form is left, and by Ctrl+Enter.
 */
export function ActivityForm(props: ActivityFormProps) {
  const { record, choices } = props
  const client = useClient()
  const form = useRef<HTMLFormElement>(null)
  const first = useRef<HTMLInputElement>(null)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [theirs, setTheirs] = useState<ActivityRecord | null>(null)
  const { write, isBusy, error, clear } = useWrite()
  const draft = useDraft({
    kind: 'activity',
    targetId: record?.id ?? null,
    start: record === null ? { ...empty, ...props.start } : textsOf(record),
    revision: record?.revision ?? 0,
    kept: draftFor(props.kept, record?.id ?? null),
  })
  const { texts } = draft
  const { state, problems } = readAll(texts, record, props.fiscalYear)
  const isGood = Object.keys(problems).length === 0
  const { settle } = draft

  useEffect(() => first.current?.focus(), [])
  useEffect(() => {
    // Saved by 「もう一度」, undone, or changed elsewhere while nothing was typed here: the form follows.
    const isSame = record !== null && sameTexts(textsOf(record), texts)
    if (record && record.revision !== draft.revision && (isSame || !draft.isDirty)) {
      void settle(textsOf(record), record.revision)
    }
  }, [record, draft.revision, draft.isDirty, texts, settle])

  const set = (name: string, value: string) => {
    setTouched((names) => (names.has(name) ? names : new Set([...names, name])))
    clear()
    if (name !== 'kind') return draft.set(name, value)
    // The category follows the kind while the clerk has not said otherwise.
    const usual = categoryOfKind(value)
    const follows =
      (texts.category ?? '') === '' || texts.category === String(categoryOfKind(texts.kind ?? ''))
    draft.replace({
      ...texts,
      kind: value,
      ...(usual !== null && follows ? { category: String(usual) } : {}),
    })
  }

  const saveNow = async (): Promise<boolean> => {
    const { texts: sent, revision, isDirty } = draft.now()
    const { content, problems: left } = readAll(sent, record, props.fiscalYear)
    setTouched(new Set([...Object.keys(left), ...touched]))
    if (Object.keys(left).length > 0) return false
    if (record !== null && !isDirty) return true
    const answer =
      record === null
        ? await write('activities.create', newInput(content, sent, props))
        : await write('activities.save', {
            id: record.id,
            revision,
            content: plain(asStored(content, sent, record)),
            change: null,
          })
    if (!answer.ok) {
      if (answer.error.code === 'conflict' && record !== null) {
        const now = await client.call('activities.read', { id: record.id })
        if (now.ok) setTheirs(now.value.activity)
      }
      return false
    }
    if (record === null) await settle({ ...empty }, 0)
    else await settle(textsOf(answer.value), answer.value.revision, sent)
    props.onSaved(answer.value, record === null)
    return true
  }
  const save = useInTurn(saveNow)
  // A new one is shown by the screen itself.
  const leave = () => {
    if (record !== null) props.onClose()
  }
  const resumes = useRef(false)
  useEffect(() => {
    // 「今の入力で保存する」: once what was typed stands on the new revision.
    if (!resumes.current || draft.revision === 0) return
    resumes.current = false
    void save()
  }, [draft.revision, save])
  const leaving = useRef({ isDirty: false })
  leaving.current = {
    isDirty: draft.isDirty && record !== null && isGood && !props.isReadOnly && theirs === null,
  }
  useEffect(
    () => () => {
      if (leaving.current.isDirty) void save()
    },
    [save],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposingKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      // A key held down must not save the record after this one.
      if (!event.repeat)
        void save().then((saved) => {
          if (saved) leave()
          else form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
        })
    }
    if (event.key === 'Escape' && !event.defaultPrevented) props.onClose()
  }
  const fields: FieldsProps = {
    texts,
    set,
    problems,
    shows: (name) => touched.has(name),
    choices,
    fiscalYear: props.fiscalYear,
    // A new one is another form once it is in the ledger: nothing may be typed into this one meanwhile.
    isReadOnly: props.isReadOnly || (isBusy && record === null),
  }
  const took = tookPlace(state)
  const isSurvey = texts.kind === 'survey'
  const hasAttendance = Object.keys(texts).some((name) => name.startsWith('group.') && texts[name] !== '')
  const hasRed = !isGood && Object.keys(problems).some((name) => touched.has(name))
  return (
    <>
      <form
        ref={form}
        className="act-form"
        aria-label={record === null ? words.newTitle : words.editTitle}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget)) return
          if (leaving.current.isDirty) void save()
          else void draft.flush()
        }}
      >
        <div className="act-form-head">
          <h2>{record === null ? words.newTitle : words.editTitle}</h2>
          {draft.isDirty && <span className="sub">{words.kept}</span>}
          {draft.isDirty && record === null && (
            <Button look="text" onPress={() => void settle({ ...empty }, 0).then(props.onClose)}>
              {words.throwAway}
            </Button>
          )}
        </div>
        <div className="act-form-body">
          {error && error.code !== 'conflict' && <ErrorNotice error={error} />}
          <div className="act-cols">
            <div className="act-col">
              <PlanFields {...fields} today={choices.today} firstRef={first} />
              {record === null && (
                <>
                  <Radios
                    label={words.state}
                    value={state === 'held' ? 'held' : 'planned'}
                    choices={[
                      { value: 'planned', label: activityWords.states.planned },
                      { value: 'held', label: activityWords.states.held },
                    ]}
                    onChange={(value) => draft.set('state', value)}
                  />
                  <DayLine {...fields} name="plannedOn" label={words.plannedOn} hint={words.plannedOnHint} />
                </>
              )}
              {isSurvey && <MeasureFields {...fields} />}
            </div>
            <div className="act-col">
              <DetailFields {...fields} />
              {(took || hasAttendance) && <AttendanceFields {...fields} note={words.blank} />}
              {!isSurvey && <MeasureFields {...fields} />}
            </div>
          </div>
        </div>
        <div className="act-form-foot">
          <span className="act-keys">
            <kbd>Tab</kbd> {words.keys.next}
            <kbd>0–9</kbd> {words.keys.choose}
            <kbd>Esc</kbd> {words.keys.leave}
          </span>
          {hasRed && <span className="sub">{words.fix}</span>}
          <Button
            size="form"
            look="solid"
            isDisabled={props.isReadOnly || isBusy}
            onPress={() => void save().then((saved) => saved && leave())}
          >
            {record === null ? words.saveNew : words.save}　Ctrl+Enter
          </Button>
        </div>
      </form>
      {theirs && (
        <ConflictDialog
          mine={texts}
          theirs={textsOf(theirs)}
          choices={choices}
          onChoose={(keep) => {
            const now = theirs
            setTheirs(null)
            clear()
            if (keep === 'theirs')
              void settle(textsOf(now), now.revision).then(() => props.onSaved(now, false))
            else {
              resumes.current = true
              draft.rebase(textsOf(now), now.revision)
            }
          }}
          onClose={() => setTheirs(null)}
        />
      )}
    </>
  )
}

/** What the texts say, with every problem by its field. */
function readAll(texts: Texts, record: ActivityRecord | null, fiscalYear: FiscalYear) {
  const typed: 'held' | 'planned' = texts.state === 'held' ? 'held' : 'planned'
  const state = record === null ? typed : (record.log.at(-1)?.state ?? null)
  const { content, problems } = readForm(texts, { fiscalYear, state })
  return { state, content, problems: { ...problems, ...plannedOnProblem(texts, fiscalYear) } }
}

/** Names that were not touched stay as they are stored: one may itself hold a 「、」. */
function asStored(content: ActivityContent, texts: Texts, record: ActivityRecord): ActivityContent {
  return texts.partners === textsOf(record).partners ? { ...content, partners: record.partners } : content
}

function plannedOnProblem(texts: Texts, fiscalYear: FiscalYear): Readonly<Record<string, string>> {
  const text = texts.plannedOn ?? ''
  if (text.trim() === '' || readDay(text, { fiscalYear }).ok) return {}
  return { plannedOn: activityWords.form.fix }
}

function newInput(content: ActivityContent, texts: Texts, props: ActivityFormProps) {
  const { today } = props.choices
  const start = firstDayOfDate(content.planned)
  const typed = readDay(texts.plannedOn ?? '', { fiscalYear: props.fiscalYear })
  const plannedOn = typed.ok ? typed.day : start !== null && start < today ? start : today
  const held = texts.state === 'held'
  const when = readWhen(texts.planned ?? '', { fiscalYear: props.fiscalYear })
  const date = when.ok ? when.date : content.planned
  return {
    content: plain(content),
    fiscalYear: fiscalYearOfDate(date, props.fiscalYear),
    plannedOn,
    change: held
      ? {
          state: 'held' as const,
          on: dayOfState(date, today),
          reason: '',
          evidence: '',
          held: plain(date),
          planned: null,
        }
      : null,
  }
}
