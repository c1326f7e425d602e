import { lineWords } from '../../../shared/monthly/lines.ts'
import { entryWords, monthlyWords } from '../../../shared/words/monthly.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type Desk, put } from './hands.ts'
import type { CellClash } from './held-cell.ts'
import { monthLabel } from './months.ts'

const words = monthlyWords.clash

/** The same cell was changed in another window: both values, to choose from. */
export function ClashDialog(props: {
  readonly desk: Desk
  readonly clashes: readonly CellClash[]
  readonly onDone: () => void
}) {
  const { desk, clashes, onDone } = props
  const { sheet } = desk
  return (
    <Dialog
      title={words.title}
      isOpen
      alert
      onClose={onDone}
      footer={
        <>
          <Button size="form" onPress={onDone}>
            {words.keepTheirs}
          </Button>
          <Button
            size="form"
            look="solid"
            onPress={() => {
              put(desk, 'type', new Map(clashes.map(({ cell, mine }) => [cell, mine])))
              onDone()
            }}
          >
            {words.keepMine}
          </Button>
        </>
      }
    >
      <p>{words.lead}</p>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{monthlyWords.paste.columns.place}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map(({ cell, mine, theirs }) => {
            const spot = sheet.spotOf(cell)
            if (spot === null) return null
            const line = sheet.line(spot.row)
            const month = sheet.months[spot.column]
            return (
              <tr key={cell}>
                <th scope="row">
                  {lineWords(line)}　{month === undefined ? monthlyWords.year : monthLabel(month)}
                </th>
                <td>{entryWords(mine, line.unit)}</td>
                <td>{entryWords(theirs, line.unit)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Dialog>
  )
}
