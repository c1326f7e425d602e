import { Ban, CircleCheck, X } from 'lucide-react'
import type { DryRun, IntakeQuestion, UnknownWord } from '../../../shared/contract/schemas/intake.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choice.tsx'
import { grouped } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { Tag } from '../../ui/tag.tsx'
import { usePlaceWords } from './place-words.ts'
import { answerIn, withAnswer, withWord } from './profile-edits.ts'

const words = intakeScreenWords.reading
const notTaught = '-'
/** More than that are a list to choose from. */
const mostRadios = 4

/** What cannot be known from the book, and words that no list knows: asked once, kept in the profile. */
export function AskPart(props: {
  readonly profile: BookProfile
  /** Null until the rows were read once. */
  readonly dry: DryRun | null
  readonly isReading: boolean
  readonly onChange: (profile: BookProfile) => void
}) {
  const { profile, dry, onChange } = props
  const questions = dry?.questions ?? []
  const unknown = dry?.unknownWords ?? []
  const dropped = [...new Set((dry?.dropped ?? []).map(({ head }) => head))]
  const taught = taughtBefore(profile, unknown)
  return (
    <section aria-label={words.ask}>
      <div className="sec-h">
        <h2>{words.ask}</h2>
        <span className="sub">{words.askHint}</span>
      </div>
      {dry === null && props.isReading && <p className="intake-none sub">{words.asking}</p>}
      {dry !== null && questions.length + unknown.length === 0 && (
        <p className="intake-none good">
          <Icon of={CircleCheck} />
          {words.askNone}
        </p>
      )}
      {dropped.length > 0 && (
        <p className="intake-none">
          <Icon of={Ban} />
          {words.droppedHeads(dropped.join('、'))}
        </p>
      )}
      {questions.map((question) => (
        <Question
          key={question.code}
          question={question}
          answer={answerIn(profile, question.code)}
          onAnswer={(choice) => onChange(withAnswer(profile, question.code, choice))}
        />
      ))}
      {unknown.length > 0 && (
        <div className="intake-words">
          <h3>
            {words.words}　<span className="sub">{words.wordsHint}</span>
          </h3>
          <ul>
            {unknown.map((word) => (
              <Word key={`${word.list} ${word.text}`} word={word} profile={profile} onChange={onChange} />
            ))}
          </ul>
        </div>
      )}
      {taught.length > 0 && <Taught taught={taught} profile={profile} onChange={onChange} />}
    </section>
  )
}

function Question(props: {
  readonly question: IntakeQuestion
  readonly answer: string | null
  readonly onAnswer: (choice: string) => void
}) {
  const { question, answer } = props
  const placeWords = usePlaceWords()
  const choices = question.choices.map(({ code, label }) => ({ value: code, label }))
  return (
    <div className="intake-question">
      <p>
        <b>{question.message}</b>　<span className="sub">{words.askCount(grouped(question.count))}</span>
        {answer === null && <Tag look="warn">{words.unanswered}</Tag>}
      </p>
      <p className="sub intake-examples">
        {words.examples}：
        {question.examples.map(({ place, text }) => (
          <span key={`${place.sheet} ${place.row} ${place.column}`}>
            <span className="raw">「{text}」</span>
            {placeWords(place)}
          </span>
        ))}
      </p>
      {choices.length <= mostRadios ? (
        <Radios
          label={question.message}
          choices={choices}
          value={answer}
          onChange={props.onAnswer}
          isLabelHidden
        />
      ) : (
        <Select
          look="bar"
          label={question.message}
          choices={choices}
          value={answer}
          onChange={props.onAnswer}
        />
      )}
    </div>
  )
}

function Word(props: {
  readonly word: UnknownWord
  readonly profile: BookProfile
  readonly onChange: (profile: BookProfile) => void
}) {
  const { word, profile, onChange } = props
  const placeWords = usePlaceWords()
  const code = profile.values[word.list]?.[word.text] ?? notTaught
  return (
    <li>
      <span className="raw">「{word.text}」</span>
      <span className="sub">
        {word.listLabel}　{words.askCount(grouped(word.count))}　{placeWords(word.place)}
      </span>
      <Select
        look="bar"
        label={words.wordOf(word.text, word.listLabel)}
        value={code}
        choices={[
          { value: notTaught, label: words.wordNone },
          ...word.choices.map((choice) => ({ value: choice.code, label: choice.label })),
        ]}
        onChange={(next) =>
          onChange(withWord(profile, word.list, word.text, next === notTaught ? null : next))
        }
      />
    </li>
  )
}

interface TaughtWord {
  readonly list: string
  readonly text: string
  readonly code: string
}

/** What the profile knows beside the words that are asked for now. */
function taughtBefore(profile: BookProfile, unknown: readonly UnknownWord[]): readonly TaughtWord[] {
  const asked = new Set(unknown.map(({ list, text }) => `${list} ${text}`))
  return Object.entries(profile.values).flatMap(([list, texts]) =>
    Object.entries(texts)
      .filter(([text]) => !asked.has(`${list} ${text}`))
      .map(([text, code]) => ({ list, text, code })),
  )
}

function Taught(props: {
  readonly taught: readonly TaughtWord[]
  readonly profile: BookProfile
  readonly onChange: (profile: BookProfile) => void
}) {
  const { profile, onChange } = props
  const lists = useRequest('codes.lists', {})
  const labelOf = ({ list, code }: TaughtWord): string =>
    lists.data?.lists.find((one) => one.code === list)?.items.find((item) => item.code === code)?.label ??
    code
  return (
    <div className="intake-words">
      <h3>{words.taught}</h3>
      <ul className="intake-taught">
        {props.taught.map((word) => (
          <li key={`${word.list} ${word.text}`}>
            <span className="raw">「{word.text}」</span>
            <span>→ {labelOf(word)}</span>
            <Button
              look="quiet"
              icon={X}
              aria-label={words.forget(word.text)}
              onPress={() => onChange(withWord(profile, word.list, word.text, null))}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
