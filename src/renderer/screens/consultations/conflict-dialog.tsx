import { useState } from 'react'
import { consultationWords } from '../../../shared/words/consultations.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { FieldClash } from './changes.ts'
import { fieldLabel } from './show-field.ts'

const words = consultationWords.conflict

/** The same record was changed in another window: both values field by field, and one of them is chosen. */
export function ConflictDialog(props: {
  readonly clashes: readonly FieldClash[]
  readonly onSettle: (keepTheirs: ReadonlySet<string>) => void
}) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const choose = (field: string, isTheirs: boolean) =>
    setTheirs((before) => {
      const next = new Set(before)
      if (isTheirs) next.add(field)
      else next.delete(field)
      return next
    })
  return (
    <Dialog
      title={words.title}
      isOpen
      alert
      footer={
        <Button size="form" look="solid" onPress={() => props.onSettle(theirs)}>
          {words.keep}
        </Button>
      }
    >
      <p>{words.lead}</p>
      <table className="t conflict">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {props.clashes.map(({ field, mine, theirs: other }) => (
            <tr key={field}>
              <th scope="row">{fieldLabel(field)}</th>
              {([false, true] as const).map((isTheirs) => (
                <td key={String(isTheirs)}>
                  <label className="pick">
                    <input
                      type="radio"
                      name={field}
                      checked={theirs.has(field) === isTheirs}
                      onChange={() => choose(field, isTheirs)}
                    />
                    <span className="pre">{isTheirs ? other : mine}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
