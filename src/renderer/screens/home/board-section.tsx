import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { BoardRowView, Home } from '../../../shared/contract/schemas/home.ts'
import { monthOf, monthsOf } from '../../../shared/time/calendar.ts'
import type { Month } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatMonthOnly } from '../../../shared/time/format.ts'
import { confirmWords } from '../../../shared/words/confirming.ts'
import { homeWords } from '../../../shared/words/home.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { Confirming } from '../../confirming/confirming.tsx'
import { LateDialog } from '../../confirming/late-dialog.tsx'
import { LetterDialog } from '../../confirming/letter-dialog.tsx'
import { OutstandingDialog } from '../../confirming/outstanding-dialog.tsx'
import { ReopenDialog } from '../../confirming/reopen-dialog.tsx'
import { SubmissionsDialog } from '../../confirming/submissions-dialog.tsx'
import type { ReopenPlace } from '../../confirming/use-confirm.ts'
import { useStandings } from '../../confirming/use-standings.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { grouped } from '../../ui/format.ts'
import { Empty } from '../../ui/patterns.tsx'
import { StatusBoard, type StatusLook, StatusMark } from '../../ui/status-board.tsx'
import { boardRows, placeOf } from './board.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useReportMove } from './use-report-move.ts'

const words = homeWords.board
const legend = ['missing', 'entering', 'checked', 'confirmed', 'sentBack', 'notExpected'] as const

/** What stands over the board. */
type Opened =
  | { readonly kind: 'confirm'; readonly month: Month | null }
  | { readonly kind: 'reopen'; readonly place: ReopenPlace }
  | { readonly kind: 'letter'; readonly row: BoardRowView; readonly month: Month; readonly points: string[] }
  | { readonly kind: 'outstanding' | 'submissions' | 'late' }

/** 提出状況: 受領, 差戻し, 確認 and 確定 of every report of the year. */
export function BoardSection({ home }: { readonly home: Home }) {
  const { ledger } = useSession()
  const navigate = useNavigate()
  const { fiscalYear } = home
  const [opened, setOpened] = useState<Opened | null>(null)
  const standings = useStandings(fiscalYear)
  const late = useRequest('late.list', { fiscalYear: null })
  const moving = useReportMove(({ row, cell }, reason) =>
    setOpened({ kind: 'letter', row, month: cell.month, points: [reason] }),
  )
  const months = monthsOf(fiscalYearPeriod(fiscalYear))
  const act = (rowId: string, month: string, action: string) => {
    const row = home.board.find(({ party, form }) => `${party} ${form}` === rowId)
    const cell = row?.cells.find((one) => one.month === month)
    if (row === undefined || cell === undefined) return
    if (action === 'open') void navigate(placeOf(row, month))
    else if (action === 'confirm') setOpened({ kind: 'confirm', month: cell.month })
    else if (action === 'reopen')
      setOpened({ kind: 'reopen', place: { ...row, fiscalYear, month: cell.month } })
    else if (action === 'letter') setOpened({ kind: 'letter', row, month: cell.month, points: [] })
    else moving.begin(row, cell, action as Parameters<typeof moving.begin>[2])
  }
  const lateTotal = late.data?.total ?? 0
  const again = standings.submissions.filter(({ needsAgain }) => needsAgain)
  return (
    <section aria-labelledby="home-board">
      <div className="sec-h plain">
        <h2 id="home-board">{words.heading}</h2>
        <div className="board-legend">
          {legend.map((look: StatusLook & (typeof legend)[number]) => (
            <StatusMark key={look} look={look}>
              {words.states[look]}
            </StatusMark>
          ))}
        </div>
        {home.board.length > 0 && (
          <div className="board-acts">
            {lateTotal > 0 && (
              <Button onPress={() => setOpened({ kind: 'late' })}>
                {confirmWords.board.late(grouped(lateTotal))}
              </Button>
            )}
            <Button onPress={() => setOpened({ kind: 'outstanding' })}>
              {confirmWords.outstanding.heading}
            </Button>
            <Button onPress={() => setOpened({ kind: 'submissions' })}>
              {again.length > 0 ? confirmWords.submissions.again : confirmWords.board.records}
            </Button>
            <Button onPress={() => setOpened({ kind: 'confirm', month: nextToConfirm(home) })}>
              {confirmWords.board.confirm}
            </Button>
          </div>
        )}
      </div>
      {home.board.length === 0 ? (
        <Empty title={words.empty}>{words.emptyHint}</Empty>
      ) : (
        <StatusBoard
          label={words.heading}
          heads={{ group: words.party, row: words.form, total: words.done }}
          columns={months.map((month) => ({
            id: month,
            label: formatMonthOnly(month),
            isNow: month === monthOf(home.today),
          }))}
          rows={boardRows(
            home.board,
            ledger.readOnly === null,
            ({ party, form }) => standings.of(party, form, null)?.state === 'confirmed',
          )}
          onAction={act}
        />
      )}
      {moving.error && !moving.asking && <ErrorNotice error={moving.error} />}
      {moving.asking && (
        <ReasonDialog
          move={moving.asking}
          error={moving.error}
          onSend={(reason) => moving.asking && void moving.send(moving.asking, reason)}
          onStop={moving.stop}
        />
      )}
      {opened && <Over opened={opened} fiscalYear={fiscalYear} onOpen={setOpened} />}
    </section>
  )
}

function Over(props: {
  readonly opened: Opened
  readonly fiscalYear: number
  readonly onOpen: (opened: Opened | null) => void
}) {
  const { opened, fiscalYear } = props
  const close = () => props.onOpen(null)
  switch (opened.kind) {
    case 'confirm':
      return <Confirming fiscalYear={fiscalYear} month={opened.month} onClose={close} />
    case 'reopen':
      return <ReopenDialog place={opened.place} onClose={close} />
    case 'letter':
      return (
        <LetterDialog
          party={opened.row.party}
          form={opened.row.form}
          month={opened.month}
          points={opened.points}
          onClose={close}
        />
      )
    case 'outstanding':
      return <OutstandingDialog onClose={close} />
    case 'submissions':
      return <SubmissionsDialog onClose={close} />
    case 'late':
      return <LateDialog onClose={close} />
  }
}

/** The first month of which a report waits to be 確定; the year when all its months are. */
function nextToConfirm({ board }: Home): Month | null {
  const checked = board.flatMap(({ cells }) => cells.filter(({ state }) => state === 'checked'))
  return checked.map(({ month }) => month).toSorted()[0] ?? null
}
