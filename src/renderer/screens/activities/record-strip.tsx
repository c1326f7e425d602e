import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { judgeChange, judgeContent } from '../../../shared/activities/judge.ts'
import { dayOfState } from '../../../shared/activities/on-day.ts'
import { formatWhen, readWhen } from '../../../shared/activities/read-when.ts'
import {
  type ActivityRecord,
  contentOf,
  type StateChange,
  tookPlace,
} from '../../../shared/activities/record.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { KeptDraft } from '../../../shared/contract/schemas/drafts.ts'
import type { ActivityState } from '../../../shared/statistics/rows.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import { readDay } from '../../../shared/time/read-day.ts'
import { activityProblemWords, activityWords, whenReadingWords } from '../../../shared/words/activities.ts'
import { dayReadingWords } from '../../../shared/words/time.ts'
import { Button } from '../../ui/button.tsx'
import { type CodeChoice, CodeField } from '../../ui/code-field.tsx'
import { isComposingKey } from '../../ui/composition.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { WatchedText } from '../../ui/watched-text.tsx'
import {
  AttendanceFields,
  DayLine,
  type FieldsProps,
  Line,
  MeasureFields,
  WhenField,
} from './form-fields.tsx'
import { groupsIn, measuresIn, readCount, type Texts, textsOf } from './form-texts.ts'
import type { Choices } from './rows.ts'
import { draftFor, useDraft } from './use-draft.ts'
import { useWrite } from './use-write.ts'

const words = activityWords.record

const results = ['held', 'partlyHeld', 'substituted', 'cancelled', 'postponed', 'planned'] as const
const kana: Readonly<Record<string, string>> = {
  held: 'じっし',
  partlyHeld: 'いちぶじっし',
  substituted: 'だいたいじっし',
  cancelled: 'ちゅうし',
  postponed: 'えんき',
  planned: 'よてい',
}
const choicesOfState: readonly CodeChoice[] = results.map((code, index) => ({
  code,
  digit: String(index + 1),
  label: activityWords.states[code],
  kana: kana[code] ?? '',
}))

export interface RecordStripProps {
  readonly record: ActivityRecord
  readonly kept: readonly KeptDraft[]
  readonly choices: Choices
  readonly fiscalYear: FiscalYear
  readonly isReadOnly: boolean
  /** Words about what comes after: 「あと３件」. */
  readonly left: number
  readonly onSaved: (record: ActivityRecord) => void
  readonly onClose: () => void
}

/** 結果を記録: state, day and attendance of one session in one row; Ctrl+Enter saves and goes on to the next. */
export function RecordStrip(props: RecordStripProps) {
  const { record, choices } = props
  const form = useRef<HTMLFormElement>(null)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const { write, isBusy, error, clear } = useWrite()
  const draft = useDraft({
    kind: 'activityResult',
    targetId: record.id,
    start: startOf(record),
    revision: record.revision,
    kept: draftFor(props.kept, record.id),
  })
  const { texts } = draft
  const state = (texts.state ?? 'held') as ActivityState
  const took = tookPlace(state)
  const reading = readChange(texts, record, props)
  const isGood = Object.keys(reading.problems).length === 0
  useEffect(() => {
    // The first number is what is typed most; the rest is filled in.
    const at = (selector: string) => form.current?.querySelector<HTMLElement>(selector)
    const target = at('.act-groups input') ?? at('input')
    target?.focus()
  }, [])

  const set = (name: string, value: string) => {
    setTouched((names) => (names.has(name) ? names : new Set([...names, name])))
    clear()
    draft.set(name, value)
  }
  const save = async () => {
    setTouched(new Set([...touched, ...Object.keys(reading.problems)]))
    if (!isGood || isBusy) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    const content = { ...contentOf(record), attendance: reading.attendance, measures: reading.measures }
    const answer = await write('activities.save', {
      id: record.id,
      revision: record.revision,
      content: plain(content),
      change: plain(reading.change),
    })
    if (!answer.ok) return
    await draft.settle(startOf(record), answer.value.revision)
    props.onSaved(answer.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposingKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      // A key held down must not record the session after this one.
      if (!event.repeat) void save()
    }
    if (event.key === 'Escape' && !event.defaultPrevented) props.onClose()
  }
  const fields: FieldsProps = {
    texts,
    set,
    problems: reading.problems,
    shows: (name) => touched.has(name),
    choices,
    fiscalYear: props.fiscalYear,
    isReadOnly: props.isReadOnly || isBusy,
  }
  // A survey's figures come in by stratum over weeks: they are written into its form.
  const isSurvey = record.kind === 'survey'
  const needsReason = state === 'cancelled' || state === 'postponed'
  const stateProblem = touched.has('state') || touched.has('reason') ? reading.problems.state : undefined
  return (
    <form
      ref={form}
      className="act-form act-strip"
      aria-label={words.title}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void draft.flush()
      }}
    >
      <div className="act-form-head">
        <h2>{words.title}</h2>
        <b>{words.of(formatWhen(record.planned) || activityWords.undated, record.title)}</b>
        <span className="sub act-right">{props.left > 1 ? words.left(String(props.left - 1)) : ''}</span>
      </div>
      <div className="act-form-body">
        {error && <ErrorNotice error={error} />}
        <div className="act-cols">
          <div className="act-col">
            <CodeField
              label={words.state}
              choices={choicesOfState}
              value={state}
              onChange={(code) => set('state', code ?? 'held')}
              isReadOnly={props.isReadOnly}
              {...(stateProblem === undefined ? {} : { reading: stateProblem, tone: 'stop' as const })}
            />
            {took ? (
              <WhenField {...fields} name="held" label={words.heldOn} />
            ) : (
              <DayLine {...fields} name="on" label={words.decidedOn} />
            )}
            {state === 'postponed' && (
              <WhenField {...fields} name="newDate" label={words.newDate} hint={words.newDateHint} />
            )}
          </div>
          <div className="act-col">
            {took ? (
              <>
                <AttendanceFields {...fields} note={activityWords.form.blank} />
                {!isSurvey && <MeasureFields {...fields} texts={{ ...texts, kind: record.kind }} />}
              </>
            ) : (
              <WatchedText
                label={words.reason}
                value={texts.reason ?? ''}
                onChange={(value) => set('reason', value)}
                hint={activityWords.form.noNames}
                longest={1000}
                isReadOnly={props.isReadOnly}
              />
            )}
            {!took && needsReason && reading.problems.reason !== undefined && touched.has('reason') && (
              <p className="reading bad" role="alert">
                {reading.problems.reason}
              </p>
            )}
            <Line {...fields} name="evidence" label={words.evidence} placeholder={words.evidenceHint} />
          </div>
        </div>
      </div>
      <div className="act-form-foot">
        <span className="act-keys">
          <kbd>Tab</kbd> {activityWords.form.keys.next}
          <kbd>1–6</kbd> {words.state}
          <kbd>Esc</kbd> {activityWords.form.keys.leave}
        </span>
        <Button size="form" look="solid" isDisabled={props.isReadOnly || isBusy} onPress={() => void save()}>
          {props.left > 1 ? words.save : words.saveLast}　Ctrl+Enter
        </Button>
      </div>
    </form>
  )
}

