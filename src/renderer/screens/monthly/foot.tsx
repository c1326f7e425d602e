import { writeCell } from '../../../shared/cell/write.ts'
import { entryText, monthlyWords } from '../../../shared/words/monthly.ts'
import { as } from '../../ui/grid/roles.ts'
import { Sparkline } from '../../ui/sparkline.tsx'
import { courses, sameMonths, signed } from './numbers.ts'
import type { Sheet } from './sheet.ts'
import { useRestingPlace } from './use-place.ts'

/** Always in sight under the sheet: last year of the active line, the difference, and its course. */
export function SheetFoot({ sheet, current }: { readonly sheet: Sheet; readonly current: number | null }) {
  const { spot } = useRestingPlace(sheet)
  const { row } = spot
  if (sheet.lines[row] === undefined) return null
  const { current: now, previous } = courses(sheet, row)
  const total = sheet.previousTotal(row)
  const same = sameMonths(now, previous)
  const additive = total.kind === 'sum'
  return (
    <>
      <tr {...as.row}>
        <th {...as.rowheader} scope="row">
          {monthlyWords.previousRow}
          <Sparkline
            values={[...previous, ...now]}
            width={78}
            height={24}
            breakAt={12}
            label={monthlyWords.course(sheet.line(row).label)}
          />
        </th>
        {previous.map((_value, column) => (
          <td {...as.gridcell} key={sheet.month(column)} className={column === current ? 'cur' : undefined}>
            {entryText(sheet.previousAt({ row, column }))}
          </td>
        ))}
        <td {...as.gridcell} className="l-sum noted">
          <span className="tx">
            {total.cell.state === 'value' ? writeCell(total.cell, 'city', { minus: '-' }).text : ''}
          </span>
          <span className="note">
            {additive ? monthlyWords.yearNotes.sum(total.cell.parts.reported, total.cell.parts.expected) : ''}
          </span>
        </td>
      </tr>
      <tr {...as.row}>
        <th {...as.rowheader} scope="row">
          {monthlyWords.differenceRow}
        </th>
        {now.map((value, column) => {
          const before = previous[column] ?? null
          return (
            <td {...as.gridcell} key={sheet.month(column)} className={column === current ? 'cur' : undefined}>
              {value === null || before === null ? '' : signed(value - before)}
            </td>
          )
        })}
        <td {...as.gridcell} className="l-sum noted">
          <span className="tx">{additive && same.months > 0 ? signed(same.difference) : ''}</span>
          <span className="note">
            {additive && same.months > 0 ? monthlyWords.sameMonths(same.months) : ''}
          </span>
        </td>
      </tr>
    </>
  )
}
