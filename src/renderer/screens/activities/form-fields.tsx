import { OctagonX } from 'lucide-react'
import { firstDayOfDate } from '../../../shared/activities/on-day.ts'
import { readWhen } from '../../../shared/activities/read-when.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { readDay } from '../../../shared/time/read-day.ts'
import { activityWords, whenReadingWords } from '../../../shared/words/activities.ts'
import { dayReadingWords } from '../../../shared/words/time.ts'
import { CodeField } from '../../ui/code-field.tsx'
import { grouped } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { type Reading, TextField } from '../../ui/text-field.tsx'
import { WatchedText } from '../../ui/watched-text.tsx'
import { categoryChoices, kindChoices, namedChoices } from './choices.ts'
import { groupsIn, measuresIn, readCount, type Texts } from './form-texts.ts'
import type { Choices } from './rows.ts'

const words = activityWords.form

export interface FieldsProps {
  readonly texts: Texts
  readonly set: (name: string, value: string) => void
  readonly problems: Readonly<Record<string, string>>
  /** Problems of fields that were not touched yet are not shown. */
  readonly shows: (name: string) => boolean
  readonly choices: Choices
  readonly fiscalYear: FiscalYear
  readonly isReadOnly: boolean
}

/** Why a field cannot be used, once it was touched; else its reading. */
export function judged(props: FieldsProps, name: string, reading: Reading | null = null): Reading | null {
  const problem = props.problems[name]
  return problem !== undefined && props.shows(name) ? { ok: false, words: problem } : reading
}

/** A line of text. */
export function Line(
  props: FieldsProps & {
    readonly name: string
    readonly label: string
    readonly hint?: string
    readonly placeholder?: string
    readonly inputRef?: React.Ref<HTMLInputElement>
  },
) {
  const { name } = props
  return (
    <TextField
      label={props.label}
      value={props.texts[name] ?? ''}
      onChange={(value) => props.set(name, value)}
      reading={judged(props, name)}
      hint={props.hint}
      isReadOnly={props.isReadOnly}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(props.inputRef === undefined ? {} : { inputRef: props.inputRef })}
    />
  )
}

/** A day, a month, months or nothing, with how it was read. */
export function WhenField(
  props: FieldsProps & { readonly name: string; readonly label: string; readonly hint?: string },
) {
  const text = props.texts[props.name] ?? ''
  const reading = readWhen(text, { fiscalYear: props.fiscalYear })
  const shown: Reading = {
    ok: reading.ok && reading.findings.length === 0,
    words: whenReadingWords(reading),
  }
  return (
    <TextField
      label={props.label}
      kind="day"
      value={text}
      onChange={(value) => props.set(props.name, value)}
      reading={judged(props, props.name, shown)}
      hint={props.hint}
      isReadOnly={props.isReadOnly}
    />
  )
}

/** A day that may be left empty. */
export function DayLine(
  props: FieldsProps & { readonly name: string; readonly label: string; readonly hint?: string },
) {
  const text = props.texts[props.name] ?? ''
  const reading = text.trim() === '' ? null : readDay(text, { fiscalYear: props.fiscalYear })
  const shown = reading === null ? null : { ok: reading.ok, words: dayReadingWords(reading) }
  return (
    <TextField
      label={props.label}
      kind="day"
      value={text}
      onChange={(value) => props.set(props.name, value)}
      reading={judged(props, props.name, shown)}
      hint={props.hint}
      isReadOnly={props.isReadOnly}
    />
  )
}

/** A count; the reading only where it says more than the digits. */
export function CountField(props: FieldsProps & { readonly name: string; readonly label: string }) {
  const text = props.texts[props.name] ?? ''
  const { value, problem } = readCount(text)
  const plain = /^\d{0,3}$/.test(text.trim())
  const shown: Reading | null =
    problem !== null
      ? { ok: false, words: problem }
      : value === null || plain
        ? null
        : { ok: true, words: grouped(value) }
  return (
    <TextField
      label={props.label}
      kind="number"
      value={text}
      onChange={(next) => props.set(props.name, next)}
      reading={judged(props, props.name, shown)}
      isReadOnly={props.isReadOnly}
    />
  )
}