function startOf(record: ActivityRecord): Texts {
  const own = textsOf(record)
  const groups = Object.fromEntries(
    Object.entries(own).filter(([name]) => name.startsWith('group.') || name.startsWith('measure.')),
  )
  return {
    state: 'held',
    held: formatWhen(record.planned, { weekday: false, digits: 'halfWidth' }),
    on: '',
    reason: '',
    evidence: '',
    newDate: '',
    ...groups,
  }
}

interface ChangeReading {
  readonly change: StateChange
  readonly attendance: ActivityRecord['attendance']
  readonly measures: ActivityRecord['measures']
  readonly problems: Readonly<Record<string, string>>
}

/** Reads the strip (pure but for the words). */
function readChange(texts: Texts, record: ActivityRecord, props: RecordStripProps): ChangeReading {
  const { today } = props.choices
  const context = { fiscalYear: props.fiscalYear }
  const problems: Record<string, string> = {}
  const state = (texts.state ?? 'held') as ActivityState
  const took = tookPlace(state)
  const held = readWhen(texts.held ?? '', context)
  const decided = readDay(texts.on ?? '', context)
  const newDate = readWhen(texts.newDate ?? '', context)
  if (!took && !decided.ok) problems.on = dayReadingWords(decided)
  if (took && !held.ok) problems.held = activityProblemWords('heldMissing')
  if (state === 'postponed' && !newDate.ok) problems.newDate = whenReadingWords(newDate)
  const heldDate = took && held.ok ? held.date : null
  const change: StateChange = {
    state,
    on: heldDate !== null ? dayOfState(heldDate, today) : decided.ok ? decided.day : today,
    reason: (texts.reason ?? '').trim(),
    evidence: (texts.evidence ?? '').trim(),
    held: heldDate,
    planned: state === 'postponed' && newDate.ok ? newDate.date : null,
  }
  const attendance = took
    ? groupsIn(texts).flatMap((group) => {
        const { value, problem } = readCount(texts[`group.${group}`] ?? '')
        if (problem !== null) problems[`group.${group}`] = problem
        return value === null ? [] : [{ group, count: value }]
      })
    : []
  const measures = measuresIn(texts, record.kind).flatMap(({ statistic, stratum, name }) => {
    const { value, problem } = readCount(texts[name] ?? '')
    if (problem !== null) problems[name] = problem
    return value === null ? [] : [{ statistic, stratum, value }]
  })
  const content = { ...contentOf(record), attendance, measures }
  for (const [field, problem] of Object.entries(judgeContent(content, state))) {
    if (field.startsWith('measure.')) problems[field] ??= activityProblemWords(problem)
  }
  if (change.reason.length > 1000) problems.reason = activityWords.form.tooLong(1000)
  if (change.evidence.length > 1000) problems.evidence = activityWords.form.tooLong(1000)
  for (const [field, problem] of Object.entries(judgeChange({ ...record, attendance }, change, today))) {
    // A held date stands for the day of the state: its field is the one in sight.
    const shown = took && field === 'on' ? 'held' : field === 'planned' ? 'newDate' : field
    problems[shown] ??= activityProblemWords(problem)
  }
  return { change, attendance, measures, problems }
}
