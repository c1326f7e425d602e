import { QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/contract.ts'
import { AppFailure, type Result } from '../../shared/contract/errors.ts'
import { useClient } from './client-context.tsx'

/** The value of a result, or its error thrown as `AppFailure`. */
export function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new AppFailure(result.error)
  return result.value
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Answers come from this PC: what failed by code fails again, and events say when data changed.
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 300_000,
      },
    },
  })
}

export const queryKey = <Name extends RequestName>(name: Name, input: RequestInput<Name>) =>
  [name, input] as const

/** Reads by name; read again when the ledger changes. */
export function useRequest<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<RequestOutput<Name>, Error> {
  const client = useClient()
  return useQuery({
    queryKey: queryKey(name, input),
    queryFn: async () => answerOf(await client.call(name, input)),
    enabled: options.enabled ?? true,
  })
}

/** What is made of entered figures; read again when it is looked at. */
const readFromFigures = [
  'statistics.query',
  'statistics.sources',
  'explore.run',
  'answers.run',
  'figures.list',
  'check.run',
  'home.read',
  'history.list',
  'papers.read',
  'papers.fields',
  'confirming.overview',
  'reports.letter',
  'reports.outstanding',
] as const satisfies readonly RequestName[]

/** Every action is one more in the history. */
const readFromHistory = ['history.undoList', 'history.ofRow', 'history.search', 'history.facets'] as const

/** The register, and what stands beside it. */
const readFromRegister = [
  'consultations.list',
  'consultations.place',
  'consultations.counts',
  'consultations.warned',
  'consultations.read',
  'consultations.judge',
  'consultations.parties',
  'cases.find',
  'cases.read',
  'cases.list',
  'cases.mergePreview',
] as const satisfies readonly RequestName[]

/** What each kind of change makes stale; a write to a paper does not touch the statistics. */
const touchedBy = (what: string): readonly RequestName[] | 'all' => {
  if (what.startsWith('papers.')) return ['papers.list']
  // A copy, and the look through every page behind the work, change no record.
  if (what === 'backup.create' || what === 'ledger.check') {
    return ['ledger.status', 'ledger.backups', 'home.read', 'check.run']
  }
  // Half-filled entries are counted nowhere.
  if (what.startsWith('drafts.')) return ['drafts.list']
  if (what.startsWith('favourites.')) return ['favourites.list']
  if (what.startsWith('figures.')) return ['figures.list', 'answers.run']
  if (what.startsWith('consultations.') || what.startsWith('cases.')) {
    return [...readFromFigures, ...readFromHistory, ...readFromRegister]
  }
  // The sheet itself follows by `monthly.changes`: a saved cell must not read the whole year again.
  if (what.startsWith('monthly.')) return [...readFromFigures]
  if (what.startsWith('activities.')) return [...readFromFigures, 'activities.year', 'activities.read']
  // A reason beside a finding changes no figure.
  if (what.startsWith('check.')) return ['check.run', 'home.read', 'confirming.overview', 'reports.letter']
  if (what === 'intake.saveProfile' || what === 'intake.removeProfile') return ['intake.profiles']
  // A book that goes out changes no figure.
  if (what.startsWith('collection.')) return ['collection.list', 'collection.preview']
  if (what.startsWith('staff.')) return ['staff.list', 'ledger.status']
  return 'all'
}

/** How long the grid must be quiet before its consequences are read again. */
const restAfterCells = 200

/** Follows `ledger-changed`: throws away what may be stale. */
export function useFreshness(): void {
  const client = useClient()
  const queries = useQueryClient()
  useEffect(() => {
    const waiting = new Set<RequestName>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const invalidate = (names: Iterable<RequestName>): void => {
      for (const name of names) void queries.invalidateQueries({ queryKey: [name] })
    }
    const stop = client.listen((event) => {
      if (event.event !== 'ledger-changed') return
      const touched = touchedBy(event.what)
      if (touched === 'all') {
        void queries.invalidateQueries()
        return
      }
      const history = event.what.startsWith('drafts.') ? [] : readFromHistory
      if (!event.what.startsWith('monthly.')) {
        invalidate([...touched, ...history])
        return
      }
      // One action a cell: what follows from them is read again once the keys rest.
      for (const name of [...touched, ...history]) waiting.add(name)
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => {
        invalidate(waiting)
        waiting.clear()
      }, restAfterCells)
    })
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [client, queries])
}
