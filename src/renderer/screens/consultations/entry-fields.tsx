import { CornerDownRight, OctagonX, TriangleAlert } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useId } from 'react'
import type { WarningCode } from '../../../shared/consultations/warnings.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { readDay } from '../../../shared/time/read-day.ts'
import { warningWords, consultationWords as words } from '../../../shared/words/consultations.ts'
import { watchedTextWords } from '../../../shared/words/fields.ts'
import { dayFindingWords, dayReadingWords } from '../../../shared/words/time.ts'
import { AgeField } from '../../ui/age-field.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { CodesField } from '../../ui/codes-field.tsx'
import { isComposingKey } from '../../ui/composition.ts'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { WatchedText } from '../../ui/watched-text.tsx'
import { useEntryContext, useFact } from './entry-context.ts'
import { useEntry, useEntryValue, useOffered, useTypedNote } from './entry-store.ts'
import {
  ageOfEntry,
  type CodeFieldName,
  type CodesFieldName,
  codeFields,
  codesFields,
  depths,
  type EntryField,
  isAnonymous,
  otherText,
  referralOf,
  referralText,
  usualDepth,
  withOther,
} from './entry-values.ts'

export const longestNote = 10_000

/** Where a doubt is shown: beside the field that may be wrong. */
const warningPlaces: Readonly<Partial<Record<EntryField, readonly WarningCode[]>>> = {
  day: ['future'],
  method: ['duplicate'],
  case: ['notOpen'],
  age: ['younger'],
  household: ['tooYoungFor8050', 'unclearFor8050'],
}

function useWarning(field: EntryField): string | null {
  return useFact(({ warnings }) => {
    const found = warnings.find((warning) => warningPlaces[field]?.includes(warning.code))
    return found === undefined ? null : warningWords(found)
  })
}

/** 受付日: the reading stands beside it; a doubt or an error takes its place. */
export function DayRow() {
  const { store, fiscalYear, isReadOnly, onLeave } = useEntryContext()
  const contract = useFact((facts) => facts.contract)
  const value = useEntryValue(store, 'day')
  const offered = useOffered(store, 'day')
  const warning = useWarning('day')
  const reading = readDay(value, { fiscalYear })
  const outside =
    contract === null || !reading.ok
      ? null
      : words.errors.contract(formatDay(contract.from), contract.to === null ? '' : formatDay(contract.to))
  const unread = reading.ok
    ? reading.findings.length === 0
      ? null
      : reading.findings.map(dayFindingWords).join('')
    : words.dayErrors[reading.reason]
  const bad = outside ?? unread
  return (
    <F4 field="day">
      <TextField
        label={words.fields.day}
        kind="day"
        value={value}
        onChange={(text) => store.set('day', text)}
        onBlur={() => onLeave('day')}
        placeholder={offered ?? ''}
        reading={
          bad !== null
            ? { ok: false, words: bad }
            : {
                ok: true,
                words: warning === null ? <Read>{dayReadingWords(reading)}</Read> : <Doubt>{warning}</Doubt>,
              }
        }
        isReadOnly={isReadOnly}
        maxLength={60}
      />
    </F4>
  )
}

/** F4 in a text field takes what is offered. */
function F4(props: { readonly field: 'day' | 'case'; readonly children: ReactNode }) {
  const { store, isReadOnly } = useEntryContext()
  const take = (event: KeyboardEvent) => {
    const offered = store.offered()[props.field]
    if (event.key !== 'F4' || isReadOnly || isComposingKey(event) || offered === undefined) return
    event.preventDefault()
    store.set(props.field, offered)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the field inside
    <div className="f4" onKeyDown={take} onFocus={selectAll}>
      {props.children}
    </div>
  )
}

/** What is typed next replaces what stands there. */
function selectAll({ target }: FocusEvent): void {
  if (target instanceof HTMLInputElement) target.select()
}

/** ↳ how a text was read. */
function Read({ children }: { readonly children: ReactNode }) {
  return (
    <span className="read">
      <Icon of={CornerDownRight} size={14} />
      <b>{children}</b>
    </span>
  )
}

/** A warning in the reading's place. */
export function Doubt({ children }: { readonly children: ReactNode }) {
  return (
    <span className="doubt">
      <Icon of={TriangleAlert} size={14} />
      {children}
    </span>
  )
}

