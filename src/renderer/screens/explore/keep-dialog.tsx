import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import { type ExploreChoices, yearsOfChoices } from '../../../shared/explore/choices.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { formatFrame } from '../../../shared/time/format.ts'
import { favouriteWords as words } from '../../../shared/words/explore.ts'
import { common } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Said } from './head-actions.tsx'

/** Keeps the choices under a name: following the window's year, or with the years as they are now. */
export function KeepDialog(props: {
  readonly choices: ExploreChoices
  readonly frame: TimeFrame
  readonly onSaid: (said: Said) => void
  readonly onClose: () => void
}) {
  const { choices, frame } = props
  const client = useClient()
  const [name, setName] = useState('')
  const [kind, setKind] = useState(choices.years.kind)
  const [error, setError] = useState<AppError | null>(null)
  const years = yearsOfChoices(choices, frame)
  const keep = async () => {
    if (name.trim() === '') return
    const kept: ExploreChoices = {
      ...choices,
      years:
        kind === 'window'
          ? { kind, count: years.length }
          : { kind, from: years[0] ?? frame.fiscalYear, frame },
    }
    const answer = await client.call('favourites.keep', {
      actionId: crypto.randomUUID(),
      name: name.trim(),
      choices: plain(kept),
    })
    if (!answer.ok) return setError(answer.error)
    props.onSaid({ look: 'ok', words: words.kept(name.trim()) })
    props.onClose()
  }
  return (
    <Dialog
      title={words.keepTitle}
      isOpen
      width="narrow"
      onClose={props.onClose}
      footer={
        <>
          {name.trim() === '' && <span className="why">{words.nameMissing}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="solid" isDisabled={name.trim() === ''} onPress={() => void keep()}>
            {words.keep}
          </Button>
        </>
      }
    >
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        onEnter={() => void keep()}
        maxLength={100}
        hint={words.nameHint}
      />
      <Radios
        label={words.timing}
        value={kind}
        choices={[
          { value: 'window', label: words.window },
          { value: 'fixed', label: words.fixed(formatFrame(frame)) },
        ]}
        onChange={setKind}
      />
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}
