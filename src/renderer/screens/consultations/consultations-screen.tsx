import { useMemo } from 'react'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { codesOf } from './codes.ts'
import { Desk } from './desk.tsx'
import { useTail } from './use-register.ts'
import { useView } from './use-view.ts'
import './consultations.css'

/** 相談受付簿: one row a contact, and the form in which the next one is typed. */
export function ConsultationsScreen() {
  const lists = useRequest('codes.lists', {})
  // Asked beside the codes, not after them.
  const { filter, sort } = useView(useSession().frame.frame)
  useTail(filter, sort)
  const codes = useMemo(() => (lists.data ? codesOf(lists.data.lists) : null), [lists.data])
  if (lists.isError) {
    return (
      <div className="scroll-body">
        <ErrorNotice error={lists.error} />
      </div>
    )
  }
  if (codes === null) return <Loading>{words.loading}</Loading>
  return <Desk codes={codes} />
}