/** One code of a list, by the field's name. */
export function CodeRow(props: {
  readonly field: CodeFieldName
  readonly note?: string
  readonly reading?: ReactNode
}) {
  const { field } = props
  const { store, codes, isReadOnly, onLeave } = useEntryContext()
  const day = useFact((facts) => facts.day)
  const value = useEntryValue(store, field)
  const offered = useOffered(store, field)
  const warning = useWarning(field)
  const list = codeFields[field]
  const choices = codes.choices(list, day, value === null ? [] : [value])
  return (
    <>
      <CodeField
        label={words.fields[field]}
        {...(props.note ? { labelNote: props.note } : {})}
        choices={choices}
        value={value}
        onChange={(code) => store.set(field, code)}
        previous={offered ?? null}
        {...(warning !== null
          ? { reading: warning, tone: 'warn' as const }
          : props.reading === undefined
            ? {}
            : { reading: props.reading })}
        isReadOnly={isReadOnly}
        onBlur={() => onLeave(field)}
      />
      {value === 'other' && <OtherRow list={list} label={words.fields[field]} />}
    </>
  )
}

/** Several codes of a list. */
export function CodesRow(props: {
  readonly field: CodesFieldName
  readonly note?: string
  readonly reading?: ReactNode
}) {
  const { field } = props
  const { store, codes, isReadOnly, onLeave } = useEntryContext()
  const day = useFact((facts) => facts.day)
  const value = useEntryValue(store, field)
  const offered = useOffered(store, field)
  const list = codesFields[field]
  return (
    <>
      <CodesField
        label={words.fields[field]}
        {...(props.note ? { labelNote: props.note } : {})}
        choices={codes.choices(list, day, value)}
        value={value}
        onChange={(chosen) => store.set(field, chosen)}
        {...(offered === undefined ? {} : { previous: offered })}
        reading={props.reading}
        isReadOnly={isReadOnly}
        onBlur={() => onLeave(field)}
      />
      {value.includes('other') && <OtherRow list={list} label={words.fields[field]} />}
    </>
  )
}

/** What その他 of a list means. */
function OtherRow(props: { readonly list: string; readonly label: string }) {
  const { store, isReadOnly, onLeave } = useEntryContext()
  const text = useEntry(store, (values) => otherText(values, props.list))
  return (
    <TextField
      label={words.fields.other(props.label)}
      value={text}
      onChange={(next) => store.set('others', withOther(store.read(), props.list, next))}
      onBlur={() => onLeave('others')}
      reading={text.trim() === '' ? { ok: true, words: words.readings.otherText } : null}
      isReadOnly={isReadOnly}
      maxLength={190}
    />
  )
}

export function AgeRow() {
  const { store, isReadOnly, onLeave } = useEntryContext()
  const text = useEntryValue(store, 'age')
  const offered = useOffered(store, 'age')
  const warning = useWarning('age')
  return (
    <AgeField
      label={words.fields.age}
      value={ageOfEntry({ age: text })}
      text={text}
      onText={(next) => store.set('age', next)}
      onChange={() => {}}
      {...(offered === undefined ? {} : { previous: ageOfEntry({ age: offered }) })}
      {...(warning === null ? {} : { warning: <Doubt>{warning}</Doubt> })}
      isReadOnly={isReadOnly}
      onBlur={() => onLeave('age')}
    />
  )
}

/** つなぎ先 with how far it went: the step said here is that of all, and of those chosen next. */
export function ReferralRow() {
  const { store, codes, isReadOnly, onLeave } = useEntryContext()
  const day = useFact((facts) => facts.day)
  const value = useEntryValue(store, 'referrals')
  const referrals = value.map(referralOf)
  const chosen = referrals.map((referral) => referral.destination)
  const steps = [...new Set(referrals.map((referral) => referral.depth))]
  const step = steps.length === 1 ? (steps[0] ?? usualDepth) : null
  const depthChoices = codes
    .choices('depth', day, [])
    .filter((choice) => depths.some((depth) => depth === choice.code))
  return (
    <>
      <CodesField
        label={words.fields.referrals}
        choices={codes.choices('destination', day, chosen)}
        value={chosen}
        onChange={(next) => {
          const known = new Map(referrals.map((referral) => [referral.destination, referral.depth]))
          store.set(
            'referrals',
            next.map((one) => referralText(one, known.get(one) ?? steps.at(-1) ?? usualDepth)),
          )
        }}
        reading={words.readings.many}
        isReadOnly={isReadOnly}
        onBlur={() => onLeave('referrals')}
      />
      {referrals.length > 0 && (
        <CodeField
          label={words.fields.depth}
          choices={depthChoices}
          value={step}
          onChange={(code) => {
            const depth = depths.find((one) => one === code)
            if (depth)
              store.set(
                'referrals',
                chosen.map((one) => referralText(one, depth)),
              )
          }}
          reading={steps.length > 1 ? words.readings.mixedDepth : undefined}
          isReadOnly={isReadOnly}
          onBlur={() => onLeave('referrals')}
        />
      )}
      {chosen.includes('other') && <OtherRow list="destination" label={words.fields.referrals} />}
    </>
  )
}

