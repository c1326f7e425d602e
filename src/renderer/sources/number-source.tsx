import { useState } from 'react'
import type { RequestOutput } from '../../shared/contract/contract.ts'
import { plain } from '../../shared/contract/plain.ts'
import type { SourceRecord } from '../../shared/contract/schemas/statistics.ts'
import type { StatisticQuery } from '../../shared/statistics/definition.ts'
import { isDay, isMonth } from '../../shared/time/calendar.ts'
import { formatFiscalYear, formatMonth, formatMonthDay } from '../../shared/time/format.ts'
import { sourceWords as words } from '../../shared/words/explore.ts'
import { useRequest } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/patterns.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import './number-source.css'

/** The number that is asked about: a query, and the codes of its row there ([] is the total). */
export interface AskedNumber {
  readonly query: StatisticQuery
  readonly keys: readonly string[]
}

type Sources = RequestOutput<'statistics.sources'>

const pageSize = 50

/** 「この数字は？」 as the right panel of a screen. */
export function NumberSourcePanel(props: { readonly asked: AskedNumber; readonly onClose: () => void }) {
  return (
    <SidePanel title={words.title} closeWords={words.close} onClose={props.onClose}>
      <NumberSource key={JSON.stringify(props.asked)} asked={props.asked} />
    </SidePanel>
  )
}

/** From a number to its records and entered values, with links; also inside a dialog. */
export function NumberSource({ asked }: { readonly asked: AskedNumber }) {
  // A quotient leads to its parts, and back.
  const [part, setPart] = useState<AskedNumber | null>(null)
  const [offset, setOffset] = useState(0)
  const { query, keys } = part ?? asked
  const sources = useRequest('statistics.sources', {
    query: plain(query),
    keys: [...keys],
    offset,
    limit: pageSize,
  })
  if (sources.isPending) return <Loading>{words.loading}</Loading>
  if (sources.isError) return <ErrorNotice error={sources.error} />
  const found = sources.data
  return (
    <div className="number-source">
      <section aria-label={words.number}>
        <p className="big">{found.display}</p>
        <p>
          <b>{found.label}</b>
        </p>
        {found.conditions.length > 0 && <p>{found.conditions.join('　')}</p>}
        <p className="sub">{found.frameText}</p>
        {part !== null && (
          <Button look="text" onPress={() => setPart(null)}>
            {words.back}
          </Button>
        )}
      </section>
      {found.parts.length > 0 && (
        <section aria-label={words.parts}>
          <h3>{words.parts}</h3>
          {found.parts.map((each) => (
            <p key={each.query.statistic}>
              <Button look="text" onPress={() => setPart({ query: each.query, keys })}>
                {`${each.label}　${each.display}`}
              </Button>
            </p>
          ))}
        </section>
      )}
      <Records found={found} offset={offset} onOffset={setOffset} />
      <Tallies found={found} />
      <Months found={found} />
      {found.leftOut.length > 0 && (
        <section aria-label={words.leftOut}>
          <h3>{words.leftOut}</h3>
          <ul>
            {found.leftOut.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={words.definition}>
        <h3>{words.definition}</h3>
        <p>{found.definition}</p>
        <p className="sub">{`${words.scope}：${found.scope}`}</p>
        <p className="sub">{words.validFrom(formatFiscalYear(found.validFrom))}</p>
      </section>
    </div>
  )
}

function Records(props: {
  readonly found: Sources
  readonly offset: number
  readonly onOffset: (offset: number) => void
}) {
  const { found, offset } = props
  const { records, persons, sum } = found.count
  if (found.parts.length > 0) return null
  const heading =
    persons !== null
      ? words.persons(persons, records)
      : sum !== null
        ? words.sum(sum, records)
        : words.records(records)
  const end = Math.min(offset + pageSize, records)
  return (
    <section aria-label={heading}>
      <h3>{heading}</h3>
      {records === 0 && found.tallies.length === 0 && <p className="sub">{words.noRecords}</p>}
      <ul className="records">
        {found.records.map((record) => (
          <li key={record.id}>
            <RecordLink record={record} />
          </li>
        ))}
      </ul>
      {records > pageSize && (
        <div className="pages">
          <span className="sub">{words.range(offset + 1, end, records)}</span>
          <Button
            look="quiet"
            isDisabled={offset === 0}
            onPress={() => props.onOffset(Math.max(0, offset - pageSize))}
          >
            {words.before}
          </Button>
          <Button look="quiet" isDisabled={end >= records} onPress={() => props.onOffset(offset + pageSize)}>
            {words.more}
          </Button>
        </div>
      )}
    </section>
  )
}

/** A contact and an activity have a screen of their own; what hangs on a contact is shown as it is. */
function RecordLink({ record }: { readonly record: SourceRecord }) {
  const day =
    record.day === null
      ? words.monthOnly
      : isDay(record.day)
        ? formatMonthDay(record.day)
        : isMonth(record.day)
          ? formatMonth(record.day)
          : record.day
  const what = `${day}　${record.kind === 'activity' ? '' : `${record.caseCode || words.noCase}　`}${record.words}`
  const amount = record.kind === 'activity' ? <span className="amount">{record.amount}</span> : null
  const href =
    record.kind === 'consultation'
      ? `#/consultations?id=${encodeURIComponent(record.id)}`
      : record.kind === 'activity'
        ? `#/activities?id=${encodeURIComponent(record.id)}`
        : null
  return href === null ? (
    <span>{what}</span>
  ) : (
    <>
      <a href={href}>{what}</a>
      {amount}
    </>
  )
}

function Tallies({ found }: { readonly found: Sources }) {
  if (found.tallies.length === 0) return null
  return (
    <section aria-label={words.tallies}>
      <h3>{words.tallies}</h3>
      <ul className="records">
        {found.tallies.map((tally) => (
          <li key={`${tally.party} ${tally.month ?? tally.fiscalYear}`}>
            <a
              href={`#/monthly?party=${encodeURIComponent(tally.party)}${tally.month === null ? '' : `&month=${tally.month}`}`}
            >
              {`${tally.partyLabel}　${isMonth(tally.month) ? formatMonth(tally.month) : words.ofYear(formatFiscalYear(tally.fiscalYear))}`}
            </a>
            <span className="amount">{tally.display}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Months that are not settled; settled ones are told in one line. */
function Months({ found }: { readonly found: Sources }) {
  const open = found.months.filter((month) => month.state === 'missing' || month.state === 'unchecked')
  if (found.months.length === 0) return null
  return (
    <section aria-label={words.months}>
      <h3>{words.months}</h3>
      {open.length === 0 && <p>{words.allChecked(found.months.length)}</p>}
      <ul className="records">
        {open.slice(0, 24).map((month) => (
          <li key={`${month.party} ${month.month}`}>
            <a href={`#/monthly?party=${encodeURIComponent(month.party)}&month=${month.month}`}>
              {`${month.partyLabel}　${isMonth(month.month) ? formatMonth(month.month) : month.month}`}
            </a>
            <span className="amount">{words.states[month.state]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
