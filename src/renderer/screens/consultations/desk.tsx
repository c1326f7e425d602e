import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { AppFailure } from '../../../shared/contract/errors.ts'
import { formatMonthOnly } from '../../../shared/time/format.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { useClient } from '../../api/client-context.tsx'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { useQuiet } from '../../api/use-quiet.ts'
import { useShownPeriod } from '../../confirming/reopen-button.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { grouped } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Empty, Loading } from '../../ui/patterns.tsx'
import type { TablePlace, VirtualTableHandle } from '../../ui/virtual-table.tsx'
import type { Codes } from './codes.ts'
import { DraftsOffer } from './drafts-offer.tsx'
import { EditEntry } from './edit-entry.tsx'
import type { PartyChoice } from './entry-context.ts'
import { FilterBar } from './filter-bar.tsx'
import { NewEntry, type NewEntryHandle, type SavedEntry } from './new-entry.tsx'
import { Panel } from './panel.tsx'
import { historyField, RegisterTable } from './register-table.tsx'
import { SearchBox } from './search-box.tsx'
import { newSession, sessionOf } from './sessions.ts'
import { useRegister } from './use-register.ts'
import { useView } from './use-view.ts'

const noParties: readonly PartyChoice[] = []

/** List, form and panel of the register. */
export function Desk({ codes }: { readonly codes: Codes }) {
  const client = useClient()
  const { ledger, frame: owner } = useSession()
  const { frame } = owner
  const view = useView(frame)
  const { filter, sort, change } = view
  const { from = null, to = null } = filter.period ?? {}
  useShownPeriod(filter.party, 'consultation', from === to ? from : null)
  const isReadOnly = ledger.readOnly !== null
  const today = useMemo(() => dayInJapan(new Date()), [])
  const register = useRegister(filter, sort)
  const counts = useRequest('consultations.counts', { period: filter.period, fiscalYear: frame.fiscalYear })
  // It looks at every record of the months: after what is looked at first, and not over several years.
  const isQuiet = useQuiet()
  const months = filter.period
  const warned = useRequest('consultations.warned', months ?? frame.period, {
    enabled: isQuiet && months !== null && !register.isOld,
  })
  const parties = useRequest('consultations.parties', { day: frame.asOf })
  const chosen = useRequest('cases.read', { id: filter.caseId ?? '-' }, { enabled: filter.caseId !== null })
  const [session, setSession] = useState(() =>
    sessionOf(ledger.path, client, { day: today, party: filter.party }),
  )
  const [place, setPlace] = useState<TablePlace | null>(null)
  const [saved, setSaved] = useState<SavedEntry | null>(null)
  const form = useRef<NewEntryHandle>(null)
  const table = useRef<VirtualTableHandle>(null)
  const search = useRef<{ focus(): void }>(null)
  const chosenRow = place === null ? null : register.row(place.index)
  const isEditing = view.id !== null

  // 報告元 of a new form: the one that reported last, unless the form was begun with another.
  const lastId = counts.data?.lastId ?? null
  const last = useRequest('consultations.read', { id: lastId ?? '-' }, { enabled: lastId !== null })
  useEffect(() => {
    const { store } = session
    const party = last.data?.consultation.party ?? onlyParty(parties.data?.parties)
    if (store.read().party === null && party !== null) session.begin({ party })
  }, [session, last.data, parties.data])

  // A link to a record: its place in the list is framed.
  const linked = useRequest(
    'consultations.place',
    { filter, sort, id: view.id ?? '-' },
    { enabled: view.id !== null },
  )
  const linkedIndex = linked.data?.index ?? null
  useEffect(() => {
    if (linkedIndex !== null) table.current?.scrollToIndex(linkedIndex)
  }, [linkedIndex])

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { target } = event
      const isTyping = target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]')
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      search.current?.focus()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
  // The list first: the filters and the form's twenty fields are drawn behind it, and stay.
  const [isRestThere, showRest] = useState(false)
  useEffect(() => {
    if (!register.isPending) startTransition(() => showRest(true))
  }, [register.isPending])
  const begun = useRef(false)
  useEffect(() => {
    // The day's work begins in the form, once; a link to a record or a search stays where it leads.
    if (begun.current || isEditing || isReadOnly || !isRestThere) return
    begun.current = true
    // Who types elsewhere already (a search, a number in the panel) is not pulled away.
    if (!(document.activeElement instanceof HTMLInputElement)) form.current?.focus()
  }, [isEditing, isReadOnly, isRestThere])

  const startNew = (about: SavedEntry | null) => {
    const day = about?.day ?? today
    setSession(newSession(ledger.path, client, { day, party: about?.party ?? filter.party }))
    setTimeout(() => form.current?.focus())
  }
  const choose = (next: TablePlace) => {
    setPlace(next)
    change({ history: historyField[next.column] ?? 'record', who: null })
  }
  const toList = () => {
    setPlace((before) => before ?? { index: Math.max(0, register.total - 1), column: 'number' })
    table.current?.focus()
  }
  const open = (index: number) => {
    const row = register.row(index)
    if (row) change({ id: row.id })
  }
  const savedPlace = useRequest(
    'consultations.place',
    { filter, sort, id: saved?.id ?? '-' },
    { enabled: saved !== null },
  )
  const isHidden = saved !== null && savedPlace.data !== undefined && savedPlace.data.index === null

  return (
    <div className="with-panel">
      <div className="work register">
        <div className="head">
          <h1>{words.title}</h1>
          <span className="sub">{counts.data && headCounts(view.period, counts.data)}</span>
          <div className="acts">
            <SearchBox
              value={filter.search}
              onChange={(text) => change({ q: text })}
              onEnter={toList}
              handle={search}
            />
            <Button onPress={() => change({ who: 'list', history: null })}>{words.panel.openList}</Button>
          </div>
        </div>
        {isRestThere ? (
          <FilterBar
            view={view}
            frame={frame}
            codes={codes}
            parties={parties.data?.parties ?? noParties}
            warned={months === null ? null : (warned.data?.count ?? null)}
            caseCode={chosen.data?.code ?? null}
          />
        ) : (
          <div className="bar register-bar" />
        )}
        <div className="register-list">
          {register.error ? (
            <div className="pad">
              <ErrorNotice
                error={register.error instanceof AppFailure ? register.error.appError : register.error}
                actions={<Button onPress={register.retry}>{words.search.clear}</Button>}
              />
            </div>
          ) : register.isPending ? (
            <div className="pad">
              <Loading>{words.loading}</Loading>
            </div>
          ) : register.total === 0 ? (
            <div className="pad">
              <NothingThere view={view} isEmpty={counts.data?.lastId === null} />
            </div>
          ) : (
            <RegisterTable
              register={register}
              codes={codes}
              withYear={filter.period === null || filter.period.from !== filter.period.to}
              sort={sort}
              onSort={(next) => change({ sort: `${next.column}-${next.direction}` })}
              place={place}
              onPlace={choose}
              onOpen={open}
              markedIndex={linkedIndex}
              handle={table}
            />
          )}
        </div>
        <p className="vh" role="status">
          {saved !== null && words.saved(saved.number)}
        </p>
        {saved !== null && isHidden && (
          <div className="register-note">
            <Notice
              look="info"
              title={words.savedHidden(saved.number)}
              actions={
                <Button
                  onPress={() => {
                    change({
                      month: 'all',
                      party: null,
                      method: null,
                      caller: null,
                      case: null,
                      q: null,
                      warned: null,
                    })
                    setSaved(null)
                  }}
                >
                  {words.show}
                </Button>
              }
            />
          </div>
        )}
        {isReadOnly && !isEditing ? (
          <p className="register-note sub">{words.readOnly}</p>
        ) : view.id !== null ? (
          <EditEntry
            key={view.id}
            id={view.id}
            codes={codes}
            today={today}
            fiscalYear={frame.fiscalYear}
            isReadOnly={isReadOnly}
            onDone={() => {
              change({ id: null })
              toList()
            }}
            onNew={() => {
              change({ id: null })
              setTimeout(() => form.current?.focus())
            }}
            onContinue={(draft) => {
              change({ id: null })
              setSession(newSession(ledger.path, client, { day: today, party: null }, draft))
            }}
          />
        ) : !isRestThere ? (
          <div className="entry entry-place" />
        ) : (
          <>
            <DraftsOffer
              codes={codes}
              current={session.keeper.id}
              onGoOn={(draft) => {
                void session.keeper.flush()
                setSession(newSession(ledger.path, client, { day: today, party: filter.party }, draft))
                setTimeout(() => form.current?.focus())
              }}
            />
            <NewEntry
              key={session.actionId}
              session={session}
              codes={codes}
              today={today}
              fiscalYear={frame.fiscalYear}
              nextNumber={counts.data?.nextNumber ?? null}
              lastId={lastId}
              isReadOnly={isReadOnly}
              onSaved={(entry) => {
                setSaved(entry)
                setPlace(null)
                startNew(entry)
              }}
              onClear={() => {
                void session.keeper.end(true)
                startNew(null)
              }}
              onEscape={toList}
              handle={form}
            />
          </>
        )}
      </div>
      <Panel
        view={view}
        codes={codes}
        row={chosenRow}
        session={isEditing ? null : session}
        isReadOnly={isReadOnly}
        onClose={() => change({ history: null, who: null })}
      />
    </div>
  )
}

