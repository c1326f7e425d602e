import { useQueryClient } from '@tanstack/react-query'
import { PanelRight } from 'lucide-react'
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { MonthlyParty } from '../../../shared/contract/schemas/monthly.ts'
import { formWords } from '../../../shared/words/checks.ts'
import { monthlyWords } from '../../../shared/words/monthly.ts'
import { common } from '../../../shared/words/screens.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { useUndo } from '../../api/use-undo.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import type { GridHandle } from '../../ui/grid/grid.tsx'
import type { Spot, SpotRange } from '../../ui/grid/types.ts'
import { Empty, Loading } from '../../ui/patterns.tsx'
import { Select } from '../../ui/select.tsx'
import { ClashDialog } from './clash-dialog.tsx'
import { type Desk, handsOf } from './hands.ts'
import type { CellClash } from './held-cell.ts'
import { ItemsDialog } from './items-dialog.tsx'
import { Legend } from './legend.tsx'
import { currentMonth } from './months.ts'
import { SheetStanding } from './sheet-standing.tsx'
import './monthly.css'
import { CellPanel } from './panel.tsx'
import { PasteDialog, PasteHere } from './paste-dialog.tsx'
import { SheetActions } from './sheet-actions.tsx'
import { SheetView } from './sheet-view.tsx'
import { useDesk } from './use-desk.ts'

/** 月報入力: the sheet of a 報告元 for the year of the top line. */
export function MonthlyScreen() {
  const { fiscalYear } = useSession().frame.frame
  const parties = useRequest('monthly.parties', { fiscalYear })
  const [query, setQuery] = useSearchParams()
  const wanted = `${query.get('party')} ${query.get('form')}`
  const list = parties.data?.parties ?? []
  const chosen = list.find((row) => choiceOf(row) === wanted) ?? list[0] ?? null
  const chooser = chosen && (
    <Select
      look="bar"
      label={monthlyWords.party}
      value={choiceOf(chosen)}
      choices={list.map((row) => ({
        value: choiceOf(row),
        label: monthlyWords.partyChoice(row.name, formWords[row.form]),
        note: monthlyWords.modes[row.mode],
      }))}
      onChange={(value) => {
        const next = list.find((row) => choiceOf(row) === value)
        if (next) setQuery({ party: next.party, form: next.form })
      }}
    />
  )
  if (parties.isPending) return <Loading>{common.loading}</Loading>
  if (parties.isError) return <ErrorNotice error={parties.error} />
  if (chosen === null) {
    return (
      <>
        <div className="head">
          <h1>{monthlyWords.title}</h1>
        </div>
        <Empty title={monthlyWords.empty}>{monthlyWords.emptyHint}</Empty>
      </>
    )
  }
  return (
    <SheetOf
      key={`${choiceOf(chosen)} ${fiscalYear}`}
      party={chosen}
      fiscalYear={fiscalYear}
      month={query.get('month')}
      chooser={chooser}
    />
  )
}

const choiceOf = ({ party, form }: MonthlyParty): string => `${party} ${form}`

function SheetOf(props: {
  readonly party: MonthlyParty
  readonly fiscalYear: number
  readonly month: string | null
  readonly chooser: React.ReactNode
}) {
  const { party, form } = props.party
  const [clashes, setClashes] = useState<readonly CellClash[]>([])
  const onClash = useCallback(
    (found: readonly CellClash[]) => setClashes((before) => [...before, ...found]),
    [],
  )
  const place = useMemo(
    () => ({ party, form, fiscalYear: props.fiscalYear }),
    [party, form, props.fiscalYear],
  )
  const noClashes = useCallback(() => setClashes([]), [])
  const { state, again } = useDesk(place, onClash)
  return (
    <div className="with-panel monthly">
      {state.kind === 'ready' ? (
        <DeskView
          key={state.desk.sheet.read.itemsRevision}
          desk={state.desk}
          month={props.month}
          chooser={props.chooser}
          again={again}
          clashes={clashes}
          onClashesDone={noClashes}
        />
      ) : (
        <div className="work">
          <Head chooser={props.chooser} />
          {state.kind === 'loading' ? (
            <Loading>{monthlyWords.loading}</Loading>
          ) : (
            <ErrorNotice error={state.error} />
          )}
        </div>
      )}
    </div>
  )
}

