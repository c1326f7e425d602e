import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { ChosenFolder } from '../../../shared/contract/schemas/platform.ts'
import { newForm } from '../../../shared/words/start-screen.ts'
import { useChooseFolder, useFolderList } from '../../api/folders.ts'
import { useJob } from '../../api/jobs.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FolderChooser } from '../../ui/folder-chooser.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Reading, TextField } from '../../ui/text-field.tsx'
import { JobLine } from './job-line.tsx'
import { strengthOf } from './password-strength.ts'
import type { NewRecoveryKey } from './recovery-key-dialog.tsx'

export interface MadeUnopened {
  readonly path: string
  readonly name: string
  readonly passphrase: string
  readonly error: AppError
}

const forbiddenInNames = /[\\/:*?"<>|]/

/** Makes an empty ledger: name, place, who begins, and a password. The recovery key is shown after. */
export function NewPane(props: {
  readonly chooser: 'dialog' | 'list'
  /** Called before anything else: the key is told only once. */
  readonly onMade: (made: NewRecoveryKey) => void
  readonly onOpened: () => Promise<void>
  /** It was made, and did not open. */
  readonly onFailed: (made: MadeUnopened) => void
}) {
  const job = useJob()
  const chooseFolder = useChooseFolder()
  const listFolders = useFolderList()
  const [name, setName] = useState('')
  const [staffName, setStaffName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [folder, setFolder] = useState<ChosenFolder | null>(null)
  const [choosing, setChoosing] = useState(false)
  const [error, setError] = useState<AppError | null>(null)

  const nameRefused = forbiddenInNames.test(name)
  const strength = strengthOf(passphrase)
  const longEnough = strength.kind !== 'empty' && strength.kind !== 'short'
  const ready =
    name.trim() !== '' &&
    !nameRefused &&
    staffName.trim() !== '' &&
    folder !== null &&
    longEnough &&
    passphrase === again

  const take = async (path: string | null) => {
    setChoosing(false)
    const answer = await chooseFolder('newLedger', path)
    if (!answer.ok) setError(answer.error)
    else if (answer.value.folder) setFolder(answer.value.folder)
  }
  const make = async () => {
    if (!ready || folder === null || job.running) return
    setError(null)
    const answer = await job.run('ledger.create', {
      folder: folder.handle,
      name: name.trim(),
      passphrase,
      staffName: staffName.trim(),
    })
    if (answer.ok) {
      const { path, recoveryKey, failure } = answer.value
      props.onMade({ ledgerName: name.trim(), recoveryKey })
      if (failure === null) await props.onOpened()
      else props.onFailed({ path, name: name.trim(), passphrase, error: failure })
    } else if (answer.error.code !== 'cancelled') setError(answer.error)
  }
  return (
    <>
      <div className="ttl">
        <h2>{newForm.title}</h2>
      </div>
      <p className="lead">{newForm.lead}</p>
      <div className="form">
        <TextField
          label={newForm.name}
          value={name}
          onChange={setName}
          onEnter={() => void make()}
          reading={nameRefused ? { ok: false, words: newForm.nameBad } : null}
          hint={newForm.nameHint}
          maxLength={80}
          wideLabel
        />
        <div className="field wide-label">
          <span className="lab">{newForm.folder}</span>
          <div className="ctl middle">
            <span className={folder ? 'grow folder-path' : 'sub'}>{folder?.path ?? newForm.folderNone}</span>
            <Button onPress={() => (props.chooser === 'list' ? setChoosing(true) : void take(null))}>
              {folder ? newForm.changeFolder : newForm.chooseFolder}
            </Button>
          </div>
        </div>
        <TextField
          label={newForm.staff}
          value={staffName}
          onChange={setStaffName}
          onEnter={() => void make()}
          hint={newForm.staffHint}
          maxLength={60}
          wideLabel
        />
        <TextField
          label={newForm.passphrase}
          kind="password"
          value={passphrase}
          onChange={setPassphrase}
          onEnter={() => void make()}
          reading={{ ok: longEnough || strength.kind === 'empty', words: strengthWords(strength) }}
          wideLabel
        />
        <TextField
          label={newForm.againLabel}
          kind="password"
          value={again}
          onChange={setAgain}
          onEnter={() => void make()}
          reading={againReading(passphrase, again)}
          wideLabel
        />
        <Notice look="warn" announce={false} title={newForm.noRecovery}>
          {newForm.noRecoveryMore}
        </Notice>
        {job.running ? (
          <JobLine title={newForm.making} job={job} />
        ) : (
          <div className="off">
            <Button size="form" look="solid" isDisabled={!ready} onPress={() => void make()}>
              {newForm.make}
            </Button>
            {!ready && <span className="sub">{newForm.cannotYet}</span>}
          </div>
        )}
        {error && <ErrorNotice error={error} />}
      </div>
      {choosing && (
        <FolderChooser
          purpose="newLedger"
          list={listFolders}
          startAt={folder?.path ?? null}
          onChosen={(chosen) => void take(chosen.path)}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}

function againReading(passphrase: string, again: string): Reading | null {
  if (again === '') return null
  return again === passphrase ? { ok: true, words: newForm.same } : { ok: false, words: newForm.different }
}

function strengthWords(strength: ReturnType<typeof strengthOf>): string {
  return strength.kind === 'short' ? newForm.strength.short(strength.rest) : newForm.strength[strength.kind]
}
