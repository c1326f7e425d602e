import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { addDays } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { useClient } from '../../api/client-context.tsx'
import { answerOf } from '../../api/queries.ts'

export type HistoryPeriod = 'all' | 'today' | 'week' | 'month' | 'year'

export interface HistoryFilter {
  readonly who: string | null
  readonly kind: string | null
  readonly table: string | null
  readonly period: HistoryPeriod
  readonly text: string
}

export const noFilter: HistoryFilter = { who: null, kind: null, table: null, period: 'all', text: '' }

const pageSize = 50

/** The actions that meet a filter, newest first, read page by page as they come into sight. */
export function useHistory(fiscalYear: number) {
  const client = useClient()
  const [filter, setFilter] = useState<HistoryFilter>(noFilter)
  const settled = useDeferredValue(filter)
  const input = {
    who: settled.who,
    kinds: settled.kind === null ? [] : [settled.kind],
    table: settled.table,
    text: settled.text.slice(0, 200),
    ...daysOf(settled.period, dayInJapan(new Date()), fiscalYear),
  }
  const query = useInfiniteQuery({
    queryKey: ['history.search', input],
    queryFn: async ({ pageParam }) =>
      answerOf(await client.call('history.search', { ...input, before: pageParam, limit: pageSize })),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const actions = useMemo(() => data?.pages.flatMap((page) => page.actions) ?? [], [data])
  return {
    filter,
    setFilter: (part: Partial<HistoryFilter>) => setFilter((old) => ({ ...old, ...part })),
    isFiltered: JSON.stringify(filter) !== JSON.stringify(noFilter),
    actions,
    error,
    isPending,
    /** Told which rows are in sight: the next page is read before its end is reached. */
    onWindow: (_first: number, end: number) => {
      if (hasNextPage && !isFetchingNextPage && end >= actions.length - 10) void fetchNextPage()
    },
  }
}

function daysOf(
  period: HistoryPeriod,
  today: Day,
  fiscalYear: number,
): { readonly from: Day | null; readonly to: Day | null } {
  switch (period) {
    case 'all':
      return { from: null, to: null }
    case 'today':
      return { from: today, to: null }
    case 'week':
      return { from: addDays(today, -6), to: null }
    case 'month':
      return { from: addDays(today, -29), to: null }
    case 'year':
      return { from: `${fiscalYear}-04-01`, to: `${fiscalYear + 1}-03-31` }
  }
}