const Head = (props: { readonly chooser: React.ReactNode; readonly children?: React.ReactNode }) => (
  <div className="head">
    <h1>{monthlyWords.title}</h1>
    {props.chooser}
    {props.children}
  </div>
)

interface UndoSteps {
  readonly undo: () => void
  readonly redo: () => void
}

/**
 * Follows the window's undo list by itself: it changes with every save, and the sheet must not. The list is
 * read again before a step, so that a key right after a save takes back that save, never the one before it.
 */
function UndoSteps({ steps }: { readonly steps: React.RefObject<UndoSteps> }) {
  const undoing = useUndo()
  const latest = useRef(undoing)
  const queries = useQueryClient()
  useEffect(() => {
    latest.current = undoing
  })
  useEffect(() => {
    const fresh = async (): Promise<void> => {
      await queries.refetchQueries({ queryKey: ['history.undoList'] })
      await new Promise((done) => setTimeout(done))
    }
    steps.current = {
      undo: () => void fresh().then(() => latest.current.undo()),
      redo: () => void fresh().then(() => latest.current.redo()),
    }
  }, [queries, steps])
  return null
}

type Open =
  | { readonly kind: 'none' | 'items' | 'pasteHere' }
  | { readonly kind: 'paste'; readonly at: Spot; readonly rows: readonly (readonly string[])[] }

const DeskView = memo(function DeskView(props: {
  readonly desk: Desk
  readonly month: string | null
  readonly chooser: React.ReactNode
  readonly again: () => void
  readonly clashes: readonly CellClash[]
  readonly onClashesDone: () => void
}) {
  const { desk } = props
  const { sheet } = desk
  const steps = useRef<UndoSteps>({ undo: () => {}, redo: () => {} })
  const grid = useRef<GridHandle>(null)
  const [opened, setOpen] = useState<Open>({ kind: 'none' })
  // Where there is no room beside the sheet the panel would lie over it.
  const [panel, setPanel] = useState(() => window.innerWidth > 1100)
  const handlers = useMemo(
    () =>
      handsOf(desk, {
        paste: (range: SpotRange, rows) => setOpen({ kind: 'paste', at: range.from, rows }),
        undo: () => steps.current.undo(),
        redo: () => steps.current.redo(),
      }),
    [desk],
  )
  useEffect(() => {
    const asked = sheet.months.findIndex(({ month }) => month === props.month)
    const column = asked === -1 ? (currentMonth(sheet.months, sheet.read.today) ?? 0) : asked
    sheet.model.select({ row: 0, column })
    grid.current?.focus()
  }, [sheet, props.month])
  const back = (): void => {
    setOpen({ kind: 'none' })
    // A dialog gives the focus back in a frame of its own.
    requestAnimationFrame(() => requestAnimationFrame(() => grid.current?.focus()))
  }
  return (
    <>
      <UndoSteps steps={steps} />
      <div className="work">
        <Head chooser={props.chooser}>
          <SheetActions
            desk={desk}
            onItems={() => setOpen({ kind: 'items' })}
            onPaste={() => setOpen({ kind: 'pasteHere' })}
            onDone={() => grid.current?.focus()}
          />
          {!panel && (
            <Button
              look="quiet"
              icon={PanelRight}
              aria-label={monthlyWords.panel.open}
              onPress={() => setPanel(true)}
            />
          )}
        </Head>
        {sheet.lines.length === 0 ? (
          <Empty title={monthlyWords.noItems}>{monthlyWords.noItemsHint}</Empty>
        ) : (
          <SheetView ref={grid} sheet={sheet} handlers={handlers} />
        )}
        <SheetStanding sheet={sheet} />
        <Legend />
      </div>
      {panel && sheet.lines.length > 0 && (
        <CellPanel desk={desk} onEdit={() => grid.current?.edit()} onClose={() => setPanel(false)} />
      )}
      {opened.kind === 'items' && <ItemsDialog desk={desk} onDone={props.again} onClose={back} />}
      {opened.kind === 'pasteHere' && (
        <PasteHere
          onRows={(rows) => setOpen({ kind: 'paste', at: sheet.model.range.from, rows })}
          onClose={back}
        />
      )}
      {opened.kind === 'paste' && (
        <PasteDialog desk={desk} at={opened.at} rows={opened.rows} onClose={back} />
      )}
      {props.clashes.length > 0 && (
        <ClashDialog desk={desk} clashes={props.clashes} onDone={props.onClashesDone} />
      )}
    </>
  )
})
