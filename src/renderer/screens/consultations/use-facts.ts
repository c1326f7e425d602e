import { useEffect, useMemo, useState } from 'react'
import { unknownCode } from '../../../shared/codes/code-list.ts'
import type { RequestInput } from '../../../shared/contract/contract.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { useRequest } from '../../api/queries.ts'
import type { FactStore } from './entry-context.ts'
import { type EntryStore, type Offered, useEntry } from './entry-store.ts'
import { ageOfEntry, dayOfEntry, entryOf, isAnonymous, offeredBy } from './entry-values.ts'

/**
 * Asks the ledger about the form as it stands (the case of the number, doubts, the contract) and hands the
 * answers to the fields. Typing never waits for it.
 */
interface FactOptions {
  readonly store: EntryStore
  readonly facts: FactStore
  readonly id: string | null
  readonly today: Day
  readonly fiscalYear: FiscalYear
  /** The record whose values are offered to a new one; null offers nothing. */
  readonly lastId: string | null
}

/** Asking begins after the frames of the key: the sending itself costs a millisecond. */
const settleMilliseconds = 50

/** A value as it stands once the keys rest; the first one at once. */
function useSettled<T extends string | null>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (settled === value) return
    const timer = setTimeout(() => setSettled(value), settleMilliseconds)
    return () => clearTimeout(timer)
  }, [settled, value])
  return settled
}

/** Nothing to see: it asks beside the form, so that no answer draws the form again. */
export function Facts(options: FactOptions): null {
  const { store, facts, id, today, fiscalYear, lastId } = options
  const day = useEntry(store, (values) => dayOfEntry(values, fiscalYear)) ?? today
  const typed = useEntry(store, (values) => values.case.trim())
  const settled = useSettled(typed)
  const party = useEntry(store, (values) => values.party)
  const method = useEntry(store, (values) => values.method) ?? unknownCode
  const household = useEntry(store, (values) => values.household) ?? unknownCode
  const age = useEntry(store, (values) => values.age)

  const parties = useRequest('consultations.parties', { day })
  const asks = typed !== '' && !isAnonymous(typed)
  const looked = useRequest('cases.find', { code: settled }, { enabled: asks && settled === typed })
  const found = asks && settled === typed ? (looked.data?.found ?? null) : null
  const isLooking = asks && (settled !== typed || looked.isPending)
  const { low, high } = ageOfEntry({ age })
  const asked = { id, caseId: found?.id ?? null, day, party: party ?? '-', method, household }
  const question = useSettled(JSON.stringify({ ...asked, ageLow: low, ageHigh: high }))
  const judged = useRequest(
    'consultations.judge',
    useMemo(() => JSON.parse(question) as RequestInput<'consultations.judge'>, [question]),
    { enabled: party !== null },
  )
  const last = useRequest('consultations.read', { id: lastId ?? '-' }, { enabled: lastId !== null })

  useEffect(() => facts.set({ day, parties: parties.data?.parties ?? [] }), [facts, day, parties.data])
  useEffect(() => facts.set({ found, isLooking }), [facts, found, isLooking])
  useEffect(() => {
    if (judged.isPending && party !== null) return
    const { warnings = [], newness = null, contract = null, locked = null } = judged.data ?? {}
    facts.set({ warnings, newness, contract, locked })
  }, [facts, judged.data, judged.isPending, party])

  const lastData = lastId === null ? undefined : last.data
  useEffect(() => {
    const attributes = found?.attributes ?? null
    // Another person's age or sex is never offered: only what belongs to the contact itself.
    const before: Offered = lastData === undefined ? {} : ofContact(entryOf(lastData.consultation, null))
    store.offer({ ...before, ...(attributes === null ? {} : offeredBy(attributes)) })
  }, [store, lastData, found])
  return null
}

function ofContact(values: ReturnType<typeof entryOf>): Offered {
  const { day, method, caller, supports, party } = values
  return {
    day,
    ...(method === null ? {} : { method }),
    ...(caller === null ? {} : { caller }),
    ...(supports.length === 0 ? {} : { supports }),
    ...(party === null ? {} : { party }),
  }
}
