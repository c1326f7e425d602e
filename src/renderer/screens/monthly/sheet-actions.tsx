import { useMemo, useState, useSyncExternalStore } from 'react'
import type { MonthlyMonth } from '../../../shared/contract/schemas/monthly.ts'
import { statesAfter } from '../../../shared/reports/transitions.ts'
import { monthlyWords } from '../../../shared/words/monthly.ts'
import { common } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { spotsOf } from '../../ui/grid/range.ts'
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx'
import { adopt, type Desk, offer, offeredIn, withdraw } from './hands.ts'
import { currentMonth, monthLabel } from './months.ts'
import { useRestingPlace } from './use-place.ts'

const words = monthlyWords.actions

/** What a sheet offers over it: last year's values, adopting them, pasting, its items, handing a month in. */
export function SheetActions(props: {
  readonly desk: Desk
  readonly onItems: () => void
  readonly onPaste: () => void
  /** After an action the keys belong to the grid again. */
  readonly onDone: () => void
}) {
  const { desk, onDone } = props
  const { sheet } = desk
  const client = useClient()
  const place = useRestingPlace(sheet)
  const months = useSyncExternalStore(sheet.subscribe, () => sheet.months)
  const [error, setError] = useState<unknown>(null)
  const { row, column } = place.spot
  const month = months[column]
  const current = currentMonth(months, sheet.read.today)
  const due = current === null ? undefined : months[current]
  const rowSpots = [...months.keys(), months.length].map((at) => ({ row, column: at }))
  const inRange = offeredIn(sheet, spotsOf(sheet.model.range))
  const inRow = offeredIn(sheet, rowSpots)
  // Looked for only when something changed: a moving caret must not walk through the whole sheet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the cells
  const all = useMemo(() => offeredIn(sheet, wholeOf(sheet)), [sheet, place.version])
  const line = sheet.lines[row]

  const call = async (work: () => ReturnType<typeof client.call<'monthly.declareZero' | 'reports.move'>>) => {
    const answer = await work()
    if (!answer.ok) setError(answer.error)
    await desk.saver.follow()
    onDone()
  }
  const { party, form, fiscalYear } = sheet.read
  const declare = (of: MonthlyMonth, zeroDeclared: boolean) =>
    call(() =>
      client.call('monthly.declareZero', {
        party,
        form,
        fiscalYear,
        actionId: crypto.randomUUID(),
        month: of.month,
        zeroDeclared,
        revision: of.revision,
      }),
    )
  const handIn = (of: MonthlyMonth) =>
    call(async () => {
      await desk.saver.settled()
      const now = sheet.months.find((one) => one.month === of.month) ?? of
      return client.call('reports.move', {
        actionId: crypto.randomUUID(),
        party,
        form,
        month: now.month,
        to: now.state === 'sentBack' ? 'resubmitted' : 'received',
        reason: '',
        revision: now.revision,
      })
    })
  if (sheet.readOnly) return null
  const offers: readonly MenuEntry[] = [
    ...(month === undefined ? [] : [{ id: 'month', label: words.offerMonth(monthLabel(month)) }]),
    { id: 'all', label: words.offerAll },
    ...(inRange.length === 0
      ? []
      : [{ id: 'range', label: words.adoptRange(inRange.length), group: words.adopt }]),
    ...(inRow.length === 0 || line === undefined
      ? []
      : [{ id: 'row', label: words.adoptRow(line.label, inRow.length), group: words.adopt }]),
    ...(all.length === 0 ? [] : [{ id: 'withdraw', label: words.withdraw(all.length), group: words.adopt }]),
  ]
  const act = (id: string): void => {
    if (id === 'month') offer(desk, [column])
    if (id === 'all') offer(desk, [...months.keys()])
    if (id === 'range') adopt(desk, inRange)
    if (id === 'row') adopt(desk, inRow)
    if (id === 'withdraw') withdraw(desk, all)
    onDone()
  }
  // 「０件」 is for a month in which nothing was recorded.
  const counted = sheet.lines.some((_line, at) => {
    const cell = sheet.countedAt({ row: at, column })
    return cell?.state === 'value' && !(cell.quantity.kind === 'integer' && cell.quantity.integer === 0)
  })
  const byRecords =
    month?.mode === 'records' && month.state !== 'confirmed' && (month.zeroDeclared || !counted)
  const canHandIn =
    due !== undefined &&
    due.mode === 'tally' &&
    statesAfter(due.state).some((to) => to === 'received' || to === 'resubmitted') &&
    due.state !== 'checked'
  return (
    <div className="acts">
      {byRecords && month !== undefined && (
        <Button onPress={() => void declare(month, !month.zeroDeclared)}>
          {month.zeroDeclared ? words.zeroUndo(monthLabel(month)) : words.zero(monthLabel(month))}
        </Button>
      )}
      <MenuButton label={words.offer} entries={offers} onAction={act} />
      <Button onPress={props.onItems}>{words.items}</Button>
      <Button onPress={props.onPaste}>{words.paste}</Button>
      {canHandIn && (
        <Button look="solid" onPress={() => void handIn(due)}>
          {words.handIn(monthLabel(due))}
        </Button>
      )}
      <Dialog
        title={monthlyWords.title}
        isOpen={error !== null}
        alert
        width="narrow"
        onClose={() => setError(null)}
        footer={
          <Button size="form" onPress={() => setError(null)}>
            {common.close}
          </Button>
        }
      >
        <ErrorNotice error={error} />
      </Dialog>
    </div>
  )
}

/** Every cell of a sheet, the year included. */
const wholeOf = (sheet: Desk['sheet']) =>
  spotsOf({ from: { row: 0, column: 0 }, to: { row: sheet.lines.length - 1, column: sheet.months.length } })
