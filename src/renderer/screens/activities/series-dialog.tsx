import { useMemo, useState } from 'react'
import { categoryOfKind } from '../../../shared/activities/kinds.ts'
import { plain } from '../../../shared/contract/plain.ts'
import { firstDayOf, lastDayOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatDay, formatMonthDay } from '../../../shared/time/format.ts'
import { holidaysKnown, lastHolidayYear } from '../../../shared/time/holidays.ts'
import { readDay } from '../../../shared/time/read-day.ts'
import { longestSeries, readSeries, type SeriesDay, seriesDays } from '../../../shared/time/series.ts'
import { activityWords, seriesReadingWords } from '../../../shared/words/activities.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/choice.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { kindChoices, namedChoices } from './choices.ts'
import { DayLine, type FieldsProps, Line } from './form-fields.tsx'
import { readForm, type Texts } from './form-texts.ts'
import type { Choices } from './rows.ts'
import { useWrite } from './use-write.ts'

const words = activityWords.series
const { form } = activityWords

/** 「毎週木曜日」 from a day to a day: every date is seen, some are left out, then all are made in one step. */
export function SeriesDialog(props: {
  readonly choices: Choices
  readonly fiscalYear: FiscalYear
  readonly start: Texts
  readonly onMade: (id: string) => void
  readonly onClose: () => void
}) {
  const { choices, fiscalYear } = props
  const year = fiscalYearPeriod(fiscalYear)
  const [texts, setTexts] = useState<Texts>({
    ...props.start,
    rule: '',
    from: formatDay(firstDayOf(year.from), { digits: 'halfWidth' }),
    to: formatDay(lastDayOf(year.to), { digits: 'halfWidth' }),
  })
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [skips, setSkips] = useState({ holidays: true, yearEnd: true })
  const [left, setLeft] = useState<ReadonlySet<Day>>(new Set())
  const { write, isBusy, error } = useWrite()
  const set = (name: string, value: string) => {
    setTouched((names) => new Set([...names, name]))
    const usual = name === 'kind' ? categoryOfKind(value) : null
    setTexts((before) => ({
      ...before,
      [name]: value,
      ...(usual === null ? {} : { category: String(usual) }),
    }))
  }
  const rule = readSeries(texts.rule ?? '')
  const from = readDay(texts.from ?? '', { fiscalYear })
  const to = readDay(texts.to ?? '', { fiscalYear })
  const isReversed = from.ok && to.ok && from.day > to.day
  const days = useMemo((): readonly SeriesDay[] => {
    const reading = readSeries(texts.rule ?? '')
    const [first, last] = [readDay(texts.from ?? '', { fiscalYear }), readDay(texts.to ?? '', { fiscalYear })]
    if (!reading.ok || !first.ok || !last.ok) return []
    return seriesDays(reading.rule, first.day, last.day, skips)
  }, [texts.rule, texts.from, texts.to, fiscalYear, skips])
  const chosen = days.flatMap((one) => (one.skipped === null && !left.has(one.day) ? [one.day] : []))
  const read = readForm({ ...texts, planned: '' }, { fiscalYear, state: 'planned' })
  const isGood = Object.keys(read.problems).length === 0 && chosen.length > 0

  const make = async () => {
    const [start = choices.today] = chosen
    const answer = await write('activities.createSeries', {
      content: plain(read.content),
      plannedOn: choices.today < start ? choices.today : start,
      days: [...chosen],
    })
    if (answer.ok) props.onMade(answer.value.first)
  }
  const fields: FieldsProps = {
    texts,
    set,
    problems: read.problems,
    shows: (name) => touched.has(name),
    choices,
    fiscalYear,
    isReadOnly: false,
  }
  const day = from.ok ? from.day : choices.today
  const code = (name: string) => ({
    value: (texts[name] ?? '') === '' ? null : (texts[name] ?? null),
    onChange: (value: string | null) => set(name, value ?? ''),
  })
  return (
    <Dialog
      title={words.title}
      isOpen
      width="broad"
      onClose={props.onClose}
      footer={
        <>
          {!isGood && <span className="why">{words.cannot}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="solid" isDisabled={!isGood || isBusy} onPress={() => void make()}>
            {words.make(String(chosen.length))}
          </Button>
        </>
      }
    >
      <div className="act-series">
        <div className="act-col">
          <Line {...fields} name="title" label={form.titleField} />
          <CodeField
            label={form.kind}
            choices={kindChoices(choices, day, texts.kind ?? '')}
            {...code('kind')}
          />
          {texts.kind === 'other' && <Line {...fields} name="kindOther" label={form.kindOther} />}
          <CodeField
            label={form.party}
            choices={namedChoices(choices.parties, day, texts.party ?? '')}
            {...code('party')}
          />
          <CodeField
            label={form.venue}
            choices={namedChoices(choices.venues, day, texts.venue ?? '')}
            {...code('venue')}
          />
          <Line {...fields} name="hours" label={form.hours} placeholder={form.hoursExample} />
          <SeriesLine {...fields} />
          <DayLine {...fields} name="from" label={words.from} />
          <DayLine {...fields} name="to" label={words.to} {...(isReversed ? { hint: words.reversed } : {})} />
          <CheckBox isSelected={skips.holidays} onChange={(holidays) => setSkips({ ...skips, holidays })}>
            {words.holidays}
          </CheckBox>
          <CheckBox isSelected={skips.yearEnd} onChange={(yearEnd) => setSkips({ ...skips, yearEnd })}>
            {words.yearEnd}
          </CheckBox>
          {skips.holidays && to.ok && !holidaysKnown(to.day) && (
            <p className="sub">{words.unknownHolidays(String(lastHolidayYear))}</p>
          )}
          {error && <ErrorNotice error={error} />}
        </div>
        <section aria-labelledby="series-days">
          <div className="sec-h">
            <h3 id="series-days">{words.preview}</h3>
            <span className="act-right sub" role="status">
              {words.count(String(chosen.length))}
            </span>
          </div>
          {days.length === 0 && <p className="sub">{rule.ok ? words.none : seriesReadingWords(rule)}</p>}
          {chosen.length >= longestSeries && <p className="sub">{words.capped(String(longestSeries))}</p>}
          <ul className="act-days">
            {days.map((one) => (
              <li key={one.day}>
                {one.skipped === null ? (
                  <CheckBox
                    isSelected={!left.has(one.day)}
                    onChange={(isSelected) =>
                      setLeft((before) => {
                        const next = new Set(before)
                        if (isSelected) next.delete(one.day)
                        else next.add(one.day)
                        return next
                      })
                    }
                  >
                    {formatMonthDay(one.day, { weekday: true })}
                  </CheckBox>
                ) : (
                  <span className="act-skipped">
                    {formatMonthDay(one.day, { weekday: true })}{' '}
                    {words.skipped(one.skipped.kind === 'holiday' ? one.skipped.name : words.yearEndName)}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  )
}

function SeriesLine(props: FieldsProps) {
  const reading = readSeries(props.texts.rule ?? '')
  const problems: Readonly<Record<string, string>> =
    reading.ok || (props.texts.rule ?? '') === '' ? {} : { rule: seriesReadingWords(reading) }
  return (
    <Line
      {...props}
      problems={problems}
      name="rule"
      label={words.rule}
      hint={reading.ok ? seriesReadingWords(reading) : words.ruleHint}
    />
  )
}
