import { CalendarPlus, ClipboardCheck, PencilLine, Plus, Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { formatDay, formatFiscalYear } from '../../../shared/time/format.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/choice.tsx'
import { isComposingKey } from '../../ui/composition.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { grouped } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Empty, Loading } from '../../ui/patterns.tsx'
import type { VirtualTableHandle } from '../../ui/virtual-table.tsx'
import { ActivityList } from './activity-list.tsx'
import { Calendar } from './calendar.tsx'
import { DayDialog } from './day-dialog.tsx'
import { FilterBar } from './filter-bar.tsx'
import { OpenActivity } from './open-activity.tsx'
import { type ActivityRowView, chosenRows, rowsOf, waitingRows } from './rows.ts'
import { SeriesDialog } from './series-dialog.tsx'
import { useActivitiesView } from './use-view.ts'
import './activities.css'

/** 活動・行事: the year's activities as a list or a calendar, and the one that is chosen. */
export function ActivitiesScreen() {
  const { frame: owner, ledger } = useSession()
  const { frame } = owner
  const [view, change] = useActivitiesView()
  const year = useRequest('activities.year', { fiscalYear: frame.fiscalYear, asOf: frame.asOf })
  const choices = useRequest('activities.choices', {})
  const drafts = useRequest('drafts.list', { kind: 'activity' })
  const [column, setColumn] = useState('title')
  const [asks, setAsks] = useState<{
    readonly rows: readonly ActivityRowView[]
    readonly title: string
  } | null>(null)
  const [below, setBelow] = useState<HTMLElement | null>(null)
  const [makesSeries, setMakesSeries] = useState(false)
  const table = useRef<VirtualTableHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const isReadOnly = ledger.readOnly !== null

  const entries = year.data?.activities
  const known = choices.data
  const all = useMemo(() => (entries && known ? rowsOf(entries, known, frame) : []), [entries, known, frame])
  const rows = useMemo(() => chosenRows(all, view), [all, view])
  const waiting = useMemo(() => waitingRows(rows, frame.asOf), [rows, frame.asOf])
  const kept = drafts.data?.drafts ?? []
  const draftIds = useMemo(() => new Set(kept.flatMap(({ targetId }) => targetId ?? [])), [kept])
  const hasNewDraft = kept.some(({ targetId }) => targetId === null)

  const chosenIndex = rows.findIndex(({ entry }) => entry.id === view.id)
  useEffect(() => {
    // A form takes room from the list, and 続けて記録 leads to rows further down: the chosen one stays in sight.
    if (chosenIndex < 0 || view.view !== 'list') return
    const frameId = requestAnimationFrame(() =>
      table.current?.scrollToIndex(chosenIndex, below === null ? 'auto' : 'center'),
    )
    return () => cancelAnimationFrame(frameId)
  }, [chosenIndex, view.view, below])
  const toList = () => {
    change({ task: null, ...(view.id === 'new' ? { id: null } : {}) })
    requestAnimationFrame(() => table.current?.focus())
  }
  const recordNext = () => {
    const [next] = waiting
    if (next) change({ view: 'list', id: next.entry.id, task: 'record' })
  }
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent) => {
      const inField =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, [role=dialog], [role=alertdialog]')
      if (inField || isComposingKey(event) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '/') {
        event.preventDefault()
        search.current?.focus()
      }
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
  const onListKey = (event: KeyboardEvent) => {
    if (isComposingKey(event) || event.ctrlKey || event.metaKey || event.altKey || isReadOnly) return
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea')) return
    if (event.key === 'n' || event.key === 'N') {
      event.preventDefault()
      change({ id: 'new', task: 'edit' })
    }
    if ((event.key === 'r' || event.key === 'R') && view.id !== null && view.id !== 'new') {
      event.preventDefault()
      change({ task: 'record' })
    }
  }
  const total = year.data?.total ?? 0
  const last = all.at(-1)
  return (
    <>
      <div className="head act-head">
        <h1>{activityWords.title}</h1>
        <span className="sub">
          {year.data && (
            <>
              {activityWords.count(grouped(rows.length), grouped(total))}
              {'　'}
            </>
          )}
          {activityWords.asOf(formatDay(frame.asOf))}
        </span>
        <div className="acts">
          <label className="act-search">
            <Icon of={Search} />
            <span className="vh">{activityWords.search}</span>
            <input
              ref={search}
              className="in plain"
              type="text"
              value={view.search}
              placeholder={activityWords.search}
              onChange={(event) => change({ search: event.target.value })}
              autoComplete="off"
              maxLength={100}
            />
            <kbd>/</kbd>
          </label>
          <Segmented
            label={activityWords.views.label}
            value={view.view}
            choices={[
              { value: 'list', label: activityWords.views.list },
              { value: 'calendar', label: activityWords.views.calendar },
            ]}
            onChange={(value) => change({ view: value, ...(value === 'calendar' ? { task: null } : {}) })}
          />
          <Button icon={CalendarPlus} isDisabled={isReadOnly || !known} onPress={() => setMakesSeries(true)}>
            {activityWords.makeSeries}
          </Button>
          <Button icon={ClipboardCheck} isDisabled={isReadOnly || waiting.length === 0} onPress={recordNext}>
            {activityWords.recordOn}
          </Button>
          <Button
            icon={hasNewDraft ? PencilLine : Plus}
            look="solid"
            isDisabled={isReadOnly || !known}
            onPress={() => change({ view: 'list', id: 'new', task: 'edit' })}
          >
            {hasNewDraft ? activityWords.goOn : activityWords.make}
          </Button>
        </div>
      </div>
      {known && <FilterBar view={view} change={change} rows={all} choices={known} frame={frame} />}
      <div className="with-panel">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the list in it has the focus, it hears its letters */}
        <div className="work act-work" onKeyDown={onListKey}>
          {isReadOnly && <p className="sub act-note">{activityWords.readOnly}</p>}
          {year.data && total > all.length && (
            <Notice
              look="warn"
              title={activityWords.tooMany(grouped(all.length), grouped(total))}
              announce={false}
            />
          )}
          {(year.isPending || choices.isPending) && <Loading>{activityWords.loading}</Loading>}
          {year.isError && <ErrorNotice error={year.error} />}
          {choices.isError && <ErrorNotice error={choices.error} />}
          {year.data && known && all.length === 0 && (
            <div className="act-empty">
              <Empty title={activityWords.empty.title(formatFiscalYear(frame.fiscalYear))}>
                {activityWords.empty.text}
              </Empty>
            </div>
          )}
          {all.length > 0 && rows.length === 0 && (
            <div className="act-empty">
              <Empty title={activityWords.filters.none}>{activityWords.filters.noneHint}</Empty>
            </div>
          )}
          {rows.length > 0 && view.view === 'list' && (
            <ActivityList
              handle={table}
              rows={rows}
              drafts={draftIds}
              chosen={view.id}
              column={column}
              sort={view.sort}
              onSort={(sort) => change({ sort })}
              onPlace={(row, at) => {
                setColumn(at)
                if (row.entry.id !== view.id) change({ id: row.entry.id, task: null })
              }}
              onOpen={(row) => change({ id: row.entry.id, task: 'edit' })}
            />
          )}
          {all.length > 0 && view.view === 'calendar' && (
            <>
              <Loose rows={rows} onOpen={(loose, title) => setAsks({ rows: loose, title })} />
              <Calendar
                key={frame.fiscalYear}
                rows={rows}
                frame={frame}
                chosen={view.id}
                onOpen={(found, title) => {
                  const [only] = found
                  if (found.length === 1 && only) change({ id: only.entry.id, task: null })
                  else setAsks({ rows: found, title })
                }}
              />
            </>
          )}
          {known && view.id !== null && view.task !== null && view.view === 'list' && (
            <div className="act-below" ref={setBelow} />
          )}
        </div>
        {known && view.id !== null && (
          <OpenActivity
            key={view.id}
            id={view.id}
            task={view.view === 'list' ? view.task : null}
            place={below}
            choices={known}
            frame={frame}
            isReadOnly={isReadOnly}
            left={waiting.length}
            {...(last ? { start: { party: last.entry.party } } : {})}
            onTask={(task) => change({ task, view: 'list' })}
            onSaved={(id) => {
              change({ id, task: null })
              requestAnimationFrame(() => table.current?.focus())
            }}
            onRecorded={(id) => {
              const next = waiting.find(({ entry }) => entry.id !== id)
              if (next) change({ id: next.entry.id, task: 'record' })
              else toList()
            }}
            onDone={toList}
            onClose={() => change({ id: null, task: null })}
          />
        )}
      </div>
      {asks && (
        <DayDialog
          title={asks.title}
          rows={asks.rows}
          onChoose={(id) => {
            setAsks(null)
            change({ id, task: null })
          }}
          onClose={() => setAsks(null)}
        />
      )}
      {makesSeries && known && (
        <SeriesDialog
          choices={known}
          fiscalYear={frame.fiscalYear}
          start={last ? { party: last.entry.party } : {}}
          onMade={(id) => {
            setMakesSeries(false)
            change({ id, task: null, view: 'list' })
          }}
          onClose={() => setMakesSeries(false)}
        />
      )}
    </>
  )
}

/** What stands in no single month: months on end, and no date at all. */
function Loose(props: {
  readonly rows: readonly ActivityRowView[]
  readonly onOpen: (rows: readonly ActivityRowView[], title: string) => void
}) {
  const loose = props.rows.filter(
    ({ entry }) => entry.when.kind === 'months' || entry.when.kind === 'unknown',
  )
  const { calendar } = activityWords
  return (
    <div className="act-legend">
      <span>
        <span className="act-mark planned">{activityWords.kindMarks.place}</span> {calendar.legendPlanned}
      </span>
      <span>
        <span className="act-mark held">{activityWords.kindMarks.place}</span> {calendar.legendHeld}
      </span>
      <span>
        <span className="act-mark called-off">{activityWords.kindMarks.place}</span> {calendar.legendOff}
      </span>
      <span className="act-keys">
        <kbd>↑↓←→</kbd> {calendar.keys}
        <kbd>PageUp/Down</kbd> {calendar.monthKeys}
        <kbd>Enter</kbd> {calendar.open}
      </span>
      {loose.length > 0 && (
        <Button look="text" onPress={() => props.onOpen(loose, calendar.undated(loose.length))}>
          {calendar.undated(loose.length)}
        </Button>
      )}
    </div>
  )
}
