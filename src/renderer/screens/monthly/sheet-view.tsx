import { CircleCheck, CircleDashed, CornerUpLeft, Lock } from 'lucide-react'
import { type Ref, useMemo, useSyncExternalStore } from 'react'
import { formatFiscalYear } from '../../../shared/time/format.ts'
import { formWords } from '../../../shared/words/checks.ts'
import { monthlyWords } from '../../../shared/words/monthly.ts'
import { Grid, type GridHandle } from '../../ui/grid/grid.tsx'
import type { GridHandlers } from '../../ui/grid/handlers.ts'
import type { GridBand, GridColumn } from '../../ui/grid/types.ts'
import { Icon } from '../../ui/icon.tsx'
import { SheetFoot } from './foot.tsx'
import { signs } from './hands.ts'
import { bandsOf, currentMonth, type MonthBand, monthLabel } from './months.ts'
import type { Sheet } from './sheet.ts'

const looks: Readonly<Record<MonthBand, GridBand['look']>> = {
  missing: 'open',
  sentBack: 'open',
  received: 'open',
  resubmitted: 'open',
  checked: 'done',
  confirmed: 'closed',
  future: 'future',
  unlisted: 'none',
}
const icons: Partial<Readonly<Record<MonthBand, typeof Lock>>> = {
  missing: CircleDashed,
  sentBack: CornerUpLeft,
  checked: CircleCheck,
  confirmed: Lock,
}

const monthWidth = 46
const currentWidth = 72

/** The grid of a sheet: items × 12 months and the year, the states of the months over them, the foot below. */
export function SheetView(props: {
  readonly sheet: Sheet
  readonly handlers: GridHandlers
  readonly ref?: Ref<GridHandle>
}) {
  const { sheet, handlers, ref } = props
  // Only the states of the months make this render again; cells render by themselves.
  const months = useSyncExternalStore(sheet.subscribe, () => sheet.months)
  const current = currentMonth(months, sheet.read.today)
  const columns = useMemo(
    (): readonly GridColumn[] => [
      ...months.map((month, at) => ({
        id: month.month,
        label: monthLabel(month),
        width: at === current ? currentWidth : monthWidth,
        current: at === current,
      })),
      { id: 'year', label: monthlyWords.year, width: null, current: false },
    ],
    [months, current],
  )
  const bands = useMemo(
    (): readonly GridBand[] => [
      ...bandsOf(months, sheet.read.today).flatMap(({ band, from, span }) =>
        partBand(band, from, span, current),
      ),
      { id: 'year', span: 1, content: formatFiscalYear(sheet.read.fiscalYear), look: 'none' as const },
    ],
    [months, current, sheet],
  )
  const foot = useMemo(() => <SheetFoot sheet={sheet} current={current} />, [sheet, current])
  return (
    <Grid
      ref={ref ?? null}
      label={monthlyWords.grid(sheet.read.name, formWords[sheet.read.form])}
      rowHead={monthlyWords.item}
      rows={sheet.lines}
      columns={columns}
      bands={bands}
      model={sheet.model}
      handlers={handlers}
      signs={signs}
      foot={foot}
    />
  )
}

/** The current month stands out of its band, so that its head may be filled. */
function partBand(band: MonthBand, from: number, span: number, current: number | null): readonly GridBand[] {
  const part = (start: number, width: number, isCurrent: boolean): readonly GridBand[] =>
    width <= 0 ? [] : [bandHead(band, start, width, isCurrent)]
  if (current === null || current < from || current >= from + span) return part(from, span, false)
  return [
    ...part(from, current - from, false),
    ...part(current, 1, true),
    ...part(current + 1, from + span - current - 1, false),
  ]
}

function bandHead(band: MonthBand, from: number, span: number, isCurrent: boolean): GridBand {
  const mark = icons[band]
  const wide = span > 1 || isCurrent
  return {
    id: `${band}-${from}`,
    span,
    look: isCurrent ? 'current' : looks[band],
    content: (
      <span className="band">
        {wide && mark && <Icon of={mark} size={14} />}
        {monthlyWords.bands[band]}
      </span>
    ),
  }
}
