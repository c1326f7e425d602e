import { categoryOfKind } from '../../activities/kinds.ts'
import { findItem, findList, otherCode, unknownCode } from '../../codes/code-list.ts'
import { monthOf } from '../../time/calendar.ts'
import type { Month } from '../../time/day.ts'
import type { SheetRow } from '../book.ts'
import { cellAt, cellText } from '../cell-text.ts'
import { natureOf } from '../layout/row-nature.ts'
import { problem } from '../problems.ts'
import type { BookPlace, RowProblem, StagedSession } from '../staged.ts'
import { createMonthColumn, lone } from './month-column.ts'
import { type Count, numberCount, readCount } from './read-counts.ts'
import { createRowReader, type ReadColumn } from './row-cells.ts'
import { type SessionPatch, sessionReader } from './session-fields.ts'
import { checkMonth, needMonth } from './sheet-checks.ts'
import type { SheetContext } from './sheet-context.ts'
import { memo } from './taken.ts'

interface GroupCount {
  readonly group: string
  readonly count: Count
}

/** Sessions of a place, meetings, seminars (活動): a row a session, 中止 with its reason (domain §2). */
export function readSessions(context: SheetContext): void {
  const { layout, sink, body, fiscalYear } = context
  const sheet = layout.sheet.name
  const readAbout = createRowReader(aboutColumns(context), sheet, sink)
  const readCounts = createRowReader(countColumns(context), sheet, sink)
  const monthOfRow = createMonthColumn(layout, fiscalYear)
  const dayColumn = layout.columns.find(({ field, fate }) => field === 'day' && fate === 'taken')
  for (const row of body) {
    const place: BookPlace = { sheet, row: row.number, column: null }
    const dayPlace: BookPlace = { ...place, column: dayColumn?.column ?? null }
    const toldMonth = monthOfRow(row)
    context.current.month = toldMonth ?? lone(context.months)
    const nature = natureOf(row, layout)
    if (nature !== null) {
      sink.ignore(place, nature)
      continue
    }
    const about = readAbout(row)
    const patch: SessionPatch = Object.assign({}, ...about.values)
    const off = patch.state !== undefined && patch.state.state !== 'held'
    const counts = off ? null : readCounts(row)
    const refusal = about.refusal ?? counts?.refusal ?? null
    if (refusal !== null) {
      sink.refuse(place, refusal)
      continue
    }
    const session = sessionOf(patch, counts?.values ?? [], toldMonth, context)
    if (session === 'dayMissing' || session === 'partyUnknown') {
      sink.refuse(
        place,
        problem(session, session === 'dayMissing' ? dayPlace : place, dayColumn?.head ?? '', ''),
      )
      continue
    }
    const warnings = [
      ...about.warnings,
      ...(counts?.warnings ?? []),
      ...attendanceWarnings(row, session, context),
      ...[checkMonth(context, session.month, dayPlace, dayColumn?.head ?? '')].filter(
        (found) => found !== null,
      ),
      ...otherMonth(session.month, toldMonth, dayPlace, dayColumn?.head ?? ''),
    ]
    const readings = [...about.readings, ...(counts?.readings ?? [])]
    sink.rows.push({ outcome: 'record', place, record: session, readings, warnings })
  }
  needMonth(context)
}

function aboutColumns(context: SheetContext): readonly ReadColumn<SessionPatch>[] {
  return context.layout.columns.flatMap((column) => {
    const read = column.fate === 'taken' ? sessionReader(column.field, context) : null
    return read === null ? [] : [{ column, read, empty: null }]
  })
}

/** The groups; where there are none, the number of all who came counts as 不明. */
function countColumns({ layout, profile }: SheetContext): readonly ReadColumn<GroupCount>[] {
  const taken = layout.columns.filter(({ fate }) => fate === 'taken')
  const groups = taken.filter(({ field }) => field === 'attendance')
  const all = taken.filter(({ field }) => field === 'attendanceOfAll' || field === 'total').slice(0, 1)
  return (groups.length > 0 ? groups : all).map((column) => {
    const group = column.code ?? unknownCode
    const byText = memo((text) => readCount(text, '人', profile.answers))
    return {
      column,
      read: (cell, text) => {
        const found = cell.kind === 'number' ? numberCount(cell.value, '人') : byText(text)
        return found.ok ? { ...found, value: { group, count: found.value } } : found
      },
      empty: null,
    }
  })
}

