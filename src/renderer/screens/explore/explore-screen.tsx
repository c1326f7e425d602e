import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type ExploreChoices, firstChoices, withStatistic } from '../../../shared/explore/choices.ts'
import type { SourcePlace } from '../../../shared/explore/page.ts'
import { breakdownLabel } from '../../../shared/paper/assemble/code-labels.ts'
import { statisticLabel } from '../../../shared/paper/assemble/labels.ts'
import { exploreWords as words } from '../../../shared/words/explore.ts'
import { common } from '../../../shared/words/screens.ts'
import { useSession } from '../../api/session.tsx'
import { NumberSourcePanel } from '../../sources/number-source.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { ChoiceBar } from './choice-bar.tsx'
import { Favourites } from './favourites.tsx'
import { copyPage, HeadActions, type Said } from './head-actions.tsx'
import { Output, useScene } from './output.tsx'
import { StatisticList } from './statistic-list.tsx'
import { definitionIn, useCatalogue, useChoices, useChosenFrame, useExplore } from './use-explore.ts'
import './explore.css'

/** 集計・統計表: choose at the left, cut at the top, read table and chart, ask any number where it comes from. */
export function ExploreScreen() {
  const { ledger } = useSession()
  const [choices, change] = useChoices()
  const frame = useChosenFrame(choices, change)
  const catalogue = useCatalogue()
  const answer = useExplore(choices, frame)
  const [year, setYear] = useState<number | null>(null)
  const [source, setSource] = useState<SourcePlace | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const pages = answer.data?.pages ?? []
  const page = pages.find((each) => each.year === year) ?? pages.at(-1) ?? null
  const scene = useScene(page)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another table, another word
  useEffect(() => {
    setSaid(null)
    setSource(null)
  }, [choices, frame])
  const definition = catalogue.data ? definitionIn(catalogue.data, choices.statistic) : null
  const query = source === null ? undefined : answer.data?.queries[source.query]
  const asked = source === null || query === undefined ? null : { query, keys: source.keys }
  const by = [...choices.by, choices.per === 'month' ? 'month' : 'fiscalYear'].map(breakdownLabel)
  return (
    <div className="with-panel">
      <div className="work">
        <div className="head">
          <h1>{words.title}</h1>
          {definition && <span className="sub ell">{[statisticLabel(definition), ...by].join(' × ')}</span>}
          <div className="acts">
            {page !== null && answer.data && (
              <HeadActions
                choices={choices}
                frame={frame}
                page={page}
                frameText={answer.data.frameText}
                onSaid={setSaid}
              />
            )}
          </div>
        </div>
        <div className="said" role="status">
          {said && (
            <span className={said.look === 'ok' ? 'st st-done' : 'st st-warn'}>
              <Icon of={said.look === 'ok' ? CircleCheck : TriangleAlert} />
              {said.words}
              {said.link}
            </span>
          )}
        </div>
        <div className="explore">
          {catalogue.data && (
            <StatisticList
              catalogue={catalogue.data}
              chosen={choices.statistic}
              onChoose={(code) => change(withStatistic(choices, code))}
            >
              <Favourites choices={choices} />
            </StatisticList>
          )}
          <div className="explore-out">
            {catalogue.isPending && <Loading>{common.loading}</Loading>}
            {catalogue.isError && <ErrorNotice error={catalogue.error} />}
            {catalogue.data && definition && (
              <ChoiceBar
                choices={choices}
                definition={definition}
                catalogue={catalogue.data}
                frame={frame}
                canRecut={answer.data?.canRecut ?? false}
                onChange={change}
              />
            )}
            {answer.isPending && <Loading>{words.loading}</Loading>}
            {answer.isError && <Failure error={answer.error} choices={choices} onChange={change} />}
            {!answer.isError && page !== null && definition !== null && answer.data && (
              <Output
                page={page}
                pages={pages}
                definition={definition}
                frameText={answer.data.frameText}
                scene={scene}
                onYear={setYear}
                chosen={source}
                onSource={setSource}
                onCopy={() => answer.data && setSaid(copyPage(page, answer.data.frameText, ledger.fictional))}
              />
            )}
          </div>
        </div>
      </div>
      {asked && <NumberSourcePanel asked={asked} onClose={() => setSource(null)} />}
    </div>
  )
}

/** What could not be counted, and the ways out: without the conditions, or from the beginning. */
function Failure(props: {
  readonly error: unknown
  readonly choices: ExploreChoices
  readonly onChange: (next: ExploreChoices) => void
}) {
  const { choices, onChange } = props
  return (
    <div className="failed">
      <ErrorNotice
        error={props.error}
        actions={
          <>
            {choices.where.length > 0 && (
              <Button onPress={() => onChange({ ...choices, where: [] })}>{words.again}</Button>
            )}
            <Button onPress={() => onChange(firstChoices)}>{words.reset}</Button>
          </>
        }
      />
    </div>
  )
}
