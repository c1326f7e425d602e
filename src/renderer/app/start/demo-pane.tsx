import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { common } from '../../../shared/words/screens.ts'
import { openForm, start } from '../../../shared/words/start-screen.ts'
import { useJob } from '../../api/jobs.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { JobLine } from './job-line.tsx'

/** The demonstration ledger: opened, and made first where it is not there. */
export function DemoPane({ onOpened }: { readonly onOpened: () => Promise<void> }) {
  const job = useJob()
  const [error, setError] = useState<AppError | null>(null)
  const open = async () => {
    setError(null)
    const answer = await job.run('ledger.openDemo', {})
    if (answer.ok) await onOpened()
    else if (answer.error.code !== 'cancelled') setError(answer.error)
  }
  return (
    <>
      <div className="ttl">
        <h2>{openForm.demoTitle}</h2>
        <Tag look="fict">{start.fictional}</Tag>
      </div>
      <p className="lead">{openForm.demoLead}</p>
      {job.running ? (
        <JobLine title={openForm.demoOpening} job={job} />
      ) : (
        <div className="off">
          <Button size="form" look="solid" onPress={() => void open()}>
            {openForm.demoOpen}
          </Button>
          <span className="sub">{openForm.demoFirst}</span>
        </div>
      )}
      {error && (
        <ErrorNotice error={error} actions={<Button onPress={() => void open()}>{common.retry}</Button>} />
      )}
    </>
  )
}