function sessionOf(
  patch: SessionPatch,
  counts: readonly GroupCount[],
  toldMonth: Month | null,
  { party, facts, layout }: SheetContext,
): StagedSession | 'dayMissing' | 'partyUnknown' {
  const reporter = patch.party ?? party
  if (reporter === null) return 'partyUnknown'
  const date = patch.date ?? (toldMonth === null ? null : ({ kind: 'month', month: toldMonth } as const))
  const month =
    date === null
      ? null
      : date.kind === 'day'
        ? monthOf(date.day)
        : date.kind === 'month'
          ? date.month
          : date.kind === 'months'
            ? date.from
            : toldMonth
  if (date === null || month === null) return 'dayMissing'
  // 「中止」 in a place of counts says the same as in 備考.
  const told = counts.find(({ count }) => count.state === 'cancelled' || count.state === 'postponed')?.count
  const state =
    patch.state?.state ?? (told?.state === 'cancelled' || told?.state === 'postponed' ? told.state : 'held')
  const kind = patch.activityKind ?? layout.activityKind ?? otherCode
  const kinds = findList(facts.codes, 'activityKind')
  return {
    kind: 'session',
    party: reporter,
    month,
    category: categoryOfKind(kind) ?? 6,
    activityKind: kind,
    title: patch.title || ((kinds === null ? null : findItem(kinds, kind)?.label) ?? kind),
    venue: patch.venue ?? null,
    date,
    state,
    reason: state === 'held' ? '' : (patch.reason ?? (patch.state?.reason || told?.remark || '')),
    hours: patch.hours ?? '',
    attendance:
      state === 'held'
        ? counts.flatMap(({ group, count }) => (count.value === null ? [] : [{ group, count: count.value }]))
        : [],
    content: patch.content ?? '',
  }
}

/** 計 beside its parts, counts at a session that did not take place, none at one that did. */
function attendanceWarnings(
  row: SheetRow,
  session: StagedSession,
  { layout }: SheetContext,
): readonly RowProblem[] {
  const sheet = layout.sheet.name
  const groups = layout.columns.filter(({ field, fate }) => field === 'attendance' && fate === 'taken')
  const total = layout.columns.find(({ field, fate }) => field === 'total' && fate === 'taken')
  if (session.state !== 'held') {
    const counted = groups.find(({ column }) => countIn(row, column) > 0)
    return counted === undefined
      ? []
      : [
          problem(
            'attendanceAtCancelled',
            { sheet, row: row.number, column: counted.column },
            counted.head,
            cellText(cellAt(row, counted.column)),
          ),
        ]
  }
  if (session.attendance.length === 0) {
    return [
      problem(
        'attendanceBlank',
        { sheet, row: row.number, column: groups[0]?.column ?? null },
        groups[0]?.head ?? '',
        '',
      ),
    ]
  }
  const cell = total === undefined ? null : cellAt(row, total.column)
  if (total === undefined || groups.length === 0 || cell === null || cell.kind === 'formula') return []
  const written = countIn(row, total.column)
  const counted = session.attendance.reduce((sum, { count }) => sum + count, 0)
  if (Number.isNaN(written) || written === counted) return []
  const code = cell.kind === 'number' && cell.computed === true ? 'rowTotalSkipsText' : 'rowTotalDiffers'
  return [
    problem(code, { sheet, row: row.number, column: total.column }, total.head, cellText(cell), {
      written,
      counted,
    }),
  ]
}

function countIn(row: SheetRow, column: number): number {
  const cell = cellAt(row, column)
  if (cell === null) return NaN
  if (cell.kind === 'number') return cell.value
  const found = readCount(cellText(cell), '人', {})
  return found.ok && found.value.value !== null ? found.value.value : NaN
}

function otherMonth(month: Month, told: Month | null, place: BookPlace, head: string): readonly RowProblem[] {
  return told === null || told === month
    ? []
    : [problem('outsideMonth', place, head, month, { from: told, to: told })]
}
