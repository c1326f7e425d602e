import { FolderX } from 'lucide-react'
import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { describeError } from '../../../shared/words/errors.ts'
import { openForm, start } from '../../../shared/words/start-screen.ts'
import { useJob } from '../../api/jobs.ts'
import { Button } from '../../ui/button.tsx'
import { dayAndTime } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { JobLine } from './job-line.tsx'
import type { Place } from './start-screen.tsx'

/** A ledger that was chosen: its place and its password. A wrong password is told at the field. */
export function OpenPane(props: {
  readonly place: Extract<Place, { kind: 'ledger' }>
  readonly present: boolean
  /** Null for a ledger that is not on the list. */
  readonly onForget: (() => void) | null
  readonly onOpened: () => Promise<void>
  readonly onFailed: (error: AppError, passphrase: string) => void
}) {
  const { place } = props
  const job = useJob()
  const [passphrase, setPassphrase] = useState('')
  const [refusal, setRefusal] = useState<AppError | null>(null)

  const open = async () => {
    if (job.running) return
    setRefusal(null)
    const answer = await job.run('ledger.open', { path: place.path, passphrase, readOnly: false })
    if (answer.ok) return props.onOpened()
    const { error } = answer
    if (error.code === 'cancelled') return
    if (error.code === 'wrongPassword' || error.code === 'tooManyPasswordAttempts') setRefusal(error)
    else props.onFailed(error, passphrase)
  }
  if (!props.present) {
    return (
      <>
        <div className="ttl">
          <span className="err">
            <Icon of={FolderX} size={28} />
          </span>
          <div>
            <h2>{openForm.missingTitle(place.name)}</h2>
            <p className="sub">{place.path}</p>
          </div>
        </div>
        <p className="lead">{openForm.missingNext}</p>
        {props.onForget && <Forget onPress={props.onForget} />}
      </>
    )
  }
  return (
    <>
      <div className="ttl">
        <div>
          <h2>{place.name}</h2>
          {place.openedAt && <p className="sub">{openForm.lastOpened(dayAndTime(place.openedAt))}</p>}
        </div>
      </div>
      <dl className="three">
        <dt>{openForm.place}</dt>
        <dd>{place.path}</dd>
      </dl>
      <div className="form">
        <TextField
          label={openForm.passphrase}
          kind="password"
          value={passphrase}
          onChange={(next) => {
            setPassphrase(next)
            setRefusal(null)
          }}
          onEnter={() => void open()}
          reading={refusal ? { ok: false, words: refusalWords(refusal) } : null}
          hint={openForm.passphraseHint}
          wideLabel
        />
        {refusal?.code === 'wrongPassword' && (
          <Notice look="info" announce={false} title={openForm.forgottenTitle}>
            {openForm.forgotten}
          </Notice>
        )}
        {job.running ? (
          <JobLine title={openForm.opening} job={job} />
        ) : (
          <div className="off">
            <Button size="form" look="solid" onPress={() => void open()}>
              {openForm.open}
            </Button>
            {props.onForget && <Forget onPress={props.onForget} />}
          </div>
        )}
      </div>
    </>
  )
}

function Forget({ onPress }: { readonly onPress: () => void }) {
  return (
    <>
      <Button look="text" onPress={onPress}>
        {start.forget}
      </Button>
      <span className="sub">{start.forgetHint}</span>
    </>
  )
}

function refusalWords(error: AppError): string {
  const { what, next } = describeError(error)
  return `${what}${next}`
}
