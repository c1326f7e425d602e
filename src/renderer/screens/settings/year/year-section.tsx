import { useState } from 'react'
import type { YearView } from '../../../../shared/contract/schemas/year-change.ts'
import { addDays } from '../../../../shared/time/calendar.ts'
import type { Day, FiscalYear } from '../../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../../shared/time/fiscal-year.ts'
import { formatFiscalYear } from '../../../../shared/time/format.ts'
import { settingsWords, yearWords as words } from '../../../../shared/words/settings.ts'
import { useRequest } from '../../../api/queries.ts'
import { useSession } from '../../../api/session.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { dayAndTime } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Loading } from '../../../ui/patterns.tsx'
import { Select } from '../../../ui/select.tsx'
import { BeginBar } from './begin-bar.tsx'
import { outcomeLines } from './effects.ts'
import { useYearDecisions } from './use-year.ts'
import { Carried, Checks, Contracts, EmptyParts, Names, Offers, SeriesList } from './year-parts.tsx'

/** 年度更新: one screen for April, for a year to come; of a year that was begun it shows what was done. */
export function YearSection({ today, isReadOnly }: { readonly today: Day; readonly isReadOnly: boolean }) {
  const { ledger } = useSession()
  const [year, setYear] = useState<FiscalYear>(() => yearToBegin(today, ledger.yearsWithData))
  const view = useRequest('settings.year', { fiscalYear: year })
  const first = Math.min(year, ...ledger.yearsWithData, fiscalYearOf(today))
  const last = Math.max(year, ...ledger.yearsWithData, fiscalYearOf(today)) + 1
  const years = Array.from({ length: Math.min(60, last - first + 1) }, (_, index) => first + index)
  return (
    <div className="with-panel">
      <section className="work" aria-label={settingsWords.sections.year}>
        <div className="set-body">
          <div className="sec-h">
            <h2>{words.title(year)}</h2>
            <div className="set-bar">
              <span className="k">{words.choose}</span>
              <Select
                label={words.choose}
                look="bar"
                choices={years.map((one) => ({ value: String(one), label: formatFiscalYear(one) }))}
                value={String(year)}
                onChange={(value) => setYear(Number(value))}
              />
            </div>
          </div>
          {view.isPending && <Loading>{settingsWords.loading}</Loading>}
          {view.isError && <ErrorNotice error={view.error} />}
          {view.data &&
            (view.data.begun === null ? (
              <Decide key={year} view={view.data} isReadOnly={isReadOnly} />
            ) : (
              <Done view={view.data} begun={view.data.begun} />
            ))}
        </div>
      </section>
    </div>
  )
}

/** From January on the year that comes, else the one that runs; never far beyond what the ledger holds. */
function yearToBegin(today: Day, yearsWithData: readonly number[]): FiscalYear {
  const coming = fiscalYearOf(addDays(today, 90))
  const latest = yearsWithData.at(-1)
  return latest === undefined ? coming : Math.min(coming, latest + 1)
}

function Decide({ view, isReadOnly }: { readonly view: YearView; readonly isReadOnly: boolean }) {
  const desk = useYearDecisions(view)
  const [bad, setBad] = useState(false)
  return (
    <>
      <p className="sub set-lead">{words.lead}</p>
      <div className="set-year">
        <div>
          <Checks view={view} />
          <Contracts view={view} desk={desk} onValidity={(good) => setBad(!good)} isReadOnly={isReadOnly} />
          <Offers view={view} desk={desk} isReadOnly={isReadOnly} />
          <SeriesList view={view} desk={desk} isReadOnly={isReadOnly} />
        </div>
        <div>
          <Names view={view} desk={desk} isReadOnly={isReadOnly} />
          <Carried view={view} />
          <EmptyParts />
        </div>
      </div>
      <BeginBar view={view} desk={desk} isBad={bad} isReadOnly={isReadOnly} />
    </>
  )
}

function Done(props: { readonly view: YearView; readonly begun: NonNullable<YearView['begun']> }) {
  const { view, begun } = props
  const lines = outcomeLines(begun.outcome)
  return (
    <div className="set-done">
      <Notice look="ok" title={words.done(view.fiscalYear)} announce={false}>
        <p>{words.doneBy(dayAndTime(begun.at), begun.who)}</p>
        <p>{words.doneUndo}</p>
      </Notice>
      {lines.length === 0 ? (
        <p>{words.previewNothing}</p>
      ) : (
        <ul className="set-effects">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className="set-year">
        <Checks view={view} />
        <Carried view={view} />
      </div>
    </div>
  )
}
