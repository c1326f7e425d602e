import { useCallback } from 'react'
import type { Result } from '../../../shared/contract/errors.ts'
import type { ChosenFile } from '../../../shared/contract/schemas/platform.ts'
import { useJob } from '../../api/jobs.ts'
import { useSession } from '../../api/session.tsx'
import type { Opened } from './store.ts'

/** Opens a chosen file; long for a big book. */
export function useOpenBook() {
  const { run, running, progress, cancel } = useJob()
  const { fiscalYear } = useSession().window
  const open = useCallback(
    (file: ChosenFile): Promise<Result<Opened>> => run('intake.open', { file: file.handle, fiscalYear }),
    [run, fiscalYear],
  )
  return { open, running, progress, cancel }
}
