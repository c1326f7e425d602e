import { useEffect, useMemo, useRef } from 'react'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useRequest } from '../../api/queries.ts'
import { appErrorOf } from '../../ui/error-notice.tsx'
import { emptyProfile } from './profile-edits.ts'
import { sentProfile } from './sent-profile.ts'
import type { IntakeWork } from './store.ts'

export type Layout = RequestOutput<'intake.layout'>

/** What the sheets and columns are by the profile; the last answer stays while the next is on its way. */
export function useLayout(work: IntakeWork, onError: (error: AppError) => void): Layout | null {
  const { profile, opened } = work
  const sent = useMemo(() => sentProfile(profile ?? emptyProfile('consultations')), [profile])
  const layout = useRequest('intake.layout', { session: opened.session, profile: sent })
  const last = useRef<Layout | null>(null)
  if (layout.data !== undefined) last.current = layout.data
  useEffect(() => {
    if (layout.error !== null) onError(appErrorOf(layout.error))
  }, [layout.error, onError])
  return last.current
}
