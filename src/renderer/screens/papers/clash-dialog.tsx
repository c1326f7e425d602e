import type { PaperPlace } from '../../../shared/contract/schemas/papers.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { Button } from '../../ui/button.tsx'
import type { ChipFace } from '../../ui/chip-editor/chip-editor.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Clash } from './saver.ts'

const words = papersWords.conflict

/** The same words were changed in another window: both stand side by side, and one is chosen. */
export function ClashDialog(props: {
  readonly clash: Clash
  readonly places: readonly PaperPlace[]
  readonly faces: ReadonlyMap<string, ChipFace>
  readonly onSettle: (keep: 'mine' | 'theirs') => void
}) {
  const original = props.places.find((place) => place.place === props.clash.place)?.original ?? ''
  const shown = (text: string | null) =>
    (text ?? original).replace(
      /\{\{([^{}]+)\}\}/g,
      (_whole, name: string) => props.faces.get(name)?.display ?? papersWords.editor.missing,
    )
  return (
    <Dialog
      title={words.title}
      isOpen
      alert
      footer={
        <>
          <Button size="form" onPress={() => props.onSettle('theirs')}>
            {words.keepTheirs}
          </Button>
          <Button size="form" look="solid" onPress={() => props.onSettle('mine')}>
            {words.keepMine}
          </Button>
        </>
      }
    >
      <dl className="three">
        <dt>{words.mine}</dt>
        <dd>{shown(props.clash.mine)}</dd>
        <dt>{words.theirs}</dt>
        <dd>{shown(props.clash.theirs)}</dd>
      </dl>
    </Dialog>
  )
}
