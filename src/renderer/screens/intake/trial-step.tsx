import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { DryRun, IntakeRow, RowFilter } from '../../../shared/contract/schemas/intake.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/choice.tsx'
import { Empty } from '../../ui/patterns.tsx'
import { Annotate } from './annotate.tsx'
import { MonthsView } from './months-view.tsx'
import { RowPanel } from './row-panel.tsx'
import { RowsList } from './rows-list.tsx'
import { type IntakeWork, intakeStore, type Trial } from './store.ts'
import { SumsView } from './sums-view.tsx'
import { Tiles } from './tiles.tsx'
import { TrialNotices } from './trial-notices.tsx'

const words = intakeScreenWords.trial
const views = ['rows', 'sums', 'months'] as const
type View = (typeof views)[number]

/** Step 3: what would be written, row by row and in sums; nothing is. */
export function TrialStep(props: {
  readonly work: IntakeWork
  readonly onError: (error: AppError | null) => void
}) {
  const { work } = props
  return work.trial === null ? null : <Shown {...props} trial={work.trial} />
}

function Shown(props: {
  readonly work: IntakeWork
  readonly trial: Trial
  readonly onError: (error: AppError | null) => void
}) {
  const { work } = props
  const { dry } = props.trial
  const { session } = work.opened
  const [filter, setFilter] = useState<RowFilter>(() => firstFilter(dry))
  const [view, setView] = useState<View>('rows')
  const [chosen, choose] = useState<IntakeRow | null>(null)
  const show = (next: RowFilter) => {
    setFilter(next)
    setView('rows')
    choose(null)
  }
  const go = (step: IntakeWork['step']) => intakeStore.change(session, { step })
  const isEmpty = dry.accounting.read === dry.accounting.ignored
  const canApply = dry.applicable || (work.withdrawGone && dry.accounting.gone > 0)
  return (
    <>
      <div className="with-panel intake-trial">
        <div className="work">
          <Tiles dry={dry} filter={view === 'rows' ? filter : null} onFilter={show} />
          <div className="intake-rows">
            <TrialNotices
              dry={dry}
              withdrawGone={work.withdrawGone}
              onWithdraw={(withdrawGone) => intakeStore.change(session, { withdrawGone })}
              onGone={() => show('gone')}
              onMend={() => go('reading')}
            />
            {isEmpty && (
              <Empty
                title={words.empty}
                actions={<Button onPress={() => go('reading')}>{words.mend}</Button>}
              >
                {words.emptyBody}
              </Empty>
            )}
            <div className="intake-bar">
              <Segmented
                label={words.viewLabel}
                choices={views.map((value) => ({ value, label: words.views[value] }))}
                value={view}
                onChange={(next) => {
                  setView(next)
                  choose(null)
                }}
              />
              {view === 'rows' && (
                <span className="sub">
                  {words.showing}：{filterWords(filter)}
                </span>
              )}
            </div>
            {view === 'rows' && (
              <RowsList
                key={filter}
                session={session}
                filter={filter}
                total={totalOf(dry, filter)}
                chosen={chosen}
                onChoose={choose}
              />
            )}
            {view === 'sums' && <SumsView session={session} withdrawGone={work.withdrawGone} />}
            {view === 'months' && <MonthsView months={dry.months} />}
          </div>
        </div>
        {chosen !== null && view === 'rows' && <RowPanel row={chosen} onClose={() => choose(null)} />}
      </div>
      <div className="intake-foot">
        <Annotate session={session} onError={props.onError} />
        <span className="grow" />
        {!canApply && <span className="sub">{words.nothingToApply}</span>}
        <Button size="form" onPress={() => go('reading')}>
          {words.mend}
        </Button>
        <Button size="form" look="solid" isDisabled={!canApply} onPress={() => go('apply')}>
          {words.apply}
        </Button>
      </div>
    </>
  )
}

/** What is to be looked at first: what is wrong, then what changes. */
function firstFilter({ accounting }: DryRun): RowFilter {
  const first = (['refused', 'changed', 'new', 'late'] as const).find((outcome) => accounting[outcome] > 0)
  return first ?? 'all'
}

export function totalOf({ accounting, warned }: DryRun, filter: RowFilter): number {
  if (filter === 'all') return accounting.read
  return filter === 'warned' ? warned : accounting[filter]
}

function filterWords(filter: RowFilter): string {
  if (filter === 'all') return words.all
  return filter === 'warned' ? words.warned : words.outcomes[filter]
}
