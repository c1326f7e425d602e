import { Lock } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { countedIn } from '../../../shared/activities/counted-in.ts'
import { activityOn, firstDayOfDate } from '../../../shared/activities/on-day.ts'
import { formatWhen } from '../../../shared/activities/read-when.ts'
import { type ActivityRecord, tookPlace } from '../../../shared/activities/record.ts'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { Day } from '../../../shared/time/day.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import { ReopenButton } from '../../confirming/reopen-button.tsx'
import { RowHistory } from '../../history/row-history.tsx'
import { Button } from '../../ui/button.tsx'
import { grouped } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import { FollowDialog } from './follow-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { type Choices, nameOf } from './rows.ts'
import { StateWord } from './state-word.tsx'
import { SurveyRate } from './survey-rate.tsx'
import { useWrite } from './use-write.ts'

const words = activityWords.panel

/** The chosen activity: its state and how it came about, what it counts in, what was changed. */
export function ActivityPanel(props: {
  readonly read: RequestOutput<'activities.read'>
  readonly choices: Choices
  readonly asOf: Day
  readonly isReadOnly: boolean
  readonly onEdit: () => void
  readonly onRecord: () => void
  readonly onRemoved: () => void
  readonly onClose: () => void
}) {
  const { choices } = props
  const { activity: record, locked } = props.read
  const [asks, setAsks] = useState<'withdraw' | 'remove' | 'follow' | null>(null)
  const { write, isBusy, error, clear } = useWrite()
  const close = () => {
    clear()
    setAsks(null)
  }
  const now = activityOn(record, props.asOf)
  const last = record.log.at(-1)
  const before = record.log.at(-2)
  const isFixed = props.isReadOnly || locked !== null
  const day = firstDayOfDate(now.when) ?? props.asOf
  const isOpen = last?.state === 'planned' || last?.state === 'postponed'
  return (
    <SidePanel title={record.title} onClose={props.onClose} closeWords={words.close}>
      <section>
        <dl className="kv">
          <dt>{words.state}</dt>
          <dd>
            <StateWord state={now.state} />
          </dd>
          <dt>{tookPlace(now.state) ? words.when : words.plannedFor}</dt>
          <dd>{formatWhen(now.when) || activityWords.undated}</dd>
          {record.hours !== '' && (
            <>
              <dt>{activityWords.form.hours}</dt>
              <dd>{record.hours}</dd>
            </>
          )}
          {record.venue !== null && (
            <>
              <dt>{words.venue}</dt>
              <dd>{nameOf(choices.venues, record.venue, day)}</dd>
            </>
          )}
          <dt>{words.party}</dt>
          <dd>{nameOf(choices.parties, record.party, day)}</dd>
          {record.attendance.length > 0 && tookPlace(last?.state ?? null) === tookPlace(now.state) && (
            <>
              <dt>{words.attendance}</dt>
              <dd>
                {peopleWords(record, choices)}
                {!tookPlace(now.state) && <span className="sub act-line">{words.notCounted}</span>}
              </dd>
            </>
          )}
        </dl>
        {locked && <Locked locked={locked} />}
        <div className="act-acts">
          {isOpen && (
            <Button look="solid" isDisabled={isFixed} onPress={props.onRecord}>
              {words.record}
            </Button>
          )}
          <Button isDisabled={isFixed} onPress={props.onEdit}>
            {words.edit}
          </Button>
        </div>
      </section>
      <section aria-labelledby="act-log">
        <h3 id="act-log">{words.log}</h3>
        <Log record={record} />
        {before !== undefined && last !== undefined && (
          <Button look="text" isDisabled={isFixed} onPress={() => setAsks('withdraw')}>
            {words.withdraw}
          </Button>
        )}
      </section>
      <Counted record={record} isCounted={tookPlace(now.state)} />
      <SurveyRate measures={record.measures} />
      {record.seriesId !== null && (
        <section aria-labelledby="act-series">
          <h3 id="act-series">{words.series}</h3>
          <p className="sub">{words.seriesText}</p>
          <Button isDisabled={isFixed} onPress={() => setAsks('follow')}>
            {words.seriesChange}
          </Button>
        </section>
      )}
      <RowHistory table="activity" id={record.id} canPutBack={false} />
      <section>
        <Button look="danger" isDisabled={isFixed} onPress={() => setAsks('remove')}>
          {words.remove}
        </Button>
      </section>
      {asks === 'follow' && <FollowDialog record={record} choices={choices} onClose={close} />}
      {asks === 'withdraw' && last !== undefined && before !== undefined && (
        <ReasonDialog
          title={activityWords.withdraw.title}
          body={activityWords.withdraw.body(
            activityWords.states[last.state],
            activityWords.states[before.state],
          )}
          label={activityWords.withdraw.reason}
          confirm={activityWords.withdraw.confirm}
          error={error}
          isBusy={isBusy}
          onClose={close}
          onConfirm={(reason) =>
            void write('activities.withdrawState', { id: record.id, revision: record.revision, reason }).then(
              (answer) => answer.ok && close(),
            )
          }
        />
      )}
      {asks === 'remove' && (
        <ReasonDialog
          title={activityWords.remove.title}
          body={activityWords.remove.body(record.title)}
          label={activityWords.remove.reason}
          confirm={activityWords.remove.confirm}
          error={error}
          isBusy={isBusy}
          onClose={close}
          onConfirm={(reason) =>
            void write('activities.remove', { id: record.id, revision: record.revision, reason }).then(
              (answer) => answer.ok && props.onRemoved(),
            )
          }
        />
      )}
    </SidePanel>
  )
}

