import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { State } from '../../ui/tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { sentProfile } from './sent-profile.ts'
import { type IntakeWork, intakeStore } from './store.ts'
import { usePartyNames } from './use-parties.ts'

const words = intakeScreenWords.reading

/** Keeps how the book is read, under a name: over the remembered one, or as a new one. */
export function SaveProfile(props: {
  readonly work: IntakeWork
  readonly profile: BookProfile
  readonly isReadOnly: boolean
}) {
  const { work, profile } = props
  const client = useClient()
  const nameOf = usePartyNames()
  const profiles = useRequest('intake.profiles', {})
  const stored = profiles.data?.profiles.find(({ id }) => id === work.stored?.id) ?? null
  const suggested = words.suggested(
    profile.party === null ? '' : nameOf(profile.party),
    intakeScreenWords.shortKinds[profile.kind],
  )
  const [name, setName] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [saved, setSaved] = useState<BookProfile | null>(null)
  const save = async (under: string, over: typeof stored) => {
    setError(null)
    const answer = await client.call('intake.saveProfile', {
      actionId: crypto.randomUUID(),
      id: over?.id ?? null,
      revision: over?.revision ?? 0,
      name: under,
      kind: profile.kind,
      party: profile.party,
      profile: sentProfile(profile),
    })
    if (!answer.ok) return setError(answer.error)
    intakeStore.change(work.opened.session, { stored: { id: answer.value.id, name: under } })
    setSaved(profile)
    setName(null)
  }
  const close = () => {
    setName(null)
    setError(null)
  }
  return (
    <>
      {saved === profile && <State>{words.saved(work.stored?.name ?? '')}</State>}
      <Button size="form" isDisabled={props.isReadOnly} onPress={() => setName(stored?.name ?? suggested)}>
        {words.save}
      </Button>
      {name !== null && (
        <Dialog
          title={words.save}
          isOpen
          width="narrow"
          onClose={close}
          footer={
            <>
              <Button size="form" onPress={close}>
                {common.stop}
              </Button>
              {stored !== null && (
                <Button
                  size="form"
                  isDisabled={name.trim() === '' || name.trim() === stored.name}
                  onPress={() => void save(name.trim(), null)}
                >
                  {words.saveAs}
                </Button>
              )}
              <Button
                size="form"
                look="solid"
                isDisabled={name.trim() === ''}
                onPress={() => void save(name.trim(), stored)}
              >
                {words.saveYes}
              </Button>
            </>
          }
        >
          <p>{words.saveLead}</p>
          <TextField
            label={words.saveName}
            value={name}
            onChange={setName}
            onEnter={() => {
              if (name.trim() !== '') void save(name.trim(), stored)
            }}
            maxLength={100}
          />
          {error !== null && <ErrorNotice error={error} />}
        </Dialog>
      )}
    </>
  )
}
