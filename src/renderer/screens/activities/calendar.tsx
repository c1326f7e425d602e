import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react'
import { tookPlace } from '../../../shared/activities/record.ts'
import { monthOf, partsOf, weekdayNames, weekdayOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear, TimeFrame } from '../../../shared/time/day.ts'
import { formatFiscalYear, formatMonthDay, formatMonthOnly } from '../../../shared/time/format.ts'
import { holidayName } from '../../../shared/time/holidays.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import { isComposingKey } from '../../ui/composition.ts'
import { type CalendarMonth, calendarOf, dayAfterKey } from './calendar-model.ts'
import type { ActivityRowView } from './rows.ts'

const words = activityWords.calendar

/** １年の暦: twelve months on one screen. One stop of Tab; arrows move by day, Enter opens the day. */
export function Calendar(props: {
  readonly rows: readonly ActivityRowView[]
  readonly frame: TimeFrame
  readonly chosen: string | null
  readonly onOpen: (rows: readonly ActivityRowView[], title: string) => void
}) {
  const { frame, rows } = props
  const year = useMemo(() => calendarOf(frame.fiscalYear, rows), [frame.fiscalYear, rows])
  const [day, setDay] = useState<Day>(() => startDay(rows, props.chosen, frame))
  const hasFocus = useRef(false)
  const grid = useRef<HTMLElement>(null)
  const { chosen } = props
  useEffect(() => {
    // With the panel open the months stand in three columns, and the chosen day may be further down.
    if (chosen !== null) grid.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  useEffect(() => {
    if (hasFocus.current) grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
  }, [day])
  const inYear =
    monthOf(day) >= (year.months[0]?.month ?? '') && monthOf(day) <= (year.months.at(-1)?.month ?? '')
  const current = inYear ? day : startDay(rows, null, frame)

  const open = (on: Day) => {
    const found = year.byDay.get(on) ?? []
    if (found.length > 0) props.onOpen(found, words.dayTitle(formatMonthDay(on, { weekday: true })))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposingKey(event) || event.altKey || event.ctrlKey || event.metaKey) return
    const at = (event.target as HTMLElement).dataset.day as Day | undefined
    if (at === undefined) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return open(at)
    }
    const to = dayAfterKey(event.key, at, frame.fiscalYear)
    if (to === null) return
    event.preventDefault()
    setDay(to)
  }
  return (
    <section
      className="act-calendar"
      ref={grid}
      aria-label={words.label(formatFiscalYear(frame.fiscalYear))}
      onKeyDown={onKeyDown}
      onFocus={() => {
        hasFocus.current = true
      }}
      onBlur={() => {
        hasFocus.current = false
      }}
    >
      {year.months.map((month) => (
        <Month
          key={month.month}
          month={month}
          byDay={year.byDay}
          current={monthOf(current) === month.month ? current : null}
          asOf={frame.asOf}
          chosen={props.chosen}
          fiscalYear={frame.fiscalYear}
          onDay={(on) => {
            setDay(on)
            open(on)
          }}
          onWhole={props.onOpen}
        />
      ))}
    </section>
  )
}

/** The day of the chosen activity, else the as-of date where it lies in the year, else its first day. */
function startDay(rows: readonly ActivityRowView[], chosen: string | null, frame: TimeFrame): Day {
  const when = rows.find((row) => row.entry.id === chosen)?.entry.when
  if (when?.kind === 'day') return when.day
  return `${frame.period.to}-01` as Day
}

const Month = memo(function Month(props: {
  readonly month: CalendarMonth
  readonly byDay: ReadonlyMap<Day, readonly ActivityRowView[]>
  readonly current: Day | null
  readonly asOf: Day
  readonly chosen: string | null
  readonly fiscalYear: FiscalYear
  readonly onDay: (day: Day) => void
  readonly onWhole: (rows: readonly ActivityRowView[], title: string) => void
}) {
  const { month } = props
  const label = formatMonthOnly(month.month)
  const count = month.wholeMonth.length
  return (
    <section className="act-month" aria-label={label}>
      <div className="act-month-head">
        <h2>{label}</h2>
        {count > 0 && (
          <button
            type="button"
            onClick={() => props.onWhole(month.wholeMonth, words.wholeMonthOf(label, count))}
          >
            <span className="vh">{label}</span>
            {words.wholeMonth} {count}
          </button>
        )}
      </div>
      <table>
        <thead>
          <tr>
            {weekdayNames.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month never move
            <tr key={index}>
              {week.map((day, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a weekday is its place
                <td key={at}>
                  {day !== null && (
                    <DayCell
                      day={day}
                      rows={props.byDay.get(day) ?? none}
                      isCurrent={day === props.current}
                      isAsOf={day === props.asOf}
                      chosen={props.chosen}
                      onDay={props.onDay}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
})

const none: readonly ActivityRowView[] = []
/** Activities of a day that its name tells; the rest is a number. */
const mostNamed = 4

function DayCell(props: {
  readonly day: Day
  readonly rows: readonly ActivityRowView[]
  readonly isCurrent: boolean
  readonly isAsOf: boolean
  readonly chosen: string | null
  readonly onDay: (day: Day) => void
}) {
  const { day, rows } = props
  const holiday = holidayName(day)
  const [first] = rows
  const named = rows.slice(0, mostNamed).map((row) => `${row.entry.title} ${row.state}`)
  const items = [...named, ...(rows.length > mostNamed ? [words.more(rows.length - mostNamed)] : [])].join(
    '、',
  )
  const name = words.day(
    `${formatMonthDay(day, { weekday: true })}${holiday === null ? '' : ` ${holiday}`}`,
    items,
  )
  const isOff = holiday !== null || weekdayOf(day) === 0
  return (
    <button
      type="button"
      data-day={day}
      className={isOff ? 'act-day holiday' : 'act-day'}
      tabIndex={props.isCurrent ? 0 : -1}
      title={name}
      aria-current={props.isAsOf ? 'date' : undefined}
      data-chosen={rows.some((row) => row.entry.id === props.chosen) ? '' : undefined}
      onClick={() => props.onDay(day)}
    >
      <span className="vh">{name}</span>
      <span aria-hidden="true" className="act-number">
        {partsOf(day).day}
      </span>
      {first && (
        <span aria-hidden="true" className={`act-mark ${lookOf(rows)}`}>
          {rows.length > 1 ? rows.length : markOf(first)}
        </span>
      )}
    </button>
  )
}

const markOf = ({ entry }: ActivityRowView): string =>
  activityWords.kindMarks[entry.kind] ?? activityWords.otherMark

/** Filled when one of the day was held, struck when all were called off, else outlined. */
function lookOf(rows: readonly ActivityRowView[]): string {
  if (rows.some(({ entry }) => tookPlace(entry.state))) return 'held'
  const isOff = ({ entry }: ActivityRowView) => entry.state === 'cancelled' || entry.state === 'postponed'
  return rows.every(isOff) ? 'called-off' : 'planned'
}
