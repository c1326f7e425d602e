import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { ActivityRowView } from './rows.ts'
import { StateWord } from './state-word.tsx'

/** Several activities of a day, a month or without a date: one is chosen. */
export function DayDialog(props: {
  readonly title: string
  readonly rows: readonly ActivityRowView[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}) {
  return (
    <Dialog
      title={props.title}
      isOpen
      width="narrow"
      onClose={props.onClose}
      footer={
        <Button size="form" onPress={props.onClose}>
          {common.close}
        </Button>
      }
    >
      <ul className="act-choose">
        {props.rows.map((row) => (
          <li key={row.entry.id}>
            <button type="button" onClick={() => props.onChoose(row.entry.id)}>
              <span className="act-choose-when">{row.shortWhen}</span>
              <span className="act-choose-title">{row.entry.title}</span>
              <StateWord state={row.entry.state} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
