import { OctagonX } from 'lucide-react'
import { useState } from 'react'
import type { AppError, ErrorCode } from '../../../shared/contract/errors.ts'
import type { BackupEntry } from '../../../shared/contract/schemas/ledger.ts'
import { describeError } from '../../../shared/words/errors.ts'
import { common } from '../../../shared/words/screens.ts'
import { failures, failureTitles, openForm } from '../../../shared/words/start-screen.ts'
import { useJob } from '../../api/jobs.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { dayAndTime, grouped } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { BackupTable } from './backup-table.tsx'
import { JobLine } from './job-line.tsx'
import type { Failed, Place } from './start-screen.tsx'

/** Failures after which a backup can take the ledger's place. */
const mendedByBackup: readonly ErrorCode[] = [
  'ledgerDamaged',
  'ledgerFileEmpty',
  'ledgerFileMissing',
  'keysMissing',
  'keysDamaged',
  'historyTailLost',
  'historyBroken',
  'anchorMissing',
  'anchorDamaged',
  'migrationFailed',
]

/** Failures in spite of which the ledger can be read; a history that does not verify is not shown at all. */
const readableAfter: readonly ErrorCode[] = [
  'ledgerInUse',
  'ledgerReadOnly',
  'folderNotWritable',
  'ledgerDamaged',
  'historyTailLost',
  'anchorMissing',
  'anchorDamaged',
]

/** Why a ledger did not open: what happened, what is left, what to do; and the safest way out as one button. */
export function FailurePane(props: {
  readonly place: Extract<Place, { kind: 'ledger' }>
  readonly failed: Failed
  readonly onAgain: () => void
  readonly onOpenOther: () => void
  readonly onOpened: () => Promise<void>
  readonly onFailed: (error: AppError) => void
}) {
  const { place, failed } = props
  const { error, passphrase } = failed
  const job = useJob()
  const mends = mendedByBackup.includes(error.code)
  const backups = useRequest('ledger.backups', { path: place.path, passphrase }, { enabled: mends })
  const [picked, setPicked] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<AppError | null>(null)
  const list = backups.data?.backups ?? []
  const backup = list.find((entry) => entry.path === picked) ?? list.find((entry) => entry.verified) ?? null
  const words = describeError(error)

  const finish = async (answer: { readonly ok: true } | { readonly ok: false; readonly error: AppError }) => {
    if (answer.ok) await props.onOpened()
    else if (answer.error.code !== 'cancelled') setTrouble(answer.error)
  }
  const restore = async (entry: BackupEntry) =>
    finish(await job.run('ledger.restore', { backup: entry.path, path: place.path, passphrase }))
  const readOnly = async () =>
    finish(await job.run('ledger.open', { path: place.path, passphrase, readOnly: true }))

  const titles: Partial<Readonly<Record<ErrorCode, string>>> = failureTitles
  const incident = error.parameters.incident
  return (
    <>
      <div className="ttl" role="alert">
        <span className="err">
          <Icon of={OctagonX} size={28} />
        </span>
        <div>
          <h2>{failures.title(place.name, titles[error.code] ?? failureTitles.other)}</h2>
          {incident !== undefined && <p className="sub">{common.incident(String(incident))}</p>}
        </div>
      </div>
      <dl className="three">
        <dt>{common.whatHappened}</dt>
        <dd>{words.what}</dd>
        <dt>{common.whatIsLeft}</dt>
        <dd>{words.kept}</dd>
        <dt>{common.whatNext}</dt>
        <dd>{words.next}</dd>
      </dl>
      {job.running ? (
        <JobLine title={backup && mends ? failures.restoring : openForm.opening} job={job} />
      ) : (
        <div className="off">
          {mends && backup ? (
            <>
              <Button size="form" look="solid" onPress={() => void restore(backup)}>
                {failures.fromBackup(dayAndTime(backup.takenAt))}
              </Button>
              <span className="sub">{lossWords(backup)}</span>
            </>
          ) : (
            <Button size="form" look="solid" onPress={props.onAgain}>
              {failures.again}
            </Button>
          )}
        </div>
      )}
      {trouble && <ErrorNotice error={trouble} />}
      {mends && (
        <BackupTable
          list={list}
          pending={backups.isPending}
          chosen={backup?.path ?? null}
          onChoose={setPicked}
        />
      )}
      <div className="alt">
        {mends && backup && (
          <Button look="text" onPress={props.onAgain}>
            {failures.again}
          </Button>
        )}
        {readableAfter.includes(error.code) && (
          <Button look="text" onPress={() => void readOnly()}>
            {mends ? failures.readOnly : failures.openReadOnly}
          </Button>
        )}
        <Button look="text" onPress={props.onOpenOther}>
          {failures.chooseOther}
        </Button>
      </div>
    </>
  )
}

function lossWords(backup: BackupEntry): string {
  if (backup.missing === null) return failures.lossUnknown
  return backup.missing === 0 ? failures.noLoss : failures.loss(grouped(backup.missing))
}