/** 名称 to 時間: what is needed for a plan, in the order of the paper form. */
export function PlanFields(
  props: FieldsProps & { readonly today: Day; readonly firstRef?: React.Ref<HTMLInputElement> },
) {
  const { texts, set, choices } = props
  const planned = readWhen(texts.planned ?? '', { fiscalYear: props.fiscalYear })
  const day = (planned.ok ? firstDayOfDate(planned.date) : null) ?? props.today
  const field = (name: string) => ({
    value: texts[name] === '' || texts[name] === undefined ? null : (texts[name] ?? null),
    onChange: (code: string | null) => set(name, code ?? ''),
    isReadOnly: props.isReadOnly,
    ...(props.problems[name] !== undefined && props.shows(name)
      ? { reading: props.problems[name], tone: 'stop' as const }
      : {}),
  })
  return (
    <>
      <Line {...props} name="title" label={words.titleField} inputRef={props.firstRef ?? null} />
      <CodeField
        label={words.kind}
        choices={kindChoices(choices, day, texts.kind ?? '')}
        {...field('kind')}
      />
      {texts.kind === 'other' && <Line {...props} name="kindOther" label={words.kindOther} />}
      <CodeField label={words.category} choices={categoryChoices} {...field('category')} />
      <CodeField
        label={words.party}
        choices={namedChoices(choices.parties, day, texts.party ?? '')}
        {...field('party')}
      />
      <CodeField
        label={words.venue}
        choices={namedChoices(choices.venues, day, texts.venue ?? '')}
        {...field('venue')}
      />
      <WhenField {...props} name="planned" label={words.planned} />
      <Line {...props} name="hours" label={words.hours} placeholder={words.hoursExample} />
    </>
  )
}

/** 共催・協力 to 申込: what may be told beside. */
export function DetailFields(props: FieldsProps) {
  const { texts, set } = props
  return (
    <>
      <Line {...props} name="partners" label={words.partners} placeholder={words.partnersHint} />
      <Line {...props} name="publicPersons" label={words.publicPersons} hint={words.publicPersonsHint} />
      <WatchedText
        label={words.purpose}
        value={texts.purpose ?? ''}
        onChange={(value) => set('purpose', value)}
        placeholder={words.noNames}
        longest={4000}
        isReadOnly={props.isReadOnly}
      />
      <WatchedText
        label={words.content}
        value={texts.content ?? ''}
        onChange={(value) => set('content', value)}
        placeholder={words.noNames}
        longest={4000}
        isReadOnly={props.isReadOnly}
      />
      <div className="act-pair">
        <CountField {...props} name="capacity" label={words.capacity} />
        <CountField {...props} name="applications" label={words.applications} />
      </div>
    </>
  )
}

/** 参加者数 by group with the total as typed. */
export function AttendanceFields(props: FieldsProps & { readonly note: string }) {
  const groups = groupsIn(props.texts)
  const counts = groups.map((group) => readCount(props.texts[`group.${group}`] ?? ''))
  const given = counts.flatMap(({ value }) => (value === null ? [] : [value]))
  const whole = given.reduce((sum, value) => sum + value, 0)
  const label = (group: string) => props.choices.groups.find(({ code }) => code === group)?.label ?? group
  const unread = counts.find((one) => one.problem !== null)?.problem ?? null
  const problem = unread ?? props.problems.attendance ?? null
  return (
    <fieldset className="act-counts">
      <legend>{words.attendance}</legend>
      <div className="act-groups">
        {groups.map((group, index) => (
          <SmallCount
            key={group}
            label={label(group)}
            value={props.texts[`group.${group}`] ?? ''}
            problem={counts[index]?.problem ?? null}
            onChange={(value) => props.set(`group.${group}`, value)}
            isReadOnly={props.isReadOnly}
          />
        ))}
        <output className="act-total" aria-live="polite">
          {given.length === 0 || unread !== null
            ? activityWords.record.totalNone
            : activityWords.record.total(grouped(whole))}
        </output>
      </div>
      <CountNote problem={problem} note={props.note} />
    </fieldset>
  )
}

