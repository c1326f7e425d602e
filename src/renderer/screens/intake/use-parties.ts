import { nearestNameOn } from '../../../shared/organisation/name-periods.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import type { Choice } from '../../ui/select.tsx'

/** 報告元 with the names that they had on the as-of date, for a choice. */
export function usePartyChoices(): readonly Choice<string>[] {
  const { frame } = useSession().frame
  const organisation = useRequest('settings.organisation', {})
  return (organisation.data?.parties ?? []).map(({ code, names, corporation }) => ({
    value: code,
    label: nearestNameOn(names, frame.asOf),
    note: corporation,
  }))
}

export function usePartyNames(): (code: string) => string {
  const choices = usePartyChoices()
  return (code) => choices.find(({ value }) => value === code)?.label ?? code
}
