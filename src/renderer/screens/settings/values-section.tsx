import { type ReactNode, useState } from 'react'
import { toHalfWidthDigits } from '../../../shared/cell/digits.ts'
import type { SettingValue, SettingValues } from '../../../shared/contract/schemas/organisation.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox, Radios } from '../../ui/choice.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Section } from './section.tsx'
import { revisionAfter, useSave } from './use-save.ts'

const words = settingsWords.city

/** 市・締切・書式: values of which there is one each. */
export function ValuesSection({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const values = useRequest('settings.values', {})
  return (
    <Section title={settingsWords.sections.city}>
      {values.isPending && <Loading>{settingsWords.loading}</Loading>}
      {values.isError && <ErrorNotice error={values.error} />}
      {values.data && (
        <div className="set-cards">
          <CityForm key={`c${values.data.city.revision}`} kept={values.data.city} isReadOnly={isReadOnly} />
          <DeadlineForm
            key={`d${values.data.deadlines.revision}`}
            kept={values.data.deadlines}
            isReadOnly={isReadOnly}
          />
          <DepthsForm
            key={`r${values.data.referralDepths.revision}`}
            kept={values.data.referralDepths}
            isReadOnly={isReadOnly}
          />
          <StyleForm
            key={`p${values.data.paperStyle.revision}`}
            kept={values.data.paperStyle}
            isReadOnly={isReadOnly}
          />
          <RecordingForm
            key={`s${values.data.recording.revision}`}
            kept={values.data.recording}
            isReadOnly={isReadOnly}
          />
        </div>
      )}
    </Section>
  )
}

interface FormProps<Name extends keyof SettingValues> {
  readonly kept: SettingValues[Name]
  readonly isReadOnly: boolean
}

/** One setting with its own 「保存する」, which is grey until something differs. */
function Card(props: {
  readonly title: string
  readonly revision: number
  readonly setting: SettingValue
  readonly isChanged: boolean
  readonly isReadOnly: boolean
  readonly why: string | null
  readonly children: ReactNode
}) {
  const { save, isBusy, error } = useSave()
  const submit = () =>
    void save('settings.saveValue', {
      revision: revisionAfter(error, props.revision),
      setting: props.setting,
    })
  return (
    <section aria-label={props.title}>
      <div className="sec-h plain">
        <h3>{props.title}</h3>
        <div className="set-bar">
          {props.why !== null && <span className="sub">{props.why || settingsWords.fillFirst}</span>}
          <Button
            isDisabled={props.isReadOnly || isBusy || !props.isChanged || props.why !== null}
            aria-label={`${props.title}　${settingsWords.save}`}
            onPress={submit}
          >
            {settingsWords.save}
          </Button>
        </div>
      </div>
      {props.children}
      {error && <ErrorNotice error={error} />}
      {error?.code === 'conflict' && <p className="set-note">{settingsWords.overwrite}</p>}
    </section>
  )
}

function CityForm({ kept, isReadOnly }: FormProps<'city'>) {
  const { remark, ...given } = kept.value
  const [city, setCity] = useState(given)
  const change = (part: Partial<typeof given>) => setCity({ ...city, ...part })
  const codes = {
    areaCode: toHalfWidthDigits(city.areaCode.trim()),
    organisationCode: toHalfWidthDigits(city.organisationCode.trim()),
  }
  const bad = (code: string, count: number) => !new RegExp(`^\\d{${count}}$`).test(code)
  const wrong = (code: string, count: number) =>
    bad(code, count) ? { ok: false, words: words.digits(count) } : null
  const why = bad(codes.areaCode, 5) || bad(codes.organisationCode, 6) || city.name.trim() === '' ? '' : null
  return (
    <Card
      title={words.facts}
      revision={kept.revision}
      setting={{ name: 'city', value: { ...city, ...codes } }}
      isChanged={JSON.stringify(city) !== JSON.stringify(given)}
      isReadOnly={isReadOnly}
      why={why}
    >
      {remark !== '' && <p className="sub">{remark}</p>}
      <TextField label={words.name} value={city.name} onChange={(name) => change({ name })} wideLabel />
      <TextField
        label={words.areaCode}
        value={city.areaCode}
        onChange={(areaCode) => change({ areaCode })}
        reading={wrong(codes.areaCode, 5)}
        kind="number"
        maxLength={10}
        wideLabel
      />
      <TextField
        label={words.organisationCode}
        value={city.organisationCode}
        onChange={(organisationCode) => change({ organisationCode })}
        reading={wrong(codes.organisationCode, 6)}
        kind="number"
        maxLength={10}
        wideLabel
      />
      <TextField
        label={words.committee}
        value={city.committee}
        onChange={(committee) => change({ committee })}
        wideLabel
      />
    </Card>
  )
}

function DeadlineForm({ kept, isReadOnly }: FormProps<'deadlines'>) {
  const [text, setText] = useState(String(kept.value.day))
  const digits = toHalfWidthDigits(text.trim()).replace(/日$/, '')
  const day = /^\d{1,2}$/.test(digits) ? Number(digits) : 0
  const good = day >= 1 && day <= 31
  return (
    <Card
      title={words.deadlines}
      revision={kept.revision}
      setting={{ name: 'deadlines', value: { day: good ? day : kept.value.day } }}
      isChanged={day !== kept.value.day}
      isReadOnly={isReadOnly}
      why={good ? null : ''}
    >
      <TextField
        label={words.deadlineLabel}
        value={text}
        onChange={setText}
        kind="number"
        reading={
          good ? { ok: true, words: words.deadlineReading(day) } : { ok: false, words: words.deadlineBad }
        }
        maxLength={10}
        wideLabel
      />
      <p className="sub">{words.deadlineHint}</p>
    </Card>
  )
}

const depths = ['informed', 'introduced', 'accompanied', 'useConfirmed'] as const

function DepthsForm({ kept, isReadOnly }: FormProps<'referralDepths'>) {
  const [chosen, setChosen] = useState<readonly (typeof depths)[number][]>(kept.value.depths)
  const value = depths.filter((depth) => chosen.includes(depth))
  const before = depths.filter((depth) => kept.value.depths.includes(depth))
  return (
    <Card
      title={words.depths}
      revision={kept.revision}
      setting={{ name: 'referralDepths', value: { depths: [...value] } }}
      isChanged={value.join() !== before.join()}
      isReadOnly={isReadOnly}
      why={value.length === 0 ? words.depthsNone : null}
    >
      <div className="set-checks">
        {depths.map((depth) => (
          <CheckBox
            key={depth}
            isSelected={chosen.includes(depth)}
            isDisabled={isReadOnly}
            onChange={(on) => setChosen(on ? [...chosen, depth] : chosen.filter((one) => one !== depth))}
          >
            {words.depthLabels[depth]}
          </CheckBox>
        ))}
      </div>
      <p className="sub">{words.depthsHint}</p>
    </Card>
  )
}

function StyleForm({ kept, isReadOnly }: FormProps<'paperStyle'>) {
  const [value, setValue] = useState(kept.value)
  const { numberings, wordings } = papersWords.settings
  return (
    <Card
      title={words.style}
      revision={kept.revision}
      setting={{ name: 'paperStyle', value }}
      isChanged={JSON.stringify(value) !== JSON.stringify(kept.value)}
      isReadOnly={isReadOnly}
      why={null}
    >
      <Radios
        label={words.numbering}
        value={value.numbering}
        onChange={(numbering) => setValue({ ...value, numbering })}
        choices={[
          { value: 'city', label: numberings.city },
          { value: 'national', label: numberings.national },
        ]}
        wideLabel
      />
      <Radios
        label={words.wording}
        value={value.wording}
        onChange={(wording) => setValue({ ...value, wording })}
        choices={[
          { value: 'asWritten', label: wordings.asWritten },
          { value: 'tidied', label: wordings.tidied },
        ]}
        wideLabel
      />
      <p className="sub">{words.styleHint}</p>
    </Card>
  )
}

function RecordingForm({ kept, isReadOnly }: FormProps<'recording'>) {
  const [value, setValue] = useState(kept.value)
  const [good, setGood] = useState(true)
  return (
    <Card
      title={words.recording}
      revision={kept.revision}
      setting={{ name: 'recording', value }}
      isChanged={JSON.stringify(value) !== JSON.stringify(kept.value)}
      isReadOnly={isReadOnly}
      why={good ? null : ''}
    >
      <DayField
        label={words.since}
        value={value.since}
        onChange={(since) => since !== null && setValue({ ...value, since })}
        onValidity={setGood}
        wideLabel
      />
      <div className="set-checks">
        <CheckBox
          isSelected={value.earlierCasesKnown}
          isDisabled={isReadOnly}
          onChange={(earlierCasesKnown) => setValue({ ...value, earlierCasesKnown })}
        >
          {words.earlierKnown}
        </CheckBox>
      </div>
      <p className="sub">{words.earlierHint}</p>
    </Card>
  )
}

/** The ages of 8050; stands with the bands of ages. */
export function HouseholdForm({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const values = useRequest('settings.values', {})
  if (values.isError) return <ErrorNotice error={values.error} />
  const kept = values.data?.household8050
  return kept ? <Household key={kept.revision} kept={kept} isReadOnly={isReadOnly} /> : null
}

function Household({ kept, isReadOnly }: FormProps<'household8050'>) {
  const { ages } = settingsWords
  const [own, setOwn] = useState(String(kept.value.minimumAge))
  const [parent, setParent] = useState(String(kept.value.parentMinimumAge))
  const value = { minimumAge: whole(own), parentMinimumAge: whole(parent) }
  const good = value.minimumAge !== null && value.parentMinimumAge !== null
  const setting = {
    name: 'household8050' as const,
    value: {
      minimumAge: value.minimumAge ?? kept.value.minimumAge,
      parentMinimumAge: value.parentMinimumAge ?? kept.value.parentMinimumAge,
    },
  }
  const reading = (age: number | null) =>
    age === null ? { ok: false, words: ages.notANumber } : { ok: true, words: ages.from }
  return (
    <Card
      title={ages.household}
      revision={kept.revision}
      setting={setting}
      isChanged={JSON.stringify(setting.value) !== JSON.stringify(kept.value)}
      isReadOnly={isReadOnly}
      why={good ? null : ''}
    >
      <TextField
        label={ages.minimumAge}
        value={own}
        onChange={setOwn}
        kind="number"
        reading={reading(value.minimumAge)}
        maxLength={6}
        wideLabel
      />
      <TextField
        label={ages.parentMinimumAge}
        value={parent}
        onChange={setParent}
        kind="number"
        reading={reading(value.parentMinimumAge)}
        maxLength={6}
        wideLabel
      />
    </Card>
  )
}

function whole(text: string): number | null {
  const digits = toHalfWidthDigits(text.trim()).replace(/歳$/, '')
  const age = /^\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN
  return age <= 150 ? age : null
}
