import type { BoardRowView, Home } from '../../../shared/contract/schemas/home.ts'
import { formatMonthOnly } from '../../../shared/time/format.ts'
import { homeWords } from '../../../shared/words/home.ts'
import { useSession } from '../../api/session.tsx'
import { placeOf } from './board.ts'

const words = homeWords.goOn

/** The first month that a party tells by tally and that is not in: late ones first. */
function nextTally(
  board: readonly BoardRowView[],
): { readonly row: BoardRowView; readonly month: string } | null {
  const open = board
    .filter(({ mode }) => mode === 'tally')
    .flatMap((row) =>
      row.cells
        .filter(({ state }) => state === 'missing' || state === 'entering' || state === 'sentBack')
        .map(({ month }) => ({ row, month })),
    )
  return open.toSorted((a, b) => (a.month < b.month ? -1 : 1))[0] ?? null
}

/** Where to go on: half-filled entries, the month that waits, or the next contact. */
export function GoOn({ home }: { readonly home: Home }) {
  const { ledger } = useSession()
  if (ledger.readOnly !== null) return null
  const tally = nextTally(home.board)
  return (
    <div className="acts">
      {home.drafts.length > 0 && <span className="sub">{words.drafts(String(home.drafts.length))}</span>}
      {tally && (
        <a className="btn" href={`#${placeOf(tally.row, tally.month)}`}>
          {words.tally(formatMonthOnly(tally.month as `${number}-${number}`))}
        </a>
      )}
      <a className="btn solid" href="#/consultations">
        {words.consultations}
      </a>
    </div>
  )
}
