import { useState } from 'react'
import { conflictWords as words } from '../../shared/words/history-screen.ts'
import { common } from '../../shared/words/screens.ts'
import { Button } from './button.tsx'
import { Radios } from './choice.tsx'
import { Dialog } from './dialog.tsx'
import './conflict-dialog.css'

/** A field of which two values are at hand; both in words, null where nothing stands. */
export interface ConflictField {
  readonly field: string
  readonly label: string
  readonly mine: string | null
  readonly theirs: string | null
}

export type ConflictSide = 'mine' | 'theirs'

/**
 * The same record was changed in another window: both values field by field, and which of them is kept. The
 * caller passes only the fields that differ; nothing is decided until 保存 is pressed.
 */
export function ConflictDialog(props: {
  /** 「相談 No.349」. */
  readonly subject: string
  readonly fields: readonly ConflictField[]
  readonly onSettle: (chosen: ReadonlyMap<string, ConflictSide>) => void
  readonly onClose: () => void
}) {
  const { fields } = props
  const [chosen, setChosen] = useState<ReadonlyMap<string, ConflictSide>>(
    () => new Map(fields.map(({ field }) => [field, 'mine'])),
  )
  const all = (side: ConflictSide) => setChosen(new Map(fields.map(({ field }) => [field, side])))
  return (
    <Dialog
      title={words.title}
      isOpen
      alert
      width="broad"
      onClose={props.onClose}
      footer={
        <>
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="solid" onPress={() => props.onSettle(chosen)}>
            {words.save}
          </Button>
        </>
      }
    >
      <p>{words.lead(props.subject)}</p>
      <div className="acts">
        <Button onPress={() => all('mine')}>{words.allMine}</Button>
        <Button onPress={() => all('theirs')}>{words.allTheirs}</Button>
      </div>
      <div className="conflict-fields">
        {fields.map(({ field, label, mine, theirs }) => (
          <Radios<ConflictSide>
            key={field}
            label={label}
            value={chosen.get(field) ?? 'mine'}
            choices={[
              { value: 'mine', label: `${words.mine}：${mine ?? words.none}` },
              { value: 'theirs', label: `${words.theirs}：${theirs ?? words.none}` },
            ]}
            onChange={(side) => setChosen(new Map([...chosen, [field, side]]))}
          />
        ))}
      </div>
    </Dialog>
  )
}
