import { useState } from 'react'
import type { ConfirmRow } from '../../shared/contract/schemas/confirming.ts'
import { monthsOf } from '../../shared/time/calendar.ts'
import type { FiscalYear, Month } from '../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../shared/time/fiscal-year.ts'
import { formatFiscalYear, formatMonthOnly } from '../../shared/time/format.ts'
import { formWords } from '../../shared/words/checks.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { common } from '../../shared/words/screens.ts'
import { useRequest } from '../api/queries.ts'
import { useSession } from '../api/session.tsx'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { grouped } from '../ui/format.ts'
import { Notice } from '../ui/notice.tsx'
import { Empty, Loading } from '../ui/patterns.tsx'
import { Select } from '../ui/select.tsx'
import { ConfirmTable } from './confirm-table.tsx'
import './confirming.css'
import { canBeConfirmed, type ReopenPlace, useConfirm } from './use-confirm.ts'

const words = confirmWords.dialog
const year = 'year'

/** 確定: the reports of a month, or of the year; what can be 確定 is chosen, the rest says why not (domain §8). */
export function ConfirmDialog(props: {
  readonly fiscalYear: FiscalYear
  /** The month with which it opens; null: the year. */
  readonly month: Month | null
  readonly onReopen: (place: ReopenPlace) => void
  readonly onClose: () => void
}) {
  const { ledger } = useSession()
  const [month, setMonth] = useState(props.month)
  const overview = useRequest('confirming.overview', { fiscalYear: props.fiscalYear, month })
  const confirm = useConfirm(props.fiscalYear, month, overview.data?.rows ?? [])
  const period =
    month === null ? formatFiscalYear(props.fiscalYear) : confirmWords.month(formatMonthOnly(month))
  const change = (value: string): void => {
    setMonth(value === year ? null : (value as Month))
    confirm.clear()
  }
  const { rows = [], whole = [] } = overview.data ?? {}
  const stopped = rows.filter((row) => row.state !== 'confirmed' && !canBeConfirmed(row))
  return (
    <Dialog
      title={words.title(period)}
      isOpen
      width="broad"
      {...(confirm.running ? {} : { onClose: props.onClose })}
      footer={
        <>
          <Why confirm={confirm} />
          <Button size="form" onPress={props.onClose} isDisabled={confirm.running}>
            {common.close}
          </Button>
          <Button
            size="form"
            look="solid"
            isDisabled={confirm.running || confirm.chosen.length === 0 || !confirm.warningsSeen}
            onPress={() => void confirm.send()}
          >
            {words.submit(grouped(confirm.chosen.length))}
          </Button>
        </>
      }
    >
      <p className="confirm-lead">{words.lead}</p>
      <Select
        label={words.period}
        choices={[
          ...monthsOf(fiscalYearPeriod(props.fiscalYear)).map((one) => ({
            value: one as string,
            label: confirmWords.month(formatMonthOnly(one)),
          })),
          { value: year, label: words.yearChoice(formatFiscalYear(props.fiscalYear)) },
        ]}
        value={month ?? year}
        onChange={change}
        isDisabled={confirm.running}
      />
      {overview.isPending && <Loading>{common.loading}</Loading>}
      {overview.isError && <ErrorNotice error={overview.error} />}
      {overview.data && rows.length === 0 && <Empty title={words.empty} />}
      {rows.length > 0 && (
        <ConfirmTable
          rows={rows}
          chosen={confirm.chosenIds}
          canWrite={ledger.readOnly === null && !confirm.running}
          onChoose={confirm.choose}
          onReopen={(row) => props.onReopen({ ...row, fiscalYear: props.fiscalYear, month })}
        />
      )}
      {stopped.length > 0 && <Stopped rows={stopped} others={confirm.chosen.length} />}
      {confirm.warnings > 0 && (
        <CheckBox isSelected={confirm.warningsSeen} onChange={confirm.seeWarnings}>
          {words.warnSeen(grouped(confirm.warnings))}
        </CheckBox>
      )}
      {confirm.error && <ErrorNotice error={confirm.error} />}
      {confirm.done !== null && (
        <Notice look="ok" title={words.result(grouped(confirm.done.confirmed))}>
          {confirm.done.whole.length > 0 &&
            words.whole(confirm.done.whole.map((form) => formWords[form]).join('、'))}
        </Notice>
      )}
      <dl className="confirm-facts">
        <dt>{words.who}</dt>
        <dd>{ledger.staff?.name ?? common.none}</dd>
        <dt>{words.stored}</dt>
        <dd>
          {words.storedText}
          {whole.length > 0 && `　${words.whole(whole.map(({ form }) => formWords[form]).join('、'))}`}
        </dd>
      </dl>
    </Dialog>
  )
}

/** Why the button does not take a press, or what it is doing. */
function Why({ confirm }: { readonly confirm: ReturnType<typeof useConfirm> }) {
  if (confirm.running) return <span className="why">{words.working}</span>
  if (confirm.chosen.length === 0) return <span className="why">{words.noneChosen}</span>
  return confirm.warningsSeen ? null : <span className="why">{words.warnNeeded}</span>
}

function Stopped({ rows, others }: { readonly rows: readonly ConfirmRow[]; readonly others: number }) {
  const [first] = rows
  if (first === undefined) return null
  const title =
    rows.length === 1
      ? words.stopped(first.name, formWords[first.form])
      : words.stoppedMany(grouped(rows.length))
  const messages = rows.flatMap((row) => row.findings.filter(({ severity }) => severity === 'error'))
  return (
    <Notice look="warn" title={title} announce={false}>
      {messages.slice(0, 2).map(({ message }) => (
        <div key={message}>{message}</div>
      ))}
      {others > 0 && words.othersFirst(grouped(others))}
    </Notice>
  )
}
