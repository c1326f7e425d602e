import { activityWords } from '../../../shared/words/activities.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fieldLabel } from './field-label.ts'
import type { Texts } from './form-texts.ts'
import { type Choices, kindLabel } from './rows.ts'

const words = activityWords.conflict

/** Saved elsewhere while it was being changed: every field that differs, both ways, to choose from. */
export function ConflictDialog(props: {
  readonly mine: Texts
  readonly theirs: Texts
  readonly choices: Choices
  readonly onChoose: (keep: 'mine' | 'theirs') => void
  readonly onClose: () => void
}) {
  const names = [...new Set([...Object.keys(props.mine), ...Object.keys(props.theirs)])].filter(
    (name) => name !== 'state' && (props.mine[name] ?? '') !== (props.theirs[name] ?? ''),
  )
  const shown = (name: string, texts: Texts): string => {
    const text = texts[name] ?? ''
    if (text === '') return words.emptyText
    if (name === 'kind') return kindLabel(props.choices, text)
    if (name === 'category') return activityWords.categories[Number(text)] ?? text
    if (name === 'party' || name === 'venue') {
      const list = name === 'party' ? props.choices.parties : props.choices.venues
      return list.find(({ code }) => code === text)?.names.at(-1)?.name ?? text
    }
    return text
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      alert
      onClose={props.onClose}
      footer={
        <>
          <Button size="form" onPress={props.onClose}>
            {common.back}
          </Button>
          <Button size="form" onPress={() => props.onChoose('theirs')}>
            {words.takeTheirs}
          </Button>
          <Button size="form" look="solid" onPress={() => props.onChoose('mine')}>
            {words.takeMine}
          </Button>
        </>
      }
    >
      <p>{words.body}</p>
      {names.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <table className="t act-clash">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.mine}</th>
              <th scope="col">{words.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{fieldLabel(name, props.choices)}</th>
                <td>{shown(name, props.mine)}</td>
                <td>{shown(name, props.theirs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}
