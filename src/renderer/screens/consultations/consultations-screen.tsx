import { useMemo } from 'react'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { useRequest } from '../../api/queries.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { codesOf } from './codes.ts'
import { Desk } from './desk.tsx'
import './consultations.css'

/** 相談受付簿: one row a contact, and the form in which the next one is typed. */
export function ConsultationsScreen() {
  const lists = useRequest('codes.lists', {})
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