function peopleWords(record: ActivityRecord, choices: Choices): string {
  const parts = record.attendance.map(({ group, count }) => {
    const label = choices.groups.find(({ code }) => code === group)?.label ?? group
    return `${label}${grouped(count)}`
  })
  const whole = record.attendance.reduce((sum, { count }) => sum + count, 0)
  return `${words.people(grouped(whole))}（${parts.join('、')}）`
}

function Locked(props: { readonly locked: NonNullable<RequestOutput<'activities.read'>['locked']> }) {
  const { code, month } = props.locked
  const isConfirmed = code === 'periodConfirmed'
  return (
    <p className="act-locked">
      <Icon of={Lock} />
      <span>
        <b>{isConfirmed ? words.lockedPeriodConfirmed(month) : words.lockedReportedByTally(month)}</b>
        <br />
        {isConfirmed ? words.lockedPeriodHint : words.lockedTallyHint}
        {isConfirmed && <ReopenButton {...props.locked.period} />}
      </span>
    </p>
  )
}

/** Oldest first; what was withdrawn stands at its day, struck out. */
function Log({ record }: { readonly record: ActivityRecord }) {
  const lines = [
    ...record.log.map((entry, index) => ({ entry, index, moved: entry.moved, withdrawn: null })),
    ...record.withdrawn.map((entry, index) => ({
      entry,
      index: 1000 + index,
      moved: null,
      withdrawn: entry,
    })),
  ].toSorted((a, b) => (a.entry.on === b.entry.on ? a.index - b.index : a.entry.on < b.entry.on ? -1 : 1))
  return (
    <ol className="act-log">
      {lines.map(({ entry, index, moved, withdrawn }) => (
        <li key={index} className={withdrawn === null ? undefined : 'taken-back'}>
          <span className="act-log-head">
            {formatDay(entry.on)}
            {withdrawn === null ? (
              <b>{activityWords.states[entry.state]}</b>
            ) : (
              <s>{activityWords.states[entry.state]}</s>
            )}
            {withdrawn !== null && <Tag>{words.withdrawn}</Tag>}
          </span>
          {entry.reason !== '' && <Sub>{entry.reason}</Sub>}
          {entry.evidence !== '' && <Sub>{words.evidence(entry.evidence)}</Sub>}
          {moved !== null && <Sub>{words.logMoved(formatWhen(moved) || words.logUndatedBefore)}</Sub>}
          {withdrawn !== null && (
            <Sub>{words.withdrawnFor(formatDay(withdrawn.withdrawnOn), withdrawn.withdrawnFor)}</Sub>
          )}
        </li>
      ))}
    </ol>
  )
}

const Sub = ({ children }: { readonly children: ReactNode }) => (
  <span className="sub act-line">{children}</span>
)

/** 「この活動が入る集計」, named by the catalogue itself. */
function Counted({ record, isCounted }: { readonly record: ActivityRecord; readonly isCounted: boolean }) {
  const counted = countedIn(record)
  const date = record.held ?? record.planned
  return (
    <section aria-labelledby="act-counted">
      <h3 id="act-counted">{words.counted}</h3>
      {counted.length === 0 ? (
        <p className="sub">{words.countedNone}</p>
      ) : (
        <>
          <p className="sub">{isCounted ? words.countedNow : words.countedLater}</p>
          <ul className="act-counted">
            {counted.map(({ definition, amount }) => (
              <li key={definition.code}>
                <span>{definition.label}</span>
                {isCounted && amount !== null && (
                  <span className="n">
                    {grouped(amount)}
                    {definition.unit}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {isCounted && date.kind === 'unknown' && <p className="sub">{words.countedUndated}</p>}
        </>
      )}
    </section>
  )
}
