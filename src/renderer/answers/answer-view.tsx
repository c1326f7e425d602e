import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { RequestOutput } from '../../shared/contract/contract.ts'
import { plain } from '../../shared/contract/plain.ts'
import { addressOf } from '../../shared/explore/address.ts'
import { firstChoices } from '../../shared/explore/choices.ts'
import type { StatisticQuery } from '../../shared/statistics/definition.ts'
import { validateFrame } from '../../shared/time/frame.ts'
import { insteadWords, sayingReasons, answerWords as words } from '../../shared/words/answers.ts'
import { useRequest } from '../api/queries.ts'
import { useSession } from '../api/session.tsx'
import { NumberSource } from '../sources/number-source.tsx'
import { Button } from '../ui/button.tsx'
import { Segmented } from '../ui/choice.tsx'
import { copyText } from '../ui/clipboard.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/patterns.tsx'
import { Severity, State, Tag } from '../ui/tag.tsx'
import { RecordForm } from './record-form.tsx'

type Answer = RequestOutput<'answers.run'>

/** The number large, and everything that must be known before it is said. */
export function AnswerView(props: {
  readonly query: StatisticQuery
  readonly instead: keyof typeof insteadWords | null
}) {
  const answer = useRequest('answers.run', { query: plain(props.query) })
  if (answer.isPending) return <Loading>{words.counting}</Loading>
  if (answer.isError) return <ErrorNotice error={answer.error} />
  return (
    <div className="answer" aria-live="polite">
      {props.instead !== null && <p className="instead">{insteadWords[props.instead]}</p>}
      <NumberLine answer={answer.data} />
      <Facts answer={answer.data} />
      <Sentence answer={answer.data} query={props.query} />
    </div>
  )
}

function NumberLine({ answer }: { readonly answer: Answer }) {
  const may = answer.saying.verdict === 'may'
  return (
    <div className="number">
      <p className={answer.cell.state === 'value' ? 'big' : 'big state'}>
        {answer.display}
        {answer.provisional && <abbr title={words.provisional}>p</abbr>}
      </p>
      <div>
        <p>
          <b>{[answer.label, ...answer.conditions].join('　')}</b>
        </p>
        <p className="sub">
          {answer.frameText}
          {answer.months !== '' && `　${answer.months}`}
        </p>
        <p>
          {may ? (
            <State icon={CircleCheck}>{words.may}</State>
          ) : (
            <Severity level="warn">{words.check}</Severity>
          )}
          {answer.provisional && <Tag>{words.provisional}</Tag>}
        </p>
      </div>
    </div>
  )
}

function Facts({ answer }: { readonly answer: Answer }) {
  const reasons = answer.saying.reasons.map((reason) => sayingReasons[reason])
  const rows: readonly (readonly [label: string, text: string])[] = [
    [words.previous, answer.previous],
    [words.recut, answer.recut],
    [words.definition, answer.definition],
    [words.scope, answer.scope],
    [words.saying, [...reasons, words.sayingNote].join('')],
    [words.notes, answer.notes.join('')],
  ]
  return (
    <dl className="facts">
      {rows
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

function Sentence({ answer, query }: { readonly answer: Answer; readonly query: StatisticQuery }) {
  const { ledger } = useSession()
  const [style, setStyle] = useState<'polite' | 'plain'>('polite')
  const [said, setSaid] = useState('')
  const [open, setOpen] = useState<'record' | 'source' | null>(null)
  const sentence = answer.sentences[style]
  const html = `<p>${sentence.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
  const address = addressOf({
    ...firstChoices,
    statistic: query.statistic,
    by: [],
    where: query.where,
    party: query.party,
    years: { kind: 'fixed', from: query.frame.fiscalYear - 2, frame: query.frame },
  })
  return (
    <section className="sentence" aria-label={words.sentence}>
      <p className="said-words">{sentence}</p>
      <div className="acts">
        <Segmented
          label={words.style}
          value={style}
          choices={[
            { value: 'polite', label: words.polite },
            { value: 'plain', label: words.plain },
          ]}
          onChange={setStyle}
        />
        <Button onPress={() => setSaid(copyText({ text: sentence, html }) ? words.copied : words.notCopied)}>
          {words.copy}
        </Button>
        <Button
          onPress={() => setOpen(open === 'source' ? null : 'source')}
          aria-expanded={open === 'source'}
        >
          {words.source}
        </Button>
        <Button
          isDisabled={ledger.readOnly !== null}
          onPress={() => setOpen(open === 'record' ? null : 'record')}
          aria-expanded={open === 'record'}
        >
          {words.record}
        </Button>
        {validateFrame(query.frame).ok && <a href={`#/explore?${address}`}>{words.explore}</a>}
        <span className="sub" role="status">
          {said}
        </span>
      </div>
      {ledger.readOnly !== null && <p className="sub">{words.readOnly}</p>}
      {open === 'record' && (
        <RecordForm
          query={query}
          cell={answer.cell}
          sentence={sentence}
          onDone={() => {
            setOpen(null)
            setSaid(words.recorded)
          }}
        />
      )}
      {open === 'source' && <NumberSource asked={{ query, keys: [] }} />}
    </section>
  )
}
