import { FileInput, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { StoredProfile } from '../../../shared/contract/schemas/intake.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { useChooseFile, useFileList } from '../../api/folders.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FileChooser } from '../../ui/file-chooser.tsx'
import { Loading, Progress } from '../../ui/patterns.tsx'
import { CollectionPart } from './collection/collection-part.tsx'
import { Receipts } from './receipts.tsx'
import { keptProfile } from './sent-profile.ts'
import { intakeStore } from './store.ts'
import { useOpenBook } from './use-open-book.ts'
import { usePartyNames } from './use-parties.ts'

const words = intakeScreenWords.choose
/** Where the last file was chosen: the next one mostly lies beside it. */
let lastFolder: string | null = null

/** Step 1: the file; below it what came in lately, and the readings that are remembered. */
export function ChooseStep(props: { readonly onError: (error: AppError | null) => void }) {
  const { ledger } = useSession()
  const info = useRequest('app.info', {})
  const choose = useChooseFile()
  const list = useFileList()
  const book = useOpenBook()
  const [choosing, setChoosing] = useState(false)
  const take = async (path: string | null) => {
    setChoosing(false)
    props.onError(null)
    const chosen = await choose(path)
    if (!chosen.ok) return props.onError(chosen.error)
    const { file } = chosen.value
    if (file === null) return
    if (path !== null) lastFolder = path.replace(/[\\/][^\\/]*$/, '')
    const opened = await book.open(file)
    if (!opened.ok) return props.onError(opened.error)
    const { profile, profileId, profileName } = opened.value
    intakeStore.set({
      ledger: ledger.path,
      step: 'reading',
      file,
      opened: opened.value,
      profile: profile === null ? null : keptProfile(profile),
      stored: profileId === null ? null : { id: profileId, name: profileName ?? '' },
      trial: null,
      withdrawGone: false,
      applied: null,
    })
  }
  return (
    <div className="intake-body">
      <section className="intake-choose">
        <p>{words.lead}</p>
        {book.running ? (
          <div className="intake-progress">
            <Progress
              title={words.opening}
              step={common.loading}
              done={book.progress?.done ?? 0}
              total={book.progress?.total ?? null}
              counted=""
              stop={{ words: common.abort, press: book.cancel }}
            />
          </div>
        ) : (
          <Button
            size="form"
            look="solid"
            icon={FileInput}
            isDisabled={info.data === undefined}
            onPress={() => (info.data?.chooser === 'list' ? setChoosing(true) : void take(null))}
          >
            {words.button}
          </Button>
        )}
      </section>
      <Receipts />
      <CollectionPart />
      <Profiles isReadOnly={ledger.readOnly !== null} />
      {choosing && (
        <FileChooser
          list={list}
          startAt={lastFolder}
          onChosen={(path) => void take(path)}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  )
}

function Profiles({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const list = useRequest('intake.profiles', {})
  const nameOf = usePartyNames()
  const [removing, setRemoving] = useState<StoredProfile | null>(null)
  return (
    <section>
      <div className="sec-h">
        <h2>{words.profiles}</h2>
      </div>
      {list.isPending && <Loading>{common.loading}</Loading>}
      {list.isError && <ErrorNotice error={list.error} />}
      {list.data?.profiles.length === 0 && (
        <p className="intake-none">
          {words.noProfiles}
          <span className="sub">{words.noProfilesHint}</span>
        </p>
      )}
      {list.data !== undefined && list.data.profiles.length > 0 && (
        <ul className="intake-profiles">
          {list.data.profiles.map((profile) => (
            <li key={profile.id}>
              <b className="ell">{profile.name}</b>
              <span className="sub ell">
                {intakeScreenWords.shortKinds[profile.kind]}　
                {profile.party === null ? words.noParty : nameOf(profile.party)}
              </span>
              <Button
                look="quiet"
                icon={Trash2}
                isDisabled={isReadOnly}
                aria-label={`${words.remove}：${profile.name}`}
                onPress={() => setRemoving(profile)}
              />
            </li>
          ))}
        </ul>
      )}
      {removing !== null && <RemoveProfile profile={removing} onClose={() => setRemoving(null)} />}
    </section>
  )
}

function RemoveProfile(props: { readonly profile: StoredProfile; readonly onClose: () => void }) {
  const { id, name, revision } = props.profile
  const client = useClient()
  const [error, setError] = useState<AppError | null>(null)
  const remove = async () => {
    const answer = await client.call('intake.removeProfile', { actionId: crypto.randomUUID(), id, revision })
    if (!answer.ok) return setError(answer.error)
    props.onClose()
  }
  return (
    <Dialog
      title={words.removeTitle}
      isOpen
      width="narrow"
      onClose={props.onClose}
      footer={
        <>
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="danger" onPress={() => void remove()}>
            {words.removeYes}
          </Button>
        </>
      }
    >
      <p>{words.removeBody(name)}</p>
      {error !== null && <ErrorNotice error={error} />}
    </Dialog>
  )
}
