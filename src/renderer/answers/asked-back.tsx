import type { Composed } from '../../shared/answers/compose.ts'
import { termLabel } from '../../shared/answers/label.ts'
import type { Term } from '../../shared/answers/term.ts'
import { statisticLabel } from '../../shared/paper/assemble/labels.ts'
import { findStatistic } from '../../shared/statistics/catalogue/catalogue.ts'
import { impossibleWords, answerWords as words } from '../../shared/words/answers.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Question } from './use-question.ts'

/** What is still open: which of several meanings, or why there is no such number. */
export function AskedBack({ question }: { readonly question: Question }) {
  const { composed } = question
  if (composed.kind === 'ask') return <Which question={question} asked={composed} />
  if (composed.kind !== 'impossible') return null
  const definition = composed.statistic === null ? null : findStatistic(composed.statistic)
  return (
    <Notice
      look="warn"
      title={impossibleWords[composed.reason](
        definition === null ? '' : statisticLabel(definition),
        composed.what,
      )}
    />
  )
}

function Which(props: { readonly question: Question; readonly asked: Extract<Composed, { kind: 'ask' }> }) {
  const { question, asked } = props
  const chip = asked.chip === null ? undefined : question.chips[asked.chip]
  const ofStatistics = asked.options.every((term) => term.kind === 'subject')
  const title = ofStatistics || chip === undefined ? words.askStatistic : words.askMeaning(chip.text)
  return (
    <fieldset className="which">
      <legend>{title}</legend>
      {asked.options.map((term: Term) => (
        <Button key={JSON.stringify(term)} onPress={() => question.settle(asked.chip, term)}>
          {termLabel(term, question.vocabulary.facts)}
        </Button>
      ))}
    </fieldset>
  )
}
