import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { AppError, Result } from '../../../shared/contract/errors.ts'
import type { Favourite } from '../../../shared/contract/schemas/explore.ts'
import { favouriteWords as words } from '../../../shared/words/explore.ts'
import { common } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { Button } from '../../ui/button.tsx'
import { isComposingKey } from '../../ui/composition.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'

/** Names and order of the kept tables; each change is saved at once and can be undone. */
export function ManageFavourites(props: {
  readonly list: readonly Favourite[]
  readonly onClose: () => void
}) {
  const client = useClient()
  const [error, setError] = useState<AppError | null>(null)
  const [removing, setRemoving] = useState<Favourite | null>(null)
  const told = (answer: Result<unknown>) => setError(answer.ok ? null : answer.error)
  const seen = ({ id, revision }: Favourite) => ({ actionId: crypto.randomUUID(), id, revision })
  const rename = async (favourite: Favourite, name: string) => {
    if (name.trim() === '' || name.trim() === favourite.name) return
    told(await client.call('favourites.rename', { ...seen(favourite), name: name.trim() }))
  }
  const move = async (favourite: Favourite, to: 'up' | 'down') =>
    told(await client.call('favourites.move', { ...seen(favourite), to }))
  const remove = async (favourite: Favourite) => {
    told(await client.call('favourites.remove', seen(favourite)))
    setRemoving(null)
  }
  return (
    <Dialog
      title={removing === null ? words.manageTitle : words.removeTitle}
      isOpen
      onClose={removing === null ? props.onClose : () => setRemoving(null)}
      footer={
        removing === null ? (
          <Button size="form" onPress={props.onClose}>
            {common.close}
          </Button>
        ) : (
          <>
            <Button size="form" onPress={() => setRemoving(null)}>
              {common.stop}
            </Button>
            <Button size="form" look="danger" onPress={() => void remove(removing)}>
              {words.confirmRemove}
            </Button>
          </>
        )
      }
    >
      {error && <ErrorNotice error={error} />}
      {removing === null ? (
        <ul className="manage">
          {props.list.length === 0 && <li className="sub">{words.none}</li>}
          {props.list.map((favourite, index) => (
            <li key={favourite.id}>
              <input
                className="in plain"
                aria-label={words.renameOf(favourite.name)}
                defaultValue={favourite.name}
                maxLength={100}
                onBlur={(event) => void rename(favourite, event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !isComposingKey(event)) event.currentTarget.blur()
                }}
              />
              <span className="sub">
                {favourite.choices.years.kind === 'fixed' ? words.fixedMark : words.followsMark}
              </span>
              <Button
                look="quiet"
                icon={ArrowUp}
                aria-label={words.up(favourite.name)}
                isDisabled={index === 0}
                onPress={() => void move(favourite, 'up')}
              />
              <Button
                look="quiet"
                icon={ArrowDown}
                aria-label={words.down(favourite.name)}
                isDisabled={index === props.list.length - 1}
                onPress={() => void move(favourite, 'down')}
              />
              <Button
                look="quiet"
                icon={Trash2}
                aria-label={words.removeOf(favourite.name)}
                onPress={() => setRemoving(favourite)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.removeBody(removing.name)}</p>
      )}
    </Dialog>
  )
}