/** Under a row of numbers: what is wrong with one of them, else what a blank means. */
function CountNote(props: { readonly problem: string | null; readonly note: string }) {
  return (
    <p
      className={props.problem === null ? 'act-count-note sub' : 'act-count-note reading bad'}
      aria-live="polite"
    >
      {props.problem !== null && <Icon of={OctagonX} size={14} />}
      {props.problem ?? props.note}
    </p>
  )
}

/** A small number under its label. */
export function SmallCount(props: {
  readonly label: string
  readonly value: string
  readonly problem: string | null
  readonly onChange: (value: string) => void
  readonly isReadOnly: boolean
  readonly inputRef?: React.Ref<HTMLInputElement>
}) {
  return (
    <label className="act-small">
      <span>{props.label}</span>
      <input
        className="in number"
        ref={props.inputRef}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onFocus={(event) => event.target.select()}
        readOnly={props.isReadOnly}
        aria-invalid={props.problem !== null || undefined}
        data-invalid={props.problem === null ? undefined : ''}
        title={props.problem ?? undefined}
        autoComplete="off"
        inputMode="numeric"
      />
    </label>
  )
}

/** What the kind asks for beside attendance; a survey by stratum. */
export function MeasureFields(props: FieldsProps) {
  const measures = measuresIn(props.texts, props.texts.kind ?? '')
  const plain = measures.filter(({ stratum }) => stratum === null)
  const strata = [...new Set(measures.flatMap(({ stratum }) => stratum ?? []))]
  const statistics = [
    ...new Set(measures.flatMap(({ statistic, stratum }) => (stratum === null ? [] : [statistic]))),
  ]
  const label = (statistic: string) => activityWords.shortMeasures[statistic] ?? statistic
  const problemOf = (name: string) =>
    readCount(props.texts[name] ?? '').problem ?? props.problems[name] ?? null
  if (measures.length === 0) return null
  const problem = measures.map(({ name }) => problemOf(name)).find((one) => one !== null)
  return (
    <fieldset className="act-counts">
      <legend>{strata.length > 0 ? words.survey : words.measures}</legend>
      {plain.length > 0 && (
        <div className="act-groups">
          {plain.map(({ statistic, name }) => (
            <SmallCount
              key={name}
              label={label(statistic)}
              value={props.texts[name] ?? ''}
              problem={problemOf(name)}
              onChange={(value) => props.set(name, value)}
              isReadOnly={props.isReadOnly}
            />
          ))}
        </div>
      )}
      {strata.length > 0 && (
        <table className="act-strata">
          <thead>
            <tr>
              <th scope="col">{words.stratum}</th>
              {statistics.map((statistic) => (
                <th scope="col" key={statistic}>
                  {label(statistic)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {strata.map((stratum) => (
              <tr key={stratum}>
                <th scope="row">{words.strata[stratum] ?? stratum}</th>
                {statistics.map((statistic) => {
                  const name = `measure.${statistic}.${stratum}`
                  const bad = problemOf(name)
                  return (
                    <td key={statistic}>
                      <input
                        className="in number"
                        aria-label={`${words.strata[stratum] ?? stratum} ${label(statistic)}`}
                        value={props.texts[name] ?? ''}
                        onChange={(event) => props.set(name, event.target.value)}
                        readOnly={props.isReadOnly}
                        aria-invalid={bad !== null || undefined}
                        data-invalid={bad === null ? undefined : ''}
                        autoComplete="off"
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {problem !== undefined && <CountNote problem={problem} note="" />}
      {strata.length > 0 && (
        <>
          <Line
            {...props}
            name="surveyMethod"
            label={words.surveyMethod}
            placeholder={words.surveyMethodExample}
          />
          <DayLine {...props} name="surveyFrom" label={words.surveyFrom} />
          <DayLine {...props} name="surveyTo" label={words.surveyTo} />
        </>
      )}
    </fieldset>
  )
}
