import { useSyncExternalStore } from 'react'
import type { PeriodStanding, Submission } from '../../shared/contract/schemas/confirming.ts'
import type { FormCode } from '../../shared/statistics/rows.ts'
import type { FiscalYear, Month } from '../../shared/time/day.ts'
import { useRequest } from '../api/queries.ts'

/** The months on a screen: of one party and form, or of all where they are null. */
export interface PeriodOnScreen {
  readonly party: string | null
  readonly form: FormCode | null
  readonly month: Month
}

/** The last one is nearest: an opened record stands before its list. */
const shown: PeriodOnScreen[] = []
const listeners = new Set<() => void>()
const tell = (): void => {
  for (const listen of listeners) listen()
}

/** Tells the top line which month the screen is about; gives the way to take it back. */
export function showPeriod(period: PeriodOnScreen): () => void {
  shown.push(period)
  tell()
  return () => {
    shown.splice(shown.indexOf(period), 1)
    tell()
  }
}

export const usePeriodOnScreen = (): PeriodOnScreen | null =>
  useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => shown.at(-1) ?? null,
  )

/** Where the data of a year stands (入力中, 確認済, 確定), and what was handed in. */
export function useStandings(fiscalYear: FiscalYear): {
  readonly of: (party: string, form: FormCode, month: Month | null) => PeriodStanding | null
  readonly all: readonly PeriodStanding[]
  readonly submissions: readonly Submission[]
} {
  const { data } = useRequest('confirming.states', { fiscalYear })
  const all = data?.standings ?? []
  return {
    all,
    of: (party, form, month) =>
      all.find((one) => one.party === party && one.form === form && one.month === month) ?? null,
    submissions: data?.submissions ?? [],
  }
}

/** The least far of several: one month 入力中 makes the whole 入力中. */
export function leastOf(standings: readonly PeriodStanding[]): PeriodStanding['state'] | null {
  if (standings.length === 0) return null
  if (standings.some(({ state }) => state === 'open')) return 'open'
  return standings.some(({ state }) => state === 'checked') ? 'checked' : 'confirmed'
}
