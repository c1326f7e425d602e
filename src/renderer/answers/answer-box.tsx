import { RotateCcw } from 'lucide-react'
import { type Ref, useEffect } from 'react'
import type { Vocabulary } from '../../shared/answers/vocabulary.ts'
import { answerWords as words } from '../../shared/words/answers.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/patterns.tsx'
import { AnswerView } from './answer-view.tsx'
import { AskedBack } from './asked-back.tsx'
import { QuestionBox } from './question-box.tsx'
import { useQuestion, useVocabulary } from './use-question.ts'
import './answers.css'

/** 数字即答: a question as staff put it, by choosing words as they are typed; for ホーム and the dialog. */
export function AnswerBox(props: {
  readonly inputRef?: Ref<HTMLInputElement>
  /** Asked at once, as from a link of another screen. */
  readonly start?: string
}) {
  const { vocabulary, error } = useVocabulary()
  if (error) return <ErrorNotice error={error} />
  return vocabulary === null ? (
    <Loading>{words.loading}</Loading>
  ) : (
    <Asking vocabulary={vocabulary} {...props} />
  )
}

function Asking(props: {
  readonly vocabulary: Vocabulary
  readonly inputRef?: Ref<HTMLInputElement>
  readonly start?: string
}) {
  const question = useQuestion(props.vocabulary)
  const { composed, chips, unread } = question
  const { start } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once
  useEffect(() => {
    if (start !== undefined) question.ask(start)
  }, [start])
  return (
    <div className="answers">
      <QuestionBox question={question} {...(props.inputRef ? { inputRef: props.inputRef } : {})} />
      {unread.length > 0 && (
        <p className="sub" role="status">
          {words.unread(unread.join('」「'))}
        </p>
      )}
      {chips.length === 0 ? (
        <div className="firsts">
          <span className="sub">{words.firstQuestions}</span>
          {words.usual.map((text) => (
            <Button key={text} look="text" onPress={() => question.ask(text)}>
              {text}
            </Button>
          ))}
        </div>
      ) : (
        <Button look="quiet" icon={RotateCcw} onPress={question.clear}>
          {words.clear}
        </Button>
      )}
      <AskedBack question={question} />
      {composed.kind === 'query' && (
        <AnswerView key={JSON.stringify(composed.query)} query={composed.query} instead={composed.instead} />
      )}
    </div>
  )
}
