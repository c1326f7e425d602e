import { useState } from 'react'
import { addMonths, firstDayOf, monthsOf } from '../../shared/time/calendar.ts'
import type { Day, TimeFrame } from '../../shared/time/day.ts'
import { fiscalYearPeriod, halvesOf } from '../../shared/time/fiscal-year.ts'
import { formatDay, formatFiscalYear, formatFrame, formatMonth } from '../../shared/time/format.ts'
import { defaultFrame, periodOf, sameDayLastYear, sameFrameLastYear } from '../../shared/time/frame.ts'
import { frame as frameWords, timeFrame } from '../../shared/words/screens.ts'
import { Button } from './button.tsx'
import { DayField } from './day-field.tsx'
import { Notice } from './notice.tsx'
import { Select } from './select.tsx'

/** 年度・対象期間・基準日 with their readings; `onChange` hears null while the choice cannot be used. */
export function FrameFields(props: {
  readonly start: TimeFrame
  readonly yearsWithData: readonly number[]
  readonly onChange: (frame: TimeFrame | null) => void
}) {
  const [frame, setFrame] = useState(props.start)
  const [dayIsGood, setDayIsGood] = useState(true)
  const { fiscalYear, period } = frame
  const months = monthsOf(fiscalYearPeriod(fiscalYear)).map((month) => ({
    value: month,
    label: formatMonth(month),
  }))
  const years = yearsAround(fiscalYear, props.yearsWithData)
  const take = (next: TimeFrame, good: boolean) => {
    setFrame(next)
    props.onChange(good && problemOf(next) === null ? next : null)
  }
  const withPeriod = (next: TimeFrame['period']) => take({ ...frame, period: next }, dayIsGood)
  return (
    <div className="frame-fields">
      <Select
        label={timeFrame.year}
        choices={years.map((year) => ({ value: String(year), label: formatFiscalYear(year) }))}
        value={String(fiscalYear)}
        onChange={(year) => take(moveToYear(frame, Number(year)), true)}
      />
      <div className="field">
        <span className="lab">{timeFrame.from}</span>
        <div className="ctl middle">
          <Select
            look="bar"
            label={timeFrame.fromMonth}
            choices={months}
            value={period.from}
            onChange={(from) => withPeriod({ ...period, from })}
          />
          <span>{timeFrame.to}</span>
          <Select
            look="bar"
            label={timeFrame.toMonth}
            choices={months}
            value={period.to}
            onChange={(to) => withPeriod({ ...period, to })}
          />
          <span>{timeFrame.until}</span>
          {problemOf(frame) === 'period' && <span className="reading bad">{timeFrame.periodReversed}</span>}
        </div>
      </div>
      <div className="field">
        <span className="lab">{timeFrame.presets}</span>
        <div className="ctl">
          <Button onPress={() => take(defaultFrame(fiscalYear, lastDayEver), true)}>
            {timeFrame.presetYear}
          </Button>
          <Button onPress={() => withPeriod(halvesOf(fiscalYear)[0])}>{timeFrame.presetHalf}</Button>
          <Button onPress={() => withPeriod(periodOf(frame))}>{timeFrame.presetAsOf}</Button>
        </div>
      </div>
      <DayField
        label={timeFrame.asOf}
        value={frame.asOf}
        fiscalYear={fiscalYear}
        onChange={(asOf) => {
          if (asOf) take({ ...frame, asOf }, true)
        }}
        onValidity={(good) => {
          setDayIsGood(good)
          if (!good) props.onChange(null)
        }}
        refuse={(day) =>
          day < firstDayOf(period.from)
            ? timeFrame.asOfBeforePeriod(formatDay(firstDayOf(period.from)))
            : null
        }
      />
      <p className="sub">{timeFrame.asOfHint}</p>
      {problemOf(frame) === null && (
        <p className="sub">{timeFrame.lastYear(formatFrame(sameFrameLastYear(frame)))}</p>
      )}
      {!props.yearsWithData.includes(fiscalYear) && (
        <Notice look="stop" title={noDataWords(props.yearsWithData)} />
      )}
    </div>
  )
}

const lastDayEver: Day = '9999-12-31'

/** The years with data, and one more at each end. */
function yearsAround(fiscalYear: number, withData: readonly number[]): readonly number[] {
  const latest = Math.max(fiscalYear, ...withData) + 1
  const earliest = Math.min(fiscalYear, ...withData) - 1
  return Array.from({ length: latest - earliest + 1 }, (_, index) => latest - index)
}

function problemOf({ period, asOf }: TimeFrame): 'period' | 'asOf' | null {
  if (period.from > period.to) return 'period'
  return asOf < firstDayOf(period.from) ? 'asOf' : null
}

/** Another year keeps the months and the day of the choice, moved by whole years. */
function moveToYear(frame: TimeFrame, fiscalYear: number): TimeFrame {
  if (frame.fiscalYear === fiscalYear) return frame
  if (frame.fiscalYear > fiscalYear) return moveToYear(sameFrameLastYear(frame), fiscalYear)
  const { period } = frame
  return moveToYear(
    {
      fiscalYear: frame.fiscalYear + 1,
      period: { from: addMonths(period.from, 12), to: addMonths(period.to, 12) },
      asOf: dayNextYear(frame.asOf),
    },
    fiscalYear,
  )
}

/** 29 February has no day of its name a year later. */
function dayNextYear(day: Day): Day {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` as Day
  return sameDayLastYear(next) === day || !day.endsWith('-02-29') ? next : (`${next.slice(0, 8)}28` as Day)
}

function noDataWords(years: readonly number[]): string {
  if (years.length === 0) return timeFrame.noDataAtAll
  return timeFrame.noData(years.map((year) => formatFiscalYear(year)).join(frameWords.separator))
}
