import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { DryRun } from '../../../shared/contract/schemas/intake.ts'
import { useJob } from '../../api/jobs.ts'
import { sentProfile } from './sent-profile.ts'
import { type IntakeWork, intakeStore } from './store.ts'

const readByTrial = ['intake.rows', 'intake.sums'] as const

/** Reads the book by the profile as it is now; not again while nothing was changed. */
export function useTrial(work: IntakeWork, onError: (error: AppError | null) => void) {
  const job = useJob()
  const { run, cancel } = job
  const queries = useQueryClient()
  const { profile, opened, trial } = work
  const read = useCallback(async (): Promise<DryRun | null> => {
    if (profile === null) return null
    if (trial !== null && trial.profile === profile) return trial.dry
    // An older reading on its way is worth nothing any more.
    cancel()
    const { session } = opened
    const answer = await run('intake.read', { session, profile: sentProfile(profile) })
    if (!answer.ok) {
      if (answer.error.code !== 'cancelled') onError(answer.error)
      return null
    }
    onError(null)
    // What was shown of the reading before.
    for (const name of readByTrial) queries.removeQueries({ queryKey: [name] })
    intakeStore.change(session, { trial: { profile, dry: answer.value } })
    return answer.value
  }, [profile, opened, trial, run, cancel, onError, queries])
  return { read, running: job.running, progress: job.progress, cancel }
}
