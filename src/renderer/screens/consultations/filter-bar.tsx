import { TriangleAlert, X } from 'lucide-react'
import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import { monthOf, monthsOf } from '../../../shared/time/calendar.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatFiscalYear, formatMonth, formatMonthOnly } from '../../../shared/time/format.ts'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { Button } from '../../ui/button.tsx'
import { grouped } from '../../ui/format.ts'
import { type Choice, Select } from '../../ui/select.tsx'
import type { Codes } from './codes.ts'
import type { PartyChoice } from './entry-context.ts'
import type { View } from './use-view.ts'

const all = 'all-of-them'
/** Drawn again only when its own choice changes: a filter is four of these, and answers come in between. */
const Chooser = memo(Select<string>)

/** 期間, 報告元, 相談方法, 来談者, a case, and what is in doubt. */
export function FilterBar(props: {
  readonly view: View
  readonly frame: TimeFrame
  readonly codes: Codes
  readonly parties: readonly PartyChoice[]
  /** Null where it is not counted. */
  readonly warned: number | null
  readonly caseCode: string | null
}) {
  const { view, codes, frame } = props
  const { filter } = view
  const now = useRef(view)
  useLayoutEffect(() => {
    now.current = view
  })
  const set = useMemo(() => {
    const setter = (name: string) => (value: string) =>
      now.current.change({ [name]: value === all ? null : value })
    return {
      month: setter('month'),
      party: setter('party'),
      method: setter('method'),
      caller: setter('caller'),
    }
  }, [])
  const periods = useMemo(() => periodChoices(frame, view.period), [frame, view.period])
  const parties = useMemo(
    () => [everyone, ...props.parties.map((party) => ({ value: party.code, label: party.name }))],
    [props.parties],
  )
  const [methods, callers] = useMemo(
    () => [codeChoices(codes, 'method', frame), codeChoices(codes, 'caller', frame)],
    [codes, frame],
  )
  return (
    <div className="bar register-bar">
      <span className="lab">{words.filter.period}</span>
      <Chooser
        look="bar"
        label={words.filter.period}
        choices={periods}
        value={view.period}
        onChange={set.month}
      />
      <span className="lab">{words.filter.party}</span>
      <Chooser
        look="bar"
        label={words.filter.party}
        choices={parties}
        value={filter.party ?? all}
        onChange={set.party}
      />
      <span className="lab">{words.filter.method}</span>
      <Chooser
        look="bar"
        label={words.filter.method}
        choices={methods}
        value={filter.method ?? all}
        onChange={set.method}
      />
      <span className="lab">{words.filter.caller}</span>
      <Chooser
        look="bar"
        label={words.filter.caller}
        choices={callers}
        value={filter.caller ?? all}
        onChange={set.caller}
      />
      {filter.caseId !== null && (
        <Button iconAfter={X} aria-label={words.filter.dropCase} onPress={() => view.change({ case: null })}>
          {words.filter.ofCase(props.caseCode ?? '')}
        </Button>
      )}
      <span className="grow" />
      {props.warned !== 0 || filter.warned ? (
        <Button
          look={filter.warned ? 'outline' : 'quiet'}
          icon={TriangleAlert}
          aria-pressed={filter.warned}
          onPress={() => view.change({ warned: filter.warned ? null : '1' })}
        >
          <span className="wrn">
            {words.filter.warned(props.warned === null ? '' : grouped(props.warned))}
          </span>
          <span className="vh">{words.filter.warnedOnly}</span>
        </Button>
      ) : null}
    </div>
  )
}

const everyone: Choice<string> = { value: all, label: words.filter.all }

const codeChoices = (codes: Codes, list: string, frame: TimeFrame): readonly Choice<string>[] => [
  everyone,
  ...codes.choices(list, frame.asOf, []).map((choice) => ({ value: choice.code, label: choice.label })),
]

function periodChoices(frame: TimeFrame, chosen: string): readonly Choice<string>[] {
  const months = monthsOf(fiscalYearPeriod(frame.fiscalYear))
  const own = /^\d/.test(chosen) && !months.some((month) => month === chosen) ? [chosen] : []
  return [
    ...own.map((month) => ({
      value: month,
      label: formatMonth(monthOf(`${month}-01` as `${number}-${number}-${number}`)),
    })),
    ...months.map((month) => ({
      value: month as string,
      label: formatMonthOnly(month),
      note: formatMonth(month),
    })),
    { value: 'period', label: words.filter.wholePeriod },
    { value: 'year', label: formatFiscalYear(frame.fiscalYear) },
    { value: 'all', label: words.filter.everything },
  ]
}