function headCounts(period: string, counts: { readonly inPeriod: number; readonly inYear: number }): string {
  const inPeriod = grouped(counts.inPeriod)
  const first = /^\d/.test(period)
    ? words.countsOfMonth(formatMonthOnly(period as `${number}-${number}`), inPeriod)
    : period === 'period'
      ? words.countsOfPeriod(inPeriod)
      : period === 'all'
        ? words.countsOfAll(inPeriod)
        : ''
  return [first, words.countsOfYear(grouped(counts.inYear))].filter((part) => part !== '').join('　')
}

const onlyParty = (
  parties: readonly { readonly code: string; readonly isCurrent: boolean }[] | undefined,
) => {
  const current = (parties ?? []).filter((party) => party.isCurrent)
  return current.length === 1 ? (current[0]?.code ?? null) : null
}

function NothingThere(props: { readonly view: ReturnType<typeof useView>; readonly isEmpty: boolean }) {
  if (props.isEmpty) return <Empty title={words.emptyTitle}>{words.empty}</Empty>
  return (
    <Empty
      title={words.nothingFoundTitle}
      actions={
        <Button
          onPress={() =>
            props.view.change({
              party: null,
              method: null,
              caller: null,
              case: null,
              q: null,
              warned: null,
              month: 'year',
            })
          }
        >
          {words.filter.reset}
        </Button>
      }
    >
      {words.nothingFound}
    </Empty>
  )
}
