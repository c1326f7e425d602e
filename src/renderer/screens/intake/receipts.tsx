import { useState } from 'react'
import type { BookReceipt } from '../../../shared/contract/schemas/intake.ts'
import { formatMonth } from '../../../shared/time/format.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { grouped, shortDayAndTime } from '../../ui/format.ts'
import { Empty, Loading } from '../../ui/patterns.tsx'

const words = intakeScreenWords.choose
const first = 10
const step = 50

/** What came in lately, newest first. */
export function Receipts() {
  const [limit, setLimit] = useState(first)
  const list = useRequest('intake.receipts', { offset: 0, limit })
  const total = list.data?.total ?? 0
  return (
    <section>
      <div className="sec-h">
        <h2>{words.receipts}</h2>
      </div>
      {list.isPending && <Loading>{common.loading}</Loading>}
      {list.isError && <ErrorNotice error={list.error} />}
      {list.data !== undefined && total === 0 && (
        <div className="intake-none">
          <Empty title={words.noReceipts}>{words.noReceiptsHint}</Empty>
        </div>
      )}
      {list.data !== undefined && total > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        <section className="intake-scroll" tabIndex={0} aria-label={words.receipts}>
          <table className="t">
            <thead>
              <tr>
                <th scope="col">{words.columns.at}</th>
                <th scope="col">{words.columns.file}</th>
                <th scope="col">{words.columns.kind}</th>
                <th scope="col">{words.columns.party}</th>
                <th scope="col">{words.columns.months}</th>
                <th scope="col" className="r">
                  {words.columns.counts}
                </th>
                <th scope="col">{words.columns.who}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.receipts.map((receipt) => (
                <Line key={receipt.id} receipt={receipt} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {list.data !== undefined && total > list.data.receipts.length && (
        <Button look="text" onPress={() => setLimit(Math.min(500, limit + step))}>
          {words.more(grouped(total - list.data.receipts.length))}
        </Button>
      )}
    </section>
  )
}

function Line({ receipt }: { readonly receipt: BookReceipt }) {
  const { accounting, withdrawn } = receipt
  const counts = [accounting.new, accounting.changed, accounting.same, accounting.refused].map(grouped)
  return (
    <tr>
      <td className="nw">{shortDayAndTime(receipt.at)}</td>
      <th scope="row" className="intake-file">
        {receipt.fileName}
      </th>
      <td className="nw">{intakeScreenWords.shortKinds[receipt.kind]}</td>
      <td>{receipt.partyName ?? words.noParty}</td>
      <td className="nw">{monthsOf(receipt)}</td>
      <td className="r nw">
        {counts.join('・')}
        {withdrawn > 0 && <span className="sub">　{words.withdrawn(withdrawn)}</span>}
      </td>
      <td className="nw">{receipt.who}</td>
    </tr>
  )
}

/** 「令和６年４月～令和７年３月」. */
function monthsOf({ fromMonth, toMonth }: BookReceipt): string {
  if (fromMonth === null || toMonth === null) return common.none
  return fromMonth === toMonth ? formatMonth(fromMonth) : `${formatMonth(fromMonth)}～${formatMonth(toMonth)}`
}
