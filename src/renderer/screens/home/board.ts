import type { BoardCellView, BoardRowView } from '../../../shared/contract/schemas/home.ts'
import { statesAfter } from '../../../shared/reports/transitions.ts'
import type { ReportState } from '../../../shared/statistics/rows.ts'
import { formatMonthDay, formatMonthOnly } from '../../../shared/time/format.ts'
import { formWords } from '../../../shared/words/checks.ts'
import { confirmWords } from '../../../shared/words/confirming.ts'
import { homeWords } from '../../../shared/words/home.ts'
import { grouped } from '../../ui/format.ts'
import type { StatusCell, StatusLook, StatusRow } from '../../ui/status-board.tsx'

const words = homeWords.board

/** The state that is stored, behind what the board shows. */
export const storedState = (cell: BoardCellView): ReportState =>
  cell.state === 'entering' || cell.state === 'future' || cell.state === 'notExpected'
    ? 'missing'
    : cell.state

const lookOf = (cell: BoardCellView): StatusLook =>
  cell.daysLate !== null && cell.state === 'missing' ? 'late' : cell.state

/** 提出状況 as the board draws it; a form's name stands once for all its rows. */
export function boardRows(
  rows: readonly BoardRowView[],
  canWrite: boolean,
  yearConfirmed: (row: BoardRowView) => boolean,
): readonly StatusRow[] {
  return rows.map((row, index) => ({
    id: `${row.party} ${row.form}`,
    group: row.name,
    groupRows:
      rows[index - 1]?.party === row.party ? 0 : rows.filter(({ party }) => party === row.party).length,
    label: formWords[row.form],
    cells: row.cells.map((cell) => cellOf(row, cell, canWrite)),
    total: `${row.done}/${row.expected}`,
    totalMark: yearConfirmed(row) ? confirmWords.board.yearConfirmed : null,
  }))
}

function cellOf(row: BoardRowView, cell: BoardCellView, canWrite: boolean): StatusCell {
  const state = cell.zeroDeclared && cell.state === 'entering' ? words.zero : words.states[cell.state]
  const idle = cell.state === 'notExpected' || cell.state === 'future'
  const late = cell.daysLate === null ? null : words.late(grouped(cell.daysLate))
  const due = words.dueOn(formatMonthDay(cell.dueOn, { weekday: true, digits: 'halfWidth' }))
  return {
    id: cell.month,
    look: lookOf(cell),
    words: state,
    detail: [due, late].filter((part) => part !== null).join('　'),
    label: words.cell(
      row.name,
      formWords[row.form],
      formatMonthOnly(cell.month, 'halfWidth'),
      late === null ? state : `${state}（${late}）`,
    ),
    actions: idle ? [] : cell.state === 'confirmed' ? reopening(cell, canWrite) : actionsOf(cell, canWrite),
  }
}

/** Months that are 確定 stand as one run, with a way out for each. */
const reopening = (cell: BoardCellView, canWrite: boolean) =>
  canWrite
    ? [
        {
          id: 'reopen',
          label: confirmWords.board.reopenMonth(formatMonthOnly(cell.month, 'halfWidth')),
        },
      ]
    : []

const actionsOf = (cell: BoardCellView, canWrite: boolean) => [
  { id: 'open', label: words.open },
  ...(canWrite ? moves(cell) : []),
  ...(cell.state === 'checked' && canWrite ? [{ id: 'confirm', label: words.move.confirmed }] : []),
  ...(cell.state === 'sentBack' ? [{ id: 'letter', label: confirmWords.letter.action }] : []),
]

const moves = (cell: BoardCellView) =>
  statesAfter(storedState(cell)).map((to) => ({
    id: to,
    label: cell.state === 'checked' && to === 'received' ? words.takeBack : words.move[to],
  }))

/** Where a party's month is entered. */
export function placeOf(row: BoardRowView, month: string): string {
  const query = new URLSearchParams({ party: row.party, form: row.form, month })
  if (row.mode === 'tally') return `/monthly?${query}`
  return row.form === 'consultation' ? `/consultations?${query}` : `/activities?${query}`
}
