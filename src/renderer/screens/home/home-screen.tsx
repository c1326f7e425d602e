import { useNavigate } from 'react-router'
import type { Home } from '../../../shared/contract/schemas/home.ts'
import { monthOf, monthsOf } from '../../../shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatDay, formatMonthOnly } from '../../../shared/time/format.ts'
import { homeWords } from '../../../shared/words/home.ts'
import { common } from '../../../shared/words/screens.ts'
import { AnswerEntry } from '../../answers/answer-entry.tsx'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Empty, Loading } from '../../ui/patterns.tsx'
import { StatusBoard, type StatusLook, StatusMark } from '../../ui/status-board.tsx'
import { boardRows, placeOf } from './board.ts'
import { GoOn } from './go-on.tsx'
import './home.css'
import { Findings } from './findings.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { BackupState, Changes, Coming } from './sections.tsx'
import { useReportMove } from './use-report-move.ts'

const words = homeWords.board
const legend = ['missing', 'entering', 'checked', 'confirmed', 'sentBack', 'notExpected'] as const

/** ホーム: what is missing or wrong now, what is to come, what changed, and where to go on. */
export function HomeScreen() {
  const { frame } = useSession().frame
  const home = useRequest('home.read', { frame })
  return (
    <>
      <div className="head">
        <h1>{homeWords.title}</h1>
        {home.data && (
          <>
            <span className="sub">{homeWords.asOf(formatDay(home.data.today, { weekday: true }))}</span>
            <AnswerEntry />
            <GoOn home={home.data} />
          </>
        )}
      </div>
      {home.isPending && <Loading>{common.loading}</Loading>}
      {home.isError && <ErrorNotice error={home.error} />}
      {home.data && (
        <div className="home">
          <Board home={home.data} />
          <div className="home-low">
            <Findings />
            <Coming home={home.data} />
            <div>
              <BackupState backup={home.data.backup} />
              <Changes changes={home.data.changes} />
            </div>
          </div>
        </div>
      )}
    </>
  )
}

function Board({ home }: { readonly home: Home }) {
  const { ledger } = useSession()
  const navigate = useNavigate()
  const moving = useReportMove()
  const months = monthsOf(fiscalYearPeriod(home.fiscalYear))
  const act = (rowId: string, month: string, action: string) => {
    const row = home.board.find(({ party, form }) => `${party} ${form}` === rowId)
    const cell = row?.cells.find((one) => one.month === month)
    if (row === undefined || cell === undefined) return
    if (action === 'open') void navigate(placeOf(row, month))
    else moving.begin(row, cell, action as Parameters<typeof moving.begin>[2])
  }
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
          <span>{words.doneMeans}</span>
        </div>
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
          rows={boardRows(home.board, ledger.readOnly === null)}
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
    </section>
  )
}