export function PartyRow() {
  const { store, isReadOnly, onLeave } = useEntryContext()
  const parties = useFact((facts) => facts.parties)
  const isBad = useFact((facts) => facts.errors.has('party'))
  const value = useEntryValue(store, 'party')
  const choices = parties
    .map((party, place) => ({ ...party, digit: String(place + 1) }))
    .filter((party) => party.isCurrent || party.code === value)
    .map((party) => ({ code: party.code, digit: party.digit, label: party.name, kana: party.name }))
  const missing = value === null && isBad
  return (
    <CodeField
      label={words.fields.party}
      choices={choices}
      value={value}
      onChange={(code) => store.set('party', code)}
      {...(missing ? { reading: words.errors.partyMissing, tone: 'stop' as const } : {})}
      isReadOnly={isReadOnly}
      onBlur={() => onLeave('party')}
    />
  )
}

export function NoteRow() {
  const { store, isReadOnly, onLeave } = useEntryContext()
  const [value, type] = useTypedNote(store)
  return (
    <WatchedText
      label={words.fields.note}
      value={value}
      onChange={type}
      hint={<span className="thin">{watchedTextWords.hint}</span>}
      longest={longestNote}
      lines={2}
      isReadOnly={isReadOnly}
      onBlur={() => onLeave('note')}
    />
  )
}

/** ケース番号: known, unknown or 匿名, said as it is typed. Enter registers an unknown number. */
export function CaseRow() {
  const id = useId()
  const { store, isReadOnly, onLeave } = useEntryContext()
  const value = useEntryValue(store, 'case')
  const reading = useCaseReading()
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {words.fields.case}
      </label>
      <div className="ctl">
        <input
          id={id}
          className="in"
          value={value}
          readOnly={isReadOnly}
          maxLength={40}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={`${id}r`}
          aria-invalid={reading.tone === 'bad' || undefined}
          data-invalid={reading.tone === 'bad' ? '' : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            store.set('case', event.target.value)
            store.set('newCase', false)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isComposingKey(event)) return
            if (reading.mayRegister && !isReadOnly) store.set('newCase', true)
          }}
          onBlur={() => onLeave('case')}
        />
        <span id={`${id}r`} className={`reading ${reading.tone}`} aria-live="polite">
          {reading.tone === 'bad' && <Icon of={OctagonX} />}
          {reading.tone === 'warn' && <Icon of={TriangleAlert} size={14} />}
          <span>{reading.words}</span>
        </span>
      </div>
    </div>
  )
}

interface CaseReading {
  readonly words: string
  readonly tone: '' | 'warn' | 'bad'
  /** Enter registers the number. */
  readonly mayRegister: boolean
}

function useCaseReading(): CaseReading {
  const { store, codes } = useEntryContext()
  const found = useFact((facts) => facts.found)
  const isLooking = useFact((facts) => facts.isLooking)
  const newness = useFact((facts) => facts.newness)
  const error = useFact((facts) => facts.errors.get('case'))
  const typed = useEntryValue(store, 'case')
  const isNew = useEntryValue(store, 'newCase')
  const warning = useWarning('case')
  const say = (text: string, tone: CaseReading['tone'] = '', mayRegister = false) => ({
    words: text,
    tone,
    mayRegister,
  })
  if (typed.trim() === '') {
    return error === undefined ? say(words.readings.caseHint) : say(words.errors.caseMissing, 'bad')
  }
  if (isAnonymous(typed)) return say(words.readings.anonymous)
  if (isLooking) return say(words.readings.looking)
  if (found === null) {
    if (isNew) return say(words.readings.newCase)
    if (/[一-龠々ぁ-んァ-ヴ]{2}/.test(typed)) return say(words.readings.nameInCase, 'warn', true)
    return error === 'caseUnknown'
      ? say(words.errors.caseUnknown, 'bad', true)
      : say(words.readings.unknownCase, 'warn', true)
  }
  if (warning !== null) return say(warning, 'warn')
  const last =
    found.last === null
      ? words.readings.firstContact
      : words.readings.last(found.last.day, codes.label('method', found.last.method))
  const merged = found.root.id === found.id ? '' : words.readings.mergedInto(found.root.code)
  const closed = found.state === 'closed' ? words.readings.closed : ''
  const kind = newness === null ? '' : newness === 'unsure' ? '' : words.newness[newness]
  return say([kind, last, merged, closed].filter((part) => part !== '').join('　'))
}
